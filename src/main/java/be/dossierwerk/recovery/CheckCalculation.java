package be.dossierwerk.recovery;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A colleague has the stored lines computed again and compared; writes nothing. */
@Service
public class CheckCalculation {

    private final CurrentActor currentActor;
    private final Recoveries recoveries;

    CheckCalculation(CurrentActor currentActor, Recoveries recoveries) {
        this.currentActor = currentActor;
        this.recoveries = recoveries;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; recovery.unknown, recovery.not-computed, recovery.no-rate */
    @Transactional(readOnly = true)
    public Recoveries.Comparison check(String dossier) {
        currentActor.require(Roles.HANDLER, Roles.FINANCE, Roles.LAWYER, Roles.TEAM_LEAD);
        return recoveries.recompute(dossier);
    }
}
