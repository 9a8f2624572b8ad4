package be.dossierwerk.training.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.training.ApprovalChange;
import be.dossierwerk.training.ProposeApprovalChange;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** A handler proposes to withdraw or change an approval. */
@Component
class ProposeApprovalChangeAction implements DossierAction {

    private final ProposeApprovalChange proposeApprovalChange;
    private final CurrentActor currentActor;

    ProposeApprovalChangeAction(ProposeApprovalChange proposeApprovalChange, CurrentActor currentActor) {
        this.proposeApprovalChange = proposeApprovalChange;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "training.change.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.HANDLER) || actor.has(Roles.FUND_SECRETARIAT)) && proposeApprovalChange.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("training.change.title", "training.change.what", "training.change.proposed");
        ComboBox<ApprovalChange.Kind> kind = new ComboBox<>(dialog.getTranslation("training.change.kind"));
        kind.setItems(ApprovalChange.Kind.values());
        kind.setItemLabelGenerator(each -> dialog.getTranslation("training.change.kind." + each));
        dialog.field("kind", kind);
        DateField day = dialog.field("day", new DateField(dialog.getTranslation("training.change.first-day")));
        DateField from = dialog.field("registeredFrom", new DateField(dialog.getTranslation("training.change.registered-from")));
        DateField to = dialog.field("registeredTo", new DateField(dialog.getTranslation("training.change.registered-to")));
        String noEnd = dialog.getTranslation("training.change.empty-is-no-end");
        to.setRequiredIndicatorVisible(false);
        to.setHelperText(noEnd);
        TextArea reasons = dialog.field("reasons", new TextArea(dialog.getTranslation("training.change.reasons")));
        TextArea heard = dialog.field("heard", new TextArea(dialog.getTranslation("training.change.heard")));
        Runnable fit = () -> {
            boolean registration = kind.getValue() == ApprovalChange.Kind.REGISTRATIE;
            boolean withdrawal = kind.getValue() == ApprovalChange.Kind.INGETROKKEN;
            day.setVisible(withdrawal || kind.getValue() == ApprovalChange.Kind.EINDDATUM);
            day.setLabel(dialog.getTranslation(withdrawal ? "training.change.first-day" : "training.change.last-day"));
            day.setRequiredIndicatorVisible(withdrawal);
            day.setHelperText(withdrawal ? "" : noEnd);
            from.setVisible(registration);
            to.setVisible(registration);
            heard.setVisible(withdrawal);
        };
        kind.addValueChangeListener(change -> fit.run());
        fit.run();
        dialog.offer("training.change.propose", () -> proposeApprovalChange.propose(dossier, new ProposeApprovalChange.Proposal(kind.getValue(), day.getValue(), from.getValue(),
                to.getValue(), reasons.getValue(), heard.getValue())), done);
    }
}
