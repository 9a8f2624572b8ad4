package be.dossierwerk.board;

import static be.dossierwerk.board.OwnBoard.AUDITOR;
import static be.dossierwerk.board.OwnBoard.HEAD;
import static be.dossierwerk.board.OwnBoard.MANAGER;
import static be.dossierwerk.board.OwnBoard.OTHER_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What was frozen stays as it was, and comes out of the events again, whatever became known or was decided since. */
class FrozenPeriodTest {

    private static final PeriodToFreeze YEAR_2020 = new PeriodToFreeze("Jaarverslag 2020", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), LocalDate.of(2019, 1, 1),
            LocalDate.of(2019, 12, 31));

    private final OwnBoard board = new OwnBoard();

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void years_later_the_same_figures_come_out_although_the_board_of_today_differs() {
        board.publishedYears();
        ShowBoard.Board published = board.board();
        long id = freeze();

        RecountPeriod.Recount atOnce = recount(id);
        assertThat(atOnce.holds()).isTrue();
        assertThat(atOnce.norms()).allMatch(RecountPeriod.NormLine::sameToday).hasSameSizeAs(published.norms());
        assertThat(atOnce.volumes()).allMatch(RecountPeriod.VolumeLine::sameToday).hasSameSizeAs(published.volumes());

        board.on(LocalDate.of(2029, 5, 2));
        // A dossier that nobody knew of, another one of which a pause became known, and a decision of 2020 that was one of 2021.
        board.happened("DC-LATER-1", "DC", "FIRST", "RECEIVED 2020-02-01", "COMPLETE 2020-03-02", "DECIDED 2020-08-31");
        String ofGroup = one("select min(number) from history_dossier where number like 'OFDC-2020-G01-%'");
        board.happened(ofGroup, "OFDC", "APPROVAL", "PAUSED " + day(ofGroup, "COMPLETE"), "RESUMED " + day(ofGroup, "DECIDED"));
        board.jdbc().sql("""
                update history_event set ended_at = timestamptz '2029-05-02 10:00+02' where (dossier, at, place) =
                (select dossier, at, place from history_event where measure = 'AG' and name = 'FINE_IMPOSED' and at between '2020-03-01' and '2020-11-01' order by at limit 1)""").update();
        long dossier = board.jdbc().sql("select dossier from history_event where ended_at is not null").query(Long.class).single();
        board.jdbc().sql("delete from board_account where dossier = ?").param(dossier).update();
        shorter("DC-1", "90");

        RecountPeriod.Recount again = recount(id);
        assertThat(again.norms()).allMatch(RecountPeriod.NormLine::same);
        assertThat(again.volumes()).allMatch(RecountPeriod.VolumeLine::same);
        assertThat(again.holds()).isTrue();
        assertThat(again.norms()).filteredOn(line -> !line.sameToday()).extracting(line -> line.definition().code()).containsExactly("DC-1", "OFDC-1", "AG-1");
        assertThat(again.volumes()).filteredOn(line -> !line.sameToday()).extracting(RecountPeriod.VolumeLine::name).containsExactlyInAnyOrder("Aanvragen om erkenning", "Geldboetes opgelegd");
        assertThat(again.norms()).filteredOn(line -> line.definition().code().equals("DC-1")).extracting(line -> line.version() + " " + line.versionToday()).containsExactly("1 2");
        assertThat(later(again, "DC-1")).containsExactly("DC-LATER-1 COMPLETE false", "DC-LATER-1 DECIDED false");
        assertThat(later(again, "OFDC-1")).containsExactly(ofGroup + " PAUSED false", ofGroup + " RESUMED false");
        assertThat(later(again, "AG-1")).singleElement().asString().endsWith("FINE_IMPOSED true");
        assertThat(later(again, "DC-3")).isEmpty();
    }

    @Test
    void a_figure_or_a_fingerprint_that_somebody_changed_is_found() {
        board.happened("D-1", "DC", "FIRST", "COMPLETE 2020-03-02", "DECIDED 2020-08-31");
        long id = freeze();
        assertThat(recount(id).holds()).isTrue();
        assertThat(printed(id)).startsWith("Jaarverslag 2020: bevroren op 01/02/2021 09:00:00 door Pieter Maas, vingerafdruk ").contains("Alle cijfers komen overeen.");

        byHand("frozen_norm", "update frozen_norm set met = 1 where period = " + id + " and code = 'DC-1'");
        RecountPeriod.Recount tampered = recount(id);
        assertThat(tampered.kept()).isFalse();
        assertThat(tampered.norms()).filteredOn(line -> !line.same()).extracting(line -> line.definition().code() + " " + line.frozen().met() + " " + line.again().met()).containsExactly("DC-1 1 0");
        assertThatThrownBy(() -> sign(id)).isInstanceOf(Refused.class).hasMessage("board.frozen.changed");
        assertThat(printed(id)).contains("De vingerafdruk is niet die van de bevroren cijfers.", "DC-1 verschilt: bevroren 1 van 1 en 0 van 0, herrekend 0 van 1 en 0 van 0",
                "Niet alles komt overeen.");

        // Who gives the changed figures a fingerprint that fits has not changed the one in the chain.
        String fitting = board.as(AUDITOR, FrozenPeriods.class, periods -> periods.figures(periods.of(id)).sha256());
        byHand("frozen_period", "update frozen_period set sha256 = '" + fitting + "'");
        assertThat(recount(id)).extracting(RecountPeriod.Recount::kept, RecountPeriod.Recount::inChain, RecountPeriod.Recount::differences).containsExactly(true, false, 1L);

        // Neither does an event that went without a trace.
        byHand("frozen_norm", "update frozen_norm set met = 0");
        board.jdbc().sql("delete from history_event where name = 'DECIDED'").update();
        assertThat(recount(id).differences()).isOne();
    }

    @Test
    void a_version_that_judged_a_frozen_period_cannot_be_changed_and_neither_can_its_figures() {
        long id = freeze();
        sign(id);
        for (String change : List.of("update frozen_norm set met = 1", "delete from frozen_volume", "truncate frozen_signature", "update frozen_period set name = 'x'", "delete from board_norm_row",
                "update board_norm set target = 1")) {
            assertThatThrownBy(() -> board.jdbc().sql(change).update()).as(change).isInstanceOf(DataAccessException.class).hasMessageContaining("never changed or deleted");
        }
        assertThat(board.jdbc().sql("select count(*) from audit_guard where name like '%\\_append\\_only' and looks like 'refuse_frozen_change%'").query(Integer.class).single()).isEqualTo(6);
    }

    @Test
    void the_head_signs_what_somebody_else_froze_once() {
        long id = freeze();
        assertThatThrownBy(() -> board.as(OTHER_MANAGER, SignPeriod.class, signs -> sign(signs, id))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        sign(id);
        assertThat(board.as(AUDITOR, FrozenPeriods.class, FrozenPeriods::all)).extracting(FrozenPeriods.Frozen::signedByName).containsExactly("Lieve Goossens");
        assertThatThrownBy(() -> sign(id)).isInstanceOf(Refused.class).hasMessage("board.frozen.signed");

        long own = board.as(HEAD, FreezePeriod.class, freezes -> freezes.freeze(YEAR_2020));
        assertThatThrownBy(() -> sign(own)).isInstanceOf(Refused.class).hasMessage("board.frozen.four-eyes");
        assertThatThrownBy(() -> board.as(AUDITOR, FreezePeriod.class, freezes -> freezes.freeze(YEAR_2020))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThat(board.jdbc().sql("select string_agg(action, ' ' order by seq) from audit_entry where dossier = 'DEPARTEMENT' and action like 'PERIODE%'").query(String.class).single())
                .isEqualTo("PERIODE_BEVROREN PERIODE_ONDERTEKEND PERIODE_BEVROREN");
    }

    @Test
    void all_that_is_wrong_with_a_period_is_told_at_once() {
        LocalDate today = LocalDate.of(2021, 2, 1);
        PeriodToFreeze wrong = new PeriodToFreeze(" ", null, today, LocalDate.of(2020, 5, 2), LocalDate.of(2020, 5, 1));
        assertThatThrownBy(() -> board.as(MANAGER, FreezePeriod.class, freezes -> freezes.freeze(wrong))).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(field -> field.name() + " " + field.key()).containsExactly("name board.frozen.wrong.name", "from board.frozen.wrong.day",
                        "to board.frozen.wrong.not-over", "otherTo board.frozen.wrong.order"));
    }

    private long freeze() {
        return board.as(MANAGER, FreezePeriod.class, freezes -> freezes.freeze(YEAR_2020));
    }

    private void sign(long id) {
        board.as(HEAD, SignPeriod.class, signs -> sign(signs, id));
    }

    private static boolean sign(SignPeriod signs, long id) {
        signs.sign(id);
        return true;
    }

    private RecountPeriod.Recount recount(long id) {
        return board.as(AUDITOR, RecountPeriod.class, recounts -> recounts.recount(id));
    }

    private List<String> later(RecountPeriod.Recount recount, String code) {
        Definition norm = recount.norms().stream().map(RecountPeriod.NormLine::definition).filter(each -> each.code().equals(code)).findFirst().orElseThrow();
        return board.as(AUDITOR, RecountPeriod.class, recounts -> recounts.later(recount.frozen(), norm)).stream().map(each -> each.dossier() + " " + each.event() + " " + each.ended()).toList();
    }

    private String printed(long id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        board.as(AUDITOR, PrintRecount.class, prints -> prints.print(id, new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void shorter(String code, String days) {
        Definition now = board.as(AUDITOR, Definitions.class, definitions -> definitions.versions(code)).get(0).definition();
        Definition.Row row = now.rows().get(0);
        long id = board.as(MANAGER, ProposeDefinition.class, proposes -> proposes.propose(new Definition(code, now.measure(), now.measureName(), now.name(), now.target(), now.decimals(), now.bound(),
                now.source(), now.note(), List.of(new Definition.Row(row.start(), row.stop(), row.countedIn(), row.unit(), days, row.withoutPauses(), row.scope()))), "Korter"));
        board.as(HEAD, DecideDefinition.class, decides -> {
            decides.decide(id, Verdict.GOEDGEKEURD, null);
            return true;
        });
    }

    /** As who can do everything in the database. */
    private void byHand(String table, String change) {
        board.jdbc().sql("alter table " + table + " disable trigger " + table + "_append_only").update();
        assertThat(board.jdbc().sql(change).update()).isPositive();
        board.jdbc().sql("alter table " + table + " enable always trigger " + table + "_append_only").update();
    }

    private String day(String dossier, String event) {
        return one("select min(e.at)::date from history_event e join history_dossier d on d.id = e.dossier where d.number = '%s' and e.name = '%s'".formatted(dossier, event));
    }

    private String one(String sql) {
        return board.jdbc().sql(sql).query(String.class).single();
    }
}
