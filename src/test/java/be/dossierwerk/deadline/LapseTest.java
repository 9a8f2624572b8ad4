package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.LapseBoard.Lapse;
import be.dossierwerk.deadline.LapseBoard.Mark;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The guarded lapse on a real PostgreSQL with a moved clock: marks, who may acknowledge, and two people who stop it. */
class LapseTest {

    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor BRAM = new Actor("bram", "Bram De Smet", Set.of(Roles.HANDLER));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final Actor LIEVE = new Actor("lieve", "Lieve Goossens", Set.of(Roles.HEAD));
    private static final Actor HUGO = new Actor("hugo", "Hugo Baert", Set.of(Roles.HEAD));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final Actor ANN = new Actor("ann", "Ann Dubois", Set.of(Roles.AUDITOR));
    private static final Actor ELS = new Actor("els", "Els Janssens", Set.of(Roles.INTAKE));
    private static final Justification<CorrectionGround> SEEN_WRONG = new Justification<>(CorrectionGround.ANDERE_DATUM_BEWEZEN, "Ontvangstbewijs", "Verkeerd gelezen");
    private static final LocalDate SERVED = LocalDate.of(2027, 3, 4);
    /** 4 July is a Sunday. */
    private static final LocalDate LAST = LocalDate.of(2027, 7, 5);
    private static final String NOTICE = "T-REC-06";
    private static final String EFFECT = "Het stilzwijgen geldt als een weigering waartegen beroep openstaat.";

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    static class Moves {
        final List<String> heard = new ArrayList<>();

        @EventListener
        public void moved(TermMoved event) {
            heard.add(event.dossier() + " " + event.rule());
        }
    }

    private static final Map<String, DossierFacts.Facts> OPEN = new HashMap<>();
    private static int number;
    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static Moves moves;
    private String dossier;

    @BeforeAll
    static void boot() throws Exception {
        DataSource data = OwnDatabase.migrated();
        clock = new MovableClock();
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Moves.class, Moves::new);
        spring.registerBean(DossierFacts.class, () -> numbers -> numbers.stream().filter(OPEN::containsKey)
                .collect(Collectors.toMap(each -> each, OPEN::get)));
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Ledger.class, ClimbLadder.class, Terms.class, GuardedTerms.class, LapseBoard.class,
                AcknowledgeLapse.class, StopLapse.class, AdjustTerm.class);
        spring.refresh();
        moves = bean(Moves.class);
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    @BeforeEach
    void a_formal_notice_in_a_dossier_of_an() {
        OPEN.clear();
        dossier = notice("Zonnig Thuis bv", AN, SERVED);
    }

    @Test
    void only_terms_whose_rule_says_what_silence_does_are_guarded() {
        bean(Terms.class).start(dossier, "T-REC-01", SERVED);

        assertThat(board(ANN)).singleElement().satisfies(lapse -> {
            assertThat(lapse.name()).isEqualTo("Beslissing na aanmaning");
            assertThat(lapse.effect()).isEqualTo(EFFECT);
            assertThat(lapse.subject()).isEqualTo("Zonnig Thuis bv");
            assertThat(lapse.handlerName()).isEqualTo("An Peeters");
            assertThat(lapse.due()).isEqualTo(LAST);
            assertThat(lapse.daysLeft()).isEqualTo(123);
            assertThat(lapse.silentSince()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"123, START", "15, START", "14, START DAYS_14", "8, START DAYS_14", "7, START DAYS_14 DAYS_7", "3, START DAYS_14 DAYS_7 DAYS_3",
        "1, START DAYS_14 DAYS_7 DAYS_3 DAYS_1", "0, START DAYS_14 DAYS_7 DAYS_3 DAYS_1"})
    void a_mark_opens_on_its_day(int daysLeft, String open) {
        today(LAST.minusDays(daysLeft));

        assertThat(mine(AN).open()).extracting(mark -> mark.mark().name()).containsExactly(open.split(" "));
    }

    @Test
    void a_later_mark_says_all_that_an_earlier_one_said() {
        today(LAST.minusDays(7));
        as(AN, () -> acknowledge(LapseMark.DAYS_7));

        assertThat(mine(AN)).satisfies(lapse -> {
            assertThat(lapse.open()).isEmpty();
            assertThat(lapse.mayAcknowledge()).isFalse();
            assertThat(lapse.marks()).filteredOn(mark -> mark.acknowledgedBy() != null).extracting(Mark::mark)
                    .containsExactly(LapseMark.START, LapseMark.DAYS_14, LapseMark.DAYS_7);
            assertThat(lapse.marks()).filteredOn(mark -> mark.acknowledgedBy() != null).allSatisfy(mark -> {
                assertThat(mark.acknowledgedBy()).isEqualTo("An Peeters");
                assertThat(mark.acknowledgedOn()).isEqualTo(LAST.minusDays(7));
            });
        });
        assertThat(sentences()).last().isEqualTo("An Peeters bevestigde te weten dat de termijn \"Beslissing na aanmaning\" loopt (bij de start,"
                + " nog 14 kalenderdagen, nog 7 kalenderdagen); de laatste dag is maandag 5 juli 2027. " + EFFECT);
        assertThat(refusal(() -> as(TOM, () -> acknowledge(LapseMark.DAYS_7)))).isEqualTo("deadline.lapse.already");
        today(LAST.minusDays(3));
        assertThat(mine(AN).open()).extracting(Mark::mark).containsExactly(LapseMark.DAYS_3);
    }

    @Test
    void what_was_not_seen_is_not_acknowledged() {
        today(LAST.minusDays(3));
        as(AN, () -> acknowledge(LapseMark.DAYS_14));

        assertThat(mine(AN).open()).extracting(Mark::mark).containsExactly(LapseMark.DAYS_7, LapseMark.DAYS_3);
        assertThat(refusal(() -> as(AN, () -> acknowledge(LapseMark.DAYS_1)))).isEqualTo("deadline.lapse.not-reached");
    }

    @Test
    void a_corrected_start_brings_the_next_mark_sooner() {
        today(LAST.minusDays(14));
        as(AN, () -> acknowledge(LapseMark.DAYS_14));
        as(AN, () -> bean(AdjustTerm.class).correctStart(dossier, NOTICE, SERVED.minusDays(3), SEEN_WRONG));
        LocalDate last = mine(AN).due();
        assertThat(last).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(mine(AN).open()).isEmpty();

        today(last.minusDays(7));

        assertThat(mine(AN).open()).extracting(Mark::mark).containsExactly(LapseMark.DAYS_7);
        as(TOM, () -> acknowledge(LapseMark.DAYS_7));
        assertThat(mine(AN).open()).isEmpty();
    }

    @Test
    void nobody_alone_keeps_it_from_ending() {
        assertThat(refusal(() -> as(TOM, () -> bean(AdjustTerm.class).extend(dossier, NOTICE, 30,
                new Justification<>(ExtensionGround.OVERMACHT, "Brief", "Te druk"))))).isEqualTo("deadline.lapse.no-extension");
        assertThat(refusal(() -> bean(Terms.class).extend(dossier, NOTICE, 30, "Te druk"))).isEqualTo("deadline.lapse.no-extension");
        today(SERVED.plusDays(10));
        assertThat(refusal(() -> as(AN, () -> bean(AdjustTerm.class).correctStart(dossier, NOTICE, SERVED.plusDays(5), SEEN_WRONG)))).isEqualTo("deadline.lapse.no-later");
        assertThat(bean(Terms.class).due(dossier, NOTICE)).isEqualTo(LAST);
        as(AN, () -> bean(AdjustTerm.class).correctStart(dossier, NOTICE, SERVED.minusDays(3), SEEN_WRONG));
        long correction = bean(AdjustTerm.class).ledger(dossier).stream().filter(line -> line.kind().equals("CORRECTED")).findFirst().orElseThrow().id();
        assertThat(refusal(() -> as(AN, () -> bean(AdjustTerm.class).counter(dossier, correction, SEEN_WRONG)))).isEqualTo("deadline.lapse.no-later");
        assertThat(bean(Terms.class).due(dossier, NOTICE)).isBefore(LAST);
    }

    @Test
    void the_handler_of_the_dossier_or_a_team_lead_acknowledges() {
        assertThat(refusal(() -> as(BRAM, () -> acknowledge(LapseMark.START)))).isEqualTo("deadline.lapse.not-named");
        for (Actor other : List.of(LIEVE, JOKE, ANN, ELS)) {
            assertThat(refusal(() -> as(other, () -> acknowledge(LapseMark.START)))).isEqualTo("security.role-missing");
        }
        assertThat(mine(BRAM).mayAcknowledge()).isFalse();
        assertThat(mine(AN).mayAcknowledge()).isTrue();
        assertThat(mine(TOM).mayAcknowledge()).isTrue();
        as(TOM, () -> acknowledge(LapseMark.START));
        assertThat(mine(ANN).marks().get(0).acknowledgedBy()).isEqualTo("Tom Willems");
    }

    @Test
    void without_a_handler_a_team_lead_is_asked() {
        dossier = notice("Zonder behandelaar", null, SERVED);

        assertThat(refusal(() -> as(AN, () -> acknowledge(LapseMark.START)))).isEqualTo("deadline.lapse.not-named");
        as(TOM, () -> acknowledge(LapseMark.START));
    }

    @Test
    void an_auditor_looks_on_and_intake_does_not() {
        assertThat(mine(ANN)).satisfies(lapse -> {
            assertThat(lapse.mayAcknowledge()).isFalse();
            assertThat(lapse.mayPropose()).isFalse();
            assertThat(lapse.mayConfirm()).isFalse();
        });
        assertThat(refusal(() -> board(ELS))).isEqualTo("security.role-missing");
    }

    @Test
    void what_nobody_acknowledged_comes_first_then_what_ends_first() {
        String first = dossier;
        String later = notice("Later", AN, SERVED.plusDays(10));
        String latest = notice("Laatst", AN, SERVED.plusDays(20));
        as(TOM, () -> bean(AcknowledgeLapse.class).acknowledge(term(first), LapseMark.START));
        String silent = notice("Stil", AN, SERVED.minusMonths(6));
        today(SERVED.plusDays(20));

        assertThat(board(ANN)).extracting(Lapse::dossier).containsExactly(later, latest, first, silent);
    }

    @Test
    void two_people_stop_it_with_a_reason() {
        as(TOM, () -> propose(LapseGround.AANMANING_INGETROKKEN, " Brief van 10 maart "));
        assertThat(mine(TOM).mayConfirm()).isFalse();
        assertThat(mine(LIEVE).mayConfirm()).isTrue();
        assertThat(mine(JOKE).proposal()).satisfies(proposal -> {
            assertThat(proposal.by()).isEqualTo("Tom Willems");
            assertThat(proposal.reason()).isEqualTo("Brief van 10 maart");
            assertThat(proposal.on()).isEqualTo(SERVED);
        });
        assertThat(bean(Terms.class).due(dossier, NOTICE)).isEqualTo(LAST);
        moves.heard.clear();
        long stopped = term(dossier);
        as(JOKE, () -> confirm());

        assertThat(bean(Terms.class).due(dossier, NOTICE)).isNull();
        assertThat(bean(Terms.class).of(dossier)).singleElement().extracting(TermStanding::stoppedOn).isEqualTo(SERVED);
        assertThat(moves.heard).containsExactly(dossier + " " + NOTICE);
        assertThat(bean(JdbcClient.class).sql("select reason from term_entry where term = ? and kind = 'STOPPED'").param(stopped)
                .query(String.class).single()).isEqualTo("Brief van 10 maart");
        assertThat(board(ANN)).isEmpty();
        assertThat(sentences()).contains("Tom Willems stelde voor om het aftellen van \"Beslissing na aanmaning\" te stoppen: de aanmaning is ingetrokken.",
                "Tom Willems en Joke Claes stopten samen het aftellen van \"Beslissing na aanmaning\": de aanmaning is ingetrokken.");
        assertThat(bean(AuditLog.class).of(dossier)).filteredOn(line -> line.action().equals("LAPSE_STOPPED")).singleElement()
                .extracting(AuditLog.Line::reason).isEqualTo("Brief van 10 maart");
        today(LAST.plusDays(10));
        assertThat(board(ANN)).isEmpty();
    }

    @Test
    void nobody_confirms_an_own_proposal() {
        as(LIEVE, () -> propose(LapseGround.AANMANING_ONGELDIG, "Niet aangetekend"));

        assertThat(refusal(() -> as(LIEVE, () -> confirm()))).isEqualTo("deadline.lapse.stop.same-person");
        assertThatThrownBy(() -> bean(JdbcClient.class).sql("update lapse_stop set confirmed_by = 'lieve', confirmed_by_name = 'x', confirmed_at = now()"
                + " where term = ?").param(term(dossier)).update()).hasMessageContaining("lapse_stop_by_two_people");
        assertThat(bean(Terms.class).due(dossier, NOTICE)).isEqualTo(LAST);
        as(HUGO, () -> confirm());
        assertThat(bean(Terms.class).due(dossier, NOTICE)).isNull();
    }

    @Test
    void roles_ground_and_reason_are_asked() {
        for (Actor other : List.of(AN, JOKE, ANN, ELS)) {
            assertThat(refusal(() -> as(other, () -> propose(LapseGround.AANMANING_ONGELDIG, "a")))).isEqualTo("security.role-missing");
        }
        assertThat(refusal(() -> as(LIEVE, () -> propose(null, "a")))).isEqualTo("deadline.lapse.stop.ground-required");
        assertThat(refusal(() -> as(LIEVE, () -> propose(LapseGround.AANMANING_ONGELDIG, " ")))).isEqualTo("deadline.reason.required");
        assertThat(refusal(() -> as(LIEVE, () -> propose(LapseGround.AANMANING_ONGELDIG, null)))).isEqualTo("deadline.reason.required");
        assertThat(refusal(() -> as(LIEVE, () -> propose(LapseGround.AANMANING_ONGELDIG, "a".repeat(501))))).isEqualTo("deadline.text.too-long");
        as(LIEVE, () -> propose(LapseGround.AANMANING_ONGELDIG, "a"));
        for (Actor other : List.of(AN, TOM, ANN, ELS)) {
            assertThat(refusal(() -> as(other, () -> confirm()))).isEqualTo("security.role-missing");
        }
        assertThat(mine(TOM).mayConfirm()).isFalse();
        assertThat(mine(AN).mayPropose()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(LapseGround.class)
    void every_ground_can_be_kept(LapseGround ground) {
        as(TOM, () -> propose(ground, "a"));
        as(LIEVE, () -> confirm());

        assertThat(board(ANN)).isEmpty();
    }

    @Test
    void who_confirms_has_read_the_last_proposal() {
        as(TOM, () -> propose(LapseGround.AANMANING_ONGELDIG, "Eerst"));
        long read = mine(JOKE).proposal().id();
        as(LIEVE, () -> propose(LapseGround.AANMANING_INGETROKKEN, "Nadien"));

        assertThat(refusal(() -> as(JOKE, () -> bean(StopLapse.class).confirm(term(dossier), read)))).isEqualTo("deadline.lapse.stop.replaced");
        assertThat(mine(JOKE).proposal().reason()).isEqualTo("Nadien");
        as(JOKE, () -> confirm());
        assertThat(refusal(() -> as(JOKE, () -> bean(StopLapse.class).confirm(term(dossier), read)))).isEqualTo("deadline.lapse.gone");
    }

    @Test
    void once_the_last_day_went_by_the_silence_has_its_effect_and_nobody_stops_it() {
        as(TOM, () -> propose(LapseGround.AANMANING_ONGELDIG, "Te laat"));
        long proposal = mine(JOKE).proposal().id();
        today(LAST);
        assertThat(mine(JOKE).silentSince()).isNull();
        today(LAST.plusDays(1));

        assertThat(mine(LIEVE)).satisfies(lapse -> {
            assertThat(lapse.silentSince()).isEqualTo(LAST.plusDays(1));
            assertThat(lapse.open()).isEmpty();
            assertThat(lapse.proposal()).isNull();
            assertThat(lapse.mayPropose()).isFalse();
        });
        assertThat(refusal(() -> as(JOKE, () -> bean(StopLapse.class).confirm(term(dossier), proposal)))).isEqualTo("deadline.lapse.passed");
        assertThat(refusal(() -> as(TOM, () -> propose(LapseGround.AANMANING_ONGELDIG, "a")))).isEqualTo("deadline.lapse.passed");
        assertThat(refusal(() -> as(AN, () -> acknowledge(LapseMark.START)))).isEqualTo("deadline.lapse.passed");
        // As the procedure does when its timer fires; the board goes on saying since when.
        today(LAST.plusDays(4));
        bean(Terms.class).stop(dossier, NOTICE, LAST.plusDays(1));
        assertThat(mine(ANN).silentSince()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    void a_closed_dossier_is_watched_no_more() {
        long term = term(dossier);
        OPEN.remove(dossier);

        assertThat(board(ANN)).isEmpty();
        assertThat(refusal(() -> as(AN, () -> bean(AcknowledgeLapse.class).acknowledge(term, LapseMark.START)))).isEqualTo("deadline.lapse.gone");
        assertThat(refusal(() -> as(TOM, () -> bean(StopLapse.class).propose(term, LapseGround.AANMANING_ONGELDIG, "a")))).isEqualTo("deadline.lapse.gone");
        assertThat(refusal(() -> as(TOM, () -> bean(StopLapse.class).propose(-1, LapseGround.AANMANING_ONGELDIG, "a")))).isEqualTo("deadline.lapse.gone");
    }

    private static String notice(String subject, Actor handler, LocalDate served) {
        String dossier = "DC-ERK-2027-%05d".formatted(++number);
        OPEN.put(dossier, new DossierFacts.Facts(subject, handler == null ? null : handler.id(), handler == null ? null : handler.name()));
        today(SERVED);
        bean(Terms.class).start(dossier, NOTICE, served);
        return dossier;
    }

    private void acknowledge(LapseMark seen) {
        bean(AcknowledgeLapse.class).acknowledge(term(dossier), seen);
    }

    private void propose(LapseGround ground, String reason) {
        bean(StopLapse.class).propose(term(dossier), ground, reason);
    }

    /** Confirms the proposal as it stands now. */
    private void confirm() {
        long proposal = bean(JdbcClient.class).sql("select max(id) from lapse_stop where term = ?").param(term(dossier)).query(Long.class).single();
        bean(StopLapse.class).confirm(term(dossier), proposal);
    }

    private static long term(String dossier) {
        return bean(JdbcClient.class).sql("select max(id) from term where dossier = ? and rule = ?").params(dossier, NOTICE).query(Long.class).single();
    }

    private Lapse mine(Actor looks) {
        return board(looks).stream().filter(lapse -> lapse.dossier().equals(dossier)).findFirst().orElseThrow();
    }

    private static List<Lapse> board(Actor looks) {
        return asking(looks, () -> bean(LapseBoard.class).all());
    }

    private List<String> sentences() {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private static void today(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(9, 30), MovableClock.BRUSSELS));
    }

    private static void as(Actor actor, Runnable work) {
        asking(actor, () -> {
            work.run();
            return null;
        });
    }

    private static <T> T asking(Actor actor, Supplier<T> work) {
        return bean(CurrentActor.class).as(actor, work);
    }

    private static String refusal(Runnable work) {
        Refused refused = catchThrowableOfType(Refused.class, work::run);
        assertThat(refused).as("it was not refused").isNotNull();
        return refused.key();
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }
}
