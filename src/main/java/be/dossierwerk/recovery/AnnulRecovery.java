package be.dossierwerk.recovery;

import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision was annulled: the claim is reversed in the ledger and a procedure that still runs ends (procedures.md 1.5, compensation). */
@Service
public class AnnulRecovery {

    private final CurrentActor currentActor;
    private final ContestedDecisions decisions;
    private final RecoveryRulings rulings;
    private final Recoveries recoveries;
    private final Clock clock;

    AnnulRecovery(CurrentActor currentActor, ContestedDecisions decisions, RecoveryRulings rulings, Recoveries recoveries, Clock clock) {
        this.currentActor = currentActor;
        this.decisions = decisions;
        this.rulings = rulings;
        this.clock = clock;
        this.recoveries = recoveries;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing unless lawyer; recovery.unknown, recovery.reason, recovery.not-decided */
    @Transactional
    public void annul(String dossier, String reason) {
        currentActor.require(Roles.LAWYER);
        String why = RecoveryLedger.reason(reason);
        decisions.newest(dossier).ifPresentOrElse(besluit -> rulings.annul(dossier, besluit, LocalDate.now(clock), why), () -> recoveries.annulled(dossier, why));
    }
}
