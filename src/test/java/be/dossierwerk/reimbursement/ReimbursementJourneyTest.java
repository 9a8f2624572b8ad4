package be.dossierwerk.reimbursement;

import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.parameter.DatedParameter;
import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A claim on the real engine and the real database, from filing to its decision. */
@DossierwerkTest
class ReimbursementJourneyTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2026, 12, 1);

    @TestConfiguration
    static class OneTraining {

        @Bean
        @Primary
        ApprovedTrainings ergonomicsAlone() {
            return (code, day) -> Optional.of(Claims.training(TrainingType.INTERN)).filter(training -> training.code().equals(code));
        }
    }

    private static int serial;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private OpenWork openWork;
    @Autowired private FileClaim fileClaim;
    @Autowired private ReimbursementClaims claims;
    @Autowired private Sessions sessions;
    @Autowired private RecordParameter recordParameter;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_claim_waits_for_missing_amounts_and_without_budget_it_is_refused_with_reasons() {
        String recognition = recognised();
        at(Claims.SUBMITTED, LocalTime.of(9, 0));
        String dossier = file(recognition, "OPL-7");
        assertThat(dossier).matches("DC-OFT-2027-\\d{5}");
        assertThat(terms.due(dossier, "T-OFT-01")).isEqualTo("2027-05-31");
        assertThat(open(dossier)).containsExactly("UserTask_BedragLatenNoteren");
        record(ReimbursementParameter.LESGEVER_INTERN, "40");
        record(ReimbursementParameter.INDIENEN_DAGEN, "90");
        send("nele", dossier, "UserTask_BedragLatenNoteren", Map.of("opmerking", "Genoteerd."));
        jobs.run();
        assertThat(claims.find(dossier).orElseThrow().claimed()).isEqualTo("83.50");
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "ALLES", "opmerking", "De lijst is getekend."));
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GEWEIGERD", "motieven", "Er is geen budget."));
        sign(dossier);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        assertThat(letters.of(dossier)).extracting(Letters.Letter::kind).contains("beslissing-terugbetaling");
        assertThat(sessions.of(dossier)).isNotEmpty().allMatch(Sessions.Taken::released);
    }

    @Test
    void a_training_that_nobody_approved_is_refused_and_nothing_is_kept() {
        String recognition = recognised();
        at(Claims.SUBMITTED, LocalTime.of(9, 0));
        assertThatThrownBy(() -> file(recognition, "OPL-8")).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).contains("reimbursement.field.not-approved"));
    }

    private String file(String recognition, String training) {
        Claim.Session lesson = Claims.at(9, 12, Claims.person(500 + ++serial, "3"));
        return as("els", () -> fileClaim.file(UUID.randomUUID(), new FileClaim.Request(recognition, Claims.SUBMITTED, "Poets en Plooi bv", "BE68 5390 0754 7034", false,
                "Leen Verhoeven", List.of(new FileClaim.Lesson(training, lesson.date(), lesson.start(), lesson.end(), lesson.trainer(), lesson.trainerHours(),
                        lesson.participants(), null))), List.of(new FileClaim.Proof(FileClaim.ProofKind.AANWEZIGHEIDSLIJST, "lijst.pdf",
                        InventedApplications.proofOfDeposit("Lijst").content()))));
    }

    private String recognised() {
        at(RECOGNISED, LocalTime.of(9, 0));
        var application = InventedApplications.make(700 + ++serial, RECOGNISED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECOGNISED, InventedApplications.attachments(application));
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECOGNISED.minusDays(10)));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", note("GUNSTIG"));
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(RECOGNISED));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("GUNSTIG", RECOGNISED));
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", List.of("SCHOONMAKEN")));
        sign(dossier);
        return dossier;
    }

    private void sign(String dossier) {
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 7));
        jobs.run();
    }

    private void record(ReimbursementParameter parameter, String amount) {
        as("nele", () -> {
            recordParameter.record(new DatedParameter<>(parameter, new BigDecimal(amount), LocalDate.of(2027, 1, 1), null, "Besluit"));
            return null;
        });
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }
}
