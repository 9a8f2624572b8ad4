package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.fine.AgreeFineInstalments;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.RecordFinePayment;
import be.dossierwerk.fine.RegisterFine;
import be.dossierwerk.shared.InstalmentPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Administrative fines: one that must leave within days, one that is paid in parts, one that was not opportune, and one that waits for the prosecutor. */
@Component
class DemoFines implements DemoPart {

    private static final int PARTS = 4;

    private final DemoSteps steps;
    private final RegisterFine registerFine;
    private final AgreeFineInstalments agreeFineInstalments;
    private final RecordFinePayment recordFinePayment;
    private final Fines fines;

    DemoFines(DemoSteps steps, RegisterFine registerFine, AgreeFineInstalments agreeFineInstalments, RecordFinePayment recordFinePayment, Fines fines) {
        this.steps = steps;
        this.registerFine = registerFine;
        this.agreeFineInstalments = agreeFineInstalments;
        this.recordFinePayment = recordFinePayment;
        this.fines = fines;
    }

    @Override
    public List<Life> lives(LocalDate today) {
        return List.of(urgent(today), inParts(today), notOpportune(today), awaitingProsecutor(today));
    }

    private Life urgent(LocalDate today) {
        LocalDate first = Life.workdayBefore(today.minusMonths(8).plusDays(11));
        List<Step> course = new ArrayList<>(heard(170));
        course.add(amount("NIVEAU_3", "1200", "Veertig cheques zonder werk, en geen enkele rechtgezet."));
        course.add(steps.task(2, "fien", "UserTask_BeslissingOpstellen", () -> Map.of("motieven", "Het verweer is beantwoord. Het bedrag past bij de ernst.")));
        return new Life(120, first, day -> report(11, day, true, "AN.69.F1.001204/26", "I01", "Voor veertig dienstencheques is geen werk bewezen."), course);
    }

    private Life inParts(LocalDate today) {
        LocalDate first = Life.workdayBefore(today.minusDays(95));
        List<Step> course = new ArrayList<>(heard(3));
        course.add(amount("NIVEAU_2", "800", "De registers ontbraken een tweede keer."));
        course.add(steps.task(1, "fien", "UserTask_BeslissingOpstellen", () -> Map.of("motieven", "De registers ontbraken een tweede keer.")));
        course.add(steps.task(1, "joke", "UserTask_JuridischNazicht", () -> TypedForms.legalCheck(true)));
        course.add(steps.task(2, "karel", "UserTask_Ondertekenen", TypedForms::signature));
        course.add(steps.task(1, "els", "UserTask_ZendingRegistreren", () -> TypedForms.posted(steps.today(), 821)));
        course.add(Step.after(6, dossier -> steps.as("fien", () -> {
            agreeFineInstalments.agree(dossier, InstalmentPlan.spread(fines.get(dossier).due(), PARTS, steps.today().plusDays(25)));
            return null;
        })));
        course.add(Step.after(23, dossier -> steps.as("nele", () -> {
            recordFinePayment.record(dossier, new BigDecimal("200.00"), steps.today(), "+++090/9337/55493+++");
            return null;
        })));
        return new Life(121, first, day -> report(15, day, true, "AN.69.F1.001377/26", "I05", "De registers van twee maanden ontbraken opnieuw."), course);
    }

    private Life notOpportune(LocalDate today) {
        return Life.of(122, Life.workdayBefore(today.minusDays(50)), day -> report(16, day, true, "AN.69.F1.001402/26", "I05", "Een register was drie dagen te laat."),
                steps.task(6, "fien", "UserTask_OpportuniteitBeoordelen", () -> Map.of("oordeel", "NIET_OPPORTUUN", "motivering", "De onderneming zette alles recht.")));
    }

    private Life awaitingProsecutor(LocalDate today) {
        return Life.of(123, Life.workdayBefore(today.minusDays(12)), day -> report(17, day, false, "AN.69.F1.001455/26", "I03", "Drie huishoudhulpen deden tuinwerk."));
    }

    private List<Step> heard(int days) {
        return List.of(steps.task(days, "fien", "UserTask_OpportuniteitBeoordelen", () -> Map.of("oordeel", "OPPORTUUN", "motivering", "De feiten zijn ernstig.")),
                steps.task(7, "els", "UserTask_VerweerRegistreren", () -> Map.of("ontvangenOp", steps.today().toString(), "kanaal", "BRIEF", "samenvatting",
                        "De zaakvoerder zegt dat de administratie achterliep.")),
                steps.task(2, "fien", "UserTask_VerweerBeoordelen", () -> Map.of("antwoord", "Een achterstand neemt de inbreuk niet weg.", "vooruitzicht", "ONGUNSTIG")));
    }

    private Step amount(String level, String amount, String because) {
        return steps.task(1, "fien", "UserTask_BedragBepalen", () -> Map.of("niveau", level, "werknemers", "1", "bedrag", amount, "motivering", because));
    }

    private Optional<String> report(int n, LocalDate day, boolean decided, String number, String offence, String facts) {
        return steps.recognised(n).map(recognition -> steps.as("fien", () -> registerFine.register(new RegisterFine.Report(number, day.minusDays(60),
                recognition.enterpriseNumber(), recognition.name(), List.of(offence), facts, decided ? day.minusDays(1) : null, null))));
    }
}
