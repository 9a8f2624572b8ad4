package be.dossierwerk.appeal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recovery.AgreeInstalments;
import be.dossierwerk.recovery.AnnulRecovery;
import be.dossierwerk.recovery.CallOnDeposit;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.recovery.LimitationKind;
import be.dossierwerk.recovery.RecordPayment;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecoveryEntry;
import be.dossierwerk.recovery.RefundOverpayment;
import be.dossierwerk.recovery.StartRecovery;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The appeal to the Council of State on the real engine and the real database, with a moved clock: every course, its days, its file and its money. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeroepRaadVanStateJourneyTest {

    /** Of this class alone: what is owed here would take from the deposits of other tests. */
    private static final String UNDERTAKING = "0590000817";
    private static final String LINES = "03/2020; 100; niet bewezen; werklijst zonder handtekening";
    private static final String TOTAL = "2336.00";
    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2027, 3, 1);
    private static final LocalDate PETITION = LocalDate.of(2027, 4, 12);
    /** A Tuesday; sixty days later is a Saturday: the file is watched by that day, our statement may come on Monday. */
    private static final LocalDate SERVED = LocalDate.of(2027, 4, 20);
    private static final LocalDate DUE = LocalDate.of(2027, 6, 19);
    private static final LocalDate STATEMENT_DUE = LocalDate.of(2027, 6, 21);
    private static int roles = 242_100;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FilePetition filePetition;
    @Autowired private RecordRuling recordRuling;
    @Autowired private RecordStatement recordStatement;
    @Autowired private AdministrativeFile administrativeFile;
    @Autowired private SealAdministrativeFile sealAdministrativeFile;
    @Autowired private BeroepRvSFile file;
    @Autowired private Contests contests;
    @Autowired private StartRecovery startRecovery;
    @Autowired private Recoveries recoveries;
    @Autowired private RecordPayment recordPayment;
    @Autowired private Deposits deposits;
    @Autowired private CallOnDeposit callOnDeposit;
    @Autowired private AnnulRecovery annulRecovery;
    @Autowired private TransactionTemplate transactions;
    @Autowired private RefundOverpayment refundOverpayment;
    @Autowired private AgreeInstalments agreeInstalments;
    @Autowired private Dossiers dossiers;
    @Autowired private AttachDocument attachDocument;
    @Autowired private ShowDossier showDossier;
    @Autowired private Terms terms;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private JdbcClient jdbc;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    private final List<String> appeals = new ArrayList<>();

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
        at(START, LocalTime.of(9, 0));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void an_appeal_that_is_rejected_takes_a_file_two_statements_and_a_judgment() {
        String contested = recovered();
        String appeal = file(contested, PetitionKind.NIETIGVERKLARING);
        assertThat(appeal).matches("DC-RVS-2027-\\d{5}");
        assertThat(terms.due(appeal, "T-RVS-01")).isEqualTo(DUE);
        assertThat(terms.due(appeal, "T-RVS-02")).isEqualTo(STATEMENT_DUE);
        assertThat(open(appeal)).containsExactlyInAnyOrder("UserTask_AdministratiefDossierNeerleggen", "UserTask_MemorieVanAntwoordIndienen");
        assertThat(as("mira", () -> showDossier.show(appeal)).links()).extracting(ShowDossier.Link::number).containsExactly(contested);
        assertThat(sentences(contested)).anyMatch(line -> line.contains("stelde bij de Raad van State een beroep tot nietigverklaring in"));
        assertThat(contests.against(contested)).extracting(Contests.Contest::appeal).containsExactly(appeal);

        seal(appeal, Map.of());
        at(SERVED.plusDays(20), LocalTime.of(9, 0));
        deposit(appeal, SERVED.plusDays(20));
        assertThat(standing(appeal, "T-RVS-01").stoppedOn()).isEqualTo(SERVED.plusDays(20));
        assertThatThrownBy(() -> statement(appeal, "UserTask_MemorieVanAntwoordIndienen")).isInstanceOf(Refused.class).hasMessage("appeal.rvs.statement.none");
        attach(appeal, "Memorie van antwoord");
        assertThatThrownBy(() -> record(appeal, StatementKind.AUDITORAATSVERSLAG)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).containsExactly("appeal.rvs.field.auditor-too-early"));
        statement(appeal, "UserTask_MemorieVanAntwoordIndienen");
        // Sixty days from 10 May is 9 July, a Friday: the applicant's term would roll, ours would not.
        assertThat(terms.due(appeal, "T-RVS-03")).isEqualTo("2027-07-09");
        at(LocalDate.of(2027, 7, 1), LocalTime.of(9, 0));
        record(appeal, StatementKind.MEMORIE_VAN_WEDERANTWOORD);
        assertThat(standing(appeal, "T-RVS-03").stoppedOn()).isEqualTo("2027-07-01");
        record(appeal, StatementKind.AUDITORAATSVERSLAG);
        assertThat(terms.due(appeal, "T-RVS-04")).isEqualTo("2027-08-02");
        assertThat(open(appeal)).containsExactly("UserTask_LaatsteMemorieIndienen");
        // The statement of defence does not count a second time.
        assertThatThrownBy(() -> statement(appeal, "UserTask_LaatsteMemorieIndienen")).isInstanceOf(Refused.class).hasMessage("appeal.rvs.statement.none");
        attach(appeal, "Laatste memorie");
        statement(appeal, "UserTask_LaatsteMemorieIndienen");
        assertThat(file.statements(appeal)).extracting(BeroepRvSFile.Statement::kind).containsExactly(StatementKind.ADMINISTRATIEF_DOSSIER,
                StatementKind.MEMORIE_VAN_ANTWOORD, StatementKind.MEMORIE_VAN_WEDERANTWOORD, StatementKind.AUDITORAATSVERSLAG, StatementKind.LAATSTE_MEMORIE);

        rule(appeal, RvSRuling.VERWORPEN);
        ended(appeal, "VERWORPEN");
        assertThat(recoveries.balance(contested)).isEqualTo(TOTAL);
        assertThat(sentences(contested)).anyMatch(line -> line.startsWith("De Raad van State verwierp het beroep met arrest"));
    }

    @Test
    void warnings_come_on_day_forty_five_and_day_fifty_five_and_a_statement_that_is_missed_is_noted() {
        String appeal = file(recovered(), PetitionKind.SCHORSING);
        assertThat(timers(appeal)).contains(midnight(SERVED.plusDays(45)), midnight(SERVED.plusDays(55)), midnight(STATEMENT_DUE.plusDays(1)));
        at(SERVED.plusDays(44), LocalTime.of(23, 30));
        assertThat(warnings(appeal)).isEmpty();
        at(SERVED.plusDays(45), LocalTime.of(0, 5));
        assertThat(warnings(appeal)).containsExactly(75);
        assertThat(sentences(appeal)).anyMatch(line -> line.startsWith("Het administratief dossier is nog niet neergelegd") && line.contains("zaterdag 19 juni 2027"));
        at(SERVED.plusDays(54), LocalTime.of(23, 30));
        assertThat(warnings(appeal)).containsExactly(75);
        at(SERVED.plusDays(55), LocalTime.of(0, 5));
        assertThat(warnings(appeal)).containsExactly(90);
        at(STATEMENT_DUE, LocalTime.of(23, 30));
        assertThat(open(appeal)).contains("UserTask_MemorieVanAntwoordIndienen");
        at(STATEMENT_DUE.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(appeal)).containsExactly("UserTask_AdministratiefDossierNeerleggen");
        assertThat(sentences(appeal)).anyMatch(line -> line.startsWith("De termijn voor de memorie van antwoord verstreek"));
        assertThat(standing(appeal, "T-RVS-02").stoppedOn()).isEqualTo(STATEMENT_DUE.plusDays(1));
        assertThat(sentences(appeal)).anyMatch(line -> line.startsWith("De termijn \"Memorie van antwoord\" eindigde") && line.endsWith("1 kalenderdag te laat."));
        seal(appeal, Map.of());
        deposit(appeal, DUE.plusDays(1));
        assertThat(warnings(appeal)).isEmpty();
        record(appeal, StatementKind.AUDITORAATSVERSLAG);
        LocalDate last = terms.due(appeal, "T-RVS-04");
        assertThat(last).isEqualTo("2027-07-22");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(appeal)).isEmpty();
        assertThat(sentences(appeal)).anyMatch(line -> line.startsWith("De termijn voor de laatste memorie verstreek"));
        rule(appeal, RvSRuling.SCHORSING_VERWORPEN);
        rule(appeal, RvSRuling.AFSTAND);
        ended(appeal, "AFSTAND");
    }

    @Test
    void a_suspended_decision_works_again_when_the_applicant_withdraws() {
        String contested = recovered();
        String appeal = file(contested, PetitionKind.UDN);
        assertThatThrownBy(() -> rule(appeal, RvSRuling.VERWORPEN)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).containsExactly("appeal.rvs.field.ruling-order"));
        rule(appeal, RvSRuling.GESCHORST);
        assertThat(terms.grounds(contested)).contains(PauseGround.SCHORSING);
        assertThat(recordRuling.possible(appeal)).containsExactly(RvSRuling.VERWORPEN, RvSRuling.VERNIETIGD, RvSRuling.AFSTAND);
        at(SERVED.plusDays(40), LocalTime.of(9, 0));
        rule(appeal, RvSRuling.AFSTAND);
        ended(appeal, "AFSTAND");
        assertThat(terms.openPauses(contested)).isEmpty();
        assertThat(recordRuling.possible(appeal)).isEmpty();
    }

    @Test
    void the_end_of_one_appeal_does_not_lift_the_suspension_in_another() {
        String contested = recovered();
        String first = file(contested, PetitionKind.SCHORSING);
        String second = file(contested, PetitionKind.SCHORSING);
        rule(first, RvSRuling.GESCHORST);
        rule(second, RvSRuling.GESCHORST);
        at(SERVED.plusDays(40), LocalTime.of(9, 0));
        rule(first, RvSRuling.VERWORPEN);
        ended(first, "VERWORPEN");
        assertThat(terms.openPauses(contested)).hasSize(1);
        assertThat(sentences(contested)).contains("Het beroep in dossier %s eindigde. De beslissing blijft geschorst door het beroep in dossier %s.".formatted(first, second));
        rule(second, RvSRuling.AFSTAND);
        ended(second, "AFSTAND");
        assertThat(terms.openPauses(contested)).isEmpty();
    }

    @Test
    void a_statement_that_was_filed_in_time_and_registered_late_takes_back_that_it_was_missed() {
        String appeal = file(recovered(), PetitionKind.NIETIGVERKLARING);
        assertThatThrownBy(() -> record(appeal, StatementKind.MEMORIE_VAN_ANTWOORD)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).containsExactly("appeal.rvs.field.statement-task"));
        at(STATEMENT_DUE.plusDays(3), LocalTime.of(9, 0));
        assertThat(sentences(appeal)).anyMatch(line -> line.startsWith("De termijn voor de memorie van antwoord verstreek op maandag 21 juni 2027. Er is geen memorie geregistreerd."));
        as("els", () -> {
            recordStatement.record(appeal, StatementKind.MEMORIE_VAN_ANTWOORD, STATEMENT_DUE, "memorie.pdf", pdf("Memorie"));
            return null;
        });
        assertThat(sentences(appeal)).contains("De memorie van antwoord werd op tijd ingediend en is later geregistreerd. De regel dat er geen memorie was, geldt niet meer.");
        assertThat(terms.due(appeal, "T-RVS-03")).isEqualTo("2027-08-20");
        assertThatThrownBy(() -> record(appeal, StatementKind.MEMORIE_VAN_ANTWOORD)).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).containsExactly("appeal.rvs.field.statement-task"));
    }

    @Test
    void an_annulment_in_the_middle_of_instalments_balances_to_nothing_and_a_second_one_changes_nothing() {
        String contested = recovered();
        as("nele", () -> {
            agreeInstalments.agree(contested, InstalmentPlan.spread(recoveries.balance(contested), 3, START.plusMonths(1)));
            return null;
        });
        at(START.plusMonths(1), LocalTime.of(9, 0));
        as("nele", () -> recordPayment.record(contested, new BigDecimal("778.66"), START.plusMonths(1), null));
        String first = file(contested, PetitionKind.SCHORSING);
        String second = file(contested, PetitionKind.NIETIGVERKLARING);
        assertThat(second).isNotEqualTo(first);
        rule(first, RvSRuling.GESCHORST);
        at(SERVED.plusDays(60), LocalTime.of(9, 0));
        rule(first, RvSRuling.VERNIETIGD);

        // What was decided and what was taken back cancel out; what is left is what was paid, and that goes back.
        assertThat(decided(contested)).isEqualByComparingTo("0.00");
        assertThat(recoveries.of(contested).orElseThrow().overpaid()).isEqualTo("778.66");
        assertThat(open(first)).containsExactly("UserTask_HernemingKiezen");
        assertThat((String) as("mira", () -> showTask.show(acts.task(first, "UserTask_HernemingKiezen")).values()).get("stappen"))
                .isEqualTo("1. Lijnen ingeven\n2. Onderneming horen\n3. Beslissing opstellen");
        assertThatThrownBy(() -> send("mira", first, "UserTask_HernemingKiezen", Map.of("stap", "4", "reden", "Niet gehoord."))).isInstanceOf(Refused.class)
                .hasMessage("appeal.rvs.field.step");
        send("mira", first, "UserTask_HernemingKiezen", Map.of("stap", "2", "reden", "De onderneming werd niet gehoord."));
        jobs.run();
        ended(first, "VERNIETIGD");
        assertThat(dossiers.get(contested).closedOn()).isNull();
        assertThat(open(contested)).contains("UserTask_VerweerRegistreren");
        LocalDate today = LocalDate.now(clock);
        assertThat(terms.due(contested, "T-TER-01")).isEqualTo(today.plusDays(60));

        List<RecoveryEntry> entries = recoveries.of(contested).orElseThrow().entries();
        List<String> tasks = open(contested);
        rule(second, RvSRuling.VERNIETIGD);
        ended(second, "VERNIETIGD");
        assertThat(recoveries.of(contested).orElseThrow().entries()).isEqualTo(entries);
        as("nele", () -> refundOverpayment.refund(contested, new BigDecimal("778.66"), LocalDate.now(clock), "Terugbetaling na vernietiging"));
        assertThat(recoveries.balance(contested)).isEqualByComparingTo("0.00");
        assertThat(open(contested)).isEqualTo(tasks);
        assertThat(sentences(second)).contains("Deze beslissing gold al niet meer: er verandert niets.");
    }

    @Test
    void the_same_petition_makes_one_dossier_and_what_is_wrong_is_said_field_by_field() {
        String contested = recovered();
        UUID besluit = besluit(contested);
        at(SERVED, LocalTime.of(9, 0));
        var good = new FilePetition.Petition(besluit, "A. 241.900/XII-9000", PetitionKind.SCHORSING, "XII", PETITION, SERVED);
        String appeal = as("els", () -> filePetition.file(good, petition()));
        appeals.add(appeal);
        assertThat(as("mira", () -> filePetition.file(new FilePetition.Petition(besluit, " a.  241.900/xii-9000 ", PetitionKind.UDN, null, PETITION, SERVED), petition())))
                .isEqualTo(appeal);
        assertThat(jdbc.sql("select count(*) from council_petition where role_number = 'A. 241.900/XII-9000'").query(Long.class).single()).isEqualTo(1);
        assertThat(fields(new FilePetition.Petition(null, " ", null, null, null, null), List.of()))
                .containsExactlyInAnyOrder("besluit", "roleNumber", "kind", "petitionOn", "servedOn", "attachments");
        assertThat(fields(new FilePetition.Petition(besluit, "A. 1", PetitionKind.UDN, null, START.minusDays(1), SERVED.plusDays(1)), petition()))
                .containsExactlyInAnyOrder("petitionOn", "servedOn");
        assertThat(fields(new FilePetition.Petition(besluit, "A. 1", PetitionKind.UDN, null, SERVED, PETITION), petition())).containsExactly("servedOn");
        String other = recovered();
        at(SERVED, LocalTime.of(9, 0));
        assertThat(fields(new FilePetition.Petition(besluit(other), "A. 241.900/XII-9000", PetitionKind.UDN, null, PETITION, SERVED), petition())).containsExactly("roleNumber");
        assertThatThrownBy(() -> as("karel", () -> filePetition.file(good, petition()))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        // Without a decision of its own a dossier cannot be contested.
        assertThatThrownBy(() -> as("mira", () -> {
            recordRuling.record(appeal, new RecordRuling.Ruling(null, null, " ", "", null, null));
            return null;
        })).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                .containsExactlyInAnyOrder("ruling", "ruledOn", "number", "grounds", "file"));
    }

    /** As who calls on the deposit takes them: else each could wait for the other for ever. */
    @Test
    void an_annulment_takes_the_lock_of_the_deposit_before_that_of_the_recovery() throws Exception {
        String contested = recovered();
        String deposit = jdbc.sql("select from_dossier from recovery_course where dossier = ?").param(contested).query(String.class).single();
        as("nele", () -> {
            deposits.received(new Deposits.Payment(deposit, UNDERTAKING, new BigDecimal("25000"), START, "DCK-" + roles));
            return callOnDeposit.call(contested, deposit, new BigDecimal("100"));
        });
        Thread annuls = new Thread(() -> as("joke", () -> {
            annulRecovery.annul(contested, "Arrest");
            return null;
        }));
        transactions.executeWithoutResult(status -> {
            audit.lock(deposit);
            annuls.start();
            while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted").query(Long.class).single() == 0) {
                Thread.onSpinWait();
            }
            assertThat(jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 7))").param(contested).query(Boolean.class).single()).isTrue();
        });
        annuls.join();
        assertThat(statusOf(contested)).isEqualTo("VERNIETIGD");
    }

    private String statusOf(String contested) {
        return jdbc.sql("select status from besluit where dossier = ?").param(contested).query(String.class).single();
    }

    @Test
    void a_sealed_file_holds_every_piece_with_its_checksum_and_shows_what_changed_since() throws IOException {
        String contested = recovered();
        as("an", () -> {
            dossiers.note(contested, "De zaakvoerder belde; dit blijft onder ons.");
            dossiers.note(contested, "Nagekeken met de boekhouding.");
            return null;
        });
        String appeal = file(contested, PetitionKind.NIETIGVERKLARING);
        List<AdministrativeFile.Item> before = administrativeFile.items(appeal);
        assertThat(before).hasSize(dossiers.documents(contested).size() + 2);
        assertThat(before).filteredOn(item -> !item.note()).allSatisfy(item -> {
            assertThat(item.pages()).isPositive();
            assertThat(item.sha256()).isEqualTo(jdbc.sql("select sha256 from document where id = ?").param(item.source()).query(String.class).single());
        });
        UUID internal = before.stream().filter(AdministrativeFile.Item::note).findFirst().orElseThrow().source();
        UUID decision = before.stream().filter(item -> item.title().contains("ondertekend")).findFirst().orElseThrow().source();
        assertThatThrownBy(() -> seal(appeal, Map.of(internal, " "))).isInstanceOf(Refused.class).hasMessage("appeal.rvs.file.invalid");
        assertThatThrownBy(() -> seal(appeal, Map.of(decision, "Liever niet."))).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).containsExactly("appeal.rvs.file.only-notes"));
        assertThatThrownBy(() -> deposit(appeal, SERVED)).isInstanceOf(Refused.class).hasMessage("appeal.rvs.file.not-sealed");
        seal(appeal, Map.of(internal, "Een gesprek binnen de dienst."));
        assertThatThrownBy(() -> seal(appeal, Map.of())).isInstanceOf(Refused.class).hasMessage("appeal.rvs.file.sealed");
        assertThat(administrativeFile.check(appeal).matches()).isTrue();
        assertThat(administrativeFile.items(appeal)).filteredOn(item -> item.number() == null).singleElement()
                .satisfies(item -> assertThat(item.leftOut()).isEqualTo("Een gesprek binnen de dienst."));

        byte[] inventory = dossiers.content(administrativeFile.seal(appeal).orElseThrow().document());
        try (PDDocument pdf = Loader.loadPDF(inventory)) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(1);
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("Raad van State, afdeling Bestuursrechtspraak", file.get(appeal).roleNumber(), contested, "Wij lieten 1 interne notitie weg")
                    .doesNotContain("onder ons");
            assertThat(text.replace(" ", "")).contains(administrativeFile.items(appeal).get(0).sha256());
        }
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(as("mira", () -> administrativeFile.download(appeal)).content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).hasSize(before.size()).startsWith("00-inventaris.pdf").doesNotHaveDuplicates();
        for (String change : List.of("update administrative_file set sealed_by_name = 'x'", "delete from administrative_file_item",
                "update administrative_file_item set title = 'x'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
        }

        as("an", () -> {
            dossiers.note(contested, "Een nieuwe notitie.");
            return null;
        });
        assertThat(administrativeFile.check(appeal)).satisfies(check -> {
            assertThat(check.matches()).isTrue();
            assertThat(check.added()).singleElement().satisfies(item -> assertThat(item.note()).isTrue());
        });
        byte[] real = dossiers.content(decision);
        jdbc.sql("update document_content set content = ? where document = ?").params(pdf("Vervalst"), decision).update();
        assertThat(administrativeFile.check(appeal)).satisfies(check -> {
            assertThat(check.matches()).isFalse();
            assertThat(check.changed()).extracting(AdministrativeFile.Item::source).containsExactly(decision);
        });
        assertThatThrownBy(() -> deposit(appeal, SERVED)).isInstanceOf(Refused.class).hasMessage("appeal.rvs.file.changed");
        assertThatThrownBy(() -> as("mira", () -> administrativeFile.download(appeal))).isInstanceOf(Refused.class).hasMessage("appeal.rvs.file.changed");
        jdbc.sql("update document_content set content = ? where document = ?").params(real, decision).update();
        assertThat(administrativeFile.check(appeal).matches()).isTrue();
        assertThatThrownBy(() -> as("els", () -> administrativeFile.download(appeal))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        deposit(appeal, SERVED);
    }

    @Test
    void who_checked_the_contested_decision_can_neither_seal_nor_record_and_the_attempt_is_kept() {
        String contested = recovered();
        String appeal = file(contested, PetitionKind.NIETIGVERKLARING);
        for (Supplier<Object> attempt : List.<Supplier<Object>>of(() -> {
            sealAdministrativeFile.seal(appeal, Map.of());
            return null;
        }, () -> {
            recordRuling.record(appeal, new RecordRuling.Ruling(RvSRuling.VERNIETIGD, SERVED, "263.456", "Zomaar.", "arrest.pdf", pdf("Arrest")));
            return null;
        }, () -> {
            recordStatement.record(appeal, StatementKind.NOTA, SERVED, "nota.pdf", pdf("Nota"));
            return null;
        })) {
            assertThatThrownBy(() -> as("joke", attempt)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.key()).isEqualTo("inbox.conflict");
                assertThat(refused.args()).contains("Mira Lambrecht");
            });
        }
        assertThat(sentences(appeal)).contains("Joke Claes wilde de taak \"Administratief dossier verzegelen\" vanuit het dossier doen. Dat is geweigerd.",
                "Joke Claes wilde de taak \"Uitspraak van de Raad van State registreren\" vanuit het dossier doen. Dat is geweigerd.");
        assertThat(administrativeFile.seal(appeal)).isEmpty();
        assertThat(file.rulings(appeal)).isEmpty();
    }

    @AfterAll
    void every_end_and_boundary_event_was_reached() {
        assertThat(ReachedEvents.missing(jdbc, "beroep-raad-van-state", appeals)).isEmpty();
    }

    /** A recovery that was decided, of an undertaking of its own: its dossier. */
    private String recovered() {
        at(START, LocalTime.of(9, 0));
        String from = as("an", () -> dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", "Poets en Plooi bv", UNDERTAKING, "Gent", "AMBTSHALVE", START, "an", null)));
        String dossier = as("an", () -> startRecovery.start(UNDERTAKING, from, LimitationKind.GEWOON, "Geen werk bewezen"));
        send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", LINES));
        send("bram", dossier, "UserTask_BerekeningNazien", Map.of("akkoord", "JA"));
        send("els", dossier, "UserTask_VerweerRegistreren", defence(START));
        send("an", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "Gelezen.", "vooruitzicht", "ONGUNSTIG"));
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "TERUGVORDEREN", "motieven", "Het verweer is gelezen en beantwoord."));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(START, roles));
        jobs.run();
        assertThat(recoveries.balance(dossier)).isEqualTo(TOTAL);
        return dossier;
    }

    private String file(String contested, PetitionKind kind) {
        at(SERVED, LocalTime.of(9, 0));
        String appeal = as("els", () -> filePetition.file(new FilePetition.Petition(besluit(contested), "A. %d/XII-9514".formatted(roles++), kind, "XII", PETITION, SERVED),
                petition()));
        appeals.add(appeal);
        return appeal;
    }

    private static List<AttachedFile> petition() {
        return List.of(new AttachedFile("verzoekschrift.pdf", pdf("Verzoekschrift")));
    }

    private static byte[] pdf(String title) {
        return InventedApplications.proofOfDeposit(title).content();
    }

    private UUID besluit(String contested) {
        return jdbc.sql("select id from besluit where dossier = ? and status = 'ONDERTEKEND'").param(contested).query(UUID.class).single();
    }

    private List<String> fields(FilePetition.Petition petition, List<AttachedFile> files) {
        try {
            as("els", () -> filePetition.file(petition, files));
            return List.of();
        } catch (Refused refused) {
            return refused.fields().stream().map(Refused.Field::name).toList();
        }
    }

    private void seal(String appeal, Map<UUID, String> leftOut) {
        as("mira", () -> {
            sealAdministrativeFile.seal(appeal, leftOut);
            return null;
        });
    }

    private void deposit(String appeal, LocalDate on) {
        send("mira", appeal, "UserTask_AdministratiefDossierNeerleggen", Map.of("neergelegdOp", on.toString(), "toelichting", "Via eProAdmin."));
    }

    private void attach(String appeal, String title) {
        as("mira", () -> attachDocument.attach(appeal, "MEMORIE", title, "memorie.pdf", pdf(title), LocalDate.now(clock)));
    }

    private void statement(String appeal, String task) {
        send("mira", appeal, task, Map.of("ingediendOp", LocalDate.now(clock).toString(), "toelichting", "De onderneming werd gehoord."));
    }

    private void record(String appeal, StatementKind kind) {
        as("els", () -> {
            recordStatement.record(appeal, kind, LocalDate.now(clock), "stuk.pdf", pdf(kind.name()));
            return null;
        });
    }

    private void rule(String appeal, RvSRuling ruling) {
        as("mira", () -> {
            recordRuling.record(appeal, new RecordRuling.Ruling(ruling, LocalDate.now(clock), "263.456", "De onderneming werd niet gehoord over het bedrag.", "arrest.pdf",
                    pdf("Arrest " + ruling)));
            return null;
        });
        jobs.run();
    }

    /** What was decided and taken back, payments aside. */
    private BigDecimal decided(String recovery) {
        return recoveries.balance(recovery).add(recoveries.of(recovery).orElseThrow().sum(RecoveryEntry.Kind.BETALING));
    }

    private void ended(String appeal, String outcome) {
        assertThat(dossiers.get(appeal).outcome()).isEqualTo(outcome);
        assertThat(open(appeal)).isEmpty();
        assertThat(terms.of(appeal)).noneMatch(term -> term.stoppedOn() == null);
    }

    private TermStanding standing(String dossier, String rule) {
        return terms.of(dossier).stream().filter(term -> term.rule().equals(rule)).findFirst().orElseThrow();
    }

    /** How far the warnings that hold now have come. */
    private List<Integer> warnings(String appeal) {
        return jdbc.sql("select percent from alert where dossier = ? and rule = 'RVS_DOSSIER' and state <> 'NIET_NODIG' order by 1").param(appeal).query(Integer.class).list();
    }

    private List<Instant> timers(String appeal) {
        return jdbc.sql("select j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = ? and j.duedate_ is not null")
                .param(appeal).query((row, i) -> row.getTimestamp(1).toInstant()).list();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(MovableClock.BRUSSELS).toInstant();
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

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }
}
