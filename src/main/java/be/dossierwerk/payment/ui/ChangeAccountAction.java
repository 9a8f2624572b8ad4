package be.dossierwerk.payment.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.payment.ChangeAccount;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who knows the file gives another account, for instance because the bank found the first one closed. */
@Component
class ChangeAccountAction implements DossierAction {

    private final Payables payables;
    private final ChangeAccount changeAccount;
    private final CurrentActor currentActor;

    ChangeAccountAction(Payables payables, ChangeAccount changeAccount, CurrentActor currentActor) {
        this.payables = payables;
        this.changeAccount = changeAccount;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "payment.account.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return Stream.of(Roles.HANDLER, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD).anyMatch(actor::has) && payables.has(dossier)
                && payables.of(dossier).filter(standing -> standing.state() == PayableState.BETAALBAAR || standing.state() == PayableState.BETWIST).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        var payable = payables.of(dossier).orElseThrow().payable();
        ActDialog dialog = new ActDialog("payment.account.title", "payment.account.what-happens", "payment.account.done");
        TextField beneficiary = dialog.field("beneficiary", new TextField(dialog.getTranslation("payment.column.beneficiary")));
        beneficiary.setValue(payable.beneficiary());
        TextField iban = dialog.field("iban", new TextField(dialog.getTranslation("payment.column.iban")));
        iban.setValue(Iban.format(payable.iban()));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("payment.screen.reason")));
        dialog.offer("payment.account.confirm", () -> changeAccount.change(dossier, beneficiary.getValue(), iban.getValue(), reason.getValue()), done);
    }
}
