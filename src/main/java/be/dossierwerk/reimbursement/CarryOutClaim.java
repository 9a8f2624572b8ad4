package be.dossierwerk.reimbursement;

import be.dossierwerk.casework.Decisions;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.payment.Payable;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After the decision: what was granted is handed over to be paid; the hours of refused lines are free again (procedures.md 1.9). */
@Service
public class CarryOutClaim {

    private final ReimbursementClaims claims;
    private final Sessions sessions;
    private final Payables payables;
    private final Decisions decisions;
    private final Dossiers dossiers;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final Clock clock;

    CarryOutClaim(ReimbursementClaims claims, Sessions sessions, Payables payables, Decisions decisions, Dossiers dossiers, Terms terms, CurrentActor currentActor,
                  Clock clock) {
        this.claims = claims;
        this.sessions = sessions;
        this.payables = payables;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.terms = terms;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @return whether something is to be paid; without that the dossier is closed */
    @Transactional
    public boolean carryOut(String dossier) {
        Filed claim = claims.get(dossier);
        LocalDate today = LocalDate.now(clock);
        if (claim.granted().signum() == 0) {
            sessions.release(dossier, "De aanvraag werd geweigerd", currentActor.get());
            terms.stopAll(dossier, today);
            dossiers.close(dossier, ClaimAmount.State.GEWEIGERD.name(), today);
            return false;
        }
        for (Line line : claim.lines()) {
            if (line.refused()) {
                sessions.release(dossier, line.session(), line.refusedBecause(), currentActor.get());
            }
        }
        LocalDate signed = decisions.of(dossier).stream().filter(decision -> decision.signedOn() != null).findFirst().orElseThrow().signedOn();
        payables.add(new Payable(dossier, claim.beneficiary(), claim.iban(), claim.granted(), "Terugbetaling opleidingen " + dossier,
                "de beslissing van " + Dates.prose(signed)));
        return true;
    }
}
