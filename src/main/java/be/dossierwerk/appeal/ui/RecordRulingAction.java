package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.RecordRuling;
import be.dossierwerk.appeal.RvSRuling;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.springframework.stereotype.Component;

/** The lawyer records a ruling of the Council of State. */
@Component
class RecordRulingAction implements DossierAction {

    private static final String TEXTS = "appeal.rvs.record-ruling.";

    private final RecordRuling recordRuling;
    private final CurrentActor currentActor;

    RecordRulingAction(RecordRuling recordRuling, CurrentActor currentActor) {
        this.recordRuling = recordRuling;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.rvs.record-ruling.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.LAWYER) && !recordRuling.possible(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("appeal.rvs.record-ruling.title", "appeal.rvs.record-ruling.what-happens", "appeal.rvs.record-ruling.done");
        ComboBox<RvSRuling> ruling = dialog.field("ruling", new ComboBox<>(dialog.getTranslation(TEXTS + "ruling"), recordRuling.possible(dossier)));
        ruling.setItemLabelGenerator(each -> dialog.getTranslation("appeal.rvs.ruling." + each));
        DateField ruledOn = dialog.field("ruledOn", new DateField(dialog.getTranslation(TEXTS + "ruledOn")));
        TextField number = dialog.field("number", new TextField(dialog.getTranslation(TEXTS + "number")));
        TextArea grounds = dialog.field("grounds", new TextArea(dialog.getTranslation(TEXTS + "grounds")));
        OneFile file = OneFile.in(dialog, TEXTS + "file");
        dialog.offer("appeal.rvs.record-ruling.confirm", () -> file.explain(() -> recordRuling.record(dossier, new RecordRuling.Ruling(ruling.getValue(),
                ruledOn.getValue(), number.getValue(), grounds.getValue(), file.name(), file.content()))), done);
    }
}
