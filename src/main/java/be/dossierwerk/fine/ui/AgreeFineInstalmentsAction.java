package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.fine.AgreeFineInstalments;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.InstalmentsDialog;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The cell or the bookkeeper agrees on a number of monthly instalments. */
@Component
class AgreeFineInstalmentsAction implements DossierAction {

    private final Fines fines;
    private final AgreeFineInstalments agree;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Clock clock;

    AgreeFineInstalmentsAction(Fines fines, AgreeFineInstalments agree, Dossiers dossiers, CurrentActor currentActor, Clock clock) {
        this.fines = fines;
        this.agree = agree;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "fine.agree.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINES) || actor.has(Roles.FINANCE)) && fines.find(dossier).map(fine -> fine.due().signum() > 0 && !fine.underAppeal()).orElse(false)
                && dossiers.get(dossier).closedOn() == null;
    }

    @Override
    public void open(String dossier, Runnable done) {
        InstalmentsDialog.open("fine.agree.title", fines.get(dossier).due(), LocalDate.now(clock), instalments -> agree.agree(dossier, instalments), done);
    }
}
