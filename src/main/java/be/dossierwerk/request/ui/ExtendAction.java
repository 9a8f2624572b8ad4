package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.request.ExtendOpenbaarheid;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Takes more time for an openness request, once; the requester reads why. */
@Component
class ExtendAction implements DossierAction {

    private final ExtendOpenbaarheid extendOpenbaarheid;

    ExtendAction(ExtendOpenbaarheid extendOpenbaarheid) {
        this.extendOpenbaarheid = extendOpenbaarheid;
    }

    @Override
    public String label() {
        return "request.extend.title";
    }

    @Override
    public boolean offered(String dossier) {
        return extendOpenbaarheid.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("request.extend.title", "request.extend.what", "request.extend.done");
        if (extendOpenbaarheid.possible(dossier)) {
            dialog.show(new Paragraph(dialog.getTranslation("request.extend.until", Dates.prose(extendOpenbaarheid.newDue(dossier)))));
        }
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("request.extend.why")));
        reason.setHelperText(dialog.getTranslation("request.extend.why-help"));
        dialog.offer("request.extend.confirm", () -> extendOpenbaarheid.extend(dossier, reason.getValue()), done);
    }
}
