package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.KeptOutInTests;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CommitteeActions;
import be.dossierwerk.casework.Outcome;
import be.dossierwerk.casework.SigningActions;
import be.dossierwerk.casework.SigningPile;
import be.dossierwerk.casework.SigningReads;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whom a rule keeps out comes to a task by no way at all; each attempt is refused with who can, and stands in the timeline once. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
class ConflictRoutesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 4, 7);
    private static final String BRAM_DRAFTED = "Bram De Smet stelde de bestreden beslissing op.";
    private static final String KAREL_SIGNED = "Karel Mertens ondertekende de bestreden beslissing.";
    private static int undertakings = 2600;

    @LocalServerPort private int port;
    @Autowired private KeptOutInTests rule;
    @Autowired private ClaimTask claimTask;
    @Autowired private ClaimTasks claimTasks;
    @Autowired private GiveBackTask giveBack;
    @Autowired private HandOverTask handOver;
    @Autowired private SaveDraft saveDraft;
    @Autowired private SendTaskForm sendTaskForm;
    @Autowired private ShowTask showTask;
    @Autowired private WhoCan whoCan;
    @Autowired private RecordAbsence recordAbsence;
    @Autowired private TakeOverForAbsent takeOver;
    @Autowired private SigningActions signing;
    @Autowired private SigningPile pile;
    @Autowired private SigningReads reads;
    @Autowired private CommitteeActions committee;
    @Autowired private OpenWork openWork;
    @Autowired private AuditLog audit;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private MovableClock clock;
    @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping addresses;

    private String dossier;
    private String task;

    @BeforeEach
    void an_application_to_check() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        dossier = file();
        task = acts.task(dossier, "UserTask_VolledigheidNagaan");
        rule.keepOut(dossier, Map.of("bram", BRAM_DRAFTED));
    }

    @AfterEach
    void nobody_is_kept_out() {
        rule.forget();
        jdbc.sql("delete from inbox_absence").update();
        clock.release();
    }

    @Test
    void claiming() {
        assertConflict(refused("bram", () -> claimTask.claim(task)), BRAM_DRAFTED, "An Peeters");
        assertOneAttempt("bram", Route.NEMEN, "Bram De Smet wilde de taak \"Volledigheid nagaan\" op zich nemen. Dat is geweigerd.", BRAM_DRAFTED);
        assertThat(holder()).isNull();
    }

    @Test
    void claiming_what_a_colleague_has() {
        as("an", () -> claimTask.claim(task));

        assertConflict(refused("bram", () -> claimTask.claim(task)), BRAM_DRAFTED, "An Peeters");
        assertOneAttempt("bram", Route.NEMEN);
        assertThat(holder()).isEqualTo("an");
    }

    @Test
    void claiming_several_at_once() {
        String other = acts.task(file(), "UserTask_VolledigheidNagaan");

        ClaimTasks.Outcome outcome = get("bram", () -> claimTasks.claim(List.of(task, other)));

        assertThat(outcome.claimed()).isEqualTo(1);
        assertThat(outcome.refusals()).singleElement().satisfies(refused -> assertConflict(refused, BRAM_DRAFTED, "An Peeters"));
        assertOneAttempt("bram", Route.SAMEN_NEMEN);
        assertThat(holder()).isNull();
        assertThat(openWork.find(other).orElseThrow().assignee()).isEqualTo("bram");
    }

    @Test
    void typing_in_the_form() {
        assertConflict(refused("bram", () -> saveDraft.save(task, Map.of("toelichting", "Alles is er."))), BRAM_DRAFTED, "An Peeters");
        assertOneAttempt("bram", Route.INVULLEN);
        assertThat(holder()).isNull();
    }

    @Test
    void handing_over_by_who_has_it() {
        as("an", () -> claimTask.claim(task));

        // An has it: she is not who else can, so nobody else can.
        Refused refused = refused("an", () -> handOver.handOver(task, "bram", "Verlof"));

        assertThat(refused).hasMessage("inbox.conflict-nobody");
        assertThat(refused.args()).containsExactly("Volledigheid nagaan", BRAM_DRAFTED);
        assertOneAttempt("an", Route.OVERDRAGEN, "An Peeters wilde de taak \"Volledigheid nagaan\" overdragen aan Bram De Smet. Dat is geweigerd.", BRAM_DRAFTED);
        assertThat(holder()).isEqualTo("an");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom", "lieve"})
    void handing_over_by_who_divides_the_work(String lead) {
        assertConflict(refused(lead, () -> handOver.handOver(task, "bram", "Bram kent het dossier")), BRAM_DRAFTED, "An Peeters");
        assertOneAttempt(lead, Route.TOEWIJZEN);
        assertThat(holder()).isNull();
    }

    @Test
    void sending_without_taking_it() {
        assertConflict(refused("bram", () -> sendTaskForm.send(task, UUID.randomUUID(), form())), BRAM_DRAFTED, "An Peeters");
        assertOneAttempt("bram", Route.VERSTUREN);
        assertThat(acts.task(dossier, "UserTask_VolledigheidNagaan")).isEqualTo(task);
    }

    @Test
    void sending_what_one_had_before_the_conflict_arose_and_passing_it_on() {
        rule.forget();
        as("bram", () -> claimTask.claim(task));
        rule.keepOut(dossier, Map.of("bram", BRAM_DRAFTED));

        assertConflict(refused("bram", () -> sendTaskForm.send(task, UUID.randomUUID(), form())), BRAM_DRAFTED, "An Peeters");
        assertOneAttempt("bram", Route.VERSTUREN);
        assertThat(get("bram", () -> showTask.show(task))).satisfies(sheet -> {
            assertThat(sheet.mayWork()).isFalse();
            assertThat(sheet.mayHandOver()).isTrue();
            assertThat(sheet.keptOut()).isEqualTo(new CheckConflict.KeptOut(BRAM_DRAFTED, "An Peeters"));
        });
        as("bram", () -> handOver.handOver(task, "an", "Ik stelde de beslissing op."));
        assertThat(holder()).isEqualTo("an");
        assertThat(get("an", () -> showTask.show(task))).satisfies(sheet -> {
            assertThat(sheet.mayWork()).isTrue();
            assertThat(sheet.keptOut()).isNull();
        });
    }

    @Test
    void giving_back_what_one_had_before_the_conflict_arose() {
        rule.forget();
        as("bram", () -> claimTask.claim(task));
        rule.keepOut(dossier, Map.of("bram", BRAM_DRAFTED));

        as("bram", () -> giveBack.giveBack(task));

        assertThat(holder()).isNull();
        assertThat(attempts()).isEmpty();
    }

    @Test
    void standing_in_for_a_colleague() {
        as("an", () -> claimTask.claim(task));
        as("an", () -> recordAbsence.record("an", TODAY, TODAY.plusDays(3), "bram"));

        Refused refused = refused("bram", () -> takeOver.takeOver(task));

        assertThat(refused).as("An is away, Bram is kept out").hasMessage("inbox.conflict-nobody");
        assertOneAttempt("bram", Route.VERVANGEN, "Bram De Smet wilde de taak \"Volledigheid nagaan\" als vervanger overnemen. Dat is geweigerd.", BRAM_DRAFTED);
        assertThat(holder()).isEqualTo("an");
    }

    @ParameterizedTest(name = "read before: {0}, alone: {1}")
    @CsvSource({"true, true", "false, true", "true, false"})
    void signing_from_the_pile(boolean read, boolean alone) {
        SigningPile.Waiting waiting = toSign(dossier);
        rule.keepOut(dossier, Map.of("karel", KAREL_SIGNED));
        List<String> chosen = new ArrayList<>(List.of(waiting.taskId()));
        if (read) {
            as("karel", () -> reads.read(waiting.document()));
        }
        if (!alone) {
            SigningPile.Waiting other = toSign(file());
            as("karel", () -> reads.read(other.document()));
            chosen.add(other.taskId());
        }

        List<Outcome> outcomes = get("karel", () -> signing.sign(UUID.randomUUID(), chosen));

        assertThat(outcomes).hasSize(chosen.size()).filteredOn(outcome -> !outcome.isDone()).singleElement().satisfies(outcome -> {
            assertThat(outcome.taskId()).isEqualTo(waiting.taskId());
            assertConflict(outcome.refusal(), KAREL_SIGNED, "Hans Verbeke");
        });
        assertOneAttempt("karel", Route.ONDERTEKENSTAPEL);
        as("hans", () -> reads.read(waiting.document()));
        assertThat(get("hans", () -> signing.sign(UUID.randomUUID(), List.of(waiting.taskId())))).allMatch(Outcome::isDone);
    }

    @Test
    void sending_back_from_the_pile() {
        SigningPile.Waiting waiting = toSign(dossier);
        rule.keepOut(dossier, Map.of("karel", KAREL_SIGNED));

        assertConflict(refused("karel", () -> signing.sendBack(UUID.randomUUID(), waiting.taskId(), "De motivering ontbreekt.")), KAREL_SIGNED, "Hans Verbeke");
        assertOneAttempt("karel", Route.ONDERTEKENSTAPEL);
    }

    @Test
    void recording_one_advice_for_several_files() {
        onTheAgenda(dossier);
        String other = file();
        onTheAgenda(other);
        rule.keepOut(dossier, Map.of("sofie", "Sofie Wouters registreerde het advies in de bestreden zaak."));

        List<Outcome> outcomes = get("sofie", () -> committee.record(UUID.randomUUID(),
                List.of(acts.task(dossier, "UserTask_AdviesRegistreren"), acts.task(other, "UserTask_AdviesRegistreren")), TypedForms.advice("GUNSTIG", TODAY)));

        assertThat(outcomes).extracting(Outcome::isDone).containsExactly(false, true);
        assertThat(outcomes.get(0).refusal()).hasMessage("inbox.conflict-nobody");
        assertOneAttempt("sofie", Route.SAMEN_VERSTUREN);
    }

    @Test
    void work_in_somebody_s_name_that_is_over_before_its_transaction() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status ->
                as("bram", () -> sendTaskForm.send(task, UUID.randomUUID(), form(), Route.REEKS)))).hasMessage("inbox.conflict");

        assertOneAttempt("bram", Route.REEKS);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, /claim", "POST, /complete", "PUT, /assignee", "POST, /form", "DELETE, ''"})
    void over_rest_with_the_account_of_the_portal(String method, String act) throws Exception {
        HttpResponse<String> answer = call(method, "/api/tasks/" + task + act, "portaal", "portaal");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Taken worden alleen op het scherm gedaan.");
        assertOneAttempt("portaal", Route.REST);
        assertThat(holder()).isNull();
    }

    @Test
    void over_rest_a_task_that_is_not_there_is_told_so() throws Exception {
        assertThat(call("POST", "/api/tasks/bestaat-niet/claim", "portaal", "portaal").statusCode()).isEqualTo(404);
        assertThat(attempts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/%s/claim", "/api/taken/%s", "/api/inbox/%s", "/api/dossiers/%s/tasks"})
    void over_rest_people_are_nobody(String address) throws Exception {
        for (String person : List.of("bram", "tom", "karel")) {
            assertThat(call("POST", address.formatted(task), person, "demo").statusCode()).isEqualTo(401);
        }
        assertThat(holder()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/taken/%s", "/api/inbox/%s", "/api/task/%s/complete", "/api/engine/task/%s/claim"})
    void over_rest_there_is_no_other_address(String address) throws Exception {
        assertThat(call("POST", address.formatted(task), "portaal", "portaal").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task/%s/claim", "/engine-rest/engine/default/task/%s/complete", "/camunda/api/engine/engine/default/task/%s/assignee"})
    void the_engine_has_no_door_of_its_own(String address) throws Exception {
        for (String person : List.of("portaal", "bram")) {
            assertThat(call("POST", address.formatted(task), person, person.equals("bram") ? "demo" : "portaal").statusCode()).isIn(302, 401, 403, 404);
        }
        assertThat(holder()).isNull();
        assertThat(acts.task(dossier, "UserTask_VolledigheidNagaan")).isEqualTo(task);
    }

    @Test
    void only_the_address_that_refuses_names_a_task() {
        Set<String> named = addresses.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(address -> address.toLowerCase(java.util.Locale.ROOT).matches(".*(task|taak|taken|assign|claim\\b|werk).*")).collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrder("/api/tasks/{taskId}", "/api/tasks/{taskId}/**");
    }

    @Test
    void a_colleague_goes_on_at_once_and_the_chain_of_the_timeline_stays_whole() {
        for (int i = 0; i < 12; i++) {
            refused("bram", () -> claimTask.claim(task));
        }

        as("an", () -> claimTask.claim(task));

        assertThat(holder()).isEqualTo("an");
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::seq).isSorted().doesNotHaveDuplicates();
        assertThat(attempts()).hasSize(12);
        assertThat(jdbc.sql("""
                select count(*) from audit_entry e where dossier = ? and seq > 1 and previous <> (select hash from audit_entry p where p.dossier = e.dossier and p.seq = e.seq - 1)""")
                .param(dossier).query(Long.class).single()).isZero();
    }

    @Test
    void of_many_attempts_at_once_each_is_told() throws Exception {
        var threads = Executors.newFixedThreadPool(12);
        List<Callable<Refused>> attempts = IntStream.range(0, 12).<Callable<Refused>>mapToObj(i -> () -> refused("bram", () -> claimTask.claim(task))).toList();

        for (var answer : threads.invokeAll(attempts)) {
            assertThat(answer.get()).hasMessage("inbox.conflict");
        }
        threads.shutdown();

        assertThat(attempts()).hasSize(12);
    }

    @Test
    void a_refusal_leaves_no_trace_but_that_one() {
        long before = jdbc.sql("select count(*) from sent_action").query(Long.class).single();

        refused("bram", () -> sendTaskForm.send(task, UUID.randomUUID(), form()));

        assertThat(jdbc.sql("select count(*) from sent_action").query(Long.class).single()).isEqualTo(before);
        assertThat(get("an", () -> showTask.show(task)).draft()).isNull();
    }

    @Test
    void nobody_who_is_kept_out_is_offered_and_the_dialog_says_why() {
        var offer = whoCan.of(List.of(openWork.find(task).orElseThrow(), openWork.find(acts.task(file(), "UserTask_VolledigheidNagaan")).orElseThrow()));

        assertThat(offer.colleagues()).extracting(each -> each.person().id()).contains("an").doesNotContain("bram");
        assertThat(offer.keptOut()).containsExactly(BRAM_DRAFTED);
    }

    @Test
    void who_does_not_hold_the_role_is_refused_for_that_and_it_is_no_attempt_of_this_kind() {
        rule.keepOut(dossier, Map.of("joke", "Joke Claes keek de bestreden beslissing na."));

        assertThat(refused("joke", () -> claimTask.claim(task))).hasMessage("inbox.not-your-group");
        assertThat(refused("tom", () -> handOver.handOver(task, "joke", "Zij kent het"))).hasMessage("inbox.colleague-not-in-group");
        assertThat(attempts()).isEmpty();
    }

    private static void assertConflict(Refused refused, String why, String whoCan) {
        assertThat(refused).hasMessage("inbox.conflict");
        assertThat(refused.args()).hasSize(3).contains(why, whoCan);
    }

    private void assertOneAttempt(String actor, Route route, String sentence, String why) {
        assertOneAttempt(actor, route);
        assertThat(attempts()).singleElement().satisfies(line -> {
            assertThat(line.sentence()).isEqualTo(sentence);
            assertThat(line.reason()).isEqualTo(why);
        });
    }

    private void assertOneAttempt(String actor, Route route) {
        assertThat(attempts()).singleElement().satisfies(line -> assertThat(line.actor()).isEqualTo(actor));
        assertThat(jdbc.sql("select c.content::jsonb -> 'after' ->> 'weg' from audit_entry join audit_content c using (dossier, seq) where dossier = ? and action = 'POGING_GEWEIGERD'").param(dossier)
                .query(String.class).list()).containsExactly(route.name());
    }

    private List<AuditLog.Line> attempts() {
        return audit.of(dossier).stream().filter(line -> line.action().equals("POGING_GEWEIGERD")).toList();
    }

    private Refused refused(String person, Runnable attempt) {
        return catchThrowableOfType(Refused.class, () -> as(person, attempt));
    }

    private String holder() {
        return openWork.find(task).orElseThrow().assignee();
    }

    private Map<String, Object> form() {
        return Map.copyOf(TypedForms.complete());
    }

    private void onTheAgenda(String of) {
        send("an", of, "UserTask_VolledigheidNagaan", TypedForms.complete());
        send("an", of, "UserTask_BronnenNagaan", TypedForms.cleanSources());
        send("an", of, "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        send("an", of, "UserTask_WaarborgNagaan", TypedForms.depositPaid(TODAY.minusDays(5)));
        send("an", of, "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
        send("an", of, "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
        send("sofie", of, "UserTask_OpAgendaPlaatsen", TypedForms.agenda(TODAY));
    }

    private SigningPile.Waiting toSign(String of) {
        onTheAgenda(of);
        send("sofie", of, "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", TODAY));
        send("an", of, "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", List.of("SCHOONMAKEN")));
        send("joke", of, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        return pile.all().stream().filter(waiting -> waiting.dossier().equals(of)).findFirst().orElseThrow();
    }

    private void send(String person, String of, String key, Map<String, Object> fields) {
        acts.send(people.actor(person), of, key, fields);
    }

    private String file() {
        Application application = InventedApplications.make(undertakings++, TODAY, true);
        return acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
    }

    private HttpResponse<String> call(String method, String path, String name, String password) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", basic)
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString("{\"userId\":\"bram\"}")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void as(String person, Runnable work) {
        get(person, () -> {
            work.run();
            return true;
        });
    }

    private <T> T get(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }
}
