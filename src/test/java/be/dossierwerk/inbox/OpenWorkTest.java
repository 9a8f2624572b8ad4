package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermMoved;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.engine.TaskClosed;
import be.dossierwerk.engine.TaskOpened;
import be.dossierwerk.inbox.OpenWork.Filter;
import be.dossierwerk.inbox.OpenWork.Tab;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Open work on a real PostgreSQL: who sees what, who gets it, and what happens once. */
class OpenWorkTest {

    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor BRAM = new Actor("bram", "Bram De Smet", Set.of(Roles.HANDLER, Roles.INTAKE));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final Map<String, Object> PROBE = Map.of("oordeel", "JA");

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private static AnnotationConfigApplicationContext spring;
    private static final Terms TERMS = mock(Terms.class);
    private static final Dossiers DOSSIERS = mock(Dossiers.class);
    private static final Processes PROCESSES = mock(Processes.class);
    private static final PublishedDiagrams PUBLISHED = mock(PublishedDiagrams.class);
    private static final List<Map<String, Object>> SENT = new ArrayList<>();
    private static final Map<String, LocalDate> DUE = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Terms.class, () -> TERMS);
        spring.registerBean(Dossiers.class, () -> DOSSIERS);
        spring.registerBean(Processes.class, () -> PROCESSES);
        spring.registerBean(PublishedDiagrams.class, () -> PUBLISHED);
        spring.registerBean(WaitingFor.class, OpenWorkTest::rules);
        spring.registerBean(TaskAction.class, OpenWorkTest::action);
        spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, InboxRows.class, OpenWork.class, Assignments.class,
                ClaimTask.class, ClaimTasks.class, GiveBackTask.class, HandOverTask.class, Colleagues.class, Drafts.class, SaveDraft.class,
                FormSchemas.class, RecordAnswers.class, SendTaskForm.class, TaskActions.class, StepClock.class, ShowTask.class, Conflicts.class, RefusedAttempts.class, CheckConflict.class, Absences.class, RecordReading.class);
        spring.refresh();
        when(DOSSIERS.find(any())).thenAnswer(call -> Optional.of(new Dossiers.Details(call.getArgument(0), "erkenning",
                "Poets & Co 100% bv", null, null, null, null, null, null, null, null, "IN_BEHANDELING", null, null)));
        when(TERMS.of(any())).thenAnswer(call -> {
            LocalDate due = DUE.get((String) call.getArgument(0));
            return List.of(new TermStanding(call.getArgument(0), "T-REC-01", "Beslissing binnen 120 dagen", "WETTELIJK", TODAY.minusDays(30),
                    due, null, 30, 0, 120, due == null ? LocalDate.of(2027, 3, 4) : null, null, null, false));
        });
        for (Actor person : List.of(AN, BRAM, JOKE, TOM)) {
            bean(Colleagues.class).know(person);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        spring.close();
    }

    @BeforeEach
    void nothing_is_open() {
        JdbcClient jdbc = bean(JdbcClient.class);
        List.of("inbox_row", "inbox_done", "sent_action").forEach(table -> jdbc.sql("delete from " + table).update());
        SENT.clear();
        DUE.clear();
    }

    @Test
    void lists_are_ordered_by_the_last_day_with_the_unknown_ones_last_and_counters_agree() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.HANDLER, null);
        open("t2", "D2", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY.plusDays(9));
        open("t3", "D3", "UserTask_NotaOpstellen", Roles.INTAKE + "," + Roles.HANDLER, TODAY.minusDays(3));
        open("t4", "D4", "UserTask_Nazicht", Roles.LAWYER, TODAY);
        open("t5", "D5", "UserTask_Wacht", Roles.INTAKE + "," + Roles.HANDLER, TODAY.plusDays(1));

        assertThat(ids(BRAM, Tab.GROUPS)).containsExactly("t3", "t2", "t1");
        assertThat(ids(BRAM, Tab.PAUSED)).containsExactly("t5");
        assertThat(ids(JOKE, Tab.GROUPS)).containsExactly("t4");
        assertThat(ids(TOM, Tab.TEAM)).containsExactly("t3", "t4", "t5", "t2", "t1");
        assertThat(ids(BRAM, Tab.TEAM)).isEmpty();
        assertThat(as(BRAM, () -> bean(OpenWork.class).list(Tab.GROUPS, Filter.NONE, null, 0, 1).get(0).daysLeft())).isEqualTo(-3);
        for (Actor person : List.of(AN, BRAM, JOKE, TOM)) {
            as(person, () -> bean(OpenWork.class).counts(Filter.NONE)).forEach((tab, count) ->
                    assertThat(ids(person, tab)).as(person.name() + " " + tab).hasSize(count.intValue()));
        }
    }

    @Test
    void pages_join_without_gaps_or_doubles_by_key_and_by_number() {
        for (int i = 0; i < 23; i++) {
            open("t" + i, "D" + i, "UserTask_NotaOpstellen", Roles.INTAKE + "," + Roles.HANDLER, i % 3 == 0 ? null : TODAY.plusDays(i % 5));
        }
        List<String> whole = ids(BRAM, Tab.GROUPS);
        List<String> byKey = new ArrayList<>();
        List<String> byNumber = new ArrayList<>();
        OpenWork.Row last = null;
        for (int page = 0; page < 5; page++) {
            OpenWork.Row after = last;
            int skip = page * 5;
            List<OpenWork.Row> rows = as(BRAM, () -> bean(OpenWork.class).list(Tab.GROUPS, Filter.NONE, after, 0, 5));
            last = rows.get(rows.size() - 1);
            rows.forEach(row -> byKey.add(row.taskId()));
            as(BRAM, () -> bean(OpenWork.class).list(Tab.GROUPS, Filter.NONE, null, skip, 5)).forEach(row -> byNumber.add(row.taskId()));
        }
        assertThat(whole).hasSize(23);
        assertThat(byKey).isEqualTo(whole);
        assertThat(byNumber).isEqualTo(whole);
    }

    @Test
    void text_is_searched_as_it_is_typed_and_a_group_only_narrows() {
        open("t1", "DC-ERK-2027-00031", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        open("t2", "DC-ERK-2027-00032", "UserTask_NotaOpstellen", Roles.INTAKE, TODAY);

        assertThat(ids(BRAM, Tab.GROUPS, new Filter(null, null, "00031"))).containsExactly("t1");
        assertThat(ids(BRAM, Tab.GROUPS, new Filter(null, null, "poets & co 100%"))).containsExactly("t1", "t2");
        assertThat(ids(BRAM, Tab.GROUPS, new Filter(null, null, "P%o"))).isEmpty();
        assertThat(ids(BRAM, Tab.GROUPS, new Filter(null, Roles.INTAKE, null))).containsExactly("t2");
        assertThat(ids(AN, Tab.GROUPS, new Filter(null, Roles.INTAKE, null))).isEmpty();
        assertThat(ids(BRAM, Tab.GROUPS, new Filter("beroep", null, null))).isEmpty();
    }

    @Test
    void a_term_that_moves_takes_rows_and_timers_along() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY.plusDays(9));
        open("t2", "D2", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY.plusDays(10));
        DUE.put("D1", TODAY.plusDays(30));

        publish(new TermMoved("D1", "T-REC-01"));

        assertThat(ids(AN, Tab.GROUPS)).containsExactly("t2", "t1");
        verify(PROCESSES).moveTimers("D1");
        DUE.remove("D1");
        publish(new TermMoved("D1", "T-REC-01"));
        assertThat(bean(OpenWork.class).find("t1").orElseThrow().pausedSince()).isEqualTo(LocalDate.of(2027, 3, 4));
    }

    @Test
    void who_is_too_late_hears_who_has_it() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        as(AN, () -> claim("t1"));

        Refused refused = catchThrowableOfType(Refused.class, () -> as(BRAM, () -> claim("t1")));

        assertThat(refused.key()).isEqualTo("inbox.claimed-by-colleague");
        assertThat(refused.args()).contains("An Peeters");
        assertThatThrownBy(() -> as(JOKE, () -> claim("t1"))).hasMessage("inbox.not-your-group");
        assertThatThrownBy(() -> as(AN, () -> claim("gone"))).hasMessage("inbox.task-gone");
        assertThat(ids(BRAM, Tab.GROUPS)).isEmpty();
        assertThat(ids(AN, Tab.MINE)).containsExactly("t1");
        assertThat(sentences("D1")).endsWith("An Peeters nam de taak \"Taak t1\" op zich.");
    }

    @Test
    void of_many_who_claim_at_once_one_gets_it() throws Exception {
        open("t1", "D-race", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        var threads = Executors.newFixedThreadPool(6);
        List<Callable<Boolean>> claims = IntStream.range(0, 6).<Callable<Boolean>>mapToObj(i -> () -> {
            try {
                return as(new Actor("p" + i, "Persoon " + i, Set.of(Roles.HANDLER)), () -> claim("t1"));
            } catch (Refused refused) {
                return false;
            }
        }).toList();

        long won = 0;
        for (var answer : threads.invokeAll(claims)) {
            won += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(sentences("D-race")).hasSize(1);
    }

    @Test
    void a_task_goes_to_a_colleague_of_its_group_with_a_reason() {
        open("t1", "D2", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        as(AN, () -> claim("t1"));
        HandOverTask handOver = bean(HandOverTask.class);

        assertThatThrownBy(() -> as(BRAM, () -> run(() -> handOver.handOver("t1", "bram", "ik wil die")))).hasMessage("inbox.not-yours");
        assertThatThrownBy(() -> as(AN, () -> run(() -> handOver.handOver("t1", "bram", " ")))).hasMessage("inbox.reason-required");
        assertThatThrownBy(() -> as(AN, () -> run(() -> handOver.handOver("t1", "joke", "verlof")))).hasMessage("inbox.colleague-not-in-group");
        as(TOM, () -> run(() -> handOver.handOver("t1", "bram", "An is ziek")));

        assertThat(ids(BRAM, Tab.MINE)).containsExactly("t1");
        assertThat(sentences("D2")).endsWith("Tom Willems droeg de taak \"Taak t1\" van An Peeters over aan Bram De Smet.");
        as(BRAM, () -> run(() -> bean(GiveBackTask.class).giveBack("t1")));
        assertThat(ids(AN, Tab.GROUPS)).containsExactly("t1");
    }

    @Test
    void what_was_typed_is_there_for_the_colleague_who_takes_over() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        as(AN, () -> bean(SaveDraft.class).save("t1", Map.of("oordeel", "NEE", "reden", "Te", "vreemd", "x", "bron", "Zoals het was")));
        assertThatThrownBy(() -> as(BRAM, () -> bean(SaveDraft.class).save("t1", Map.of()))).hasMessage("inbox.claimed-by-colleague");
        as(AN, () -> run(() -> bean(GiveBackTask.class).giveBack("t1")));

        ShowTask.Sheet sheet = as(BRAM, () -> bean(ShowTask.class).show("t1"));

        assertThat(sheet.values()).containsEntry("reden", "Te").containsEntry("bedrag", "25000").containsEntry("bron", "Zoals het nu is").doesNotContainKey("vreemd");
        assertThat(sheet.draft().authorName()).isEqualTo("An Peeters");
        assertThat(sheet.mayWork()).isTrue();
        publish(new TaskClosed("t1", "D1", false));
        assertThat(bean(Drafts.class).of("t1")).isEmpty();
    }

    @Test
    void what_is_sent_twice_happens_once() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        UUID action = UUID.randomUUID();
        SendTaskForm send = bean(SendTaskForm.class);

        assertThatThrownBy(() -> as(AN, () -> send.send("t1", action, Map.of()))).hasMessage("inbox.form-invalid");
        assertThat(bean(OpenWork.class).find("t1").orElseThrow().isFree()).as("a refusal leaves nothing behind").isTrue();
        assertThat(as(AN, () -> send.send("t1", action, Map.of("oordeel", "JA")))).isEqualTo(SendTaskForm.Result.DONE);
        assertThat(as(AN, () -> send.send("t1", action, Map.of("oordeel", "JA")))).isEqualTo(SendTaskForm.Result.ALREADY_DONE);

        assertThat(SENT).hasSize(1);
        assertThatThrownBy(() -> as(AN, () -> send.send("t1", UUID.randomUUID(), Map.of("oordeel", "JA")))).hasMessage("inbox.task-done");
        assertThat(ids(AN, Tab.FOLLOWED)).containsExactly("t1");
        assertThat(ids(BRAM, Tab.FOLLOWED)).isEmpty();
    }

    @Test
    void an_action_that_fails_leaves_the_task_with_its_draft() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.HANDLER, TODAY);
        as(AN, () -> bean(SaveDraft.class).save("t1", Map.of("oordeel", "NEE")));

        assertThatThrownBy(() -> as(AN, () -> bean(SendTaskForm.class).send("t1", UUID.randomUUID(),
                Map.of("oordeel", "NEE", "reden", "Mislukt dus")))).hasMessage("test.fails");

        assertThat(ids(AN, Tab.MINE)).containsExactly("t1");
        assertThat(bean(Drafts.class).of("t1")).isPresent();
    }

    private static WaitingFor rules() {
        return new WaitingFor() {
            @Override
            public Set<String> waitingTasks() {
                return Set.of("UserTask_Wacht");
            }

            @Override
            public String termOf(String taskKey) {
                return "T-REC-01";
            }

            @Override
            public String process() {
                return "erkenning";
            }
        };
    }

    @Test
    void a_task_keeps_the_form_of_its_set_and_answers_that_no_use_case_knows_are_kept_word_for_word() {
        when(PUBLISHED.of("new")).thenReturn(set("test/proef", """
                {"type": "default", "id": "proef", "components": [
                  {"type": "radio", "key": "oordeel", "label": "Uw oordeel", "values": [{"value": "JA", "label": "Ja"}]},
                  {"type": "select", "key": "hoe", "label": "Hoe gevraagd", "values": [{"value": "TEL", "label": "Per telefoon"}], "validate": {"required": true}},
                  {"type": "datetime", "subtype": "date", "key": "wanneer", "dateLabel": "Gevraagd op"}]}"""));
        openOfSet("t1", "D1", "UserTask_Nazicht", "test/proef", "new");
        openOfSet("t2", "D2", "UserTask_Nazicht", "test/proef", null);

        assertThat(as(BRAM, () -> bean(ShowTask.class).show("t1").form().keys())).containsExactly("oordeel", "hoe", "wanneer");
        assertThat(as(BRAM, () -> bean(ShowTask.class).show("t2").form().keys())).contains("bedrag").doesNotContain("hoe");
        as(BRAM, () -> bean(SendTaskForm.class).send("t1", UUID.randomUUID(), Map.of("oordeel", "JA", "hoe", "TEL", "wanneer", "2027-03-11")));

        assertThat(SENT).singleElement().satisfies(data -> assertThat(data).containsEntry("oordeel", "JA"));
        assertThat(told("D1")).contains("Bram De Smet vulde \"Taak t1\" in: Hoe gevraagd: Per telefoon; Gevraagd op: donderdag 11 maart 2027.");
    }

    @Test
    void a_form_that_only_a_changed_procedure_has_needs_no_use_case() {
        when(PUBLISHED.of("new")).thenReturn(set("test/herinnerd", """
                {"type": "default", "id": "herinnerd", "components": [{"type": "checkbox", "key": "gebeld", "label": "Gebeld"}]}"""));
        openOfSet("t3", "D3", "UserTask_Herinneren", "test/herinnerd", "new");

        assertThat(as(BRAM, () -> bean(ShowTask.class).show("t3").form().keys())).containsExactly("gebeld");
        as(BRAM, () -> bean(SendTaskForm.class).send("t3", UUID.randomUUID(), Map.of("gebeld", true)));

        verify(PROCESSES).complete("t3", Map.of());
        assertThat(told("D3")).contains("Bram De Smet vulde \"Taak t3\" in: Gebeld: ja.");
        assertThat(SENT).isEmpty();
    }

    @Test
    void whom_the_diagram_names_sends_the_form_and_nobody_else() {
        open("t1", "D1", "UserTask_NotaOpstellen", Roles.LAWYER, null);

        assertRefused("inbox.not-your-group", AN, "t1", PROBE);
        as(JOKE, () -> bean(SendTaskForm.class).send("t1", UUID.randomUUID(), PROBE));
        assertThat(SENT).hasSize(1);

        open("t2", "D2", "UserTask_NotaOpstellen", Roles.HANDLER, null);
        as(BRAM, () -> claim("t2"));
        // Bram moved to another service: the task is still on his name.
        Actor moved = new Actor("bram", "Bram De Smet", Set.of(Roles.INTAKE));
        assertRefused("inbox.not-your-group", moved, "t2", PROBE);
        assertThat(as(moved, () -> bean(ShowTask.class).show("t2"))).matches(sheet -> sheet.mine() && !sheet.mayWork() && sheet.mayHandOver())
                .extracting(sheet -> sheet.reserved().key()).isEqualTo("inbox.not-your-group");
        assertThat(SENT).hasSize(1);
    }

    @Test
    void what_law_gives_to_one_role_no_diagram_gives_to_another() {
        Map<String, Object> agreed = Map.of("akkoord", "JA");
        openOf("bouwstenen/juridisch-nazicht", "r1", "D1", Roles.LAWYER + "," + Roles.HANDLER);

        assertRefused("inbox.only-for", AN, "r1", agreed);
        verify(PROCESSES, never()).complete(eq("r1"), any());
        as(JOKE, () -> bean(SendTaskForm.class).send("r1", UUID.randomUUID(), agreed));
        verify(PROCESSES).complete("r1", Map.of());

        Actor both = new Actor("bram", "Bram De Smet", Set.of(Roles.HANDLER, Roles.LAWYER));
        openOf("bouwstenen/juridisch-nazicht", "r2", "D2", Roles.HANDLER);
        assertRefused("inbox.only-for", both, "r2", agreed);
        assertThat(as(both, () -> bean(ShowTask.class).show("r2"))).matches(sheet -> !sheet.mayWork())
                .extracting(sheet -> sheet.reserved().key()).isEqualTo("inbox.only-for");

        Actor auditor = new Actor("rik", "Rik Aerts", Set.of(Roles.AUDITOR));
        openOf("test/proef", "r3", "D3", Roles.AUDITOR);
        assertRefused("inbox.looks-on", auditor, "r3", PROBE);
        assertThat(SENT).isEmpty();
    }

    private static void assertRefused(String key, Actor person, String task, Map<String, Object> typed) {
        assertThatThrownBy(() -> as(person, () -> bean(SendTaskForm.class).send(task, UUID.randomUUID(), typed))).isInstanceOf(Refused.class).hasMessage(key);
    }

    private static void openOf(String formKey, String id, String dossier, String groups) {
        publish(new TaskOpened(new OpenTask(id, "erkenning", "UserTask_Proef", "Taak " + id, formKey, groups, dossier, bean(MovableClock.class).instant(), null)));
    }

    private static DiagramSet set(String formKey, String form) {
        return DiagramSet.of(Map.of("forms/" + formKey + ".form", form.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static void openOfSet(String id, String dossier, String key, String formKey, String deployment) {
        publish(new TaskOpened(new OpenTask(id, "erkenning", key, "Taak " + id, formKey, Roles.HANDLER, dossier, bean(MovableClock.class).instant(), deployment)));
    }

    private static List<String> told(String dossier) {
        return bean(JdbcClient.class).sql("select content::json ->> 'sentence' from audit_entry join audit_content using (dossier, seq) where dossier = ? and action <> 'FEITEN' order by seq").param(dossier).query(String.class).list();
    }

    private static TaskAction action() {
        return new TaskAction() {
            @Override
            public String formKey() {
                return "test/proef";
            }

            @Override
            public void send(OpenTask task, Map<String, Object> data) {
                SENT.add(data);
                spring.publishEvent(new TaskClosed(task.id(), task.dossier(), true));
                if (data.get("oordeel").equals("NEE")) {
                    throw new Refused("test.fails");
                }
            }

            @Override
            public Map<String, Object> prefill(OpenTask task) {
                return Map.of("bedrag", new java.math.BigDecimal("25000"), "bron", "Zoals het nu is");
            }
        };
    }

    private static void open(String id, String dossier, String key, String groups, LocalDate due) {
        if (due != null) {
            DUE.put(dossier, due);
        }
        publish(new TaskOpened(new OpenTask(id, "erkenning", key, "Taak " + id, "test/proef", groups, dossier, bean(MovableClock.class).instant(), null)));
    }

    private static void publish(Object event) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> ((ApplicationEventPublisher) spring).publishEvent(event));
    }

    private static List<String> ids(Actor person, Tab tab) {
        return ids(person, tab, Filter.NONE);
    }

    private static List<String> ids(Actor person, Tab tab, Filter filter) {
        return as(person, () -> bean(OpenWork.class).list(tab, filter, null, 0, 100)).stream().map(OpenWork.Row::taskId).toList();
    }

    private static List<String> sentences(String dossier) {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private static boolean claim(String task) {
        bean(ClaimTask.class).claim(task);
        return true;
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }

    private static <T> T as(Actor person, Supplier<T> work) {
        return bean(CurrentActor.class).as(person, work);
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }
}
