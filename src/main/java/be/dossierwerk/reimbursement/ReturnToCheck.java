package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** As long as the decision is not signed, a claim can go back to the check of its proof, for instance because a lawyer found something. */
@Service
public class ReturnToCheck {

    private static final String SIGNING_TERM = "T-REC-05";

    private final ReimbursementClaims claims;
    private final Processes processes;
    private final Decisions decisions;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    ReturnToCheck(ReimbursementClaims claims, Processes processes, Decisions decisions, Terms terms, CurrentActor currentActor, AuditLog audit,
                  Clock clock) {
        this.claims = claims;
        this.processes = processes;
        this.decisions = decisions;
        this.terms = terms;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean possible(String dossier) {
        return claims.has(dossier) && processes.awaits(ReimbursementModel.BACK_TO_CHECK, dossier);
    }

    /** @throws Refused security.role-missing; reimbursement.reason; reimbursement.no-way-back when no decision is being made */
    @Transactional
    public void back(String dossier, String reason) {
        var actor = currentActor.require(Roles.FUND_SECRETARIAT, Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD);
        if (reason == null || reason.isBlank()) {
            throw new Refused("reimbursement.reason", List.of(new Refused.Field("reason", "reimbursement.reason")));
        }
        audit.lock(dossier);
        if (!possible(dossier)) {
            throw new Refused("reimbursement.no-way-back");
        }
        audit.record(AuditLog.Entry.of(dossier, "TERUG_NAAR_CONTROLE", "%s stuurde de aanvraag terug naar de controle, voor er een beslissing was.".formatted(actor.name()))
                .because(reason.strip()));
        decisions.dropDrafts(dossier);
        terms.stop(dossier, SIGNING_TERM, LocalDate.now(clock));
        processes.correlate(ReimbursementModel.BACK_TO_CHECK, dossier, Map.of());
    }
}
