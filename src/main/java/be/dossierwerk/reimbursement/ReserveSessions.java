package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A claim takes the hours of its participants, so that no other claim is paid for them; everything or nothing (procedures.md 1.9). */
@Service
public class ReserveSessions {

    private final ReimbursementParameters parameters;
    private final Sessions sessions;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    ReserveSessions(ReimbursementParameters parameters, Sessions sessions, CurrentActor currentActor, AuditLog audit) {
        this.parameters = parameters;
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    /**
     * Asked again with the same claim it does nothing.
     * @return how many participations were taken now
     * @throws Refused security.role-missing; reimbursement.claim-wrong and reimbursement.taken with every wrong field; reimbursement.parameter-missing
     */
    @Transactional
    public int reserve(Claim claim) {
        var actor = currentActor.require(Roles.FUND_SECRETARIAT, Roles.HANDLER, Roles.FINANCE);
        audit.lock(claim.dossier());
        List<Refused.Field> wrong = ClaimCheck.of(claim, parameters.amounts(), parameters::vatRates);
        if (!wrong.isEmpty()) {
            throw new Refused("reimbursement.claim-wrong", wrong, wrong.size());
        }
        int taken = sessions.take(claim, actor);
        if (taken > 0) {
            BigDecimal hours = claim.sessions().stream().flatMap(session -> session.participants().stream()).map(Claim.Participant::hours)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            // Who followed the training stands in the claim, not in the timeline that everybody reads.
            audit.record(AuditLog.Entry.of(claim.dossier(), "OPLEIDINGSUREN_GERESERVEERD", "%s noteerde %s, samen goed voor %s uur, zodat die maar een keer betaald worden."
                    .formatted(actor.name(), taken == 1 ? "1 deelname" : taken + " deelnames", hours.stripTrailingZeros().toPlainString().replace('.', ','))));
        }
        return taken;
    }
}
