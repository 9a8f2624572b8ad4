package be.dossierwerk.withdrawal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.deposit.DepositMovement;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.AskSources;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a withdrawal does to others, on the real engine and database: to a second file for the same recognition, and to its directors (C08). */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndOfRecognitionTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 3, 1);
    /** A Tuesday. */
    private static final LocalDate STARTED = LocalDate.of(2027, 6, 1);
    private static final String SIGNATORY = "Leen Verhoeven";
    private static int undertakings = 1200;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FileVoluntaryRequest fileVoluntaryRequest;
    @Autowired private StartExOfficio startExOfficio;
    @Autowired private ReceiveInspectionReport receive;
    @Autowired private Consequences consequences;
    @Autowired private Recognitions recognitions;
    @Autowired private Deposits deposits;
    @Autowired private AskSources askSources;
    @Autowired private SimulatedSources sources;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private RuntimeService runtime;

    private Application application;
    private String recognition;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
        sources.forget();
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({"VRIJWILLIG, AMBTSHALVE, INGETROKKEN_VRIJWILLIG, INGETROKKEN_VRIJWILLIG", "AMBTSHALVE, VRIJWILLIG, INGETROKKEN_AMBTSHALVE, INGETROKKEN_AMBTSHALVE",
            "INBREUK, AMBTSHALVE, INTREKKING_ZONDER_VOORWAARDEN, INGETROKKEN_INBREUK", "AMBTSHALVE, INBREUK, INGETROKKEN_AMBTSHALVE, INGETROKKEN_AMBTSHALVE",
            "VRIJWILLIG, INBREUK_VOORWAARDEN, INGETROKKEN_VRIJWILLIG, INGETROKKEN_VRIJWILLIG", "INBREUK, VRIJWILLIG, INTREKKING_ZONDER_VOORWAARDEN, INGETROKKEN_INBREUK"})
    void of_two_files_the_second_ends_without_object(String first, String second, String outcome, RecognitionStatus status) {
        recognition = recognised(undertakings++, null);
        at(STARTED, LocalTime.of(9, 0));
        String one = begin(first);
        String other = begin(second);
        finish(first, one);
        assertThat(dossiers.get(one).outcome()).isEqualTo(outcome);
        List<Recognitions.Change> history = recognitions.history(recognition);
        List<DepositMovement> movements = deposits.of(recognition).orElseThrow().movements();
        long told = messages();

        finish(second, other);
        assertThat(dossiers.get(other).outcome()).isEqualTo("ZONDER_VOORWERP");
        assertThat(openWork.ofDossier(other)).isEmpty();
        assertThat(recognitions.of(recognition).status()).isEqualTo(status);
        assertThat(recognitions.history(recognition)).isEqualTo(history);
        assertThat(deposits.of(recognition).orElseThrow().movements()).isEqualTo(movements);
        assertThat(messages()).isEqualTo(told);
        assertThat(sentences(other)).anyMatch(line -> line.startsWith("De erkenning was al ") && line.contains("door dossier " + one)
                && line.endsWith("Deze beslissing verandert niets meer in het register."));
        assertThat(terms.of(other)).noneMatch(term -> term.stoppedOn() == null && !term.rule().equals("T-RVS"));
        for (String dossier : List.of(one, other)) {
            assertThat(runtime.createIncidentQuery().list()).noneMatch(incident -> runtime.createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId())
                    .processInstanceBusinessKey(dossier).count() > 0);
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(dossier).count()).isZero();
        }
        // What ended nothing has nothing to undo.
        as("joke", () -> {
            consequences.undo(other, "Vernietigd.");
            return null;
        });
        assertThat(recognitions.history(recognition)).isEqualTo(history);
        assertThat(messages()).isEqualTo(told);
        if (second.equals("VRIJWILLIG")) {
            assertThat(ReachedEvents.missing(jdbc, "intrekking-vrijwillig", List.of(other))).doesNotContain("EndEvent_ZonderVoorwerp");
            assertThat(ReachedEvents.missing(jdbc, "einde-erkenning", List.of(other))).doesNotContain("EndEvent_AlBeeindigd");
        }
    }

    @Test
    void a_director_is_barred_for_three_years_after_an_infringement_and_not_after_a_request_or_an_annulment() {
        int director = undertakings++;
        recognition = recognised(director, null);
        at(STARTED, LocalTime.of(9, 0));
        String dossier = begin("INBREUK");
        finish("INBREUK", dossier);
        LocalDate ended = recognitions.of(recognition).endedOn();
        String name = recognitions.of(recognition).name();

        at(ended.plusYears(2), LocalTime.of(9, 0));
        String barred = apply(director);
        assertThat(shown(barred, "UserTask_BronnenNagaan")).containsEntry("intrekkingDrieJaar", "JA")
                .hasEntrySatisfying("opmerking", said -> assertThat((String) said).contains(name, "ingetrokken na een inbreuk", dossier, "INB-4"));
        // Whatever the handler typed, the own register proposes.
        assertThat(c08(barred)).isEqualTo("NOK");
        assertThat(shown(barred, "UserTask_VoorwaardenBeoordelen").toString()).contains(application.persons().get(0).name() + " bestuurde " + name);
        at(ended.plusYears(3), LocalTime.of(9, 0));
        assertThat(c08(apply(director))).isEqualTo("NOK");
        at(ended.plusYears(3).plusDays(1), LocalTime.of(9, 0));
        assertThat(c08(apply(director))).isEqualTo("OK");

        at(ended.plusYears(2), LocalTime.of(9, 0));
        as("joke", () -> {
            consequences.undo(dossier, "De Raad van State vernietigde de beslissing.");
            return null;
        });
        assertThat(c08(apply(director))).isEqualTo("OK");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
    }

    @Test
    void a_director_of_an_undertaking_that_stopped_on_request_may_start_again() {
        int director = undertakings++;
        recognition = recognised(director, null);
        at(STARTED, LocalTime.of(9, 0));
        finish("VRIJWILLIG", begin("VRIJWILLIG"));
        at(STARTED.plusYears(2), LocalTime.of(9, 0));
        assertThat(c08(apply(director))).isEqualTo("OK");
    }

    private String begin(String kind) {
        String number = recognitions.of(recognition).enterpriseNumber();
        return switch (kind) {
            case "VRIJWILLIG" -> as("els", () -> fileVoluntaryRequest.file(UUID.randomUUID(), new FileVoluntaryRequest.Request(recognition, STARTED,
                    VoluntaryReason.STOPZETTING, "De zaakvoerder gaat met pensioen.", null, STARTED.plusMonths(1), SIGNATORY),
                    List.of(new AttachedFile("verzoek.pdf", InventedApplications.proofOfDeposit("Verzoek").content()))));
            case "AMBTSHALVE" -> as("tom", () -> startExOfficio.start(StartExOfficio.Request.of(number, "AMB-INACT", "2026-06/2027-05", "Geen cheques ingediend.")));
            default -> as("ivo", () -> receive.receive(new InspectionReport("VSI-" + recognition, "VSI", number, STARTED.minusDays(3), "Prestaties ontbreken.", List.of(
                    new InspectionReport.Reported("I01", null, LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 30), 80, null)), List.of(), false)).dossier());
        };
    }

    /** To the last consequence. */
    private void finish(String kind, String dossier) {
        LocalDate today = LocalDate.now(clock);
        switch (kind) {
            case "VRIJWILLIG" -> {
                String number = recognitions.of(recognition).enterpriseNumber();
                sources.say(number, Source.KBO, Facts.standing(Facts.Status.ACTIEF, LocalDate.of(2020, 1, 1), null,
                        List.of(new Facts.Person(SIGNATORY, "ZAAKVOERDER", LocalDate.of(2020, 1, 1), null)), List.of()));
                sources.say(number, Source.RSZ, Facts.owing(BigDecimal.ZERO, RepaymentPlan.GEEN));
                sources.say(number, Source.FISCUS, Facts.owing(BigDecimal.ZERO, RepaymentPlan.GEEN));
                List.of(Source.KBO, Source.RSZ, Source.FISCUS).forEach(source -> as("an", () -> askSources.of(number, source, dossier)));
                send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
                if (open(dossier).contains("UserTask_OpenstaandePuntenRegelen")) {
                    send("joke", dossier, "UserTask_OpenstaandePuntenRegelen", Map.of("inbreuk", "LOOPT_DOOR"));
                }
                decide(dossier, Map.of(), false);
            }
            case "AMBTSHALVE" -> {
                if (open(dossier).contains("UserTask_VerweerRegistreren")) {
                    at(latest(terms.due(dossier, "T-HOR-01").plusDays(1), today), LocalTime.of(9, 0));
                }
                decide(dossier, Map.of(), true);
            }
            default -> {
                send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of("ernst", "ZWAAR", "inhouding", "NEE"));
                at(terms.due(dossier, "T-HOR-01").plusDays(1), LocalTime.of(9, 0));
                send("an", dossier, "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"));
                send("an", dossier, "UserTask_NotaOpstellen", Map.of("vooruitzicht", "ONGUNSTIG", "feiten", "Feiten.", "beoordeling", "Beoordeling."));
                send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(LocalDate.now(clock)));
                send("sofie", dossier, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", LocalDate.now(clock)));
                decide(dossier, Map.of("uitkomst", kind.equals("INBREUK") ? "INTREKKING_ZONDER_VOORWAARDEN" : "INTREKKING_MET_VOORWAARDEN", "motieven", "Motieven.",
                        "evenredigheid", "Een lichtere maatregel volstaat niet.", "ingangsdatum", LocalDate.now(clock).plusDays(5).toString()), true);
            }
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void decide(String dossier, Map<String, Object> fields, boolean head) {
        send("an", dossier, "UserTask_BeslissingOpstellen", fields);
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        if (head) {
            send("lieve", dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        }
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), undertakings));
        jobs.run();
    }

    private String recognised(int n, Application.Person director) {
        at(RECOGNISED, LocalTime.of(9, 0));
        application = application(n, RECOGNISED, director);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECOGNISED, InventedApplications.attachments(application));
        toConditions(dossier, RECOGNISED);
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", note("GUNSTIG"));
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(RECOGNISED));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("GUNSTIG", RECOGNISED));
        decide(dossier, decision("ERKEND", List.of("SCHOONMAKEN")), false);
        return dossier;
    }

    /** A new undertaking of the same director. */
    private String apply(int director) {
        LocalDate today = LocalDate.now(clock);
        Application.Person same = InventedApplications.make(director, RECOGNISED, true).persons().get(0);
        application = application(undertakings++, today, same);
        return acts.file(people.actor("els"), application, "PAPIER", today, InventedApplications.attachments(application));
    }

    private static Application application(int n, LocalDate on, Application.Person director) {
        Application made = InventedApplications.make(n, on, true);
        return director == null ? made : new Application(made.kind(), made.undertaking(), List.of(director), made.establishments(), made.activities(), made.infoSession(),
                made.deposit(), made.businessPlan(), made.otherActivities(), made.separateDepartment(), made.commitments());
    }

    private void toConditions(String dossier, LocalDate today) {
        if (open(dossier).contains("UserTask_VolledigheidNagaan")) {
            send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        }
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(today.minusDays(10)));
    }

    /** What is proposed for the condition, when the handler saw nothing in the sources. */
    private String c08(String dossier) {
        toConditions(dossier, LocalDate.now(clock));
        return jdbc.sql("select proposed from recognition_condition where dossier = ? and code = 'C08'").param(dossier).query(String.class).single();
    }

    private long messages() {
        return jdbc.sql("select count(*) from audit_entry where action in ('UITGIFTE_VERWITTIGD', 'REGISTER_BIJGEWERKT', 'WAARBORG_AFGEREKEND', 'OPLEIDINGSFONDS_AFGESLOTEN', 'GEVOLGEN_ONGEDAAN')")
                .query(Long.class).single();
    }

    private Map<String, Object> shown(String dossier, String task) {
        if (task.equals("UserTask_BronnenNagaan") && open(dossier).contains("UserTask_VolledigheidNagaan")) {
            send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        }
        return as("an", () -> showTask.show(acts.task(dossier, task)).values());
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }
}
