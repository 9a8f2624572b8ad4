package be.dossierwerk.procedurechange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.procedurechange.ReplayDecisions.Different;
import be.dossierwerk.procedurechange.ReplayDecisions.Replayed;
import be.dossierwerk.procedurechange.TryDecisionRows.Outcome;
import be.dossierwerk.procedurechange.TryDecisionRows.Outcomes;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Test rows beside decision tables, and past dossiers tried on a table that is only proposed. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionRowsTest {

    private static final String COMPLETE = "bpmn/erkenning/erkenning-volledigheid.dmn";
    private static final String SEVERITY = "bpmn/inbreukdossier/inbreuk-ernst.dmn";
    private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

    @RegisterExtension final ChangeDesk desk = new ChangeDesk();

    @Autowired private TryDecisionRows run;
    @Autowired private AddDecisionRow add;
    @Autowired private ChangeDecisionRow changeRow;
    @Autowired private RemoveDecisionRow remove;
    @Autowired private ReplayDecisions replay;
    @Autowired private DecisionRows rows;
    @Autowired private JdbcClient jdbc;

    private final List<String> withoutDeposit = new ArrayList<>();
    private final List<String> withDeposit = new ArrayList<>();
    private DiagramSet now;

    /** The product keeps what its table was asked when a handler opens the task. */
    @BeforeAll
    void dossiers_that_asked_the_table() {
        desk.at(DAY);
        now = desk.set();
        jdbc.sql("delete from decision_evaluation").update();
        for (int i = 0; i < 24; i++) {
            Application application = InventedApplications.make(3_300 + i, DAY, i % 12 < 5);
            String dossier = desk.bean(Acts.class).file(desk.bean(DemoPeople.class).actor("els"), application, "PAPIER", DAY, InventedApplications.attachments(application));
            desk.as("an", () -> desk.bean(ShowTask.class).show(desk.bean(Acts.class).task(dossier, "UserTask_VolledigheidNagaan")));
            (i % 12 < 5 ? withDeposit : withoutDeposit).add(dossier);
        }
    }

    @Test
    void every_table_of_the_product_has_rows_and_meets_them() {
        assertThat(now.paths().stream().filter(path -> path.endsWith(".dmn"))).hasSizeGreaterThan(10).allSatisfy(path -> {
            Outcomes outcomes = outcomes(new Proposal("geen", now, now), path);
            assertThat(outcomes.refused()).isFalse();
            assertThat(outcomes.rows()).as(path).hasSizeGreaterThanOrEqualTo(3).allSatisfy(outcome -> assertThat(outcome.met()).as(outcome.row().label()).isTrue());
        });
    }

    @Test
    void a_row_that_a_draft_breaks_differs_with_what_came_instead() {
        Outcomes outcomes = outcomes(proposal(SEVERITY, "<text>&gt; grensAandeel</text>", "<text>&gt;= grensAandeel</text>"), SEVERITY);

        assertThat(outcomes.different()).isEqualTo(1);
        assertThat(outcomes.rows()).filteredOn(outcome -> !outcome.met()).singleElement().satisfies(outcome -> {
            assertThat(outcome.row().label()).isEqualTo("Aandeel precies op de grens");
            assertThat(outcome.row().expected()).containsExactly(Map.of("ernst", "LICHT"));
            assertThat(outcome.got()).containsExactly(Map.of("ernst", "ZWAAR"));
        });
    }

    @Test
    void rows_belong_to_a_change_until_it_is_published_and_nothing_is_lost() {
        desk.at(DAY);
        String mine = desk.start("pieter", "Borgsom herzien");
        String other = desk.start("hilde", "Iets anders");
        DecisionRow.Content content = new DecisionRow.Content("Halve borgsom", Map.of("borgsom", 12_500), List.of(Map.of("ontbreekt", "BORGSOM")), false);

        UUID row = desk.as("pieter", () -> add.add(mine, COMPLETE, content));
        assertThat(labels(mine)).contains("Halve borgsom");
        assertThat(labels(other)).doesNotContain("Halve borgsom");

        desk.does("hilde", () -> changeRow.change(mine, COMPLETE, row, new DecisionRow.Content("Halve borgsom volstaat", content.facts(), List.of(), true)));
        assertThat(labels(mine)).contains("Halve borgsom volstaat").doesNotContain("Halve borgsom");
        DecisionRow product = rows.of(mine, COMPLETE).stream().filter(each -> each.label().equals("Volledige aanvraag")).findFirst().orElseThrow();
        desk.does("pieter", () -> remove.remove(mine, COMPLETE, product.id()));
        assertThat(labels(mine)).doesNotContain("Volledige aanvraag");
        assertThat(labels(other)).contains("Volledige aanvraag");
        assertThat(jdbc.sql("select count(*) from decision_row where row = ?").param(row).query(Integer.class).single()).isEqualTo(2);
        assertThat(desk.bean(AuditLog.class).of(mine)).extracting(AuditLog.Line::sentence).anyMatch(said -> said.contains("voegde bij de tabel \"Erkenning volledigheid\" de proefrij \"Halve borgsom\" toe."))
                .anyMatch(said -> said.contains("wijzigde")).anyMatch(said -> said.contains("nam"));

        assertThatThrownBy(() -> desk.does("an", () -> add.add(mine, COMPLETE, content))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThat(wrong(() -> add.add(mine, COMPLETE, new DecisionRow.Content(" ", Map.of("onbekend", true), List.of(Map.of("iets", "X")), true)))).containsExactly("label", "facts", "expected");
        assertThat(wrong(() -> add.add(mine, SEVERITY, new DecisionRow.Content("Twee", Map.of("code", "I01"), List.of(Map.of("ernst", "ZWAAR"), Map.of("ernst", "LICHT")), true))))
                .containsExactly("expected");
        assertThatThrownBy(() -> desk.as("pieter", () -> add.add(mine, ChangeDesk.KLACHT, content))).isInstanceOf(Refused.class).hasMessage("procedurechange.rows.no-table");
        assertThatThrownBy(() -> desk.does("pieter", () -> remove.remove(mine, COMPLETE, UUID.randomUUID()))).isInstanceOf(Refused.class).hasMessage("procedurechange.rows.unknown");
    }

    @Test
    void past_dossiers_that_would_turn_out_differently_are_named_with_both_answers() {
        desk.at(DAY.plusDays(1));
        Replayed replayed = replayed(proposal(COMPLETE, "<text>&lt; 25000</text>", "<text>&lt; 0</text>"), COMPLETE, 1);

        assertThat(withoutDeposit).hasSize(14);
        assertThat(replayed.since()).isEqualTo(DAY);
        assertThat(replayed.dossiers()).isEqualTo(24);
        assertThat(replayed.different()).isEqualTo(14);
        assertThat(replayed.unknown()).isZero();
        assertThat(replayed.first()).extracting(Different::dossier).containsExactlyInAnyOrderElementsOf(withoutDeposit);
        assertThat(replayed.first()).allSatisfy(one -> {
            assertThat(one.before()).containsExactly(Map.of("ontbreekt", "BORGSOM"));
            assertThat(one.after()).isEmpty();
            assertThat(one.subject()).isNotBlank();
            assertThat(one.today()).isFalse();
        });
    }

    @Test
    void the_same_table_and_other_words_change_no_dossier() {
        desk.at(DAY.plusDays(1));
        assertThat(replayed(new Proposal("geen", now, now), COMPLETE, 1).different()).isZero();
        assertThat(replayed(proposal(COMPLETE, "Genoeg gestort, maar zonder bewijs", "Anders gezegd"), COMPLETE, 1).different()).isZero();
        int before = replayed(new Proposal("geen", now, now), SEVERITY, 10).dossiers();
        evaluation("DC-INB-2027-90001", "{\"code\": \"I01\", \"aandeel\": 0.0, \"bedrag\": 0.0, \"herhaling\": false, \"grensAandeel\": 10, \"grensBedrag\": 25000, \"grensSchuld\": 2500}",
                "[{\"ernst\": \"ZWAAR\", \"waarom\": \"Deze inbreuk is altijd zwaar.\"}]", "inbreuk-ernst", DAY);
        Replayed words = replayed(proposal(SEVERITY, "Deze inbreuk is altijd zwaar.", "Deze inbreuk weegt altijd zwaar."), SEVERITY, 10);
        assertThat(words.dossiers()).isEqualTo(before + 1);
        assertThat(words.different()).isZero();
        assertThat(words.otherWords()).isEqualTo(1);
    }

    @Test
    void what_was_not_asked_then_is_said_and_not_guessed() {
        desk.at(DAY.plusDays(1));
        Replayed replayed = replayed(proposal(COMPLETE, "<text>&lt; 25000</text>", "<text>&lt; nieuweDrempel</text>"), COMPLETE, 1);

        assertThat(replayed.different()).isZero();
        assertThat(replayed.unknown()).isEqualTo(24);
        assertThat(replayed.missing()).containsExactly("nieuweDrempel");
    }

    @Test
    void only_the_period_that_is_asked_counts() {
        desk.at(DAY.plusYears(2));
        Proposal changed = proposal(COMPLETE, "<text>&lt; 25000</text>", "<text>&lt; 0</text>");
        assertThat(replayed(changed, COMPLETE, 1).dossiers()).isZero();
        assertThat(replayed(changed, COMPLETE, 5).different()).isEqualTo(14);
    }

    @Test
    void many_are_counted_batch_by_batch_and_a_dossier_once() {
        desk.at(DAY.plusDays(1));
        jdbc.sql("""
                insert into decision_evaluation (dossier, decision, facts, answers, at)
                select 'DC-WBG-2027-' || lpad((n / 2)::text, 5, '0'), 'waarborg-bestemming', jsonb_build_object('einde', case when n % 4 = 0 then 'VRIJWILLIG' else 'GEWEIGERD' end, 'n', n),
                       '[{"bestemming": "ONDERNEMING", "volgorde": "RSZ, DEPARTEMENT, FISCUS"}]'::jsonb, ?
                from generate_series(0, 2399) n""").param(DAY.atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime()).update();
        String path = "bpmn/waarborg/waarborg-bestemming.dmn";
        String text = now.text(path).orElseThrow();
        String changed = text.replaceFirst("(Regel_Vrijwillig_bestemming\"><text>)\"ONDERNEMING\"", "$1\"SCHATKIST\"");
        assertThat(changed).isNotEqualTo(text);
        Replayed replayed = replayed(new Proposal("geen", now, now.with(Map.of(path, changed.getBytes(StandardCharsets.UTF_8)))), path, 1);

        assertThat(replayed.dossiers()).isEqualTo(1_200);
        assertThat(replayed.different()).isEqualTo(600);
        assertThat(replayed.first()).hasSize(ReplayDecisions.SHOWN);
        jdbc.sql("delete from decision_evaluation where decision = 'waarborg-bestemming'").update();
    }

    @Test
    void what_the_gate_refuses_is_never_asked() {
        for (String hostile : List.of("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><definitions/>", "geen tabel",
                now.text(COMPLETE).orElseThrow().replace("<text>&lt; 25000</text>", "<text>function() external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }</text>"),
                now.text(COMPLETE).orElseThrow().replace("<text>&lt; 25000</text>", "<text>${runtime.exec('id')}</text>"),
                now.text(COMPLETE).orElseThrow().replace("<inputExpression id", "<inputExpression expressionLanguage=\"groovy\" id"))) {
            Proposal proposal = new Proposal("geen", now, now.with(Map.of(COMPLETE, hostile.getBytes(StandardCharsets.UTF_8))));
            assertThat(outcomes(proposal, COMPLETE).refused()).isTrue();
            assertThat(outcomes(proposal, COMPLETE).rows()).noneMatch(Outcome::met);
            assertThat(replayed(proposal, COMPLETE, 1).refused()).isTrue();
        }
        assertThatThrownBy(() -> desk.as("els", () -> replay.replay(new Proposal("geen", now, now), COMPLETE, 1))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
    }

    private void evaluation(String dossier, String facts, String answers, String decision, LocalDate on) {
        jdbc.sql("insert into decision_evaluation (dossier, decision, facts, answers, at) values (?, ?, ?::jsonb, ?::jsonb, ?)")
                .params(dossier, decision, facts, answers, on.atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime()).update();
    }

    private Proposal proposal(String path, String from, String to) {
        String text = now.text(path).orElseThrow();
        assertThat(text).contains(from);
        return new Proposal("geen", now, now.with(Map.of(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8))));
    }

    private Outcomes outcomes(Proposal proposal, String path) {
        return desk.as("hilde", () -> run.run(proposal, path));
    }

    private Replayed replayed(Proposal proposal, String path, int years) {
        return desk.as("hilde", () -> replay.replay(proposal, path, years));
    }

    private List<String> labels(String change) {
        return rows.of(change, COMPLETE).stream().map(DecisionRow::label).toList();
    }

    private List<String> wrong(Runnable act) {
        try {
            desk.does("pieter", act);
        } catch (Refused refused) {
            return refused.fields().stream().map(Refused.Field::name).toList();
        }
        return List.of();
    }
}
