package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.AgreeInstalments;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.InstalmentsDialog;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Handler and bookkeeper agree on a number of monthly instalments. */
@Component
class AgreeInstalmentsAction implements DossierAction {

    private final Recoveries recoveries;
    private final AgreeInstalments agreeInstalments;
    private final CurrentActor currentActor;
    private final Clock clock;

    AgreeInstalmentsAction(Recoveries recoveries, AgreeInstalments agreeInstalments, CurrentActor currentActor, Clock clock) {
        this.recoveries = recoveries;
        this.agreeInstalments = agreeInstalments;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "recovery.agree.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.HANDLER) || actor.has(Roles.FINANCE)) && recoveries.of(dossier)
                .map(standing -> standing.decision().isPresent() && standing.due().signum() > 0).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        InstalmentsDialog.open("recovery.agree.title", recoveries.of(dossier).orElseThrow().due(), LocalDate.now(clock),
                instalments -> agreeInstalments.agree(dossier, instalments), done);
    }
}
