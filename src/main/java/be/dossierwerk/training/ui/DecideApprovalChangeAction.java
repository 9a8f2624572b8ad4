package be.dossierwerk.training.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.training.ApprovalChange;
import be.dossierwerk.training.ApprovalChanges;
import be.dossierwerk.training.DecideApprovalChange;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Who may sign agrees with a proposed change of an approval, or not. */
@Component
class DecideApprovalChangeAction implements DossierAction {

    private final ApprovalChanges changes;
    private final DecideApprovalChange decideApprovalChange;
    private final CurrentActor currentActor;

    DecideApprovalChangeAction(ApprovalChanges changes, DecideApprovalChange decideApprovalChange, CurrentActor currentActor) {
        this.changes = changes;
        this.decideApprovalChange = decideApprovalChange;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "training.change.decide-title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.SIGNATORY) && decideApprovalChange.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ApprovalChange change = changes.open(dossier).orElseThrow();
        ActDialog dialog = new ActDialog("training.change.decide-title", "training.change.decide-what", "training.change.decided");
        dialog.show(new Paragraph(ChangeWords.proposal(dialog, change)));
        ComboBox<Boolean> answer = new ComboBox<>(dialog.getTranslation("training.change.agree"));
        answer.setItems(true, false);
        answer.setItemLabelGenerator(yes -> dialog.getTranslation("training.change.agree." + yes));
        dialog.field("agreed", answer);
        TextArea remark = dialog.field("remark", new TextArea(dialog.getTranslation("training.change.why-not")));
        remark.setVisible(false);
        answer.addValueChangeListener(chosen -> remark.setVisible(Boolean.FALSE.equals(chosen.getValue())));
        dialog.offer("training.change.sign", () -> decideApprovalChange.decide(dossier, answer.getValue(), remark.isVisible() ? remark.getValue() : null), done);
    }
}
