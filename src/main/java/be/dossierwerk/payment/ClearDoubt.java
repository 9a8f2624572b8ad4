package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head says how a contradiction between the bank and the books was cleared; only then the payable can go into a run again. */
@Service
public class ClearDoubt {

    private final PayableLedger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    ClearDoubt(PayableLedger ledger, AuditLog audit, CurrentActor currentActor) {
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing unless head, payment.reason, payment.payable.unknown, payment.payable.no-doubt */
    @Transactional
    public void clear(String dossier, String reason) {
        currentActor.require(Roles.HEAD);
        Payables.checkReason(reason);
        audit.lock(dossier);
        long payable = ledger.lock(dossier).orElseThrow(() -> new Refused("payment.payable.unknown", dossier));
        if (!ledger.standing(dossier).orElseThrow().doubted()) {
            throw new Refused("payment.payable.no-doubt", dossier);
        }
        ledger.move(payable, Kind.UITGEKLAARD, reason.strip());
        audit.record(AuditLog.Entry.of(dossier, "BETALING_UITGEKLAARD", "%s klaarde de tegenstrijdigheid over de betaling uit.".formatted(
                currentActor.get().name())).because(reason.strip()));
    }
}
