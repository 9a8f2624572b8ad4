package be.dossierwerk.infringement;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.ComputeRecovery;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.VoucherLine;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.AskSources;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import be.dossierwerk.withdrawal.ConvertedToInfringement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Infringement files and the follow-up of conditions on the real engine and database, with a moved clock: every course and its days. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InfringementJourneyTest {

    /** A Monday. */
    private static final LocalDate FILED = LocalDate.of(2027, 3, 1);
    private static final LocalDate REPORTED = LocalDate.of(2027, 4, 5);
    private static int undertakings = 700;
    private static int references = 1;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private Recognitions recognitions;
    @Autowired private ReceiveInspectionReport receive;
    @Autowired private Retentions retentions;
    @Autowired private ContestedInfringement contested;
    @Autowired private Deposits deposits;
    @Autowired private Recoveries recoveries;
    @Autowired private ComputeRecovery computeRecovery;
    @Autowired private SimulatedSources sources;
    @Autowired private AskSources askSources;
    @Autowired private ShowTask showTask;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transactions;

    private final Set<String> recognised = new TreeSet<>();
    private String recognition;
    private String number;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void everything_runs_again() {
        clock.release();
        sources.forget();
    }

    @Test
    void a_grave_infringement_is_held_back_heard_and_ends_the_recognition() {
        String dossier = open("I01", "12000.50");
        assertThat(terms.due(dossier, "T-INB-01")).isEqualTo(REPORTED.plusDays(180));
        send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of());
        assertThat(kinds(dossier)).contains("inbreuk-voornemen");
        assertThat(tasks(dossier)).containsExactlyInAnyOrder("UserTask_InhoudingVoorstellen", "UserTask_VerweerRegistreren");
        send("an", dossier, "UserTask_InhoudingVoorstellen", Map.of("motieven", "Het risico is groot."));
        assertThatThrownBy(() -> draft(dossier, "WAARSCHUWING")).isInstanceOf(Refused.class).hasMessage("casework.decision-not-possible");
        // It cannot wait for the defence: the undertaking is heard while it holds.
        assertThat(sentences(dossier)).contains("An Peeters stelde een inhouding voor: de volledige inruilwaarde. De maatregel kan niet wachten. De onderneming wordt achteraf gehoord.");
        assertThat(jdbc.sql("select retention_hearing from infringement_case where dossier = ?").param(dossier).query(String.class).single()).isEqualTo("NA_MAATREGEL_HOREN");
        assertThat(text(dossier, "inbreuk-voornemen")).contains("U mag ook over die inhouding antwoorden");
        decide(dossier, "INHOUDING_VOLLEDIG", false);
        Letters.Letter first = decisionLetters(dossier).get(0);
        assertThat(first.appealUntil()).isEqualTo(terms.due(dossier, "T-RVS"));
        assertThat(retentions.current(dossier)).get().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("VOLLEDIG");
            assertThat(line.reviewOn()).isAfterOrEqualTo(LocalDate.now(clock).plusMonths(3));
        });
        // The hearing did not wait for the retention.
        send("els", dossier, "UserTask_VerweerRegistreren", defence(LocalDate.now(clock)));
        send("an", dossier, "UserTask_VerweerBeoordelen", defenceRejected());
        send("an", dossier, "UserTask_AanpakBepalen", Map.of("hoorzitting", "JA", "regularisatie", "NEE"));
        send("an", dossier, "UserTask_HoorzittingHouden", Map.of("gehoudenOp", LocalDate.now(clock).toString(), "aanwezig", "De zaakvoerder en haar advocaat.", "verslag", "Zij betwist."));
        assertThat(dossiers.documents(dossier)).extracting(Dossiers.Document::kind).contains("VERSLAG_HOORZITTING");

        review(dossier, "BEHOUDEN");
        review(dossier, "VERLAGEN");
        // Nothing changes before it is signed and notified.
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "INHOUDING_VERLAAGD").containsEntry("motieven", "Nog nodig.")
                .extractingByKey("feiten").asString().contains("houdt het uitgiftebedrijf de volledige inruilwaarde in", "Tot nu hield het 500,25 euro in.");
        draft(dossier, "INHOUDING_VERLAAGD");
        sign(dossier);
        assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind).isEqualTo("VOLLEDIG");
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), references));
        jobs.run();
        assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind).isEqualTo("EUR5");
        Letters.Letter lowered = decisionLetters(dossier).stream().filter(letter -> letter.title().equals("Beslissing: de inhouding wordt verlaagd")).findFirst().orElseThrow();
        assertThat(lowered.appealUntil()).isEqualTo(terms.due(dossier, "T-RVS")).isAfter(first.appealUntil());
        assertThat(text(lowered.document())).contains("Wij verlagen de inhouding tot 5 euro per dienstencheque.", "Wat al ingehouden is, blijft geblokkeerd", "Raad van State");
        assertThat(sentences(dossier)).contains("An Peeters stelde voor om de inhouding te verlagen tot 5 euro per dienstencheque. "
                + "Ze blijft gelden tot daarover beslist is en de onderneming de beslissing kreeg.");
        at(LocalDate.now(clock).plusDays(4), LocalTime.of(9, 0));
        advise(dossier, "ONGUNSTIG");
        String note = text(dossiers.documents(dossier).stream().filter(document -> document.kind().equals("NOTA")).findFirst().orElseThrow().id());
        assertThat(note).contains("advies over de vastgestelde inbreuken van", "De erkenning intrekken, met of zonder voorwaarden.").doesNotContainIgnoringCase("aanvraag");
        decide(dossier, "INTREKKING_ZONDER_VOORWAARDEN", true);

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INTREKKING_ZONDER_VOORWAARDEN");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        assertThat(retentions.of(dossier)).extracting(Retentions.Line::entry).containsExactly("INGESTELD", "BEHOUDEN", "VERLAAGD", "OPGEHEVEN");
        assertThat(running(dossier)).containsOnly("T-RVS");
        assertThat(tasks(dossier)).isEmpty();
        // Each decision has its own days for an appeal; the first term was over and ended on its last day, not late.
        assertThat(decisionLetters(dossier)).hasSize(3).anySatisfy(letter -> {
            assertThat(letter.id()).isEqualTo(first.id());
            assertThat(letter.appealFrom()).isEqualTo(first.appealFrom());
            assertThat(letter.appealUntil()).isEqualTo(first.appealUntil());
        }).anySatisfy(letter -> assertThat(letter.appealUntil()).isEqualTo(terms.due(dossier, "T-RVS")).isAfter(lowered.appealUntil()));
        assertThat(terms.of(dossier).stream().filter(term -> term.rule().equals("T-RVS") && term.stoppedOn() != null).map(TermStanding::stoppedOn)).contains(first.appealUntil());
        assertThat(jdbc.sql("select measure from infringement_measure where dossier = ? order by 1").param(dossier).query(String.class).list())
                .containsExactly("INHOUDING_VOLLEDIG", "INTREKKING_ZONDER_VOORWAARDEN", "PJ_AUDITEUR", "TERUGVORDERING");
        assertThat(recoveries(dossier)).isEqualTo(1);
        assertThatThrownBy(() -> jdbc.sql("update retention_entry set reason = 'x'").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_draft_about_the_retention_that_was_sent_back_is_not_shown_for_the_other_decision() {
        String dossier = open("I12", null);
        send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of());
        send("an", dossier, "UserTask_InhoudingVoorstellen", Map.of("motieven", "Voorzichtigheid."));
        draft(dossier, "INHOUDING_5EUR");
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(false));
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "INHOUDING_5EUR").containsEntry("motieven", "Motieven.");
        decide(dossier, "INHOUDING_5EUR", false);
        withoutDefence(dossier);
        approach(dossier);
        advise(dossier, "ONGUNSTIG");
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).doesNotContainKeys("uitkomst", "evenredigheid").containsEntry("motieven", "Beoordeling.");
        draft(dossier, "INTREKKING_MET_VOORWAARDEN");
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(false));
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "INTREKKING_MET_VOORWAARDEN").containsKey("evenredigheid");
    }

    @Test
    void the_deposit_pays_the_known_debts_before_the_rest_goes_to_the_treasury() {
        String dossier = open("I03", null);
        String owed = currentActor.as(people.actor("an"), () -> {
            String recovery = dossiers.open(new Dossiers.NewDossier("terugvordering", "TER", "Vroegere terugvordering", number, "Gent", "AMBTSHALVE", REPORTED, "an", null));
            recoveries.open(recovery, number);
            computeRecovery.compute(recovery, List.of(new VoucherLine(YearMonth.of(2020, 3), 100, false, "Geen prestaties gevonden")));
            return recovery;
        });
        recoveries.decided(new BigDecimal("2336.00"), owed);
        for (Source source : List.of(Source.RSZ, Source.FISCUS)) {
            sources.say(number, source, Facts.owing(new BigDecimal("1200.50"), source == Source.RSZ ? RepaymentPlan.GEEN : RepaymentPlan.NAGELEEFD));
            currentActor.as(people.actor("an"), () -> askSources.of(number, source, dossier));
        }
        qualify(dossier, "MIDDEL", "NEE");
        withoutDefence(dossier);
        approach(dossier);
        advise(dossier, "ONGUNSTIG");
        decide(dossier, "INTREKKING_ZONDER_VOORWAARDEN", true);

        assertThat(recoveries.balance(owed)).isEqualTo("0.00");
        assertThat(deposits.of(recognition).orElseThrow().movements().stream().filter(movement -> movement.kind().sign() < 0)
                .map(movement -> "%s %s %s".formatted(movement.kind(), movement.to(), movement.amount())))
                .containsExactly("AANGESPROKEN RSZ 1200.50", "AANGESPROKEN DEPARTEMENT 2336.00", "VERBEURD SCHATKIST 21463.50");
        assertThat(deposits.of(recognition).orElseThrow().balance()).isEqualTo("0.00");
    }

    @Test
    void without_proof_a_warning_counts_as_a_repeat_for_the_next_file() {
        String dossier = open("I05", null);
        qualify(dossier, "LICHT", "NEE");
        withoutDefence(dossier);
        send("an", dossier, "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "JA", "watRechtzetten", "Bezorg de registers."));
        LocalDate last = terms.due(dossier, "T-INB-02");
        at(last, LocalTime.of(23, 30));
        assertThat(tasks(dossier)).containsExactly("UserTask_BewijsRegistreren");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(tasks(dossier)).containsExactly("UserTask_NotaOpstellen");
        advise(dossier, "GUNSTIG");
        decide(dossier, "WAARSCHUWING", false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("WAARSCHUWING");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);

        String next = currentActor.as(people.actor("ivo"), () -> receive.receive(report("I05", null, false))).dossier();
        qualify(next, "MIDDEL", "NEE");
        assertThat(sentences(next)).anyMatch(line -> line.contains("herhaling binnen drie jaar"));
    }

    @Test
    void an_undertaking_that_mends_its_ways_is_checked_again_and_keeps_its_recognition() {
        String dossier = open("I03", null);
        qualify(dossier, "MIDDEL", "JA");
        send("an", dossier, "UserTask_InhoudingVoorstellen", Map.of("motieven", "Voorzichtigheid."));
        decide(dossier, "GEEN_INHOUDING", false);
        assertThat(retentions.of(dossier)).isEmpty();
        withoutDefence(dossier);
        send("an", dossier, "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "JA", "watRechtzetten", "Stop met tuinwerk."));
        send("els", dossier, "UserTask_BewijsRegistreren", Map.of("ontvangenOp", LocalDate.now(clock).toString(), "samenvatting", "Planning."));
        send("ivo", dossier, "UserTask_Hercontrole", Map.of("vaststelling", "GEREGULARISEERD", "bevindingen", "In orde."));
        advise(dossier, "GUNSTIG");
        decide(dossier, "GEREGULARISEERD", false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEREGULARISEERD");
    }

    @Test
    void a_retention_is_lifted_by_a_decision_that_the_decision_about_the_infringements_waits_for() {
        String dossier = retained("INHOUDING_5EUR");
        withoutDefence(dossier);
        approach(dossier);
        reviewIsDue(dossier);
        assertThatThrownBy(() -> proposeReview(dossier, "VERLAGEN")).isInstanceOf(Refused.class).hasMessage("infringement.retention-lowest");
        proposeReview(dossier, "OPHEFFEN");
        assertThatThrownBy(() -> draft(dossier, "INHOUDING_VERLAAGD")).isInstanceOf(Refused.class).hasMessage("casework.decision-not-possible");
        assertThatThrownBy(() -> draft(dossier, "WAARSCHUWING")).isInstanceOf(Refused.class).hasMessage("casework.decision-not-possible");
        draft(dossier, "INHOUDING_OPGEHEVEN");
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", Map.of("ondertekend", "NEE", "reden", "De motivering overtuigt niet."));
        assertThat(retentions.current(dossier)).isPresent();
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "INHOUDING_OPGEHEVEN").containsEntry("motieven", "Motieven.");
        advise(dossier, "GUNSTIG");
        assertThat(tasks(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        decide(dossier, "INHOUDING_OPGEHEVEN", false);
        assertThat(retentions.current(dossier)).isEmpty();
        assertThat(retentions.of(dossier)).last().satisfies(line -> {
            assertThat(line.blockedTotal()).isEqualByComparingTo("500.25");
            assertThat(line.reason()).isEqualTo("Nog nodig.");
        });
        assertThat(text(decisionLetters(dossier).stream().filter(letter -> letter.title().endsWith("de inhouding wordt opgeheven")).findFirst().orElseThrow().document()))
                .contains("Wij heffen de inhouding op.", "betaalt het uitgiftebedrijf opnieuw de volledige waarde");

        assertThat(tasks(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).doesNotContainKey("uitkomst");
        decide(dossier, "ZONDER_GEVOLG", false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ZONDER_GEVOLG");
        assertThat(retentions.of(dossier)).extracting(Retentions.Line::entry).containsExactly("INGESTELD", "OPGEHEVEN");
    }

    @Test
    void a_retention_stays_when_that_is_decided_and_nothing_is_changed_once_the_infringements_are_being_decided() {
        String dossier = retained("INHOUDING_VOLLEDIG");
        reviewIsDue(dossier);
        proposeReview(dossier, "OPHEFFEN");
        LocalDate overdue = terms.due(dossier, "T-INB-03");
        decide(dossier, "INHOUDING_BEHOUDEN", false);
        assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind, Retentions.Line::entry).containsExactly("VOLLEDIG", "BEHOUDEN");
        assertThat(terms.due(dossier, "T-INB-03")).isAfter(overdue);
        approach(dossier);
        advise(dossier, "GUNSTIG");
        reviewIsDue(dossier);
        assertThat(tasks(dossier)).containsExactlyInAnyOrder("UserTask_BeslissingOpstellen", "UserTask_InhoudingHerzien");
        assertThatThrownBy(() -> proposeReview(dossier, "VERLAGEN")).isInstanceOf(Refused.class).hasMessage("infringement.retention-ends-with-decision");
        proposeReview(dossier, "BEHOUDEN");
        decide(dossier, "WAARSCHUWING", false);
        assertThat(retentions.of(dossier)).extracting(Retentions.Line::entry).containsExactly("INGESTELD", "BEHOUDEN", "BEHOUDEN", "OPGEHEVEN");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_changes_of_a_retention_a_ruling_undoes_the_one_that_it_is_about(boolean firstLifting) {
        String dossier = retained("INHOUDING_VOLLEDIG");
        reviewIsDue(dossier);
        proposeReview(dossier, "VERLAGEN");
        decide(dossier, "INHOUDING_VERLAAGD", false);
        UUID lowering = signed(dossier);
        reviewIsDue(dossier);
        proposeReview(dossier, "OPHEFFEN");
        decide(dossier, "INHOUDING_OPGEHEVEN", false);
        UUID lifting = signed(dossier);

        ruled(() -> contested.annul(dossier, firstLifting ? lifting : lowering, LocalDate.now(clock), "Arrest"));
        assertThat(retentions.current(dossier).map(Retentions.Line::kind)).isEqualTo(firstLifting ? Optional.of("EUR5") : Optional.empty());
        ruled(() -> contested.annul(dossier, firstLifting ? lowering : lifting, LocalDate.now(clock), "Arrest"));
        assertThat(retentions.current(dossier).map(Retentions.Line::kind)).contains("VOLLEDIG");
    }

    @Test
    void what_was_lowered_or_lifted_is_held_back_again_when_that_decision_stands_still_or_falls_away() {
        String dossier = retained("INHOUDING_VOLLEDIG");
        reviewIsDue(dossier);
        proposeReview(dossier, "VERLAGEN");
        decide(dossier, "INHOUDING_VERLAAGD", false);
        UUID lowering = signed(dossier);
        assertThat(contested.restarts(dossier, lowering)).isEmpty();
        ruled(() -> contested.suspend(dossier, lowering, LocalDate.now(clock), "Arrest"));
        assertThat(sentences(dossier)).anyMatch(line -> line.startsWith("Het uitgiftebedrijf houdt sinds") && line.contains("de volledige inruilwaarde in"));
        ruled(() -> contested.resume(dossier, lowering, LocalDate.now(clock), "Arrest"));
        assertThat(sentences(dossier)).anyMatch(line -> line.startsWith("Het uitgiftebedrijf houdt sinds") && line.contains("5 euro per dienstencheque in"));
        ruled(() -> contested.annul(dossier, lowering, LocalDate.now(clock), "Arrest"));
        assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind, Retentions.Line::entry).containsExactly("VOLLEDIG", "HERSTELD");

        reviewIsDue(dossier);
        proposeReview(dossier, "OPHEFFEN");
        decide(dossier, "INHOUDING_OPGEHEVEN", false);
        UUID lifting = signed(dossier);
        assertThat(retentions.current(dossier)).isEmpty();
        ruled(() -> contested.annul(dossier, lifting, LocalDate.now(clock), "Arrest"));
        ruled(() -> contested.annul(dossier, lifting, LocalDate.now(clock), "Arrest"));
        assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind, Retentions.Line::blockedTotal).containsExactly("VOLLEDIG", new BigDecimal("500.25"));
        assertThat(retentions.of(dossier)).extracting(Retentions.Line::entry).containsExactly("INGESTELD", "VERLAAGD", "HERSTELD", "OPGEHEVEN", "HERSTELD");
        // It is reviewed again, once.
        reviewIsDue(dossier);
        assertThat(tasks(dossier)).containsOnlyOnce("UserTask_InhoudingHerzien");
    }

    @Test
    void without_the_retention_there_is_nothing_left_to_decide_about_its_review() {
        String dossier = retained("INHOUDING_VOLLEDIG");
        UUID imposed = signed(dossier);
        reviewIsDue(dossier);
        proposeReview(dossier, "OPHEFFEN");
        approach(dossier);
        advise(dossier, "GUNSTIG");
        draft(dossier, "INHOUDING_OPGEHEVEN");
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        assertThat(tasks(dossier)).containsExactly("UserTask_Ondertekenen");
        ruled(() -> contested.annul(dossier, imposed, LocalDate.now(clock), "Arrest"));
        assertThat(sentences(dossier)).contains("Het voorstel om de inhouding te wijzigen vervalt: er is geen inhouding meer.");
        assertThat(tasks(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(running(dossier)).doesNotContain("T-REC-05", "T-INB-03");
        decide(dossier, "WAARSCHUWING", false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("WAARSCHUWING");

        String next = retained("INHOUDING_VOLLEDIG");
        reviewIsDue(next);
        ruled(() -> contested.suspend(next, signed(next), LocalDate.now(clock), "Arrest"));
        proposeReview(next, "BEHOUDEN");
        assertThat(retentions.current(next)).get().matches(line -> line.entry().equals("BEHOUDEN") && line.reviewOn() == null);
        ruled(() -> contested.resume(next, signed(next), LocalDate.now(clock), "Arrest"));
        reviewIsDue(next);
        ruled(() -> contested.annul(next, signed(next), LocalDate.now(clock), "Arrest"));
        proposeReview(next, "OPHEFFEN");
        assertThat(tasks(next)).doesNotContain("UserTask_InhoudingHerzien", "UserTask_BeslissingOpstellen");
    }

    @Test
    void conditions_that_are_met_let_the_withdrawal_lapse() {
        String followUp = conditional();
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND_VOORWAARDELIJK);
        proof(followUp, "NEE");
        assertThat(tasks(followUp)).containsExactly("UserTask_BewijsRegistreren");
        proof(followUp, "JA");
        judge(followUp, "VERVULD", null);
        assertThat(dossiers.get(followUp).outcome()).isEqualTo("INTREKKING_VERVALLEN");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(running(followUp)).isEmpty();
    }

    @Test
    void reminders_go_out_thirty_and_seven_days_before_the_end_and_an_extension_is_given_once() {
        String followUp = conditional();
        LocalDate start = LocalDate.now(clock);
        LocalDate last = terms.due(followUp, "T-INB-04");
        assertThat(last).isAfterOrEqualTo(start.plusDays(90));
        at(start.plusDays(60), LocalTime.of(23, 0));
        assertThat(reminders(followUp)).isZero();
        at(start.plusDays(61), LocalTime.of(0, 5));
        assertThat(reminders(followUp)).isEqualTo(1);
        proof(followUp, "NEE");
        assertThat(reminders(followUp)).isEqualTo(1);
        at(start.plusDays(84), LocalTime.of(0, 5));
        assertThat(reminders(followUp)).isEqualTo(2);
        at(last, LocalTime.of(23, 30));
        assertThat(tasks(followUp)).containsExactly("UserTask_BewijsRegistreren");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThatThrownBy(() -> judge(followUp, "NIET_VERVULD", null)).isInstanceOf(Refused.class).hasMessage("infringement.next-needed");
        judge(followUp, "NIET_VERVULD", "VERLENGEN");
        decide(followUp, "VERLENGD", false);
        assertThat(terms.due(followUp, "T-INB-04")).isAfterOrEqualTo(LocalDate.now(clock).plusDays(90));
        at(terms.due(followUp, "T-INB-04").plusDays(1), LocalTime.of(9, 0));
        assertThatThrownBy(() -> judge(followUp, "NIET_VERVULD", "VERLENGEN")).isInstanceOf(Refused.class).hasMessage("infringement.extended-once");
        judge(followUp, "NIET_VERVULD", "UITWERKING");
        withoutDefence(followUp);
        decide(followUp, "INTREKKING_UITWERKING", true);
        assertThat(dossiers.get(followUp).outcome()).isEqualTo("INGETROKKEN_INBREUK");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        assertThat(recognitions.history(recognition)).extracting(Recognitions.Change::status)
                .containsExactly(RecognitionStatus.ERKEND, RecognitionStatus.ERKEND_VOORWAARDELIJK, RecognitionStatus.INGETROKKEN_INBREUK);
    }

    @Test
    void without_extension_the_minister_can_still_let_the_withdrawal_lapse() {
        String followUp = conditional();
        proof(followUp, "JA");
        judge(followUp, "NIET_VERVULD", "VERLENGEN");
        decide(followUp, "NIET_VERLENGD", false);
        withoutDefence(followUp);
        decide(followUp, "INTREKKING_VERVALLEN", false);
        assertThat(dossiers.get(followUp).outcome()).isEqualTo("INTREKKING_VERVALLEN");
    }

    @Test
    void reports_that_cannot_open_a_file_are_refused_and_change_nothing() {
        String dossier = open("I05", null);
        long reports = jdbc.sql("select count(*) from infringement_report").query(Long.class).single();
        InspectionReport second = report("I09", null, false);
        assertThatThrownBy(() -> receiveAsInspector(second)).isInstanceOf(Refused.class).hasMessage("infringement.report.open");
        InspectionReport unknown = new InspectionReport("VSI-X", "VSI", "0403.019.261", REPORTED, "Feiten", List.of(), List.of(), false);
        assertThatThrownBy(() -> receiveAsInspector(unknown)).isInstanceOf(Refused.class).hasMessage("infringement.report.unknown-undertaking");
        InspectionReport wrong = new InspectionReport(" ", "PERS", "12", REPORTED.plusYears(1), "", List.of(new InspectionReport.Reported("I99", null, null, null, null, null)), List.of(), false);
        assertThatThrownBy(() -> receiveAsInspector(wrong)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                .extracting(Refused.Field::name).containsExactly("reference", "origin", "enterpriseNumber", "dated", "facts", "infringements[0].code"));
        assertThatThrownBy(() -> currentActor.as(people.actor("nele"), () -> receive.receive(second))).isInstanceOf(Refused.class);
        assertThat(jdbc.sql("select count(*) from infringement_report").query(Long.class).single()).isEqualTo(reports);

        at(REPORTED.plusDays(10), LocalTime.of(9, 0));
        InspectionReport added = new InspectionReport(second.reference(), "KLACHT", number, REPORTED, "Nog feiten.", second.infringements(), List.of(), true);
        assertThat(receiveAsInspector(added)).isEqualTo(new ReceiveInspectionReport.Receipt(dossier, true));
        assertThat(receiveAsInspector(added)).isEqualTo(new ReceiveInspectionReport.Receipt(dossier, false));
        assertThat(terms.due(dossier, "T-INB-01")).isEqualTo(REPORTED.plusDays(190));
        InspectionReport other = new InspectionReport(second.reference(), "KLACHT", number, REPORTED, "Andere feiten.", List.of(), List.of(), true);
        assertThatThrownBy(() -> receiveAsInspector(other)).isInstanceOf(Refused.class).hasMessage("infringement.report.other-content");
    }

    @Test
    void another_severity_than_the_table_proposes_needs_a_reason() {
        String dossier = open("I01", null);
        assertThatThrownBy(() -> qualify(dossier, "LICHT", "NEE")).isInstanceOf(Refused.class).hasMessage("infringement.severity-needs-reason");
        send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of("ernst", "LICHT", "inhouding", "NEE", "redenErnst", "Eén cheque, meteen gemeld."));
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("kwalificeerde de inbreuken I01 als licht"));
    }

    @Test
    void an_ex_officio_file_that_is_converted_opens_one_infringement_file_beside_it() {
        recognise();
        ConvertedToInfringement converted = new ConvertedToInfringement(recognition, recognition, number, "Er zijn ook andere inbreuken.");
        transactions.executeWithoutResult(status -> events.publishEvent(converted));
        transactions.executeWithoutResult(status -> events.publishEvent(converted));

        String dossier = jdbc.sql("select dossier from infringement_report where reference = ?").param(recognition).query(String.class).single();
        assertThat(tasks(dossier)).containsExactly("UserTask_InbreukenKwalificeren");
        assertThat(terms.due(dossier, "T-INB-01")).isEqualTo(REPORTED.plusDays(180));
        assertThat(jdbc.sql("select facts from infringement_case where dossier = ?").param(dossier).query(String.class).single()).isEqualTo(converted.reason());
        assertThat(jdbc.sql("select count(*) from dossier_link where dossier in (?, ?) and other in (?, ?)").params(recognition, dossier, recognition, dossier)
                .query(Long.class).single()).isEqualTo(1);
        assertThatThrownBy(() -> events.publishEvent(converted)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_report_that_joins_after_the_qualification_is_taken_along_and_heard_about_before_anything_is_decided() {
        String dossier = open("I05", "100.00");
        qualify(dossier, "LICHT", "NEE");
        at(REPORTED.plusDays(3), LocalTime.of(9, 0));
        InspectionReport second = report("I01", "12000.50", true);
        assertThat(receiveAsInspector(second).dossier()).isEqualTo(dossier);
        assertThat(states(dossier)).containsExactly("I05 BEWEZEN", "I01 GEMELD");
        // The first letter says nothing of it, so that answer is not enough.
        assertThat(text(dossier, "inbreuk-voornemen")).doesNotContain("I01");
        withoutDefence(dossier);
        approach(dossier);
        assertThat(tasks(dossier)).containsExactly("UserTask_ToevoegingenBeoordelen");
        assertThat(shown(dossier, "UserTask_ToevoegingenBeoordelen")).containsEntry("verslagen", second.reference() + " van vrijdag 2 april 2027")
                .containsEntry("inbreuken", List.of("I01")).containsEntry("ernst", "ZWAAR").containsEntry("bedrag", "12000.50")
                .containsEntry("feiten", "Bij de controle ontbraken prestaties.");
        assertThatThrownBy(() -> send("an", dossier, "UserTask_ToevoegingenBeoordelen", Map.of("keuze", "MEEGENOMEN", "ernst", "LICHT")))
                .isInstanceOf(Refused.class).hasMessage("infringement.severity-needs-reason");
        send("an", dossier, "UserTask_ToevoegingenBeoordelen", Map.of("keuze", "MEEGENOMEN", "feiten", "Cheques zonder prestaties in maart."));

        // An intention letter and a term of their own.
        assertThat(tasks(dossier)).containsExactly("UserTask_VerweerRegistreren");
        LocalDate heardFrom = LocalDate.now(clock);
        assertThat(terms.due(dossier, "T-HOR-01")).isAfterOrEqualTo(heardFrom.plusDays(14));
        List<Letters.Letter> intentions = letters.of(dossier).stream().filter(letter -> letter.kind().equals("inbreuk-voornemen")).toList();
        assertThat(intentions).extracting(Letters.Letter::title).containsExactlyInAnyOrder("Voornemen over vastgestelde inbreuken", "Aanvullend voornemen over vastgestelde inbreuken");
        String added = text(intentions.stream().filter(letter -> letter.title().startsWith("Aanvullend")).findFirst().orElseThrow().document());
        assertThat(added).contains("Intussen kregen wij nieuwe vaststellingen, van vrijdag 2 april 2027.", "I01", "I05", "Cheques zonder prestaties in maart.",
                "Uw erkenning kan worden ingetrokken", "12.100,50 euro");
        withoutDefence(dossier);
        approach(dossier);
        assertThat(tasks(dossier)).containsExactly("UserTask_NotaOpstellen");
        advise(dossier, "ONGUNSTIG");
        decide(dossier, "INTREKKING_ZONDER_VOORWAARDEN", true);

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INTREKKING_ZONDER_VOORWAARDEN");
        assertThat(states(dossier)).containsExactly("I05 BEWEZEN", "I01 BEWEZEN");
        assertThat(sentences(dossier)).contains("An Peeters beoordeelde wat na de kwalificatie bij het dossier kwam (%s van vrijdag 2 april 2027): de inbreuken I01 gaan mee in dit dossier en de onderneming wordt er opnieuw over gehoord."
                .formatted(second.reference()));
        assertThat(files()).containsExactly(dossier);
    }

    @Test
    void what_is_left_for_a_file_of_its_own_or_joins_after_the_note_began_opens_one_when_this_file_ends() {
        String dossier = open("I05", null);
        qualify(dossier, "LICHT", "NEE");
        InspectionReport second = report("I03", "250.00", true);
        receiveAsInspector(second);
        withoutDefence(dossier);
        approach(dossier);
        send("an", dossier, "UserTask_ToevoegingenBeoordelen", Map.of("keuze", "NIEUW_DOSSIER", "reden", "Andere vestiging."));
        assertThat(tasks(dossier)).containsExactly("UserTask_NotaOpstellen");
        assertThat(states(dossier)).containsExactly("I05 BEWEZEN", "I03 NIEUW_DOSSIER");
        LocalDate due = terms.due(dossier, "T-INB-01");
        InspectionReport late = report("I09", null, true);
        assertThat(receiveAsInspector(late)).isEqualTo(new ReceiveInspectionReport.Receipt(dossier, true));
        assertThat(terms.due(dossier, "T-INB-01")).isEqualTo(due);
        advise(dossier, "GUNSTIG");
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen").get("feiten").toString()).isEqualTo("Feiten.");
        decide(dossier, "WAARSCHUWING", false);

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("WAARSCHUWING");
        String next = files().stream().filter(file -> !file.equals(dossier)).findFirst().orElseThrow();
        assertThat(tasks(next)).containsExactly("UserTask_InbreukenKwalificeren");
        assertThat(states(next)).containsExactly("I03 GEMELD", "I09 GEMELD");
        assertThat(dossiers.get(next).handler()).isEqualTo(dossiers.get(dossier).handler());
        assertThat(terms.due(next, "T-INB-01")).isEqualTo(LocalDate.now(clock).plusDays(180));
        assertThat(shown(next, "UserTask_InbreukenKwalificeren")).containsEntry("inbreuken", List.of("I03", "I09")).containsEntry("bedrag", "250.00");
        assertThat(sentences(dossier)).contains("Het verslag %s, %s gaat verder in dossier %s.".formatted(second.reference(), late.reference(), next));
        qualify(next, "MIDDEL", "NEE");
        assertThat(states(next)).containsExactly("I03 BEWEZEN", "I09 BEWEZEN");
    }

    @Test
    void what_is_not_retained_stays_in_the_file_with_the_reason_and_what_nobody_read_yet_is_not_judged() {
        String dossier = open("I03", null);
        qualify(dossier, "MIDDEL", "NEE");
        receiveAsInspector(report("I09", null, true));
        withoutDefence(dossier);
        approach(dossier);
        Map<String, Object> read = shown(dossier, "UserTask_ToevoegingenBeoordelen");
        InspectionReport third = report("I06", null, true);
        receiveAsInspector(third);
        Map<String, Object> choice = Map.of("keuze", "NIET_WEERHOUDEN", "reden", "De schuld is betaald.");
        Map<String, Object> asRead = new HashMap<>(choice);
        asRead.put("verslagen", read.get("verslagen"));
        assertThatThrownBy(() -> send("an", dossier, "UserTask_ToevoegingenBeoordelen", asRead)).isInstanceOf(Refused.class).hasMessage("infringement.additions-changed");
        send("an", dossier, "UserTask_ToevoegingenBeoordelen", choice);
        assertThat(tasks(dossier)).containsExactly("UserTask_NotaOpstellen");
        assertThat(states(dossier)).containsExactly("I03 BEWEZEN", "I09 NIET_BEWEZEN", "I06 NIET_BEWEZEN");
        assertThat(audit.of(dossier)).anySatisfy(line -> {
            assertThat(line.sentence()).endsWith("niet weerhouden.").contains(third.reference());
            assertThat(line.reason()).isEqualTo("De schuld is betaald.");
        });
        InspectionReport late = report("I10", null, true);
        receiveAsInspector(late);
        advise(dossier, "ONGUNSTIG");
        decide(dossier, "INTREKKING_ZONDER_VOORWAARDEN", true);

        assertThat(states(dossier)).containsExactly("I03 BEWEZEN", "I09 NIET_BEWEZEN", "I06 NIET_BEWEZEN", "I10 ZONDER_VOORWERP");
        assertThat(files()).containsExactly(dossier);
        assertThat(sentences(dossier)).contains("Het verslag %s leidt niet tot een nieuw dossier: de erkenning eindigt.".formatted(late.reference()));
    }

    /** The diagram as it was before a report could be judged after the qualification: its files end as they began, and leave nothing unjudged. */
    @Test
    void a_file_that_runs_by_the_former_diagram_ends_by_it_and_what_joined_goes_on_in_a_new_file() throws IOException {
        byTheFormerDiagram(() -> {
            String dossier = receiveAsInspector(report("I05", null, false)).dossier();
            qualify(dossier, "LICHT", "NEE");
            receiveAsInspector(report("I03", null, true));
            withoutDefence(dossier);
            approach(dossier);
            assertThat(tasks(dossier)).containsExactly("UserTask_NotaOpstellen");
            advise(dossier, "GUNSTIG");
            decide(dossier, "WAARSCHUWING", false);
            assertThat(dossiers.get(dossier).outcome()).isEqualTo("WAARSCHUWING");
            assertThat(states(dossier)).containsExactly("I05 BEWEZEN", "I03 NIEUW_DOSSIER");
            assertThat(files()).hasSize(2);
        });
    }

    /** In it a handler alone lowers or lifts a retention. */
    @Test
    void a_file_that_runs_by_the_former_diagram_is_reviewed_by_it() throws IOException {
        byTheFormerDiagram(() -> {
            String dossier = receiveAsInspector(report("I12", null, false)).dossier();
            send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of());
            send("an", dossier, "UserTask_InhoudingVoorstellen", Map.of("motieven", "Voorzichtigheid."));
            decide(dossier, "INHOUDING_VOLLEDIG", false);
            review(dossier, "BEHOUDEN");
            review(dossier, "VERLAGEN");
            assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind).isEqualTo("EUR5");
            assertThatThrownBy(() -> review(dossier, "VERLAGEN")).isInstanceOf(Refused.class).hasMessage("infringement.retention-lowest");
            proposeReview(dossier, "OPHEFFEN");
            assertThat(tasks(dossier)).doesNotContain("UserTask_InhoudingHerzien", "UserTask_BeslissingOpstellen");
            approach(dossier);
            advise(dossier, "GUNSTIG");
            decide(dossier, "WAARSCHUWING", false);
            assertThat(retentions.of(dossier)).extracting(Retentions.Line::entry).containsExactly("INGESTELD", "BEHOUDEN", "VERLAAGD", "OPGEHEVEN");
        });
    }

    private void byTheFormerDiagram(Runnable course) throws IOException {
        recognise();
        var former = repository.createDeployment().addClasspathResource("diagrams/inbreukdossier-1.0.bpmn");
        try (var blocks = Files.list(Path.of("bpmn/bouwstenen"))) {
            for (Path block : blocks.sorted().toList()) {
                former.addString(block.getFileName().toString(), Files.readString(block));
            }
        }
        String deployment = former.deploy().getId();
        try {
            course.run();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** Every element of both diagrams was visited by some test of this class: what no test visits may be broken. */
    @AfterAll
    void every_place_of_both_diagrams_was_visited() {
        Set<String> missed = new TreeSet<>();
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(each -> Set.of(InfringementModel.PROCESS, InfringementModel.FOLLOW_UP).contains(each.getKey())).toList()) {
            for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
                if (history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                    missed.add(definition.getKey() + ": " + node.getId());
                }
            }
        }
        assertThat(missed).isEmpty();
        // The ends and the boundary events as the drawing has them, reached by the dossiers of this class alone.
        List<String> ours = jdbc.sql("select dossier from infringement_case where recognition = any(?) union select dossier from withdrawal_follow_up where recognition = any(?)")
                .params(recognised.toArray(String[]::new), recognised.toArray(String[]::new)).query(String.class).list();
        assertThat(ReachedEvents.events(InfringementModel.PROCESS)).hasSize(9);
        assertThat(ReachedEvents.events(InfringementModel.FOLLOW_UP)).hasSize(7);
        assertThat(ReachedEvents.missing(jdbc, InfringementModel.PROCESS, ours)).isEmpty();
        assertThat(ReachedEvents.missing(jdbc, InfringementModel.FOLLOW_UP, ours)).isEmpty();
    }

    private String open(String code, String amount) {
        recognise();
        return receiveAsInspector(report(code, amount, false)).dossier();
    }

    private void recognise() {
        at(FILED, LocalTime.of(9, 0));
        Application application = InventedApplications.make(undertakings++, FILED, true);
        recognition = acts.file(people.actor("els"), application, "PAPIER", FILED, InventedApplications.attachments(application));
        number = application.undertaking().enterpriseNumber();
        recognised.add(recognition);
        send("an", recognition, "UserTask_VolledigheidNagaan", complete());
        send("an", recognition, "UserTask_BronnenNagaan", cleanSources());
        send("an", recognition, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", recognition, "UserTask_WaarborgNagaan", depositPaid(FILED.minusDays(10)));
        send("an", recognition, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", recognition, "UserTask_NotaOpstellen", note("GUNSTIG"));
        send("sofie", recognition, "UserTask_OpAgendaPlaatsen", agenda(FILED));
        send("sofie", recognition, "UserTask_AdviesRegistreren", advice("GUNSTIG", FILED));
        send("an", recognition, "UserTask_BeslissingOpstellen", decision("ERKEND", List.of("SCHOONMAKEN")));
        finish(recognition, false);
        at(REPORTED, LocalTime.of(9, 0));
    }

    private InspectionReport report(String code, String amount, boolean add) {
        return new InspectionReport("VSI-2027-" + references++, "VSI", number, REPORTED.minusDays(3), "Bij de controle ontbraken prestaties.", List.of(
                new InspectionReport.Reported(code, null, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), 800, amount == null ? null : new BigDecimal(amount))),
                List.of(), add);
    }

    private ReceiveInspectionReport.Receipt receiveAsInspector(InspectionReport report) {
        return currentActor.as(people.actor("ivo"), () -> receive.receive(report));
    }

    private void qualify(String dossier, String severity, String retention) {
        send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of("ernst", severity, "inhouding", retention));
    }

    private void approach(String dossier) {
        send("an", dossier, "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"));
    }

    /** Code and state, in the order in which they came. */
    private List<String> states(String dossier) {
        return jdbc.sql("select code || ' ' || state from infringement where dossier = ? order by position").param(dossier).query(String.class).list();
    }

    /** The infringement files of this recognition. */
    private List<String> files() {
        return jdbc.sql("select dossier from infringement_case where recognition = ? order by 1").param(recognition).query(String.class).list();
    }

    private void withoutDefence(String dossier) {
        at(terms.due(dossier, "T-HOR-01").plusDays(1), LocalTime.of(0, 5));
    }

    private void review(String dossier, String choice) {
        LocalDate last = terms.due(dossier, "T-INB-03");
        at(last, LocalTime.of(23, 30));
        assertThat(tasks(dossier)).doesNotContain("UserTask_InhoudingHerzien");
        reviewIsDue(dossier);
        proposeReview(dossier, choice);
    }

    private void reviewIsDue(String dossier) {
        at(terms.due(dossier, "T-INB-03").plusDays(1), LocalTime.of(0, 5));
    }

    private void proposeReview(String dossier, String choice) {
        send("an", dossier, "UserTask_InhoudingHerzien", Map.of("keuze", choice, "geblokkeerd", "500.25", "motieven", "Nog nodig."));
    }

    /** A file about a grave infringement in which that retention was decided, notified and imposed. */
    private String retained(String outcome) {
        String dossier = open("I12", null);
        send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of());
        send("an", dossier, "UserTask_InhoudingVoorstellen", Map.of("motieven", "Voorzichtigheid."));
        decide(dossier, outcome, false);
        return dossier;
    }

    /** The decision that was signed last. */
    private UUID signed(String dossier) {
        return jdbc.sql("select id from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier).query(UUID.class).single();
    }

    private void ruled(Runnable ruling) {
        currentActor.as(people.actor("joke"), () -> {
            transactions.executeWithoutResult(status -> ruling.run());
            return null;
        });
        jobs.run();
    }

    private void advise(String dossier, String outlook) {
        LocalDate today = LocalDate.now(clock);
        send("an", dossier, "UserTask_NotaOpstellen", Map.of("vooruitzicht", outlook, "feiten", "Feiten.", "beoordeling", "Beoordeling."));
        assertThat(terms.due(dossier, "T-REC-02")).isEqualTo(today.plusDays(70));
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(today));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice(outlook, today));
    }

    private void draft(String dossier, String outcome) {
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", outcome, "motieven", "Motieven.", "evenredigheid", "Een lichtere maatregel volstaat niet.",
                "ingangsdatum", LocalDate.now(clock).plusDays(5).toString()));
    }

    private void decide(String dossier, String outcome, boolean head) {
        draft(dossier, outcome);
        finish(dossier, head);
    }

    private void sign(String dossier) {
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
    }

    private void finish(String dossier, boolean head) {
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        if (head) {
            send("lieve", dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        }
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), references));
        jobs.run();
    }

    /** An infringement file that ended with a withdrawal on two conditions. */
    private String conditional() {
        String dossier = open("I03", null);
        qualify(dossier, "MIDDEL", "NEE");
        withoutDefence(dossier);
        approach(dossier);
        advise(dossier, "ONGUNSTIG");
        decide(dossier, "INTREKKING_MET_VOORWAARDEN", true);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INTREKKING_MET_VOORWAARDEN");
        String followUp = jdbc.sql("select dossier from withdrawal_follow_up where infringement_case = ?").param(dossier).query(String.class).single();
        send("an", followUp, "UserTask_VoorwaardenRegistreren", Map.of("v1Tekst", "Stop met tuinwerk.", "v1Bewijs", "Planning.", "v2Tekst", "Betaal de schuld.", "v2Bewijs", "Attest."));
        return followUp;
    }

    private void proof(String followUp, String complete) {
        send("els", followUp, "UserTask_BewijsRegistreren", Map.of("ontvangenOp", LocalDate.now(clock).toString(), "voorwaarden", List.of("V1", "V2"),
                "samenvatting", "Planning en attest.", "allesBinnen", complete));
    }

    private void judge(String followUp, String second, String next) {
        Map<String, Object> fields = new HashMap<>(Map.of("v1Oordeel", "VERVULD", "v1Waarom", "Planning.", "v2Oordeel", second, "v2Waarom", "Attest."));
        if (next != null) {
            fields.put("vervolg", next);
        }
        send("an", followUp, "UserTask_VoorwaardenBeoordelen", fields);
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    private List<String> running(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.stoppedOn() == null).map(TermStanding::rule).distinct().toList();
    }

    private long reminders(String dossier) {
        return letters.of(dossier).stream().filter(letter -> letter.title().startsWith("Herinnering")).count();
    }

    private Map<String, Object> shown(String dossier, String task) {
        return currentActor.as(people.actor("an"), () -> showTask.show(acts.task(dossier, task)).values());
    }

    private String text(String dossier, String kind) {
        return text(letters.of(dossier).stream().filter(letter -> letter.kind().equals(kind)).findFirst().orElseThrow().document());
    }

    /** A PDF as one line of words. */
    private String text(UUID document) {
        try (var pdf = Loader.loadPDF(dossiers.content(document))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> tasks(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private long recoveries(String dossier) {
        return jdbc.sql("select count(*) from dossier_link l join dossier d on d.number in (l.dossier, l.other) and d.number <> ? "
                + "where ? in (l.dossier, l.other) and d.procedure = 'terugvordering'").params(dossier, dossier).query(Long.class).single();
    }

    private List<Letters.Letter> decisionLetters(String dossier) {
        return letters.of(dossier).stream().filter(letter -> letter.kind().equals("beslissing-inbreuk")).toList();
    }

    private List<String> kinds(String dossier) {
        return letters.of(dossier).stream().map(Letters.Letter::kind).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }
}
