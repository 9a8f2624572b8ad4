package be.dossierwerk.clockcheck;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.EscalationLadder;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock on the real engine: hands in the database are found and repaired, the look ahead comes true, and a week of standstill loses nothing. */
@DossierwerkTest
class ClockCheckTest {

    private static final Actor LEAD = new Actor("lead", "Lien De Smet", Set.of(Roles.TEAM_LEAD));
    private static final Actor AUDITOR = new Actor("auditor", "Omer Daems", Set.of(Roles.AUDITOR));
    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static int undertakings = 2000;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ReconcileClock reconcileClock;
    @Autowired private RepairFinding repairFinding;
    @Autowired private ClockFindings findings;
    @Autowired private RehearseTerms rehearseTerms;
    @Autowired private EscalationLadder ladder;
    @Autowired private AuditLog audit;
    @Autowired private Letters letters;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private HistoryService history;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void fifty_timers_moved_behind_the_products_back_are_fifty_findings_and_each_is_repaired_with_one_click() {
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            dossiers.add(waiting());
        }
        int before = check().differences();
        assertThat(open(dossiers)).isEmpty();
        List<String> dates = dueDates(dossiers);

        assertThat(jdbc.sql("""
                update act_ru_job set duedate_ = duedate_ + interval '3 days' where process_instance_id_ in
                (select id_ from act_ru_execution where business_key_ = any(?))""").param(array(dossiers)).update()).isEqualTo(50);
        ReconcileClock.Outcome found = check();

        assertThat(found.differences() - before).isEqualTo(50);
        assertThat(open(dossiers)).hasSize(50);
        assertThat(as(LEAD, findings::open)).filteredOn(finding -> dossiers.contains(finding.dossier())).hasSize(50).allSatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo("TIMER");
            assertThat(finding.cause()).isEqualTo("Het grootboek veranderde niet sinds de vorige controle: de datum werd buiten het product om gewijzigd.");
        }).anySatisfy(finding -> {
            assertThat(finding.what()).contains("\"Aanvulling door de aanvrager\"");
            assertThat(finding.expected()).isEqualTo("dinsdag 6 april 2027, bij het begin van de dag");
            assertThat(finding.found()).isEqualTo("vrijdag 9 april 2027, bij het begin van de dag");
        });

        // The same differences, seen twice, are the same findings.
        List<Long> same = open(dossiers);
        check();
        assertThat(open(dossiers)).isEqualTo(same);

        long one = same.get(0);
        assertThatThrownBy(() -> as(AUDITOR, () -> repair(one))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        as(LEAD, () -> repair(one));
        assertThat(check().differences() - before).isEqualTo(49);
        assertThatThrownBy(() -> as(LEAD, () -> repair(one))).isInstanceOf(Refused.class).hasMessage("clockcheck.closed");
        String repaired = jdbc.sql("select dossier from clock_finding where id = ? and state = 'HERSTELD' and repaired_by_name = 'Lien De Smet'").param(one)
                .query(String.class).single();
        assertThat(audit.of(repaired)).last().satisfies(line -> {
            assertThat(line.action()).isEqualTo("CLOCK_REPAIRED");
            assertThat(line.sentence()).startsWith("Lien De Smet herstelde een verschil in de klok.");
        });

        open(dossiers).forEach(finding -> as(LEAD, () -> repair(finding)));
        assertThat(check().differences()).isEqualTo(before);
        assertThat(dueDates(dossiers)).isEqualTo(dates);
    }

    @Test
    void rows_tasks_and_kept_dates_that_were_changed_by_hand_are_found_and_repaired() {
        String row = waiting();
        String missing = waiting();
        String ghost = waiting();
        String task = waiting();
        String term = complete();
        String step = complete();
        List<String> dossiers = List.of(row, missing, ghost, task, term, step);
        int before = check().differences();
        assertThat(open(dossiers)).isEmpty();

        jdbc.sql("update inbox_row set due_on = due_on + 5, paused_since = null where dossier = ?").param(row).update();
        jdbc.sql("delete from inbox_row where dossier = ?").param(missing).update();
        jdbc.sql("""
                insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, waits)
                select 'ghost-' || task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, waits
                from inbox_row where dossier = ?""").param(ghost).update();
        jdbc.sql("update act_ru_task set due_date_ = now() where id_ in (select task_id from inbox_row where dossier = ?)").param(task).update();
        jdbc.sql("update term set due_on = due_on - 1 where dossier = ? and rule = 'T-REC-01'").param(term).update();
        jdbc.sql("update term set next_step_on = null where dossier = ? and rule = 'T-REC-01'").param(step).update();

        assertThat(check().differences() - before).isEqualTo(6);
        assertThat(kinds(dossiers)).containsExactly("RIJ", "RIJ_ONTBREEKT", "RIJ_ZONDER_TAAK", "TAAKDATUM", "TERM", "TERM");

        open(dossiers).forEach(finding -> as(LEAD, () -> repair(finding)));
        assertThat(check().differences()).isEqualTo(before);
        // The dossier whose row was gone can be worked on again.
        send("els", missing, "UserTask_AanvullingRegistreren", depositReceived(LocalDate.of(2027, 3, 3)));
    }

    @Test
    void timers_that_were_deleted_are_found_hung_again_and_fire() {
        String waiting = waiting();
        String reminded = waiting();
        String advising = advising();
        List<String> dossiers = List.of(waiting, advising);
        List<String> dates = dueDates(dossiers);
        assertThat(dates).hasSize(3);
        int before = check().differences();

        assertThat(jdbc.sql("delete from act_ru_job where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = any(?))")
                .param(array(dossiers)).update()).isEqualTo(3);
        assertThat(check().differences() - before).isEqualTo(3);
        assertThat(as(LEAD, findings::open)).filteredOn(finding -> dossiers.contains(finding.dossier())).extracting(ClockFindings.Finding::what)
                .containsExactlyInAnyOrder("Bij de taak \"Aanvulling registreren\" hoort de tijdklok \"Eerste maand voorbij\", maar die loopt niet.",
                        "Bij de taak \"Aanvulling registreren\" hoort de tijdklok \"Tweede maand voorbij\", maar die loopt niet.",
                        "Bij de taak \"Op agenda plaatsen\" hoort de tijdklok \"Adviestermijn voorbij\", maar die loopt niet.");

        open(dossiers).forEach(finding -> as(LEAD, () -> repair(finding)));
        assertThat(dueDates(dossiers)).isEqualTo(dates);
        assertThat(check().differences()).isEqualTo(before);

        at(LocalDate.of(2027, 4, 6), LocalTime.of(9, 0));
        assertThat(letters.of(waiting)).filteredOn(letter -> letter.kind().equals("herinnering")).hasSize(1);
        check();
        // A reminder that went out has no timer left, and that is as it should be.
        assertThat(open(List.of(waiting, reminded))).isEmpty();
        at(LocalDate.of(2027, 5, 11), LocalTime.of(9, 0));
        assertThat(audit.of(advising)).anyMatch(line -> line.sentence().contains("gaf geen advies binnen de termijn"));
        assertThat(letters.of(waiting)).anyMatch(letter -> letter.kind().equals("zonder-gevolg"));
    }

    @Test
    void work_that_goes_on_during_the_check_is_no_difference() throws Exception {
        check();
        long last = jdbc.sql("select coalesce(max(id), 0) from clock_finding").query(Long.class).single();
        List<String> dossiers = new CopyOnWriteArrayList<>();
        AtomicInteger checks = new AtomicInteger();
        CompletableFuture<Void> working = CompletableFuture.runAsync(() -> {
            // On a busy machine until there were enough checks.
            for (int i = 0; i < 8 || checks.get() <= 3 && i < 200; i++) {
                dossiers.add(waiting());
            }
        });
        while (!working.isDone()) {
            check();
            checks.incrementAndGet();
        }
        working.get();
        assertThat(checks.get()).isGreaterThan(3);
        assertThat(jdbc.sql("select what from clock_finding where dossier = any(?) and id > ?").params(array(dossiers), last).query(String.class).list())
                .isEmpty();
    }

    @Test
    void more_dossiers_need_no_more_statements() {
        waiting();
        complete();
        check();
        int few = CountedStatements.of(this::check).size();
        int fewAhead = CountedStatements.of(() -> as(LEAD, () -> rehearseTerms.ofAll(90, 500))).size();
        for (int i = 0; i < 8; i++) {
            waiting();
            complete();
        }
        assertThat(CountedStatements.of(this::check)).hasSize(few);
        assertThat(CountedStatements.of(() -> as(LEAD, () -> rehearseTerms.ofAll(90, 500)))).hasSize(fewAhead);
    }

    @Test
    void a_difference_that_disappears_by_itself_is_closed_and_says_so() {
        String dossier = waiting();
        check();
        jdbc.sql("update term set due_on = due_on - 1 where dossier = ? and rule = 'T-REC-04'").param(dossier).update();
        check();
        List<Long> found = open(List.of(dossier));
        assertThat(found).hasSize(1);
        jdbc.sql("update term set due_on = due_on + 1 where dossier = ? and rule = 'T-REC-04'").param(dossier).update();
        check();
        assertThat(jdbc.sql("select state from clock_finding where id = ?").param(found.get(0)).query(String.class).single()).isEqualTo("VERDWENEN");
        assertThatThrownBy(() -> as(LEAD, () -> repair(found.get(0)))).isInstanceOf(Refused.class).hasMessage("clockcheck.closed");
    }

    @Test
    void the_look_ahead_touches_nothing_and_comes_true_when_nobody_acts() {
        List<String> dossiers = List.of(waiting(), complete(), advising());
        LocalDate from = LocalDate.now(clock);
        String stood = fingerprint();
        List<RehearseTerms.Line> all = as(LEAD, () -> rehearseTerms.ofAll(90, Integer.MAX_VALUE).first());
        List<RehearseTerms.Line> lines = dossiers.stream().flatMap(dossier -> as(LEAD, () -> rehearseTerms.ofDossier(dossier, 90)).stream()).toList();
        assertThat(fingerprint()).isEqualTo(stood);
        assertThat(all).filteredOn(line -> dossiers.contains(line.dossier())).containsExactlyInAnyOrderElementsOf(lines);

        for (int day = 1; day <= 90; day++) {
            at(from.plusDays(day), LocalTime.of(0, 10));
            ladder.sweep();
        }

        Set<String> foreseen = new TreeSet<>();
        lines.stream().filter(line -> line.kind() != RehearseTerms.Kind.LAATSTE_DAG).forEach(line -> foreseen.add(line.on() + " " + line.dossier() + " "
                + line.name() + (line.percent() == null ? "" : " " + line.percent() + " " + line.addressee())));
        assertThat(happened(dossiers, from)).containsExactlyElementsOf(foreseen);
        assertThat(lines).extracting(RehearseTerms.Line::kind).contains(RehearseTerms.Kind.values());
    }

    @Test
    void after_a_week_of_standstill_over_several_last_days_everything_comes_once_in_order_and_on_its_own_day() {
        String late = complete();
        String incomplete = waiting();
        at(LocalDate.of(2027, 3, 11), LocalTime.of(9, 0));
        ladder.sweep();
        at(LocalDate.of(2027, 3, 15), LocalTime.of(9, 0));
        List<RehearseTerms.Line> foreseen = as(LEAD, () -> rehearseTerms.ofDossier(late, 10)).stream()
                .filter(line -> line.kind() == RehearseTerms.Kind.OPVOLGING).toList();
        assertThat(foreseen).extracting(RehearseTerms.Line::percent).containsExactly(75, 90, 100);

        // Nothing runs until ten days later.
        at(LocalDate.of(2027, 3, 25), LocalTime.of(9, 0));
        ladder.sweep();
        ladder.sweep();

        assertThat(escalations(late, LocalDate.of(2027, 3, 16))).containsExactlyElementsOf(foreseen.stream()
                .map(line -> line.on() + " " + line.dossier() + " " + line.name() + " " + line.percent() + " " + line.addressee()).toList());
        assertThat(audit.of(late)).filteredOn(line -> line.action().equals("TERM_ESCALATED")).extracting(AuditLog.Line::sentence)
                .filteredOn(sentence -> sentence.contains("Deze stap kwam op")).hasSize(3).first().asString().contains("dinsdag 16 maart 2027");

        // Over the end of the first month, down from 2 April to 9 April: the reminder goes out once.
        at(LocalDate.of(2027, 4, 9), LocalTime.of(9, 0));
        jobs.run();
        assertThat(letters.of(incomplete)).filteredOn(letter -> letter.kind().equals("herinnering")).hasSize(1);
    }

    /** What the ladder and the timers did after that day, by day. */
    private Set<String> happened(List<String> dossiers, LocalDate after) {
        Set<String> happened = new TreeSet<>();
        for (String dossier : dossiers) {
            happened.addAll(escalations(dossier, after.plusDays(1)));
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier).list().forEach(instance ->
                    history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                            .filter(visited -> visited.getActivityType().toLowerCase(java.util.Locale.ROOT).contains("timer"))
                            .forEach(visited -> happened.add(visited.getStartTime().toInstant().atZone(MovableClock.BRUSSELS).toLocalDate() + " " + dossier
                                    + " " + visited.getActivityName())));
        }
        return happened;
    }

    private List<String> escalations(String dossier, LocalDate from) {
        return jdbc.sql("""
                select e.due_on || ' ' || t.dossier || ' ' || r.name || ' ' || e.step || ' ' || e.addressee
                from term_escalation e join term t on t.id = e.term join term_rule r on r.code = t.rule and r.version = t.rule_version
                where t.dossier = ? and e.due_on >= ? order by e.due_on, e.at, e.step""").params(dossier, from).query(String.class).list();
    }

    private String fingerprint() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("term", "term_entry", "term_escalation", "inbox_row", "inbox_row_group", "(select * from audit_entry where action <> 'FEITEN')", "clock_finding", "clock_check",
                "dossier", "act_ru_job", "act_ru_task", "act_ru_execution", "act_hi_actinst")) {
            all.append(table).append(' ').append(jdbc.sql("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table + " t")
                    .query(String.class).single()).append('\n');
        }
        return all.toString();
    }

    private List<Long> open(List<String> dossiers) {
        return jdbc.sql("select id from clock_finding where state = 'OPEN' and dossier = any(?) order by id").param(array(dossiers)).query(Long.class).list();
    }

    private List<String> kinds(List<String> dossiers) {
        return jdbc.sql("select kind from clock_finding where state = 'OPEN' and dossier = any(?) order by kind").param(array(dossiers))
                .query(String.class).list();
    }

    private List<String> dueDates(List<String> dossiers) {
        return jdbc.sql("""
                select e.business_key_ || ' ' || j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = any(?) order by 1""").param(array(dossiers)).query(String.class).list();
    }

    private ReconcileClock.Outcome check() {
        return as(AUDITOR, reconcileClock::check);
    }

    private Void repair(long finding) {
        repairFinding.repair(finding);
        return null;
    }

    /** A dossier that waits for missing items: two timers. */
    private String waiting() {
        String dossier = file(false);
        send("an", dossier, "UserTask_VolledigheidNagaan", depositMissing());
        return dossier;
    }

    private String complete() {
        String dossier = file(true);
        send("an", dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        return dossier;
    }

    /** A dossier that waits for the committee's advice. */
    private String advising() {
        String dossier = complete();
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", note("GUNSTIG"));
        return dossier;
    }

    /** Received on Monday, looked at on Wednesday. */
    private String file(boolean complete) {
        at(RECEIVED, LocalTime.of(9, 0));
        Application application = InventedApplications.make(undertakings++, RECEIVED, complete);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        at(RECEIVED.plusDays(2), LocalTime.of(9, 0));
        return dossier;
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return currentActor.as(actor, work);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    private static String[] array(List<String> dossiers) {
        return dossiers.toArray(String[]::new);
    }
}
