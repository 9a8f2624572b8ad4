package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
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
        return course.facts(task.dossier()).<Map<String, Object>>map(facts -> Map.of("lijnen", facts)).orElse(Map.of());
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.require(Roles.HANDLER);
        String facts = (String) data.get("lijnen");
        BigDecimal total = calculateLines.look(facts).total();
        if (task.key().equals(REDUCE)) {
            BigDecimal heard = ledger.locked(task.dossier()).calculation().total();
            if (total.compareTo(heard) > 0) {
                throw new Refused("recovery.lines.more", List.of(new Refused.Field("lijnen", "recovery.lines.more", Euros.prose(heard))), Euros.prose(heard));
            }
        }
        course.facts(task.dossier(), facts);
        audit.record(AuditLog.Entry.of(task.dossier(), "LIJNEN_INGEGEVEN", "%s gaf de lijnen van de terugvordering in.".formatted(handler.name())));
        processes.complete(task.id(), Map.of());
    }
}
