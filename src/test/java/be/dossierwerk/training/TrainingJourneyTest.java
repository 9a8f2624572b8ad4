package be.dossierwerk.training;

import static be.dossierwerk.demo.TypedForms.complete;
import static be.dossierwerk.demo.TypedForms.legalCheck;
import static be.dossierwerk.demo.TypedForms.posted;
import static be.dossierwerk.demo.TypedForms.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.RecognisedFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The approval of trainings on the real engine and the real database, with a moved clock: each training by its own days. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingJourneyTest {

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SESSION = LocalDate.of(2027, 3, 22);
    private static int undertakings = 7_100;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FileTraining fileTraining;
    @Autowired private Trainings trainings;
    @Autowired private PublishedTrainings published;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private OpenWork openWork;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private RepositoryService repository;
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
    void an_approved_training_is_published_and_counts_from_the_day_of_filing() {
        String dossier = file("Veilig tillen in huis").get(0);
        assertThat(kinds(dossier)).containsExactly("ontvangstbevestiging");
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        assertThat(terms.due(dossier, "T-OF-03")).isEqualTo("2027-05-01");
        assertThat(terms.due(dossier, "T-OF-06")).isEqualTo("2027-06-29");
        examine(dossier, "GUNSTIG");
        place(dossier);
        at(SESSION);
        advise(dossier, "GUNSTIG");
        assertThat(terms.due(dossier, "T-OF-05")).isEqualTo("2027-05-22");
        assertThat(running(dossier)).doesNotContain("T-OF-03");
        decide(dossier, "GOEDGEKEURD");

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
        assertThat(running(dossier)).isSubsetOf("T-RVS");
        assertThat(published.search("Veilig tillen in huis", null, null, 0)).singleElement()
                .satisfies(each -> assertThat(each.eligibleFrom()).isEqualTo(RECEIVED));
    }

    @Test
    void one_slow_training_does_not_hold_up_the_others_of_its_file() {
        List<String> group = file("Klanten begroeten", "Klachten oplossen", "Telefoneren");
        String file = trainings.find(group.get(0)).orElseThrow().file();
        send("an", group.get(0), "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        send("an", group.get(1), "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        send("an", group.get(2), "UserTask_VolledigheidNagaan", Map.of("ontbreekt", List.of("LESGEVER"), "toelichting", "Wie geeft de opleiding?"));
        examine(group.get(0), "GUNSTIG");
        examine(group.get(1), "GUNSTIG");
        place(group.get(0));

        assertThat(open(group.get(1))).containsExactly(TrainingModel.RECORD_ADVICE);
        assertThat(jdbc.sql("select count(*) from training_agenda_item where file = ?").param(file).query(Integer.class).single()).isOne();
        at(SESSION);
        advise(group.get(0), "GUNSTIG");
        advise(group.get(1), "VOORWAARDELIJK");
        decide(group.get(0), "GOEDGEKEURD");
        decide(group.get(1), "GOEDGEKEURD");
        assertThat(trainings.ofFile(file)).extracting(Training::status)
                .containsExactly(TrainingStatus.GOEDGEKEURD, TrainingStatus.GOEDGEKEURD, TrainingStatus.INGEDIEND);
        assertThat(dossiers.get(file).closedOn()).isNull();

        at(RECEIVED.plusMonths(1).plusDays(1));
        assertThat(kinds(group.get(2))).contains("herinnering");
        at(RECEIVED.plusMonths(2).plusDays(5));
        assertThat(dossiers.get(group.get(2)).outcome()).isEqualTo("ZONDER_GEVOLG");
        assertThat(kinds(group.get(2))).contains("opleiding-zonder-gevolg");
        assertThat(dossiers.get(file).closedOn()).isNotNull();
    }

    @Test
    void the_clock_stands_still_while_the_applicant_may_react_on_a_negative_advice() {
        String dossier = ready("Sportmassage");
        at(SESSION);
        advise(dossier, "ONGUNSTIG");

        assertThat(kinds(dossier)).contains("opleiding-negatief-advies");
        assertThat(terms.due(dossier, "T-OF-04")).isEqualTo("2027-04-05");
        assertThat(terms.stopped(dossier, PauseGround.REACTIE_ADVIES)).containsExactly("T-OF-06");
        assertThat(dossiers.get(dossier).state()).isEqualTo("WACHT_OP_AANVRAGER");
        at(SESSION.plusDays(10));
        send("els", dossier, TrainingModel.RECORD_REACTION, Map.of("ontvangenOp", SESSION.plusDays(10).toString(), "samenvatting", "Er is wel een verband."));
        assertThat(terms.due(dossier, "T-OF-06")).isEqualTo("2027-07-09");
        send("an", dossier, "UserTask_ReactieBeoordelen", Map.of("antwoord", "Het verband is er niet.", "vooruitzicht", "ONGUNSTIG"));
        decide(dossier, "GEWEIGERD");

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        assertThat(published.search("Sportmassage", null, null, 0)).isEmpty();
    }

    @Test
    void without_a_reaction_the_decision_follows_after_fourteen_days() {
        String dossier = ready("Bloemschikken");
        at(SESSION);
        advise(dossier, "ONGUNSTIG");
        at(SESSION.plusDays(16));

        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(terms.openPauses(dossier)).isEmpty();
        assertThatThrownBy(() -> send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GOEDGEKEURD"))).isInstanceOf(Refused.class);
        decide(dossier, "GEWEIGERD");
    }

    @Test
    void what_is_put_off_comes_back_on_the_agenda_and_silence_of_the_committee_stops_nothing() {
        String dossier = ready("Strijken zonder pijn");
        at(SESSION);
        advise(dossier, "UITGESTELD");
        assertThat(open(dossier)).containsExactly(TrainingModel.PLACE);
        send("sofie", dossier, TrainingModel.PLACE, Map.of("zitting", "2027-04-26"));
        at(LocalDate.of(2027, 5, 3));

        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(terms.due(dossier, "T-OF-05")).isEqualTo("2027-07-01");
        decide(dossier, "GOEDGEKEURD");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
    }

    /** No tacit approval: 120 days pass and the training is still not approved. */
    @Test
    void silence_approves_nothing() {
        String dossier = file("Poetsen zonder chemie").get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        examine(dossier, "GUNSTIG");
        at(RECEIVED.plusDays(200));

        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        assertThat(published.search("Poetsen zonder chemie", null, null, 0)).isEmpty();
    }

    @Test
    void an_external_provider_that_is_not_registered_on_a_session_day_cannot_be_proposed_for_approval() {
        at(RECEIVED);
        FileTraining.Asked external = new FileTraining.Asked("Omgaan met agressie", TrainingTheme.KLANTEN, TrainingKind.EXTERN, "Rustig blijven", "Gesprekken",
                "Rollenspel", "Huishoudhulpen", new BigDecimal("6"), 10, "Jan Smet", "Trainer", RecognisedFixture.number(undertakings + 500), "Vorming vzw", "QR-1234",
                new BigDecimal("120.00"), "Nederlands", List.of(new Trainings.Session(LocalDate.of(2027, 9, 1), "Aalst")), List.of());
        String dossier = filed(List.of(external)).get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        Map<String, Object> findings = Map.of("themaPast", "JA", "registratie", "GEREGISTREERD", "registratieVan", "2020-01-01", "registratieTot", "2027-08-31",
                "registratieBron", "Register van het departement", "bevindingen", "De registratie stopt te vroeg.", "vooruitzicht", "GUNSTIG");

        assertThatThrownBy(() -> send("an", dossier, "UserTask_Vooronderzoek", findings)).isInstanceOf(Refused.class).hasMessage("training.cannot-be-approved");
        Map<String, Object> longer = new HashMap<>(findings);
        longer.put("registratieTot", "2027-09-01");
        send("an", dossier, "UserTask_Vooronderzoek", longer);
        assertThat(open(dossier)).containsExactly(TrainingModel.PLACE);
    }

    /** Every element of the diagram was visited by some test of this class. */
    @AfterAll
    void every_place_of_the_diagram_was_visited() {
        Set<String> missed = new TreeSet<>();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(TrainingModel.PROCESS).latestVersion().singleResult();
        for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
            if (history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                missed.add(node.getId());
            }
        }
        assertThat(missed).isEmpty();
    }

    private List<String> file(String... titles) {
        at(RECEIVED);
        return filed(Arrays.stream(titles).map(title -> new FileTraining.Asked(title, TrainingTheme.ERGONOMIE, TrainingKind.INTERN, "Minder rugklachten",
                "Tillen en bukken", "Oefenen in groep", "Huishoudhulpen", new BigDecimal("7.50"), 12, "Greet Maes", "Tien jaar ergotherapeut", null, null, null, null,
                "Nederlands", List.of(new Trainings.Session(LocalDate.of(2027, 5, 4), "Gent")), List.of())).toList());
    }

    private List<String> filed(List<FileTraining.Asked> asked) {
        String applicant = RecognisedFixture.recognise(jdbc, undertakings++, "Zuiver Wonen bv");
        String other = RecognisedFixture.recognise(jdbc, undertakings++, "Strijk en Meer bv");
        String file = currentActor.as(people.actor("els"), () -> fileTraining.file(UUID.randomUUID(), new FileTraining.Request(
                new FileTraining.Applicant(false, applicant, null, null, null, null, null, null), RECEIVED, List.of(other), asked), List.of()));
        return trainings.ofFile(file).stream().map(Training::dossier).toList();
    }

    /** A training that stands on the agenda. */
    private String ready(String title) {
        String dossier = file(title).get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        examine(dossier, "GUNSTIG");
        place(dossier);
        return dossier;
    }

    private static Map<String, Object> completeOn(LocalDate day) {
        Map<String, Object> fields = new HashMap<>(complete());
        fields.put("datumVolledig", day.toString());
        return fields;
    }

    private void examine(String dossier, String outlook) {
        send("an", dossier, "UserTask_Vooronderzoek", Map.of("themaPast", "JA", "registratie", "NIET_NODIG", "bevindingen", "De opleiding past bij de functie.",
                "vooruitzicht", outlook));
    }

    private void place(String dossier) {
        send("sofie", dossier, TrainingModel.PLACE, Map.of("zitting", SESSION.toString()));
    }

    private void advise(String dossier, String advice) {
        send("sofie", dossier, TrainingModel.RECORD_ADVICE, Map.of("strekking", advice, "gegevenOp", SESSION.toString(), "aanwezig", "7", "quorumBereikt", "JA",
                "motivering", "De commissie besprak de opleiding."));
    }

    private void decide(String dossier, String outcome) {
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", outcome));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }

    private List<String> running(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.stoppedOn() == null).map(TermStanding::rule).toList();
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> kinds(String dossier) {
        return letters.of(dossier).stream().map(Letters.Letter::kind).toList();
    }
}
