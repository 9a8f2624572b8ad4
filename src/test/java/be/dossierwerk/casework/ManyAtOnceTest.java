package be.dossierwerk.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.inbox.Route;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The committee's session and the signing pile on PostgreSQL; the sending of a form itself is the inbox's. */
class ManyAtOnceTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final Actor SOFIE = new Actor("sofie", "Sofie Wouters", Set.of(Roles.SECRETARIAT));
    private static final Actor MARC = new Actor("marc", "Marc Aerts", Set.of(Roles.COMMITTEE));
    private static final Actor KAREL = new Actor("karel", "Karel Mertens", Set.of(Roles.SIGNATORY));
    private static final Map<String, Object> ADVICE = Map.of("strekking", "GUNSTIG");

    private static JdbcClient jdbc;

    private final MovableClock clock = new MovableClock();
    private final CurrentActor currentActor = new CurrentActor(Optional.empty());
    private final SendTaskForm sendTaskForm = mock(SendTaskForm.class);
    private final SendEach sendEach = new SendEach(sendTaskForm);
    private final SigningReads reads = new SigningReads(jdbc, currentActor, clock);
    private final CommitteeActions committee = new RecordAdviceForMany(sendEach, currentActor);
    private final SigningActions signing = new SignReadDecisions(new SigningPile(jdbc), reads, sendEach, sendTaskForm, mock(CheckConflict.class), currentActor);

    @BeforeAll
    static void start() throws Exception {
        DataSource data = OwnDatabase.migrated();
        jdbc = JdbcClient.create(data);
    }

    @AfterAll
    static void stop() throws Exception {
    }

    @BeforeEach
    void nothing_waits() {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        List.of("committee_item", "inbox_row", "besluit", "letter", "signing_read", "dossier").forEach(table -> jdbc.sql("delete from " + table).update());
        reset(sendTaskForm);
    }

    @Test
    void a_session_shows_the_most_urgent_first_and_what_is_advised_last() {
        item("D1", TODAY, "GUNSTIG");
        item("D2", TODAY, null);
        item("D3", TODAY, null);
        item("D4", TODAY.plusDays(14), null);
        task("t2", "D2", CaseworkModel.RECORD_ADVICE, TODAY.plusDays(9));
        task("t3", "D3", CaseworkModel.RECORD_ADVICE, TODAY.minusDays(2));

        var lines = new SessionFiles(jdbc, clock).on(TODAY);

        assertThat(lines).extracting(SessionFiles.Line::dossier).containsExactly("D3", "D2", "D1");
        assertThat(lines).extracting(SessionFiles.Line::daysLeft).containsExactly(-2, 9, null);
        assertThat(lines).extracting(SessionFiles.Line::taskId).containsExactly("t3", "t2", null);
        assertThat(lines.get(0).since()).isEqualTo(TODAY.minusDays(4));
        assertThat(lines.get(2).advice()).isEqualTo("GUNSTIG");
    }

    @Test
    void a_file_put_off_offers_its_new_task_in_the_new_session_only() {
        item("D1", TODAY.minusDays(14), "UITGESTELD");
        item("D1", TODAY, null);
        task("t1", "D1", CaseworkModel.RECORD_ADVICE, TODAY.plusDays(9));

        SessionFiles files = new SessionFiles(jdbc, clock);

        assertThat(files.on(TODAY.minusDays(14))).extracting(SessionFiles.Line::taskId).containsOnlyNulls();
        assertThat(files.on(TODAY)).extracting(SessionFiles.Line::taskId).containsExactly("t1");
    }

    @Test
    void one_refused_or_broken_file_does_not_stop_the_others() {
        when(sendTaskForm.send(eq("t2"), any(), any(), any())).thenThrow(new Refused("inbox.task-gone"));
        when(sendTaskForm.send(eq("t3"), any(), any(), any())).thenThrow(new IllegalStateException("disk"));

        var outcomes = as(SOFIE, () -> committee.record(UUID.randomUUID(), List.of("t1", "t2", "t3", "t4"), ADVICE));

        assertThat(outcomes).extracting(Outcome::taskId).containsExactly("t1", "t2", "t3", "t4");
        assertThat(outcomes).extracting(Outcome::isDone).containsExactly(true, false, false, true);
        assertThat(outcomes.get(1).refusal()).hasMessage("inbox.task-gone");
        assertThat(outcomes.get(2).refusal()).hasMessage("casework.screen.failed");
    }

    @Test
    void a_second_try_carries_the_same_action_for_each_task_and_tasks_never_share_one() {
        UUID action = UUID.randomUUID();
        as(SOFIE, () -> committee.record(action, List.of("t1", "t2"), ADVICE));
        as(SOFIE, () -> committee.record(action, List.of("t1", "t2"), ADVICE));

        ArgumentCaptor<UUID> sent = ArgumentCaptor.forClass(UUID.class);
        verify(sendTaskForm, org.mockito.Mockito.times(4)).send(anyString(), sent.capture(), any(), any());
        assertThat(sent.getAllValues().subList(2, 4)).isEqualTo(sent.getAllValues().subList(0, 2));
        assertThat(sent.getAllValues().get(0)).isNotEqualTo(sent.getAllValues().get(1));
    }

    @Test
    void members_read_and_the_secretariat_records() {
        assertThatThrownBy(() -> as(MARC, () -> committee.record(UUID.randomUUID(), List.of("t1"), ADVICE))).hasMessage("security.role-missing");
        verify(sendTaskForm, never()).send(any(), any(), any(), any());
    }

    @Test
    void only_what_was_read_is_signed() {
        UUID read = decision("D1", "t1");
        decision("D2", "t2");
        as(KAREL, () -> run(() -> reads.read(read)));

        var outcomes = as(KAREL, () -> signing.sign(UUID.randomUUID(), List.of("t1", "t2")));

        verify(sendTaskForm).send(eq("t1"), any(), eq(Map.of("ondertekend", "JA")), eq(Route.ONDERTEKENSTAPEL));
        verify(sendTaskForm, never()).send(eq("t2"), any(), any(), any());
        assertThat(outcomes).filteredOn(Outcome::isDone).extracting(Outcome::taskId).containsExactly("t1");
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).singleElement()
                .satisfies(outcome -> assertThat(outcome.refusal()).hasMessage("casework.signing-unread"));
    }

    @Test
    void a_mark_is_personal_stays_and_does_not_hold_for_a_redrafted_decision() {
        UUID document = decision("D1", "t1");
        as(KAREL, () -> run(() -> reads.read(document)));
        as(KAREL, () -> run(() -> reads.read(document)));

        assertThat(as(KAREL, reads::mine)).containsExactly(document);
        assertThat(as(new Actor("kim", "Kim Maes", Set.of(Roles.SIGNATORY)), reads::mine)).isEmpty();
        jdbc.sql("update besluit set status = 'TERUGGESTUURD'").update();
        UUID redrafted = decision("D1", null);
        assertThat(as(KAREL, reads::mine)).isEmpty();
        assertThat(redrafted).isNotEqualTo(document);
        assertThatThrownBy(() -> as(SOFIE, () -> run(() -> reads.read(document)))).hasMessage("security.role-missing");
    }

    @Test
    void a_decision_goes_back_with_the_reason() {
        as(KAREL, () -> run(() -> signing.sendBack(UUID.randomUUID(), "t1", "De motivering ontbreekt.")));

        verify(sendTaskForm).send(eq("t1"), any(), eq(Map.of("ondertekend", "NEE", "reden", "De motivering ontbreekt.")), eq(Route.ONDERTEKENSTAPEL));
    }

    private void item(String dossier, LocalDate session, String advice) {
        dossier(dossier);
        jdbc.sql("insert into committee_item (id, dossier, session_on, advice, given_on, quorum) values (?, ?, ?, ?, ?, true)")
                .params(UUID.randomUUID(), dossier, session, advice, advice == null ? null : session).update();
    }

    private void dossier(String number) {
        jdbc.sql("""
                insert into dossier (number, procedure, subject, source, received_on, registered_at, state)
                values (?, 'erkenning', ?, 'PAPIER', ?, ?, 'IN_BEHANDELING') on conflict do nothing""")
                .params(number, "Poets " + number, TODAY.minusDays(40), OffsetDateTime.now(clock)).update();
    }

    private void task(String id, String dossier, String key, LocalDate due) {
        jdbc.sql("""
                insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, due_on, waits)
                values (?, ?, 'erkenning', ?, 'commissie', ?, ?, '', ?, ?, false)""")
                .params(id, dossier, "Poets " + dossier, key, key,
                        ZonedDateTime.of(TODAY.minusDays(4), LocalTime.of(0, 30), MovableClock.BRUSSELS).toOffsetDateTime(), due).update();
    }

    /** A decision that waits for a signature. @return its document */
    private UUID decision(String dossier, String taskId) {
        UUID letter = UUID.randomUUID();
        UUID document = UUID.randomUUID();
        dossier(dossier);
        jdbc.sql("""
                insert into letter (id, dossier, kind, title, status, document, facts, facts_sha256, made_at, made_by)
                values (?, ?, 'beslissing-erkenning', 'Beslissing', 'TE_ONDERTEKENEN', ?, '{}', '', ?, 'an')""")
                .params(letter, dossier, document, OffsetDateTime.now(clock)).update();
        jdbc.sql("""
                insert into besluit (id, dossier, outcome, legal_ground, facts, reasons, appeal_clause, status, drafter, drafter_name, drafted_at,
                                     checker, checker_name, letter)
                values (?, ?, 'ERKEND', '', '', '', '', 'TE_ONDERTEKENEN', 'an', 'An Peeters', ?, 'joke', 'Joke Claes', ?)""")
                .params(UUID.randomUUID(), dossier, OffsetDateTime.now(clock), letter).update();
        if (taskId != null) {
            task(taskId, dossier, CaseworkModel.SIGN, TODAY.plusDays(6));
        }
        return document;
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return currentActor.as(actor, work);
    }

    private static Void run(Runnable work) {
        work.run();
        return null;
    }
}
