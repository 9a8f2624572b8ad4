package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Another handler than who typed the lines checks the calculation, which is computed again (procedures.md 1.5, Nazicht). */
@Service
class ReviewCalculation implements TaskAction {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final CurrentActor currentActor;
    private final Recoveries recoveries;
    private final RecoveryCourse course;
    private final Processes processes;
    private final AuditLog audit;

    ReviewCalculation(CurrentActor currentActor, Recoveries recoveries, RecoveryCourse course, Processes processes, AuditLog audit) {
        this.currentActor = currentActor;
        this.recoveries = recoveries;
        this.course = course;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "terugvordering/berekening-nazien";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Calculation calculation = recoveries.of(task.dossier()).orElseThrow().calculation();
        return Map.of("berekening", calculation.lines().stream().map(ReviewCalculation::sentence).collect(Collectors.joining("\n"))
                + "\nTotaal: %s".formatted(Euros.prose(calculation.total())));
    }

    private static String sentence(Calculation.Line line) {
        String what = "%s: %d cheques, %s.".formatted(MONTH.format(line.facts().month()), line.facts().vouchers(), line.facts().evidence());
        return line.facts().proven() ? what + " Bewezen, dus niets terug te vorderen."
                : "%s Tegemoetkoming %s en aanschafprijs %s, samen %s.".formatted(what, Euros.prose(line.intervention()), Euros.prose(line.purchase()),
                Euros.prose(line.amount()));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var checker = currentActor.get();
        String dossier = task.dossier();
        if (course.computedBy(dossier).equals(checker.id())) {
            throw new Refused("recovery.four-eyes");
        }
        boolean agreed = "JA".equals(data.get("akkoord"));
        Recoveries.Comparison comparison = recoveries.recompute(dossier);
        if (agreed && !comparison.same()) {
            throw new Refused("recovery.calculation-changed", Euros.prose(comparison.stored().total()), Euros.prose(comparison.recomputed().total()));
        }
        audit.record(AuditLog.Entry.of(dossier, "BEREKENING_NAGEZIEN", agreed
                ? "%s keek de berekening na en ging akkoord met %s.".formatted(checker.name(), Euros.prose(comparison.stored().total()))
                : "%s stuurde de berekening terug.".formatted(checker.name())).because((String) data.get("opmerking")));
        processes.complete(task.id(), RecoveryModel.CHECKED.with(agreed));
    }
}
