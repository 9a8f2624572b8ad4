package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of a rule on a real PostgreSQL, from proposal and impact to decision: the advice term from 70 to 60 days. */
class RuleChangeTest {

    private static final Actor PIETER = new Actor("pieter", "Pieter Maas", Set.of(Roles.MANAGER));
    private static final Actor KIM = new Actor("kim", "Kim Baert", Set.of(Roles.MANAGER, Roles.LAWYER));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));

    private static final String ADVICE = "T-REC-02";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 12, 1);

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    static class Moves {
        final List<String> heard = new ArrayList<>();
        String failing = "";

        @EventListener
        public void moved(TermMoved event) {
            if (event.dossier().equals(failing)) {
                throw new IllegalStateException("the lists of " + failing + " cannot follow");
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
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Moves.class, Moves::new);
        spring.registerBean("messageSource", MessageSource.class, () -> {
            ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
            texts.setBasenames("messages/deadline");
            return texts;
        });
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Ledger.class, ClimbLadder.class, Terms.class, RuleVersions.class, ShowTermRules.class, Texts.class, AccountWords.class, ShowAccount.class,
                ProposeRuleChange.class, RuleChangeImpact.class, DecideRuleChange.class, TakeTermsAlong.class, FollowRuleChange.class);
        spring.refresh();
        terms = spring.getBean(Terms.class);
        moves = spring.getBean(Moves.class);
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    @BeforeEach
    void the_rules_as_they_came() {
        JdbcClient jdbc = jdbc();
        // Truncate passes by the triggers that guard single rows; the others are lifted for the test only.
        for (String table : List.of("term_rule_move", "term_entry", "audit_entry", "audit_content", "audit_key", "row_change")) {
            jdbc.sql("alter table " + table + " disable trigger user").update();
        }
        jdbc.sql("truncate term_rule_move, term_rule_change, lapse_acknowledgement, lapse_stop, term_entry, term_escalation, term, audit_entry, audit_content, audit_key, row_change").update();
        for (String table : List.of("term_rule_move", "term_entry", "audit_entry", "audit_content", "audit_key", "row_change")) {
            jdbc.sql("alter table " + table + " enable trigger user").update();
        }
        jdbc.sql("delete from term_rule where version > 1").update();
        jdbc.sql("update term_rule set valid_to = null").update();
        moves.heard.clear();
        today(TODAY);
    }

    @Test
    void the_advice_term_goes_from_70_to_60_days_for_terms_that_start_from_next_month() {
        terms.start("D-OLD", ADVICE, TODAY.minusDays(10));
        long id = propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));

        RuleChangeImpact.Impact impact = impact(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));
        assertThat(impact.keeping()).isEqualTo(1);
        assertThat(impact.moving()).isZero();
        assertThat(impact.moves()).isEmpty();
        assertThat(impact.start()).isEqualTo(NEXT_MONTH);
        assertThat(impact.exampleBefore()).isEqualTo(NEXT_MONTH.plusDays(70));
        assertThat(impact.exampleAfter()).isEqualTo(NEXT_MONTH.plusDays(60));

        moves.heard.clear();
        decide(JOKE, id, Verdict.GOEDGEKEURD, "Zo staat het in het besluit");
        terms.start("D-BEFORE", ADVICE, NEXT_MONTH.minusDays(1));
        today(NEXT_MONTH);
        terms.start("D-ON", ADVICE, NEXT_MONTH);
        terms.start("D-AFTER", ADVICE, NEXT_MONTH.plusDays(5));

        assertThat(moves.heard).doesNotContain("D-OLD " + ADVICE);
        assertThat(standsAt("D-OLD")).isEqualTo("70 v1");
        assertThat(standsAt("D-BEFORE")).isEqualTo("70 v1");
        assertThat(standsAt("D-ON")).isEqualTo("60 v2");
        assertThat(standsAt("D-AFTER")).isEqualTo("60 v2");
        assertThat(terms.due("D-OLD", ADVICE)).isEqualTo(TODAY.plusDays(60));
        assertThat(terms.due("D-BEFORE", ADVICE)).isEqualTo(NEXT_MONTH.plusDays(69));
        assertThat(terms.due("D-ON", ADVICE)).isEqualTo(NEXT_MONTH.plusDays(60));
        assertThat(versions(ADVICE)).containsExactly("2: 60 from 2026-12-01 to null", "1: 70 from 2000-01-01 to 2026-11-30");
        assertThat(rules().open()).isEmpty();
    }

    @Test
    void a_term_that_was_started_ahead_on_a_day_of_the_new_version_goes_along() {
        terms.start("D-AHEAD", ADVICE, NEXT_MONTH.plusDays(2));
        terms.start("D-OLD", ADVICE, TODAY);
        moves.heard.clear();

        approve(propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN)));

        assertThat(standsAt("D-AHEAD")).isEqualTo("60 v2");
        assertThat(standsAt("D-OLD")).isEqualTo("70 v1");
        assertThat(moves.heard).containsExactly("D-AHEAD " + ADVICE);
    }

    @Test
    void with_the_transition_for_all_running_terms_last_days_move_on_the_day_itself() {
        terms.start("D-1", ADVICE, TODAY.minusDays(65));
        terms.start("D-2", ADVICE, TODAY);
        terms.extend("D-2", ADVICE, 5, "Groepsdossier");
        terms.start("D-PAUSED", ADVICE, TODAY);
        terms.pause("D-PAUSED", PauseGround.AANVULLING_AANVRAGER, TODAY, "wacht");
        terms.start("D-DONE", ADVICE, TODAY.minusDays(3));
        terms.stop("D-DONE", ADVICE, TODAY);
        terms.start("D-OTHER", "T-REC-01", TODAY);
        RuleChange change = advice(60, NEXT_MONTH, Transition.ALLE_LOPENDE);
        long id = propose(change);

        assertThat(refusal(() -> approve(id)).key()).isEqualTo("deadline.rule.date.not-yet");
        today(NEXT_MONTH);
        terms.start("D-3", ADVICE, NEXT_MONTH);
        RuleChangeImpact.Impact impact = impact(change);
        assertThat(List.of(impact.keeping(), impact.moving(), impact.shifting(), impact.late())).containsExactly(0, 4, 3, 0);
        assertThat(impact.moves()).containsExactly(
                new RuleChangeImpact.Move("D-1", TODAY.minusDays(65), TODAY.plusDays(5), TODAY.minusDays(5)),
                new RuleChangeImpact.Move("D-2", TODAY, TODAY.plusDays(75), TODAY.plusDays(65)),
                new RuleChangeImpact.Move("D-3", NEXT_MONTH, NEXT_MONTH.plusDays(70), NEXT_MONTH.plusDays(60)),
                new RuleChangeImpact.Move("D-PAUSED", TODAY, null, null));
        moves.heard.clear();
        approve(id);

        assertThat(moves.heard).containsExactly("D-1 " + ADVICE, "D-2 " + ADVICE, "D-3 " + ADVICE, "D-PAUSED " + ADVICE);
        assertThat(dueInTable("D-2")).isEqualTo(TODAY.plusDays(65)).isEqualTo(terms.due("D-2", ADVICE));
        assertThat(standsAt("D-DONE")).isEqualTo("70 v1");
        assertThat(terms.due("D-OTHER", "T-REC-01")).isEqualTo(TODAY.plusDays(120));
        terms.resume("D-PAUSED", PauseGround.AANVULLING_AANVRAGER, NEXT_MONTH, "kwam");
        assertThat(terms.due("D-PAUSED", ADVICE)).isEqualTo(TODAY.plusDays(60 + 10));
        assertThat(sentences("D-2")).last().isEqualTo("De termijn \"Advies van de commissie\" volgt nu versie 2 van zijn regel, 60 kalenderdagen;"
                + " de laatste dag is " + Dates.prose(TODAY.plusDays(65)) + ".");
        assertThat(jdbc().sql("select dossier || ' ' || from_version || '>' || to_version || coalesce(' ' || due_before || ' ' || due_after, '')"
                + " from term_rule_move m join term t on t.id = m.term where dossier in ('D-2', 'D-PAUSED') order by 1").query(String.class).list())
                .containsExactly("D-2 1>2 " + TODAY.plusDays(75) + " " + TODAY.plusDays(65), "D-PAUSED 1>2");
    }

    @Test
    void grounds_of_the_new_version_stop_running_terms_also_for_pauses_that_were_there_before() {
        terms.start("D-1", ADVICE, TODAY.minusDays(20));
        terms.pause("D-1", PauseGround.BRON_DERDE, TODAY.minusDays(15), "wacht");
        terms.resume("D-1", PauseGround.BRON_DERDE, TODAY.minusDays(5), "kwam");
        RuleChange change = new RuleChange(ADVICE, TermUnit.CALENDAR_DAYS, 70, MonthRule.A, RollRule.NONE,
                Set.of(PauseGround.AANVULLING_AANVRAGER, PauseGround.BRON_DERDE), source(ADVICE), "Zie nota", TODAY, Transition.ALLE_LOPENDE);

        LocalDate before = terms.due("D-1", ADVICE);
        assertThat(impact(change).moves()).containsExactly(new RuleChangeImpact.Move("D-1", TODAY.minusDays(20), before, before.plusDays(10)));
        approve(propose(change));

        assertThat(terms.due("D-1", ADVICE)).isEqualTo(before.plusDays(10));
    }

    @Test
    void what_would_be_late_at_once_is_counted_and_the_list_is_capped() {
        for (int i = 0; i < 60; i++) {
            terms.start("D-%02d".formatted(i), ADVICE, TODAY.minusDays(i));
        }
        RuleChangeImpact.Impact impact = impact(advice(50, TODAY, Transition.ALLE_LOPENDE));

        assertThat(impact.moving()).isEqualTo(60);
        assertThat(impact.moves()).hasSize(50);
        assertThat(impact.late()).isEqualTo(9);
        assertThat(impact.moves().get(0).dossier()).isEqualTo("D-59");
        assertThat(standsAt("D-59")).isEqualTo("70 v1");
    }

    @Test
    void an_account_as_known_before_the_change_still_follows_the_version_that_held_then() {
        terms.start("D-1", ADVICE, TODAY.minusDays(20));
        today(TODAY.plusDays(3));
        approve(propose(advice(60, TODAY.plusDays(1), Transition.ALLE_LOPENDE)));
        today(TODAY.plusDays(9));

        ShowAccount.Sheet then = account("D-1", ADVICE, TODAY.plusDays(2));
        ShowAccount.Sheet now = account("D-1", ADVICE, null);

        assertThat(List.of(then.rule().version(), then.rule().amount(), now.rule().version(), now.rule().amount())).containsExactly(1, 70, 2, 60);
        assertThat(then.due()).isEqualTo(TODAY.plusDays(50));
        assertThat(now.due()).isEqualTo(TODAY.plusDays(40));
        assertThat(then.inputsHash()).isNotEqualTo(now.inputsHash());
    }

    @Test
    void the_account_names_the_version_and_the_one_before() {
        terms.start("D-1", "T-REC-01", TODAY.minusDays(5));
        terms.start("D-1", ADVICE, TODAY);
        approve(propose(advice(60, TODAY, Transition.ALLE_LOPENDE)));

        assertThat(account("D-1", "T-REC-01", null).rule()).extracting(ShowAccount.Rule::version, ShowAccount.Rule::before, ShowAccount.Rule::changedOn)
                .containsExactly(1, null, null);
        assertThat(account("D-1", ADVICE, null).rule()).extracting(ShowAccount.Rule::version, ShowAccount.Rule::before, ShowAccount.Rule::changedOn)
                .containsExactly(2, 1, TODAY);
    }

    @Test
    void a_term_that_starts_while_a_change_is_approved_is_not_forgotten() throws Exception {
        long id = propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));
        var pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> approval = new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)).execute(transaction -> {
                terms.start("D-RACE", ADVICE, NEXT_MONTH.plusDays(2));
                Future<?> waiting = pool.submit(() -> approve(id));
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return waiting;
            });
            approval.get(1, TimeUnit.MINUTES);
        } finally {
            pool.shutdown();
        }
        assertThat(standsAt("D-RACE")).isEqualTo("60 v2");
        assertThatThrownBy(() -> jdbc().sql("insert into term (dossier, rule, rule_version, started_on) values ('D-X', 'T-REC-02', 1, date '2026-12-01')")
                .update()).hasMessageContaining("no longer holds");
    }

    @Test
    void a_term_that_cannot_follow_holds_up_no_other_and_follows_with_a_later_sweep() {
        for (String dossier : List.of("D-1", "D-2", "D-3")) {
            terms.start(dossier, ADVICE, TODAY.minusDays(5));
        }
        moves.failing = "D-2";
        try {
            approve(propose(advice(60, TODAY, Transition.ALLE_LOPENDE)));

            assertThat(List.of(standsAt("D-1"), standsAt("D-2"), standsAt("D-3"))).containsExactly("60 v2", "70 v1", "60 v2");
            assertThat(dueInTable("D-2")).isEqualTo(TODAY.plusDays(65));
            assertThat(sentences("D-2")).noneMatch(sentence -> sentence.contains("volgt nu versie"));
            assertThat(spring.getBean(FollowRuleChange.class).sweep()).isZero();
        } finally {
            moves.failing = "";
        }
        assertThat(spring.getBean(FollowRuleChange.class).sweep()).isEqualTo(1);
        assertThat(standsAt("D-2")).isEqualTo("60 v2");
        assertThat(dueInTable("D-2")).isEqualTo(TODAY.plusDays(55));
        assertThat(sentences("D-2")).filteredOn(sentence -> sentence.contains("volgt nu versie")).hasSize(1);
        assertThat(spring.getBean(FollowRuleChange.class).sweep()).isZero();
    }

    @Test
    void a_term_that_a_change_left_under_an_older_version_goes_along_with_a_later_change_for_all() {
        terms.start("D-OLD", ADVICE, TODAY);
        approve(propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN)));
        today(NEXT_MONTH.plusDays(1));
        assertThat(standsAt("D-OLD")).isEqualTo("70 v1");
        approve(propose(advice(50, NEXT_MONTH.plusDays(1), Transition.ALLE_LOPENDE)));

        assertThat(standsAt("D-OLD")).isEqualTo("50 v3");
        assertThat(jdbc().sql("select from_version || '>' || to_version from term_rule_move").query(String.class).list()).containsExactly("1>3");
    }

    @Test
    void more_terms_than_a_page_all_follow() {
        for (int i = 0; i < 230; i++) {
            terms.start("D-%03d".formatted(i), ADVICE, TODAY);
        }
        moves.heard.clear();
        approve(propose(advice(60, TODAY, Transition.ALLE_LOPENDE)));

        assertThat(moves.heard).hasSize(230).doesNotHaveDuplicates().isSorted();
        assertThat(jdbc().sql("select count(*) from term where rule_version = 2").query(Integer.class).single()).isEqualTo(230);
        assertThat(sentences("TERMIJN-" + ADVICE)).last().asString().endsWith("230 lopende termijnen veranderen mee.");
    }

    @Test
    void nobody_decides_on_an_own_proposal() {
        long id = propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));

        assertThat(refusal(() -> decide(PIETER, id, Verdict.GOEDGEKEURD, null)).key()).isEqualTo("deadline.rule.four-eyes");
        assertThat(refusal(() -> decide(PIETER, id, Verdict.AFGEWEZEN, "toch niet")).key()).isEqualTo("deadline.rule.four-eyes");
        assertThat(refusal(() -> decide(TOM, id, Verdict.GOEDGEKEURD, null)).key()).isEqualTo("security.role-missing");
        assertThat(versions(ADVICE)).hasSize(1);
        assertThatThrownBy(() -> jdbc().sql("update term_rule_change set decision = 'GOEDGEKEURD', decided_by = proposed_by, decided_by_name = 'x', decided_at = now()")
                .update()).hasMessageContaining("term_rule_change_four_eyes");
        decide(KIM, id, Verdict.GOEDGEKEURD, null);
        assertThat(versions(ADVICE)).hasSize(2);
    }

    @Test
    void a_rejection_says_why_and_changes_nothing() {
        terms.start("D-1", ADVICE, TODAY);
        moves.heard.clear();
        long id = propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));
        assertThat(refusal(() -> decide(JOKE, id, Verdict.AFGEWEZEN, " ")).fields()).extracting(Refused.Field::name).containsExactly("reason");
        assertThat(refusal(() -> decide(JOKE, id, Verdict.AFGEWEZEN, "x".repeat(501))).key()).isEqualTo("deadline.text.too-long");

        decide(JOKE, id, Verdict.AFGEWEZEN, "Het besluit is nog niet verschenen");

        assertThat(versions(ADVICE)).containsExactly("1: 70 from 2000-01-01 to null");
        assertThat(terms.due("D-1", ADVICE)).isEqualTo(TODAY.plusDays(70));
        assertThat(moves.heard).isEmpty();
        assertThat(rules().open()).isEmpty();
        assertThat(refusal(() -> approve(id)).key()).isEqualTo("deadline.rule.decided");
        // The same may be proposed again.
        propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));
        assertThat(rules().open()).singleElement().satisfies(open -> {
            assertThat(open.proposedByName()).isEqualTo("Pieter Maas");
            assertThat(open.base().amount()).isEqualTo(70);
            assertThat(open.change().amount()).isEqualTo(60);
        });
    }

    @Test
    void the_trail_of_a_rule_tells_who_proposed_and_who_decided() {
        decide(JOKE, propose(advice(65, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN)), Verdict.AFGEWEZEN, "Te ruim");
        decide(JOKE, propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN)), Verdict.GOEDGEKEURD, null);

        assertThat(sentences("TERMIJN-T-REC-02")).containsExactly(
                "Pieter Maas stelde voor de termijn \"Advies van de commissie\" een wijziging voor vanaf dinsdag 1 december 2026, voor nieuwe termijnen:"
                        + " 65 kalenderdagen in plaats van 70 kalenderdagen; de bron is Besluit van 1 oktober 2026.",
                "Joke Claes wees de wijziging van de termijn \"Advies van de commissie\" af die Pieter Maas voorstelde.",
                "Pieter Maas stelde voor de termijn \"Advies van de commissie\" een wijziging voor vanaf dinsdag 1 december 2026, voor nieuwe termijnen:"
                        + " 60 kalenderdagen in plaats van 70 kalenderdagen; de bron is Besluit van 1 oktober 2026.",
                "Joke Claes keurde de wijziging van de termijn \"Advies van de commissie\" goed die Pieter Maas voorstelde. Versie 2 geldt vanaf dinsdag"
                        + " 1 december 2026: 60 kalenderdagen in plaats van 70 kalenderdagen; de bron is Besluit van 1 oktober 2026."
                        + " Geen lopende termijn verandert mee.");
        assertThat(jdbc().sql("""
                select count(*) from audit_entry a left join audit_entry b on b.dossier = a.dossier and b.seq = a.seq - 1
                where a.dossier = 'TERMIJN-T-REC-02' and a.previous <> coalesce(b.hash, '')""").query(Integer.class).single()).isZero();
        assertThat(jdbc().sql("select hash from audit_entry where dossier = 'TERMIJN-T-REC-02'").query(String.class).list()).doesNotHaveDuplicates();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(change(null, 60, "bron", "reden", NEXT_MONTH, Transition.NIEUWE_TERMIJNEN), Map.of("unit", "deadline.rule.unit.required")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, null, "bron", "reden", NEXT_MONTH, Transition.NIEUWE_TERMIJNEN), Map.of("amount", "deadline.rule.amount.range")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 0, "bron", "reden", NEXT_MONTH, Transition.NIEUWE_TERMIJNEN), Map.of("amount", "deadline.rule.amount.range")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 1000, "bron", "reden", NEXT_MONTH, Transition.NIEUWE_TERMIJNEN), Map.of("amount", "deadline.rule.amount.range")),
                Arguments.of(change(TermUnit.DAY_OF_NEXT_MONTH, 32, "bron", "reden", NEXT_MONTH, Transition.NIEUWE_TERMIJNEN), Map.of("amount", "deadline.rule.amount.range")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 60, " ", null, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN),
                        Map.of("source", "deadline.rule.source.required", "reason", "deadline.reason.required")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 60, "b".repeat(501), "r".repeat(501), NEXT_MONTH, Transition.NIEUWE_TERMIJNEN),
                        Map.of("source", "deadline.text.too-long", "reason", "deadline.text.too-long")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 60, "bron", "reden", null, null),
                        Map.of("validFrom", "deadline.date.required", "transition", "deadline.rule.choice.required")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 60, "bron", "reden", TODAY, Transition.NIEUWE_TERMIJNEN), Map.of("validFrom", "deadline.rule.date.future")),
                Arguments.of(change(TermUnit.CALENDAR_DAYS, 60, "bron", "reden", LocalDate.of(2000, 1, 1), Transition.ALLE_LOPENDE),
                        Map.of("validFrom", "deadline.rule.date.after-version")),
                Arguments.of(new RuleChange("T-RVS", TermUnit.CALENDAR_DAYS, 90, MonthRule.A, RollRule.LEGAL, Set.of(), "bron", "reden", NEXT_MONTH,
                                Transition.ALLE_LOPENDE), Map.of("transition", "deadline.rule.told")),
                Arguments.of(new RuleChange("T-HOR-01", TermUnit.CALENDAR_DAYS, 20, null, null, Set.of(PauseGround.VERWEER), "bron", "reden", NEXT_MONTH,
                                Transition.NIEUWE_TERMIJNEN),
                        Map.of("pauseGrounds", "deadline.rule.grounds.applicant", "monthRule", "deadline.rule.choice.required", "roll", "deadline.rule.choice.required")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void each_wrong_field_is_named(RuleChange change, Map<String, String> fields) {
        Refused refused = refusal(() -> propose(change));

        assertThat(refused.key()).isEqualTo("deadline.rule.invalid");
        assertThat(refused.fields()).hasSize(fields.size()).allSatisfy(field -> assertThat(field.key()).as(field.name()).isEqualTo(fields.get(field.name())));
        assertThat(rules().open()).isEmpty();
    }

    @Test
    void proposing_refuses_what_cannot_be() {
        RuleChange change = advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN);
        assertThat(refusal(() -> as(JOKE, () -> spring.getBean(ProposeRuleChange.class).propose(change))).key()).isEqualTo("security.role-missing");
        assertThat(refusal(() -> as(AN, () -> spring.getBean(ShowTermRules.class).all())).key()).isEqualTo("security.role-missing");
        assertThat(refusal(() -> as(AN, () -> spring.getBean(RuleChangeImpact.class).of(change))).key()).isEqualTo("security.role-missing");
        assertThat(refusal(() -> propose(new RuleChange("T-X", TermUnit.WEEKS, 1, MonthRule.A, RollRule.NONE, null, "b", "r", NEXT_MONTH,
                Transition.NIEUWE_TERMIJNEN))).key()).isEqualTo("deadline.rule.unknown");
        RuleVersion now = rules().versions().stream().filter(version -> version.code().equals(ADVICE)).findFirst().orElseThrow();
        assertThat(refusal(() -> propose(new RuleChange(ADVICE, now.unit(), now.amount(), now.monthRule(), now.roll(), now.pauseGrounds(), now.source(), "r",
                NEXT_MONTH, Transition.NIEUWE_TERMIJNEN))).key()).isEqualTo("deadline.rule.unchanged");
        long id = propose(change);
        assertThat(refusal(() -> propose(change)).key()).isEqualTo("deadline.rule.already-proposed");
        approve(id);
        assertThat(refusal(() -> propose(advice(50, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN))).fields().get(0).key())
                .isEqualTo("deadline.rule.date.after-version");
        propose(advice(50, NEXT_MONTH.plusDays(1), Transition.NIEUWE_TERMIJNEN));
    }

    @Test
    void a_start_that_has_passed_or_a_version_that_came_in_between_is_not_approved() {
        long late = propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));
        today(NEXT_MONTH);
        assertThat(refusal(() -> approve(late)).key()).isEqualTo("deadline.rule.date.passed");
        decide(JOKE, late, Verdict.AFGEWEZEN, "te laat");

        long outdated = propose(advice(60, NEXT_MONTH.plusDays(10), Transition.NIEUWE_TERMIJNEN));
        jdbc().sql("insert into term_rule select code, 2, name, nature, unit, 65, month_rule, clock, roll, binds, escalates, source, date '2026-12-02', null,"
                + " pause_grounds from term_rule where code = ? and version = 1").param(ADVICE).update();
        assertThat(refusal(() -> approve(outdated)).key()).isEqualTo("deadline.rule.outdated");
    }

    @ParameterizedTest
    @CsvSource({"update term_rule_change set amount = 61", "delete from term_rule_change", "update term_rule_change set decision_reason = 'x'"})
    void a_proposal_is_never_changed(String statement) {
        propose(advice(60, NEXT_MONTH, Transition.NIEUWE_TERMIJNEN));

        assertThatThrownBy(() -> jdbc().sql(statement).update()).hasMessageContaining("never changed or deleted");
    }

    private static RuleChange advice(int days, LocalDate validFrom, Transition transition) {
        return change(TermUnit.CALENDAR_DAYS, days, "Besluit van 1 oktober 2026", "Het besluit verkort de termijn", validFrom, transition);
    }

    private static RuleChange change(TermUnit unit, Integer amount, String source, String reason, LocalDate validFrom, Transition transition) {
        return new RuleChange(ADVICE, unit, amount, MonthRule.A, RollRule.NONE, Set.of(PauseGround.AANVULLING_AANVRAGER), source, reason, validFrom,
                transition);
    }

    private static long propose(RuleChange change) {
        return as(PIETER, () -> spring.getBean(ProposeRuleChange.class).propose(change));
    }

    private static RuleChangeImpact.Impact impact(RuleChange change) {
        return as(JOKE, () -> spring.getBean(RuleChangeImpact.class).of(change));
    }

    private static ShowTermRules.Rules rules() {
        return as(TOM, () -> spring.getBean(ShowTermRules.class).all());
    }

    private static void approve(long proposal) {
        decide(JOKE, proposal, Verdict.GOEDGEKEURD, null);
    }

    private static void decide(Actor actor, long proposal, Verdict verdict, String reason) {
        as(actor, () -> {
            spring.getBean(DecideRuleChange.class).decide(proposal, verdict, reason);
            return null;
        });
    }

    private static List<String> versions(String rule) {
        return rules().versions().stream().filter(version -> version.code().equals(rule))
                .map(version -> version.version() + ": " + version.amount() + " from " + version.validFrom() + " to " + version.validTo()).toList();
    }

    private static String source(String rule) {
        return rules().versions().stream().filter(version -> version.code().equals(rule)).findFirst().orElseThrow().source();
    }

    /** Length and version of the advice term of that dossier. */
    private static String standsAt(String dossier) {
        int days = terms.of(dossier).stream().filter(term -> term.rule().equals(ADVICE)).findFirst().orElseThrow().totalDays();
        return days + " v" + jdbc().sql("select rule_version from term where dossier = ? and rule = ?").params(dossier, ADVICE).query(Integer.class).single();
    }

    private static LocalDate dueInTable(String dossier) {
        return jdbc().sql("select due_on from term where dossier = ? and rule = ?").params(dossier, ADVICE).query(LocalDate.class).single();
    }

    private static List<String> sentences(String subject) {
        return spring.getBean(AuditLog.class).of(subject).stream().map(AuditLog.Line::sentence).toList();
    }

    private static ShowAccount.Sheet account(String dossier, String rule, LocalDate knownOn) {
        return as(AN, () -> spring.getBean(ShowAccount.class).of(dossier, rule, knownOn, Locale.ENGLISH));
    }

    private static JdbcClient jdbc() {
        return spring.getBean(JdbcClient.class);
    }

    private static void today(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(9, 30), MovableClock.BRUSSELS));
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
