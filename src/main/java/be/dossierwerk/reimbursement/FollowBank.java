package be.dossierwerk.reimbursement;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.payment.PayablePaid;
import be.dossierwerk.payment.PayableReturned;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the procedure what the bank did, in the same transaction. When nobody waits, the payment itself is what the procedure reads later. */
@Component
class FollowBank {

    private final ReimbursementClaims claims;
    private final Dossiers dossiers;
    private final Processes processes;

    FollowBank(ReimbursementClaims claims, Dossiers dossiers, Processes processes) {
        this.claims = claims;
        this.dossiers = dossiers;
        this.processes = processes;
    }

    @EventListener
    void paid(PayablePaid paid) {
        if (claims.has(paid.dossier())) {
            tell(paid.dossier());
        }
    }

    @EventListener
    void returned(PayableReturned returned) {
        String dossier = returned.dossier();
        if (!claims.has(dossier)) {
            return;
        }
        claims.returned(dossier, returned.reason() == null || returned.reason().isBlank() ? "zonder reden van de bank" : returned.reason());
        if (dossiers.get(dossier).closedOn() != null) {
            processes.start(ReimbursementModel.PROCESS, dossier, ReimbursementModel.REOPENED.with(true));
        } else {
            tell(dossier);
        }
    }

    private void tell(String dossier) {
        if (processes.awaits(ReimbursementModel.MOVED, dossier)) {
            processes.correlate(ReimbursementModel.MOVED, dossier, Map.of());
        }
    }
}
