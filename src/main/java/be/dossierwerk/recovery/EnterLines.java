package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The handler types the lines per month; a month without a rate is asked back. After the hearing they may only become less. */
@Service
class EnterLines implements TaskAction {

    private static final String REDUCE = "UserTask_LijnenVerminderen";

    private final CurrentActor currentActor;
    private final CalculateLines calculateLines;
    private final RecoveryCourse course;
    private final RecoveryLedger ledger;
    private final Processes processes;
    private final AuditLog audit;

    EnterLines(CurrentActor currentActor, CalculateLines calculateLines, RecoveryCourse course, RecoveryLedger ledger, Processes processes, AuditLog audit) {
        this.currentActor = currentActor;
        this.calculateLines = calculateLines;
        this.course = course;
        this.ledger = ledger;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "terugvordering/lijnen-ingeven";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        course.facts(task.dossier()).ifPresent(facts -> shown.put("lijnen", facts));
        shown.put("verjaring", ledger.limitationKind(task.dossier()).name());
        shown.put("termijnen", "Een vordering zonder bedrog verjaart na %d jaar, een vordering met bedrog na %d jaar.".formatted(
                ledger.limitationYears(LimitationKind.GEWOON), ledger.limitationYears(LimitationKind.BEDROG)));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        String facts = (String) data.get("lijnen");
        BigDecimal total = calculateLines.look(facts).total();
        if (task.key().equals(REDUCE)) {
            BigDecimal heard = ledger.locked(task.dossier()).calculation().total();
            if (total.compareTo(heard) > 0) {
                throw new Refused("recovery.lines.more", List.of(new Refused.Field("lijnen", "recovery.lines.more", Euros.prose(heard))), Euros.prose(heard));
            }
        }
        course.facts(task.dossier(), facts);
        choose(task.dossier(), LimitationKind.valueOf((String) data.get("verjaring")), handler.name());
        audit.record(AuditLog.Entry.of(task.dossier(), "LIJNEN_INGEGEVEN", "%s gaf de lijnen van de terugvordering in.".formatted(handler.name())));
        processes.complete(task.id(), Map.of());
    }

    private void choose(String dossier, LimitationKind kind, String handler) {
        ledger.lock(dossier);
        if (kind == ledger.limitationKind(dossier)) {
            return;
        }
        ledger.choose(dossier, kind);
        audit.record(AuditLog.Entry.of(dossier, "VERJARING_GEKOZEN", "%s noteerde dat de vordering %s bedrog is. Ze verjaart na %d jaar.".formatted(
                handler, kind == LimitationKind.BEDROG ? "met" : "zonder", ledger.limitationYears(kind))));
    }
}
