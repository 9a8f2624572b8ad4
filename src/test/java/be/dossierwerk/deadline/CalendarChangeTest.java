package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of the calendar on a real PostgreSQL, from proposal and impact to decision: Friday 7 May 2027, the day after Ascension, becomes a holiday. */
class CalendarChangeTest {

    private static final Actor PIETER = new Actor("pieter", "Pieter Maas", Set.of(Roles.MANAGER));
    private static final Actor LIEVE = new Actor("lieve", "Lieve Goossens", Set.of(Roles.HEAD));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    /** Fourteen calendar days, rolled. */
    private static final String DEFENCE = "T-HOR-01";
    /** Five working days. */
    private static final String RECEIPT = "T-REC-00";
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 30);
    private static final LocalDate FRIDAY = LocalDate.of(2027, 5, 7);
    private static final LocalDate MONDAY = LocalDate.of(2027, 5, 10);

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    static class Moves {
        final List<String> heard = new ArrayList<>();
        String broken;

        @EventListener
        public void moved(TermMoved event) {
            if (event.dossier().equals(broken)) {
                throw new IllegalStateException("no timer for " + broken);
            }
            heard.add(event.dossier() + " " + event.rule());
        }
    }

    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static Terms terms;
    private static Moves moves;

    @BeforeAll
    static void boot() throws Exception {
        DataSource data = OwnDatabase.migrated();
        clock = new MovableClock();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.deadline");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Moves.class, Moves::new);
        spring.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Ledger.class, ClimbLadder.class, Terms.class, CalendarChanges.class,
                ProposeCalendarChange.class, CalendarChangeImpact.class, DecideCalendarChange.class, FollowCalendar.class, ShowCalendar.class,
                ShowAccount.class, AccountWords.class, Texts.class, KeptDates.class);
        spring.refresh();
        terms = spring.getBean(Terms.class);
        moves = spring.getBean(Moves.class);
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    @BeforeEach
    void the_calendar_as_it_came() {
        JdbcClient jdbc = jdbc();
        // The triggers that guard what is written are lifted for the test only.
        for (String change : List.of("disable", "enable")) {
            for (String table : List.of("calendar_day", "term_rule_move", "term_entry", "audit_entry", "audit_content", "audit_key", "row_change")) {
                jdbc.sql("alter table " + table + " " + change + " trigger user").update();
            }
            if (change.equals("disable")) {
                jdbc.sql("truncate calendar_day, calendar_change, term_rule_move, lapse_acknowledgement, lapse_stop, term_entry, term_escalation, term,"
                        + " audit_entry, audit_content, audit_key, row_change").update();
            }
        }
        moves.broken = null;
        moves.heard.clear();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 30), MovableClock.BRUSSELS));
    }

    @Test
    void a_new_holiday_moves_exactly_the_running_terms_that_it_touches() {
        houseOfTerms();

        CalendarChangeImpact.Impact impact = impact(holiday(FRIDAY));
        assertThat(impact.running()).isEqualTo(5);
        assertThat(impact.late()).isZero();
        assertThat(impact.moves()).containsExactly(
                new CalendarChangeImpact.Move("D-ENDS", "Verweer van de onderneming", FRIDAY, MONDAY),
                new CalendarChangeImpact.Move("D-WORK", "Ontvangst bevestigen", MONDAY, MONDAY.plusDays(1)));
        assertThat(impact.shifting()).isEqualTo(2);
        assertThat(terms.due("D-ENDS", DEFENCE)).as("looking changes nothing").isEqualTo(FRIDAY);
        assertThat(sheet().version()).isEqualTo("BE-1974");

        moves.heard.clear();
        long id = propose(holiday(FRIDAY));
        assertThat(terms.due("D-ENDS", DEFENCE)).as("nor does a proposal").isEqualTo(FRIDAY);
        decide(LIEVE, id, Verdict.GOEDGEKEURD, "Staatsblad gezien");

        assertThat(moves.heard).containsExactlyInAnyOrder("D-ENDS " + DEFENCE, "D-WORK " + RECEIPT);
        assertThat(terms.due("D-ENDS", DEFENCE)).isEqualTo(MONDAY).isEqualTo(kept("due_on", "D-ENDS"));
        assertThat(terms.due("D-WORK", RECEIPT)).isEqualTo(MONDAY.plusDays(1)).isEqualTo(kept("due_on", "D-WORK"));
        assertThat(terms.due("D-LATER", DEFENCE)).isEqualTo(TODAY.plusDays(14));
        assertThat(terms.due("D-LONG", "T-REC-01")).isEqualTo(TODAY.plusDays(120));
        assertThat(jdbc().sql("select dossier || ' ' || calendar from term order by dossier").query(String.class).list())
                .containsExactly("D-DONE 0", "D-ENDS 1", "D-LATER 1", "D-LONG 1", "D-WAITS 1", "D-WORK 1");
        assertThat(spring.getBean(KeptDates.class).differing(List.of("D-ENDS", "D-LATER", "D-LONG", "D-WAITS", "D-WORK"))).isEmpty();
        assertThat(sentences("D-ENDS")).last().isEqualTo("De kalender veranderde, zodat vrijdag 7 mei 2027 een wettelijke feestdag is (Brugdag)."
                + " \"Verweer van de onderneming\": de laatste dag is maandag 10 mei 2027, in plaats van vrijdag 7 mei 2027.");
        assertThat(sentences("D-LATER")).noneMatch(sentence -> sentence.contains("kalender"));
        assertThat(sentences(CalendarChanges.SUBJECT)).containsExactly(
                "Pieter Maas stelde voor dat vrijdag 7 mei 2027 een wettelijke feestdag is (Brugdag). De bron is Wet van 1 april 2027.",
                "Lieve Goossens keurde goed dat vrijdag 7 mei 2027 een wettelijke feestdag is (Brugdag), zoals Pieter Maas voorstelde."
                        + " De kalender is nu BE-1974+1. 2 laatste dagen verschuiven.");
        assertThat(sheet().holidays()).extracting(ShowCalendar.Holiday::day).hasSize(21).contains(FRIDAY).isSorted();
        assertThat(sheet().changes()).singleElement().satisfies(day -> assertThat(day.approvedByName()).isEqualTo("Lieve Goossens"));
    }

    @Test
    void the_account_of_a_moved_term_names_the_new_calendar_and_that_of_a_stopped_one_stays() {
        houseOfTerms();
        ShowAccount.Sheet doneBefore = account("D-DONE", DEFENCE, null);
        String hashBefore = account("D-ENDS", DEFENCE, null).inputsHash();
        clock.moveTo(ZonedDateTime.of(TODAY.plusDays(3).atTime(9, 30), MovableClock.BRUSSELS));
        approve(holiday(FRIDAY));

        ShowAccount.Sheet moved = account("D-ENDS", DEFENCE, null);
        assertThat(moved.calendar()).isEqualTo("BE-1974+1");
        assertThat(moved.calendarWords()).isEqualTo("Wettelijke feestdagen in België (KB van 18 april 1974); kalender BE-1974+1;"
                + " feestdag op vrijdag 7 mei 2027: Brugdag (Wet van 1 april 2027)");
        assertThat(moved.days()).filteredOn(day -> day.date().equals(FRIDAY)).singleElement()
                .satisfies(day -> assertThat(day.why()).contains("wettelijke feestdag").contains("verschuift naar maandag 10 mei 2027"));
        assertThat(moved.inputsHash()).isNotEqualTo(hashBefore)
                .isEqualTo(jdbc().sql("select inputs_sha256 from term where dossier = 'D-ENDS'").query(String.class).single());
        assertThat(account("D-LONG", "T-REC-01", null).calendarWords()).contains("kalender BE-1974+1").contains("vrijdag 7 mei 2027");
        assertThat(account("D-DONE", DEFENCE, null)).isEqualTo(doneBefore);
        assertThat(account("D-ENDS", DEFENCE, TODAY.plusDays(1))).as("as known before the change").satisfies(then -> {
            assertThat(then.calendar()).isEqualTo("BE-1974");
            assertThat(then.due()).isEqualTo(FRIDAY);
        });
    }

    @Test
    void a_term_that_starts_after_the_change_follows_it_and_a_day_taken_back_moves_the_terms_back() {
        approve(holiday(FRIDAY));
        terms.start("D-NEW", DEFENCE, TODAY.minusDays(7));
        assertThat(terms.due("D-NEW", DEFENCE)).isEqualTo(MONDAY);
        assertThat(terms.workingDay(FRIDAY.minusDays(1), 1)).isEqualTo(MONDAY);
        moves.heard.clear();

        approve(new CalendarChange(FRIDAY, false, "Brugdag", "Wet van 29 april 2027", "Vernietigd"));

        assertThat(terms.due("D-NEW", DEFENCE)).isEqualTo(FRIDAY);
        assertThat(moves.heard).containsExactly("D-NEW " + DEFENCE);
        assertThat(account("D-NEW", DEFENCE, null).calendarWords()).endsWith("kalender BE-1974+2");
        assertThat(sheet().holidays()).extracting(ShowCalendar.Holiday::day).hasSize(20).doesNotContain(FRIDAY);
    }

    @Test
    void a_day_in_the_past_still_moves_the_terms_that_run_through_it() {
        terms.start("D-1", RECEIPT, TODAY.minusDays(4));
        LocalDate before = terms.due("D-1", RECEIPT);

        approve(holiday(TODAY.minusDays(2)));
        approve(holiday(LocalDate.of(2019, 5, 7)));

        assertThat(before).isEqualTo(LocalDate.of(2027, 5, 3));
        assertThat(terms.due("D-1", RECEIPT)).isEqualTo(LocalDate.of(2027, 5, 4));
        assertThat(account("D-1", RECEIPT, null).calendarWords()).contains("kalender BE-1974+2").doesNotContain("2019");
    }

    @Test
    void what_would_be_late_at_once_is_counted_and_the_list_is_capped() {
        LocalDate whitMonday = LocalDate.of(2027, 5, 17);
        for (int i = 0; i < 60; i++) {
            terms.start("D-%02d".formatted(i), DEFENCE, whitMonday.minusDays(14));
        }
        clock.moveTo(ZonedDateTime.of(whitMonday.plusDays(1).atTime(9, 30), MovableClock.BRUSSELS));
        CalendarChange worked = new CalendarChange(whitMonday, false, "Pinkstermaandag", "Wet van 1 april 2027", "Nieuwe wet");

        CalendarChangeImpact.Impact impact = impact(worked);
        assertThat(List.of(impact.running(), impact.shifting(), impact.late())).containsExactly(60, 60, 60);
        assertThat(impact.moves()).hasSize(50).first()
                .isEqualTo(new CalendarChangeImpact.Move("D-00", "Verweer van de onderneming", whitMonday.plusDays(1), whitMonday));
        approve(worked);
        assertThat(terms.of("D-59")).singleElement().satisfies(term -> assertThat(term.overdue()).isTrue());
    }

    @Test
    void nobody_decides_on_an_own_proposal() {
        terms.start("D-1", DEFENCE, TODAY.minusDays(7));
        long id = propose(holiday(FRIDAY));

        assertThat(refusal(() -> decide(PIETER, id, Verdict.GOEDGEKEURD, null)).key()).isEqualTo("deadline.rule.four-eyes");
        assertThat(refusal(() -> decide(PIETER, id, Verdict.AFGEWEZEN, "toch niet")).key()).isEqualTo("deadline.rule.four-eyes");
        assertThat(refusal(() -> decide(TOM, id, Verdict.GOEDGEKEURD, null)).key()).isEqualTo("security.role-missing");
        assertThat(refusal(() -> as(LIEVE, () -> spring.getBean(ProposeCalendarChange.class).propose(holiday(MONDAY)))).key())
                .isEqualTo("security.role-missing");
        assertThatThrownBy(() -> jdbc().sql("update calendar_change set decision = 'GOEDGEKEURD', decided_by = proposed_by, decided_by_name = 'x',"
                + " decided_at = now()").update()).hasMessageContaining("calendar_change_four_eyes");
        assertThat(sheet().version()).isEqualTo("BE-1974");
        decide(JOKE, id, Verdict.GOEDGEKEURD, null);
        assertThat(sheet().version()).isEqualTo("BE-1974+1");
        assertThat(refusal(() -> decide(LIEVE, id, Verdict.AFGEWEZEN, "te laat")).key()).isEqualTo("deadline.rule.decided");
    }

    @Test
    void a_rejection_says_why_and_changes_nothing() {
        terms.start("D-1", DEFENCE, TODAY.minusDays(7));
        moves.heard.clear();
        long id = propose(holiday(FRIDAY));
        assertThat(refusal(() -> decide(LIEVE, id, Verdict.AFGEWEZEN, " ")).fields()).extracting(Refused.Field::name).containsExactly("reason");
        decide(LIEVE, id, Verdict.AFGEWEZEN, "Geen wet");

        assertThat(terms.due("D-1", DEFENCE)).isEqualTo(FRIDAY);
        assertThat(moves.heard).isEmpty();
        assertThat(sheet().open()).isEmpty();
        assertThat(sheet().changes()).isEmpty();
        assertThat(propose(holiday(FRIDAY))).as("it may be proposed again").isGreaterThan(id);
    }

    @ParameterizedTest(name = "{0} holiday={1}: {5}")
    @CsvSource(nullValues = "-", value = {
        "2027-05-09, false, Zondag,  Wet,  omdat, day deadline.calendar.weekend",
        "2027-05-08, false, Zaterdag,Wet,  omdat, day deadline.calendar.weekend",
        "2027-05-09, true,  Zondag,  Wet,  omdat, day deadline.calendar.already-holiday",
        "2027-05-06, true,  Onze Dag,Wet,  omdat, day deadline.calendar.already-holiday",
        "2027-05-07, false, Brugdag, Wet,  omdat, day deadline.calendar.already-working",
        "2027-05-07, true,  Brugdag, ' ',  omdat, source deadline.calendar.source.required",
        "2027-05-07, true,  Brugdag, -,    omdat, source deadline.calendar.source.required",
        "2027-05-07, true,  -,       Wet,  omdat, name deadline.calendar.name.required",
        "2027-05-07, true,  Brugdag, Wet,  -,     reason deadline.reason.required",
        "-,          true,  Brugdag, Wet,  omdat, day deadline.date.required",
        "2027-05-07, -,     Brugdag, Wet,  omdat, holiday deadline.rule.choice.required"
    })
    void what_makes_no_sense_is_refused_on_its_field(LocalDate day, Boolean holiday, String name, String source, String reason, String refused) {
        Refused no = refusal(() -> propose(new CalendarChange(day, holiday, name, source, reason)));

        assertThat(no.key()).isEqualTo("deadline.rule.invalid");
        assertThat(no.fields()).extracting(field -> field.name() + " " + field.key()).containsExactly(refused);
        assertThat(sheet().open()).isEmpty();
    }

    @Test
    void a_day_waits_for_one_decision_a_time_and_is_not_entered_twice() {
        propose(holiday(FRIDAY));
        assertThat(refusal(() -> propose(holiday(FRIDAY))).key()).isEqualTo("deadline.calendar.already-proposed");
        decide(LIEVE, sheet().open().get(0).id(), Verdict.GOEDGEKEURD, null);
        assertThat(refusal(() -> propose(holiday(FRIDAY))).fields()).extracting(Refused.Field::key).containsExactly("deadline.calendar.already-holiday");
        assertThatThrownBy(() -> jdbc().sql("update calendar_day set holiday = false").update()).hasMessageContaining("another version");
        assertThatThrownBy(() -> jdbc().sql("delete from calendar_change").update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void what_a_crash_left_behind_follows_later_and_what_followed_is_not_moved_twice() {
        for (int i = 0; i < 230; i++) {
            terms.start("D-%03d".formatted(i), DEFENCE, TODAY.minusDays(7));
        }
        moves.heard.clear();
        moves.broken = "D-150";
        approve(holiday(FRIDAY));

        assertThat(Set.copyOf(moves.heard)).as("the page that failed was taken dossier by dossier").hasSize(229).doesNotContain("D-150 " + DEFENCE);
        assertThat(terms.due("D-150", DEFENCE)).as("its account and its kept date agree until it follows").isEqualTo(FRIDAY).isEqualTo(kept("due_on", "D-150"));
        assertThat(sheet().behind()).isEqualTo(1);
        assertThat(sentences("D-149").stream().filter(sentence -> sentence.startsWith("De kalender"))).hasSize(1);

        moves.broken = null;
        moves.heard.clear();
        assertThat(spring.getBean(FollowCalendar.class).sweep()).isEqualTo(1);
        assertThat(spring.getBean(FollowCalendar.class).sweep()).isZero();
        assertThat(moves.heard).containsExactly("D-150 " + DEFENCE);
        assertThat(terms.due("D-150", DEFENCE)).isEqualTo(MONDAY);
        assertThat(sheet().behind()).isZero();
    }

    @Test
    void a_round_within_a_transaction_is_part_of_it_and_holds_no_second_connection() {
        terms.start("D-ENDS", DEFENCE, TODAY.minusDays(7));
        moves.broken = "D-ENDS";
        approve(holiday(FRIDAY));
        moves.broken = null;
        FollowCalendar follow = spring.getBean(FollowCalendar.class);

        new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            assertThat(follow.sweep()).isEqualTo(1);
            transaction.setRollbackOnly();
        });

        assertThat(sheet().behind()).isEqualTo(1);
        assertThat(follow.sweep()).isEqualTo(1);
    }

    @Test
    void a_term_that_was_just_starting_while_the_change_was_approved_follows_with_the_next_round() {
        long id = propose(holiday(FRIDAY));
        new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            terms.start("D-RACE", DEFENCE, TODAY.minusDays(7));
            var other = new Thread(() -> decide(LIEVE, id, Verdict.GOEDGEKEURD, null));
            other.start();
            try {
                other.join(20_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(sheet().version()).isEqualTo("BE-1974+1");
        assertThat(terms.due("D-RACE", DEFENCE)).isEqualTo(FRIDAY);

        assertThat(spring.getBean(FollowCalendar.class).sweep()).isEqualTo(1);

        assertThat(terms.due("D-RACE", DEFENCE)).isEqualTo(MONDAY);
    }

    /** One term that ends on the Friday, one in working days across it, and four that it does not touch: one later, one long, one waiting, one done. */
    private static void houseOfTerms() {
        terms.start("D-ENDS", DEFENCE, FRIDAY.minusDays(14));
        terms.start("D-WORK", RECEIPT, LocalDate.of(2027, 4, 30));
        terms.start("D-LATER", DEFENCE, TODAY);
        terms.start("D-LONG", "T-REC-01", TODAY);
        terms.start("D-WAITS", "T-REC-02", TODAY);
        terms.pause("D-WAITS", PauseGround.AANVULLING_AANVRAGER, TODAY, "wacht");
        terms.start("D-DONE", DEFENCE, FRIDAY.minusDays(14));
        terms.stop("D-DONE", DEFENCE, TODAY);
    }

    private static CalendarChange holiday(LocalDate day) {
        return new CalendarChange(day, true, "Brugdag", "Wet van 1 april 2027", "Nieuwe wet");
    }

    private static long propose(CalendarChange change) {
        return as(PIETER, () -> spring.getBean(ProposeCalendarChange.class).propose(change));
    }

    private static void approve(CalendarChange change) {
        decide(LIEVE, propose(change), Verdict.GOEDGEKEURD, null);
    }

    private static void decide(Actor actor, long proposal, Verdict verdict, String reason) {
        as(actor, () -> {
            spring.getBean(DecideCalendarChange.class).decide(proposal, verdict, reason);
            return null;
        });
    }

    private static CalendarChangeImpact.Impact impact(CalendarChange change) {
        return as(TOM, () -> spring.getBean(CalendarChangeImpact.class).of(change));
    }

    private static ShowCalendar.Sheet sheet() {
        return as(TOM, () -> spring.getBean(ShowCalendar.class).now());
    }

    private static ShowAccount.Sheet account(String dossier, String rule, LocalDate knownOn) {
        return as(TOM, () -> spring.getBean(ShowAccount.class).of(dossier, rule, knownOn, FLEMISH));
    }

    private static LocalDate kept(String column, String dossier) {
        return jdbc().sql("select " + column + " from term where dossier = ?").param(dossier).query(LocalDate.class).single();
    }

    private static List<String> sentences(String subject) {
        return spring.getBean(AuditLog.class).of(subject).stream().map(AuditLog.Line::sentence).toList();
    }

    private static JdbcClient jdbc() {
        return spring.getBean(JdbcClient.class);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return spring.getBean(CurrentActor.class).as(actor, work);
    }

    private static Refused refusal(Runnable work) {
        Refused refused = catchThrowableOfType(Refused.class, work::run);
        assertThat(refused).as("it was not refused").isNotNull();
        return refused;
    }
}
