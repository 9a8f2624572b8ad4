package be.dossierwerk.demo;

import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.deposit.Beneficiary;
import be.dossierwerk.deposit.ClaimFromDeposit;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.sources.ReceiveNotice;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import be.dossierwerk.withdrawal.AskBatchAct;
import be.dossierwerk.withdrawal.BatchAct;
import be.dossierwerk.withdrawal.Batches;
import be.dossierwerk.withdrawal.DoBatchWork;
import be.dossierwerk.withdrawal.SelectInactive;
import be.dossierwerk.withdrawal.StartExOfficio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Withdrawals ex officio: five files at five stages, the figures of the issuing company, a batch of inactive undertakings that is under way and one
 * that waits for the team lead.
 */
@Component
class DemoExOfficio {

    /** By the number of their application: silent since before the batch under way, and since the month after its first. */
    private static final List<Integer> LONG_SILENT = List.of(0, 1, 2);
    private static final List<Integer> SILENT = List.of(3, 4, 12);

    private final DemoSteps steps;
    private final StartExOfficio startExOfficio;
    private final ReceiveNotice receiveNotice;
    private final ClaimFromDeposit claimFromDeposit;
    private final RecognisedUndertakings undertakings;
    private final ImportActivity importActivity;
    private final SelectInactive selectInactive;
    private final AskBatchAct askBatchAct;
    private final DoBatchWork doBatchWork;
    private final Batches batches;
    private final DueJobs jobs;
    private final JdbcClient jdbc;

    DemoExOfficio(DemoSteps steps, StartExOfficio startExOfficio, ReceiveNotice receiveNotice, ClaimFromDeposit claimFromDeposit,
                  RecognisedUndertakings undertakings, ImportActivity importActivity, SelectInactive selectInactive, AskBatchAct askBatchAct,
                  DoBatchWork doBatchWork, Batches batches, DueJobs jobs, JdbcClient jdbc) {
        this.steps = steps;
        this.startExOfficio = startExOfficio;
        this.receiveNotice = receiveNotice;
        this.claimFromDeposit = claimFromDeposit;
        this.undertakings = undertakings;
        this.importActivity = importActivity;
        this.selectInactive = selectInactive;
        this.askBatchAct = askBatchAct;
        this.doBatchWork = doBatchWork;
        this.batches = batches;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    List<Life> lives(LocalDate today) {
        List<Life> lives = new ArrayList<>(List.of(bankrupt(today), paidItsArrears(today), notToppedUp(today), approvalAwaited(today), announced(today)));
        // Not in one month: the months before it are then other ones.
        LocalDate monthStart = today.withDayOfMonth(1);
        LocalDate earlier = Life.workdayBefore(today.minusDays(20).isBefore(monthStart) ? today.minusDays(20) : monthStart.minusDays(3));
        lives.add(batchUnderWay(earlier));
        // The budget of the training fund needs the figures of the whole year before it.
        LocalDate january = Life.workday(LocalDate.of(DemoTrainingFund.budgetYear(today), 1, 8));
        lives.add(new Life(102, january, day -> {
            importMonths(YearMonth.of(day.getYear() - 1, 1), YearMonth.of(day.getYear() - 1, 12), YearMonth.from(earlier).minusMonths(12));
            return Optional.empty();
        }, List.of()));
        lives.add(new Life(104, Life.workdayBefore(today), day -> {
            importMonths(YearMonth.from(earlier), YearMonth.from(day).minusMonths(1), YearMonth.from(earlier).minusMonths(12));
            steps.as("tom", () -> selectInactive.select(day));
            return Optional.empty();
        }, List.of()));
        return lives;
    }

    /** Told by RegSol and not asked; its recognition and its deposit have ended. */
    private Life bankrupt(LocalDate today) {
        return new Life(105, Life.workdayBefore(today.minusDays(70)), day -> told(14, day, number -> new SourceNotice(SourceNotice.Kind.FAILLISSEMENT, Source.REGSOL,
                "RS-2041", number, day.minusDays(3), null, null, null)), steps.decision(2, Map.of(), true, 814));
    }

    private Life paidItsArrears(LocalDate today) {
        List<Step> course = new ArrayList<>(steps.reaction(7, "De zaakvoerder bezorgt een afbetalingsplan dat de RSZ aanvaardde.",
                "Wij wachten op het attest van de RSZ dat het plan nageleefd wordt.", "GUNSTIG"));
        course.add(steps.task(12, "an", "UserTask_RegularisatieNagaan", () -> Map.of("bewezen", "JA", "toelichting", "Het attest van de RSZ is in orde.")));
        return new Life(106, Life.workdayBefore(today.minusDays(55)), day -> told(15, day, number -> new SourceNotice(SourceNotice.Kind.SCHULD, Source.RSZ, "RSZ-77120", number,
                day.minusDays(2), new BigDecimal("9120.40"), RepaymentPlan.GEEN, null)), course);
    }

    /** The reaction came in this week: the handler has to answer it. */
    private Life notToppedUp(LocalDate today) {
        return Life.of(107, Life.workdayBefore(today.minusDays(12)), day -> steps.recognised(16).map(recognition -> {
            steps.as("nele", () -> claimFromDeposit.call(new Deposits.Call(recognition.dossier(), new BigDecimal("4200.00"), Beneficiary.RSZ, recognition.dossier(),
                    "Bijdragen van vorig kwartaal", "Vraag van de RSZ")));
            return start(recognition, "AMB-BORG", day, "De waarborg staat op 20.800 euro. De onderneming vulde ze niet aan na onze vraag.");
        }), steps.task(7, "els", "UserTask_VerweerRegistreren", () -> Map.of("ontvangenOp", steps.today().toString(), "kanaal", "BRIEF",
                "samenvatting", "De bank stort het verschil op het einde van de maand.")));
    }

    private Life approvalAwaited(LocalDate today) {
        // Without a reaction the hearing ends by itself after fourteen days.
        return new Life(108, Life.workdayBefore(today.minusDays(30)), day -> steps.recognised(18).map(recognition -> start(recognition, "AMB-BORG", day,
                "De bank zegde de waarborg op. De onderneming stelde geen nieuwe.")), steps.decision(20, Map.of(), true, 818).subList(0, 2));
    }

    private Life announced(LocalDate today) {
        return Life.of(109, Life.workdayBefore(today.minusDays(4)), day -> told(17, day, number -> new SourceNotice(SourceNotice.Kind.SCHULD, Source.FISCUS, "FOD-30418", number,
                day.minusDays(1), new BigDecimal("17350.00"), RepaymentPlan.NIET_NAGELEEFD, null)));
    }

    private Life batchUnderWay(LocalDate first) {
        return Life.of(103, first, day -> {
            if (LONG_SILENT.stream().anyMatch(n -> steps.recognised(n).isEmpty())) {
                return Optional.empty();
            }
            YearMonth begin = YearMonth.from(day).minusMonths(12);
            importMonths(begin.minusMonths(2), YearMonth.from(day).minusMonths(1), begin);
            return Optional.of(String.valueOf(steps.as("tom", () -> selectInactive.select(day))));
        }, Step.after(0, batch -> {
            steps.as("tom", () -> askBatchAct.ask(UUID.randomUUID(), Long.parseLong(batch), BatchAct.STARTEN, Map.of(), Map.of()));
            doBatchWork.doWaiting();
        }), Step.after(6, batch -> steps.send("els", file(batch, 1), "UserTask_VerweerRegistreren", Map.of("ontvangenOp", steps.today().toString(), "kanaal", "BRIEF",
                "samenvatting", "De zaakvoerder was een jaar ziek en wil volgend jaar opnieuw beginnen."))),
        Step.after(2, batch -> steps.send("bram", file(batch, 1), "UserTask_VerweerBeoordelen", Map.of("antwoord",
                "Ziekte verandert niet dat er een jaar lang geen dienstencheques waren.", "vooruitzicht", "ONGUNSTIG"))),
        // The others did not answer in fourteen days.
        Step.after(9, batch -> steps.send("bram", file(batch, 2), "UserTask_BeslissingOpstellen", Map.of())));
    }

    /** What the source tells begins the file by itself. */
    private Optional<String> told(int n, LocalDate day, Function<String, SourceNotice> notice) {
        return steps.recognised(n).flatMap(recognition -> {
            receiveNotice.receive(notice.apply(recognition.enterpriseNumber()));
            jobs.run();
            return jdbc.sql("select dossier from ex_officio where recognition = ? order by dossier desc limit 1").param(recognition.dossier()).query(String.class).optional();
        });
    }

    private String start(Recognition recognition, String ground, LocalDate day, String evidence) {
        return steps.as("an", () -> startExOfficio.start(StartExOfficio.Request.of(recognition.enterpriseNumber(), ground, day.toString(), evidence)));
    }

    private String file(String batch, int n) {
        String number = InventedApplications.enterpriseNumber(n);
        return batches.items(Long.parseLong(batch), "", number, 0, 1).get(0).dossier();
    }

    /** The silent ones have figures until then; one row names nobody, as happens. */
    private void importMonths(YearMonth first, YearMonth last, YearMonth silence) {
        Set<String> silent = Set.copyOf(numbers(SILENT));
        Set<String> longSilent = Set.copyOf(numbers(LONG_SILENT));
        StringBuilder rows = new StringBuilder("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n");
        List<RecognisedUndertakings.Entry> active = undertakings.search("", "", "ERKEND", 0, 500);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (RecognisedUndertakings.Entry entry : active) {
                boolean recognised = !month.isBefore(YearMonth.from(entry.recognisedOn()));
                boolean counts = longSilent.contains(entry.enterpriseNumber()) ? month.isBefore(silence)
                        : !silent.contains(entry.enterpriseNumber()) || !month.isAfter(silence);
                // Nothing in the months before the first recognition, so that they are known.
                if (counts) {
                    int vouchers = recognised ? 240 + Math.floorMod(entry.enterpriseNumber().hashCode() + month.getMonthValue() * 37, 900) : 0;
                    rows.append("%s;%s;%s;%d;%s\n".formatted(entry.recognitionNumber(), entry.enterpriseNumber(), month, vouchers,
                            new BigDecimal(vouchers).multiply(new BigDecimal("25.07")).toPlainString().replace('.', ',')));
                }
            }
        }
        rows.append(";0400000001;%s;12;300,84\n".formatted(last));
        String name = first.equals(last) ? "cheques-%s.csv".formatted(last) : "cheques-%s-tot-%s.csv".formatted(first, last);
        steps.as("nele", () -> {
            try (InputStream in = new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)); ReceivedFile file = ReceivedFile.of(in, ImportActivity.MOST_MEGABYTES)) {
                return importActivity.importFile(name, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> numbers(List<Integer> applications) {
        return applications.stream().map(InventedApplications::enterpriseNumber).toList();
    }
}
