package be.dossierwerk.correspondence.ui;

import be.dossierwerk.correspondence.AppealWindows;
import be.dossierwerk.correspondence.AppealWindows.Window;
import be.dossierwerk.correspondence.RecordReceipt;
import be.dossierwerk.deadline.AppealWindow.Way;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When a decision was really received, or that its appeal clause was missing. */
@Component
class RecordReceiptAction implements DossierAction {

    private final AppealWindows windows;
    private final RecordReceipt recordReceipt;
    private final CurrentActor currentActor;

    RecordReceiptAction(AppealWindows windows, RecordReceipt recordReceipt, CurrentActor currentActor) {
        this.windows = windows;
        this.recordReceipt = recordReceipt;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "correspondence.receipt.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return Stream.of(Roles.INTAKE, Roles.HANDLER, Roles.LAWYER).anyMatch(actor::has) && !windows.of(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        List<Window> decisions = windows.of(dossier);
        ActDialog dialog = new ActDialog("correspondence.receipt.title", "correspondence.receipt.what", "correspondence.receipt.done");
        ComboBox<Window> letter = dialog.field("letter", new ComboBox<>(dialog.getTranslation("correspondence.receipt.letter")));
        letter.setItems(decisions);
        letter.setItemLabelGenerator(Window::title);
        ComboBox<Way> way = dialog.field("way", new ComboBox<>(dialog.getTranslation("correspondence.receipt.how")));
        way.setRequiredIndicatorVisible(false);
        way.setClearButtonVisible(true);
        way.setItemLabelGenerator(each -> dialog.getTranslation(each == Way.AANGETEKEND ? "correspondence.receipt.none-known" : "correspondence.way." + each));
        DateField on = dialog.field("on", new DateField(dialog.getTranslation("correspondence.receipt.on")));
        Checkbox clause = new Checkbox(dialog.getTranslation("correspondence.receipt.clause"));
        dialog.show(clause);
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("correspondence.receipt.why")));
        reason.setRequiredIndicatorVisible(false);
        way.addValueChangeListener(change -> on.setVisible(change.getValue() != null && change.getValue() != Way.AANGETEKEND));
        on.setVisible(false);
        letter.addValueChangeListener(change -> {
            way.setItems(change.getValue() == null ? List.of() : recordReceipt.ways(change.getValue()));
            way.setVisible(change.getValue() != null && !recordReceipt.ways(change.getValue()).isEmpty());
            clause.setValue(change.getValue() != null && change.getValue().clauseMissing());
        });
        letter.setValue(decisions.get(decisions.size() - 1));
        letter.setVisible(decisions.size() > 1);
        dialog.offer("correspondence.receipt.confirm", () -> recordReceipt.record(new RecordReceipt.Receipt(letter.getValue().letter(), way.getValue(), on.getValue(),
                clause.getValue(), reason.getValue())), done);
    }
}
