package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.dossier.MarkSensitive;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Has it written down who reads this dossier. */
@Component
class SensitiveAction implements DossierAction {

    private final MarkSensitive markSensitive;

    SensitiveAction(MarkSensitive markSensitive) {
        this.markSensitive = markSensitive;
    }

    @Override
    public String label() {
        return "dossier.sensitive.title";
    }

    @Override
    public boolean offered(String dossier) {
        return markSensitive.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("dossier.sensitive.title", "dossier.sensitive.what", "dossier.sensitive.done");
        TextArea reason = dialog.field("reason", new TextArea());
        reason.setLabel(dialog.getTranslation("dossier.sensitive.why"));
        reason.setMaxLength(500);
        dialog.offer("dossier.sensitive.do", () -> markSensitive.mark(dossier, reason.getValue()), done);
    }
}
