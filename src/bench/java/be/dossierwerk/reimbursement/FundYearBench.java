package be.dossierwerk.reimbursement;

import static be.dossierwerk.demo.TypedForms.complete;
import static be.dossierwerk.demo.TypedForms.legalCheck;
import static be.dossierwerk.demo.TypedForms.posted;
import static be.dossierwerk.demo.TypedForms.signature;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.bench.Figures;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.payment.CheckRun;
import be.dossierwerk.payment.PaymentRun;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.ReleaseRun;
import be.dossierwerk.payment.RunLine;
import be.dossierwerk.payment.SendRun;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingModel;
import be.dossierwerk.training.TrainingStatus;
import be.dossierwerk.training.TrainingTheme;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.trainingbudget.BudgetOverview;
import be.dossierwerk.trainingbudget.BudgetParameter;
import be.dossierwerk.trainingbudget.ExportFundOverview;
import be.dossierwerk.trainingbudget.FundOverview;
import be.dossierwerk.trainingbudget.StartBudgetYear;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A year of the training fund through the real engine: its budget with a letter to everybody, 170 approvals and 2 372 claims up to the payment that the
 * bank confirmed, each paid once and to the cent. Prints time, rows, bytes and heap. Run with
 * {@code mvn -B -o -q -Pbench -Dtest=FundYearBench -Dsurefire.failIfNoSpecifiedTests=false test}; other sizes with {@code -Dbench.fund=0.1,1,10}, in years;
 * with {@code -Dbench.people=2} two people work at a time, each on a dossier of their own, and what is due is run by two threads.
 */
@DossierwerkTest
class FundYearBench {

    private static final int APPROVALS = 170;
    private static final int CLAIMS = 2_372;
    private static final int CLAIMS_OF_ONE = 4;
    private static final int GROUP = 10;
    private static final int BATCHES = 10;
    private static final int PEOPLE = 3;
    private static final int AT_WORK = Integer.getInteger("bench.people", 1);
    /** Due jobs that are read at a time. */
    private static final int JOBS = 1_000;
    /** What one run takes. */
    private static final int MOST_LINES = 500;
    /** That many national numbers can be made; each follows many trainings. */
    private static final int WORKERS = 900;
    /** From where the demo pays; no bank has it. */
    private static final String OUR_IBAN = "BE68539007547034";

    /** Within ten years: longer the demo certificate does not sign. */
    private static int nextYear = 2031;

    /** What one claim is worth: three people of three hours at 14.50, and three hours of a trainer at 40. */
    private static final BigDecimal OF_ONE_CLAIM = new BigDecimal("250.50");
    private static final int MOST_TABLES = 25;
    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** {@code busy}: seconds of processor of this process, without those of the database. */
    private record Step(int handled, double seconds, double busy) {

        Step plus(Step other) {
            return new Step(handled + other.handled, seconds + other.seconds, busy + other.busy);
        }

        double each() {
            return handled == 0 ? 0 : seconds * 1_000 / handled;
        }
    }

    /** Of a table, with its indexes. */
    private record Size(long rows, long bytes) {

        Size minus(Size other) {
            return new Size(rows - other.rows, bytes - other.bytes);
        }

        Size plus(Size other) {
            return new Size(rows + other.rows, bytes + other.bytes);
        }
    }

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ImportActivity importActivity;
    @Autowired private StartBudgetYear startBudgetYear;
    @Autowired private BudgetOverview budgets;
    @Autowired @Qualifier("budgetLetters") private Object budgetLetters;
    @Autowired private FundOverview fund;
    @Autowired private ExportFundOverview export;
    @Autowired private FileTraining fileTraining;
    @Autowired private Trainings trainings;
    @Autowired private RecordParameter recordParameter;
    @Autowired private FileClaim fileClaim;
    @Autowired private PrepareRun prepareRun;
    @Autowired private CheckRun checkRun;
    @Autowired private ReleaseRun releaseRun;
    @Autowired private SendRun sendRun;
    @Autowired private ShowRuns showRuns;
    @Autowired private ReadBankFile readBankFile;
    @Autowired private DueJobs jobs;
    @Autowired private ManagementService management;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private final byte[] proof = InventedApplications.proofOfDeposit("Aanwezigheidslijst").content();
    private final Map<String, Step> spent = new LinkedHashMap<>();
    private int year;
    private int first;
    private int undertakings;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    static Stream<Double> years() {
        return Stream.of(System.getProperty("bench.fund", "0.1").split(",")).map(Double::valueOf);
    }

    @ParameterizedTest
    @MethodSource("years")
    void a_year_from_budget_to_confirmed_payments(double size) {
        int approvals = (int) Math.round(APPROVALS * size);
        int claims = (int) Math.round(CLAIMS * size);
        year = nextYear++;
        undertakings = Math.max(2, (claims + CLAIMS_OF_ONE - 1) / CLAIMS_OF_ONE);
        first = RecognisedFixture.reserve(undertakings);
        jobs.byHand();
        on(1, 4);
        seed();
        try (Figures.Heap heap = new Figures.Heap()) {
            Map<String, Size> empty = tables();
            timed("budget: figures, proposal, record", undertakings, this::budget);
            timed("budget: letters", undertakings, this::letters);
            emptyOutbox();
            Map<String, Size> withBudget = tables();
            grown("undertaking with a budget", undertakings, empty, withBudget);
            List<String> approved = approve(approvals);
            emptyOutbox();
            Map<String, Size> withApprovals = tables();
            grown("approved training", approvals, withBudget, withApprovals);
            List<String> claimed = new ArrayList<>();
            for (int batch = 0; batch < BATCHES; batch++) {
                claimed.addAll(claims(claims, batch, approved));
                pay();
            }
            emptyOutbox();
            grown("paid claim", claims, withApprovals, tables());
            report(size, approvals, claims, heap.most());
            check(approvals, claims, approved, claimed);
        }
        jdbc.sql("update recognition set status = 'INGETROKKEN_VRIJWILLIG', ended_on = ? where name like 'Fonds %' and ended_on is null")
                .param(LocalDate.of(year, 12, 31)).update();
    }

    private void seed() {
        for (int i = 0; i < undertakings; i++) {
            RecognisedFixture.recognise(jdbc, first + i, "Fonds %06d bv".formatted(first + i));
        }
        jdbc.sql("""
                update recognition set application = '{"undertaking": {"street": "Kouter 1", "postalCode": "9000", "municipality": "Gent"}, "activities": ["SCHOONMAKEN"],
                                                       "persons": []}' where name like 'Fonds %'""").update();
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        as("nele", () -> {
            recordParameter.record(new DatedParameter<>(BudgetParameter.TOTAAL, new BigDecimal(undertakings * 2_000L + 100_000), from, to, "Begroting"));
            recordParameter.record(new DatedParameter<>(BudgetParameter.RESERVE, new BigDecimal("100000"), from, to, "Begroting"));
            recordParameter.record(new DatedParameter<>(ReimbursementParameter.LESGEVER_INTERN, new BigDecimal("40"), from, to, "Besluit"));
            recordParameter.record(new DatedParameter<>(ReimbursementParameter.INDIENEN_DAGEN, new BigDecimal("366"), from, to, "Besluit"));
            return null;
        });
    }

    private void budget() {
        String rows = IntStream.rangeClosed(1, 12).boxed().flatMap(month -> IntStream.range(0, undertakings)
                .mapToObj(i -> ";%s;%d-%02d;1000;9000,00\n".formatted(RecognisedFixture.number(first + i), year - 1, month))).collect(Collectors.joining());
        byte[] content = ("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n" + rows).getBytes(StandardCharsets.UTF_8);
        as("nele", () -> {
            try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(content), ImportActivity.MOST_MEGABYTES)) {
                return importActivity.importFile("jaar-%d.csv".formatted(year - 1), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String dossier = as("tom", () -> startBudgetYear.start(year));
        send("tom", dossier, "UserTask_VerdelingVoorstellen", Map.of("peildatum", LocalDate.now(clock).toString()));
        send("nele", dossier, "UserTask_VerdelingNazien", Map.of("akkoord", "JA", "vastleggingsnummer", "VAK-" + year));
    }

    /** In the product they go out by themselves, in rounds; in tests no round runs. */
    private void letters() {
        ReflectionTestUtils.invokeMethod(budgetLetters, "run", Integer.MAX_VALUE);
        assertThat(budgets.letters(year).waiting()).isZero();
    }

    private List<String> approve(int count) {
        on(2, 1);
        List<String> all = new ArrayList<>();
        timed("approvals: filing", count, () -> {
            for (int begin = 0; begin < count; begin += GROUP) {
                int group = begin;
                List<FileTraining.Asked> asked = IntStream.range(begin, Math.min(count, begin + GROUP)).mapToObj(i -> new FileTraining.Asked("Opleiding %d-%d".formatted(year, i),
                        TrainingTheme.ERGONOMIE, TrainingKind.INTERN, "Minder rugklachten", "Tillen en bukken", "Oefenen in groep", "Huishoudhulpen", new BigDecimal("3.00"), 12,
                        "Greet Maes", "Tien jaar ergotherapeut", null, null, null, null, "Nederlands", List.of(new Trainings.Session(LocalDate.of(year, 3, 15), "Gent")),
                        List.of())).toList();
                String file = as("els", () -> fileTraining.file(UUID.randomUUID(), new FileTraining.Request(new FileTraining.Applicant(false,
                        RecognisedFixture.number(first + group / GROUP % undertakings), null, null, null, null, null, null), LocalDate.now(clock), List.of(), asked), List.of()));
                trainings.ofFile(file).stream().map(Training::dossier).forEach(all::add);
            }
            runDue();
        });
        timed("approvals: completeness and research", count, () -> byAll(all, dossier -> {
            Map<String, Object> whole = new HashMap<>(complete());
            whole.put("datumVolledig", LocalDate.now(clock).toString());
            send("an", dossier, "UserTask_VolledigheidNagaan", whole);
            send("an", dossier, "UserTask_Vooronderzoek", Map.of("themaPast", "JA", "registratie", "NIET_NODIG", "bevindingen", "De opleiding past bij de functie.",
                    "vooruitzicht", "GUNSTIG"));
        }));
        String session = LocalDate.of(year, 2, 22).toString();
        timed("approvals: committee", count, () -> {
            all.stream().map(dossier -> trainings.find(dossier).orElseThrow()).collect(Collectors.groupingBy(Training::file)).values()
                    .forEach(file -> send("sofie", file.get(0).dossier(), TrainingModel.PLACE, Map.of("zitting", session)));
            on(2, 22);
            byAll(all, dossier -> send("sofie", dossier, TrainingModel.RECORD_ADVICE, Map.of("strekking", "GUNSTIG", "gegevenOp", session, "aanwezig", "7", "quorumBereikt", "JA",
                    "motivering", "De commissie besprak de opleiding.")));
        });
        timed("approvals: decision and letter", count, () -> decide(all));
        return all.stream().filter(dossier -> trainings.find(dossier).orElseThrow().status() == TrainingStatus.GOEDGEKEURD).toList();
    }

    /** A tenth of the claims of the year, in its own month. */
    private List<String> claims(int of, int batch, List<String> approved) {
        on(batch + 3, 20);
        int begin = of * batch / BATCHES;
        int count = of * (batch + 1) / BATCHES - begin;
        List<String> filed = Collections.synchronizedList(new ArrayList<>());
        timed("claims: filing", count, () -> {
            byAll(IntStream.range(begin, begin + count).boxed().toList(), i -> filed.add(file(i, approved.get(i % approved.size()))));
            runDue();
        });
        timed("claims: checking", count, () -> byAll(filed, dossier -> send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "ALLES", "opmerking",
                "De lijst is getekend."))));
        timed("claims: decision and letter", count, () -> decide(filed));
        return filed;
    }

    private String file(int i, String training) {
        LocalDate today = LocalDate.now(clock);
        // A person, a day and a start hour are paid once: another hour after all workers had their turn, and another day after all hours.
        int turn = i * PEOPLE / WORKERS;
        LocalDate day = today.minusDays(1 + turn / 2 % 19);
        LocalTime start = LocalTime.of(turn % 2 == 0 ? 9 : 13, turn / 38 % 60);
        List<Claim.Participant> followed = IntStream.range(0, PEOPLE).mapToObj(each -> Claims.person((i * PEOPLE + each) % WORKERS, "3")).toList();
        FileClaim.Lesson lesson = new FileClaim.Lesson(training, day, start, start.plusHours(3), TrainerKind.EIGEN, new BigDecimal("3"), followed, null);
        return as("els", () -> fileClaim.file(UUID.randomUUID(), new FileClaim.Request(RecognisedFixture.dossier(first + i % undertakings), today, "Fonds bv", "BE43 0689 9999 9501",
                false, "Leen Verhoeven", List.of(lesson)), List.of(new FileClaim.Proof(FileClaim.ProofKind.AANWEZIGHEIDSLIJST, "lijst.pdf", proof))));
    }

    private void pay() {
        for (int ready = as("nele", () -> showRuns.waiting(0)).ready(); ready > 0; ready = as("nele", () -> showRuns.waiting(0)).ready()) {
            String[] number = new String[1];
            int lines = Math.min(MOST_LINES, ready);
            timed("runs: prepare, check, release, send", lines, () -> {
                number[0] = as("nele", () -> prepareRun.prepare(LocalDate.now(clock), List.of()));
                does("tom", () -> checkRun.check(number[0], true, null));
                does("lieve", () -> releaseRun.release(number[0]));
                does("nele", () -> sendRun.send(number[0]));
            });
            byte[] statement = statement(number[0]);
            timed("runs: statement of the bank", lines, () -> as("nele", () -> readBankFile.read(number[0] + ".xml", statement)));
            timed("claims: end and settlement letter", lines, this::runDue);
        }
    }

    private byte[] statement(String number) {
        PaymentRun run = as("nele", () -> showRuns.find(number).orElseThrow());
        List<RunLine> lines = as("nele", () -> showRuns.lines(run));
        LocalDate today = LocalDate.now(clock);
        String entries = lines.stream().map(line -> """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>B%d</AcctSvcrRef>\
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\
                <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>""".formatted(line.amount().toPlainString(), today, line.id(),
                line.endToEnd())).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>%s</MsgId><CreDtTm>%sT22:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>1</Id>\
                <CreDtTm>%sT22:00:00+01:00</CreDtTm><Acct><Id><IBAN>%s</IBAN></Id></Acct>%s</Stmt></BkToCstmrStmt></Document>""".formatted(number, today, today, OUR_IBAN, entries)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void decide(List<String> dossiers) {
        byAll(dossiers, dossier -> {
            send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GOEDGEKEURD"));
            send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
            send("karel", dossier, "UserTask_Ondertekenen", signature());
        });
        runDue();
        byAll(dossiers, dossier -> send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1)));
        runDue();
    }

    /** What is due, one job of each dossier at a time. */
    private void runDue() {
        while (true) {
            List<Job> due = management.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, JOBS);
            if (due.isEmpty()) {
                return;
            }
            Map<String, Job> first = new LinkedHashMap<>();
            due.forEach(job -> first.putIfAbsent(job.getProcessInstanceId() == null ? job.getId() : job.getProcessInstanceId(), job));
            byAll(List.copyOf(first.values()), job -> management.executeJob(job.getId()));
        }
    }

    /** All of it, by as many as are at work. */
    private static <T> void byAll(List<T> work, Consumer<T> each) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_WORK);
        try {
            List<Future<?>> done = new ArrayList<>();
            work.forEach(one -> done.add(threads.submit(() -> each.accept(one))));
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What was granted is paid once each, and budget, orders and bank say the same to the cent. */
    private void check(int approvals, int claims, List<String> approved, List<String> claimed) {
        assertThat(approved).hasSize(approvals);
        assertThat(budgets.letters(year)).isEqualTo(new BudgetOverview.Letters(0, undertakings, 0, 0));
        String[] all = claimed.toArray(String[]::new);
        BigDecimal granted = OF_ONE_CLAIM.multiply(BigDecimal.valueOf(claims));
        assertThat(claimed).hasSize(claims).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from dossier where number = any(?) and closed_on is not null and outcome = 'GOEDGEKEURD'").param(all).query(Integer.class).single())
                .as("closed claims").isEqualTo(claims);
        assertThat(sum("select sum(granted) from reimbursement_claim where dossier = any(?)", all)).isEqualByComparingTo(granted);
        Map<String, Integer> paid = new HashMap<>();
        jdbc.sql("select p.dossier, count(*) from payment_movement m join payment_payable p on p.id = m.payable where m.kind = 'BETAALD' and p.dossier = any(?) group by 1")
                .param(all).query(row -> {
                    paid.put(row.getString(1), row.getInt(2));
                });
        assertThat(paid).as("each paid once").hasSize(claims).allSatisfy((dossier, times) -> assertThat(times).as(dossier).isOne());
        assertThat(sum("""
                select sum(l.amount) from payment_line l join payment_payable p on p.id = l.payable where l.state = 'BETAALD' and p.dossier = any(?)""", all)).isEqualByComparingTo(granted);
        assertThat(sum("""
                select sum(b.amount) from payment_bank_line b join payment_line l on l.id = b.line join payment_payable p on p.id = l.payable where p.dossier = any(?)""", all))
                .isEqualByComparingTo(granted);
        FundOverview.Totals totals = as("nele", () -> fund.totals(year));
        assertThat(totals.paid()).isEqualByComparingTo(granted);
        assertThat(totals.committed()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(totals.claims()).isEqualTo(claims);
        FundOverview.Reconciliation bank = as("nele", () -> fund.reconcile(year));
        assertThat(bank.differences()).isEmpty();
        assertThat(bank.budget()).isEqualByComparingTo(granted);
        assertThat(bank.bank()).isEqualByComparingTo(granted);
    }

    private void report(double size, int approvals, int claims, long heap) {
        Step all = spent.values().stream().reduce(new Step(0, 0, 0), Step::plus);
        timed("overview: sums", 1, () -> as("nele", () -> fund.totals(year)));
        timed("overview: first page", 1, () -> as("nele", () -> fund.rows(year, "", null, 0, 50)));
        timed("overview: reconciliation", 1, () -> as("nele", () -> fund.reconcile(year)));
        timed("overview: both exports", 1, () -> does("nele", () -> {
            export.undertakings(year, new StringBuilder());
            export.claims(year, new StringBuilder());
        }));
        System.gc();
        Runtime java = Runtime.getRuntime();
        System.out.printf("%n%s years: %,d undertakings, %,d approvals, %,d claims, %d at work: %.0f s in all, %.0f s of processor; heap at most %d MiB above the start, at the end %d MiB in use%n",
                size, undertakings, approvals, claims, AT_WORK, all.seconds(), all.busy(), heap, (java.totalMemory() - java.freeMemory()) / (1024 * 1024));
        System.out.printf("  %-44s %8s %10s %10s %10s%n", "phase", "count", "seconds", "ms each", "processor");
        spent.forEach((step, time) -> System.out.printf("  %-44s %,8d %,10.2f %,10.2f %,10.2f%n", step, time.handled(), time.seconds(), time.each(), time.busy()));
    }

    private static void grown(String what, int count, Map<String, Size> before, Map<String, Size> after) {
        Map<String, Size> grown = new LinkedHashMap<>();
        after.forEach((table, size) -> grown.put(table, size.minus(before.getOrDefault(table, new Size(0, 0)))));
        Size all = grown.values().stream().reduce(new Size(0, 0), Size::plus);
        System.out.printf("  per %s: %,.1f rows and %,d bytes; %,d of them together %,d rows and %,d bytes%n", what, (double) all.rows() / count, all.bytes() / count, count,
                all.rows(), all.bytes());
        grown.entrySet().stream().sorted((one, other) -> Long.compare(other.getValue().bytes(), one.getValue().bytes())).limit(MOST_TABLES)
                .filter(entry -> entry.getValue().bytes() > 0).forEach(entry -> System.out.printf("    %-40s %,12d rows %,14d bytes%n", entry.getKey(), entry.getValue().rows(),
                        entry.getValue().bytes()));
    }

    private BigDecimal sum(String sql, String[] dossiers) {
        return jdbc.sql(sql).param(dossiers).query(BigDecimal.class).single();
    }

    /** Letters leave in a thread of their own; what is still queued belongs to the work before. */
    private void emptyOutbox() {
        timed("letters: what was still queued", 0, () -> {
            long until = System.nanoTime() + Duration.ofMinutes(10).toNanos();
            while (jdbc.sql("select count(*) from outbox where done_at is null").query(Integer.class).single() > 0 && System.nanoTime() < until) {
                pause();
            }
        });
    }

    /** After the server tidied up. */
    private Map<String, Size> tables() {
        jdbc.sql("vacuum").update();
        Map<String, Size> sizes = new LinkedHashMap<>();
        for (String table : jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by tablename").query(String.class).list()) {
            sizes.put(table, new Size(jdbc.sql("select count(*) from " + table).query(Long.class).single(),
                    jdbc.sql("select pg_total_relation_size(?::regclass)").param(table).query(Long.class).single()));
        }
        return sizes;
    }

    private void timed(String step, int handled, Runnable work) {
        long begin = System.nanoTime();
        long idle = PROCESS.getProcessCpuTime();
        work.run();
        Step done = new Step(handled, (System.nanoTime() - begin) / 1e9, (PROCESS.getProcessCpuTime() - idle) / 1e9);
        spent.merge(step, done, Step::plus);
        System.out.printf("%d %-44s %,7d in %8.2f s, %8.2f ms each%n", year, step, handled, done.seconds(), done.each());
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void does(String person, Runnable work) {
        as(person, () -> {
            work.run();
            return null;
        });
    }

    private void on(int month, int day) {
        clock.moveTo(ZonedDateTime.of(LocalDate.of(year, month, day), LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
