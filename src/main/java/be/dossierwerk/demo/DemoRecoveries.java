package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.deposit.ReplenishDeposit;
import be.dossierwerk.recovery.AgreeInstalments;
import be.dossierwerk.recovery.CallOnDeposit;
import be.dossierwerk.recovery.LimitationKind;
import be.dossierwerk.recovery.RecordPayment;
import be.dossierwerk.recovery.RecordVoucherRate;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.StartRecovery;
import be.dossierwerk.recovery.VoucherRate;
import be.dossierwerk.shared.InstalmentPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Two recoveries: one is paid off in instalments after a part came from the deposit, the other waits for its payment. */
@Component
class DemoRecoveries {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final int INSTALMENTS = 6;

    private final DemoSteps steps;
    private final StartRecovery startRecovery;
    private final RecordVoucherRate recordVoucherRate;
    private final AgreeInstalments agreeInstalments;
    private final RecordPayment recordPayment;
    private final CallOnDeposit callOnDeposit;
    private final ReplenishDeposit replenishDeposit;
    private final Recoveries recoveries;

    DemoRecoveries(DemoSteps steps, StartRecovery startRecovery, RecordVoucherRate recordVoucherRate, AgreeInstalments agreeInstalments,
                   RecordPayment recordPayment, CallOnDeposit callOnDeposit, ReplenishDeposit replenishDeposit, Recoveries recoveries) {
        this.steps = steps;
        this.startRecovery = startRecovery;
        this.recordVoucherRate = recordVoucherRate;
        this.agreeInstalments = agreeInstalments;
        this.recordPayment = recordPayment;
        this.callOnDeposit = callOnDeposit;
        this.replenishDeposit = replenishDeposit;
        this.recoveries = recoveries;
    }

    List<Life> lives(LocalDate today) {
        return List.of(inInstalments(today), awaitingPayment(today));
    }

    private Life inInstalments(LocalDate today) {
        LocalDate first = Life.workdayBefore(today.minusDays(110));
        List<Step> course = course(first, 180, 811);
        course.add(Step.after(8, dossier -> {
            String deposit = steps.recognised(11).orElseThrow().dossier();
            steps.as("nele", () -> callOnDeposit.call(dossier, deposit, new BigDecimal("1500.00")));
            steps.as("nele", () -> {
                agreeInstalments.agree(dossier, InstalmentPlan.spread(recoveries.balance(dossier), INSTALMENTS, steps.today().plusDays(20)));
                return null;
            });
        }));
        course.add(Step.after(7, dossier -> steps.as("nele", () -> {
            replenishDeposit.replenish(steps.recognised(11).orElseThrow().dossier(), new BigDecimal("1500.00"), steps.today(), "DCK-200411-B");
            return null;
        })));
        // Some days before each instalment falls due.
        course.add(Step.after(9, this::payInstalment));
        for (int i = 1; i < INSTALMENTS; i++) {
            course.add(new Step(last -> last.plusMonths(1).minusDays(2), this::payInstalment));
        }
        return new Life(113, first, day -> {
            steps.as("nele", () -> {
                recordVoucherRate.record(new VoucherRate(LocalDate.of(2021, 1, 1), null, new BigDecimal("16.07"), new BigDecimal("9.00"),
                        "Voorbeeldgegevens; het echte tarief staat in het ministerieel besluit."));
                return null;
            });
            return steps.recognised(11).map(recognition -> start(recognition.enterpriseNumber(), recognition.dossier(), "Voor een deel van de cheques is geen werk bewezen"));
        }, course);
    }

    private Life awaitingPayment(LocalDate today) {
        LocalDate first = Life.workdayBefore(today.minusDays(32));
        return new Life(114, first, day -> steps.recognised(15).map(recognition -> start(recognition.enterpriseNumber(), recognition.dossier(),
                "Cheques van gebruikers die buiten het Vlaamse Gewest wonen")), course(first, 64, 815));
    }

    private void payInstalment(String dossier) {
        steps.as("nele", () -> recordPayment.record(dossier,
                recoveries.of(dossier).orElseThrow().plan().instalments().get(0).amount(), steps.today(), "+++090/9337/55493+++"));
    }

    private String start(String enterpriseNumber, String from, String reason) {
        return steps.as("an", () -> startRecovery.start(enterpriseNumber, from, LimitationKind.GEWOON, reason));
    }

    private List<Step> course(LocalDate first, int vouchers, int tracking) {
        YearMonth month = YearMonth.from(first).minusMonths(3);
        List<Step> course = new ArrayList<>();
        course.add(steps.task(2, "an", "UserTask_LijnenIngeven", () -> Map.of("lijnen", "%s; %d; niet bewezen; werklijst zonder handtekening\n%s; %d; niet bewezen; gebruiker zegt dat er niet gewerkt werd\n%s; 40; bewezen; getekende werklijst"
                .formatted(MONTH.format(month), vouchers, MONTH.format(month.plusMonths(1)), vouchers / 2, MONTH.format(month.plusMonths(2))))));
        course.add(steps.task(1, "bram", "UserTask_BerekeningNazien", () -> Map.of("akkoord", "JA")));
        course.addAll(steps.reaction(7, "De onderneming betwist de helft van de cheques.", "De werklijsten die zij bezorgde, hebben geen handtekening.", "ONGUNSTIG"));
        course.addAll(steps.decision(2, Map.of("uitkomst", "TERUGVORDEREN", "motieven", "Het verweer is gelezen en beantwoord. Het werk is niet bewezen."), false, tracking));
        return course;
    }
}
