package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.ReportLatePosting;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import org.springframework.stereotype.Component;

/** Ends a fine whose letter did not leave before the last day was over. */
@Component
class ReportLatePostingAction implements DossierAction {

    private final Fines fines;
    private final ReportLatePosting reportLatePosting;
    private final CurrentActor currentActor;

    ReportLatePostingAction(Fines fines, ReportLatePosting reportLatePosting, CurrentActor currentActor) {
        this.fines = fines;
        this.reportLatePosting = reportLatePosting;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "fine.late.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINES) || actor.has(Roles.LAWYER)) && fines.has(dossier) && reportLatePosting.possible(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        new ActDialog("fine.late.title", "fine.late.what-happens", "fine.late.done").offer("fine.late.confirm", () -> reportLatePosting.report(dossier), done);
    }
}
