package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a fine when the department takes it back or somebody else rules on it (procedures.md 1.6, 1.10). It is never imposed anew: the power to
 * impose it was used, and only the labour court makes it lower.
 */
@Service
class ContestedFine implements ContestedAct {

    private final ContestedDecisions decisions;
    private final Fines fines;
    private final FollowFine course;
    private final Dossiers dossiers;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;

    ContestedFine(ContestedDecisions decisions, Fines fines, FollowFine course, Dossiers dossiers, Processes processes, Terms terms, AuditLog audit) {
        this.decisions = decisions;
        this.fines = fines;
        this.course = course;
        this.dossiers = dossiers;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
    }

    @Override
    public String process() {
        return FineModel.PROCESS;
    }

    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return List.of();
    }

    /** The Raad van State does not hear fines; whoever appeals to the labour court need not pay until it ruled. */
    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.suspend(dossier, besluit, on, reason)) {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "De inning van een geldboete staat alleen stil door beroep bij de arbeidsrechtbank."));
        }
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        decisions.resume(dossier, besluit, on, reason);
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.annul(dossier, besluit, on, reason) || !decisions.outcome(besluit).equals(FineModel.IMPOSED)) {
            return;
        }
        Fine before = fines.locked(dossier);
        before.counting().stream().filter(entry -> entry.kind() == Kind.OPGELEGD || entry.kind() == Kind.VERMINDERING)
                .forEach(entry -> fines.add(dossier, Kind.TEGENGEBOEKT, entry.amount(), on, entry.id(), null, reason));
        Fine after = fines.get(dossier);
        audit.record(AuditLog.Entry.of(dossier, "BOETE_VERVALLEN", after.overpaid().signum() == 0 ? "De geldboete is niet meer verschuldigd."
                : "De geldboete is niet meer verschuldigd. Er is %s terug te betalen.".formatted(Euros.prose(after.overpaid()))).because(reason));
        if (before.due().signum() > 0 && dossiers.get(dossier).closedOn() != null) {
            course.tellCollection(dossier, "DWANGBEVEL_INGETROKKEN");
        }
        processes.end(dossier, reason);
        terms.stopAll(dossier, on);
        if (dossiers.get(dossier).closedOn() == null) {
            dossiers.close(dossier, "VERNIETIGD", on);
        }
    }

    @Override
    public void reopen(String dossier, String element, LocalDate on, String because) {
        throw new IllegalArgumentException("A fine is not imposed anew: " + dossier);
    }
}
