package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A procedure whose decision fell away runs again from a step, with a new clock; what was counted before stays as it was (procedures.md 1.10). */
@Service
public class ReopenProcedure {

    /** Where it starts: {@code terms} start again on that day, {@code alongside}: see {@link Processes#startAt}. */
    public record Start(ContestedAct.Restart step, List<String> terms, Map<String, Object> variables, String... alongside) { }

    private final Dossiers dossiers;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;

    ReopenProcedure(Dossiers dossiers, Processes processes, Terms terms, AuditLog audit) {
        this.dossiers = dossiers;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
    }

    /** While the procedure of the dossier runs it is left as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void at(String dossier, Start start, LocalDate on, String because) {
        audit.lock(dossier);
        if (processes.runs(dossier)) {
            audit.record(AuditLog.Entry.of(dossier, "PROCEDURE_LOOPT_NOG", "De procedure loopt nog en wordt daarom niet opnieuw gestart."));
            return;
        }
        dossiers.reopen(dossier, because);
        start.terms.forEach(rule -> terms.start(dossier, rule, on));
        audit.record(AuditLog.Entry.of(dossier, "PROCEDURE_HERSTART", "De procedure begint opnieuw bij de stap “%s”, met een nieuwe termijn vanaf %s."
                .formatted(start.step.label(), Dates.prose(on))));
        processes.startAt(dossiers.get(dossier).procedure(), dossier, start.step.element(), start.variables, start.alongside);
    }

    /** @throws IllegalArgumentException when the procedure cannot start there */
    public static ContestedAct.Restart step(List<ContestedAct.Restart> steps, String element) {
        return steps.stream().filter(step -> step.element().equals(element)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The procedure cannot start again at " + element));
    }
}
