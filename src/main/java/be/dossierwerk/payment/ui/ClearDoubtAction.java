package be.dossierwerk.payment.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.payment.ClearDoubt;
import be.dossierwerk.payment.PayableStanding;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Component;

/** The head writes how a contradiction between the bank and the books was cleared. */
@Component
class ClearDoubtAction implements DossierAction {

    private final Payables payables;
    private final ClearDoubt clearDoubt;
    private final CurrentActor currentActor;

    ClearDoubtAction(Payables payables, ClearDoubt clearDoubt, CurrentActor currentActor) {
        this.payables = payables;
        this.clearDoubt = clearDoubt;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "payment.doubt.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.HEAD) && payables.of(dossier).filter(PayableStanding::doubted).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ClearDoubtDialog.open(clearDoubt, payables.of(dossier).orElseThrow(), done);
    }
}
