package be.dossierwerk.recovery;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision was annulled: the claim is reversed in the ledger and a procedure that still runs ends (procedures.md 1.5, compensation). */
@Service
public class AnnulRecovery {

    private final CurrentActor currentActor;
    private final Recoveries recoveries;

    AnnulRecovery(CurrentActor currentActor, Recoveries recoveries) {
        this.currentActor = currentActor;
        this.recoveries = recoveries;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing unless lawyer; recovery.unknown, recovery.reason, recovery.not-decided */
    @Transactional
    public void annul(String dossier, String reason) {
        currentActor.require(Roles.LAWYER);
        recoveries.annulled(dossier, reason);
    }
}
