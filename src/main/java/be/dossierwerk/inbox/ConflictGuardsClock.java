package be.dossierwerk.inbox;

import be.dossierwerk.deadline.ClockGuard;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Component;

/** Whoever is kept out of a dossier's tasks does not pause, extend or correct its terms either. */
@Component
class ConflictGuardsClock implements ClockGuard {

    private final CheckConflict checkConflict;

    ConflictGuardsClock(CheckConflict checkConflict) {
        this.checkConflict = checkConflict;
    }

    @Override
    public void check(String dossier) {
        checkConflict.act(dossier, "De klok aanpassen", Roles.HANDLER);
    }
}
