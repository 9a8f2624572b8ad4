package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why, before something is given up, sent back or taken back. */
final class ReasonDialog {

    private ReasonDialog() { }

    /** {@code title}: the key of the title; what-happens, confirm and done stand beside it. */
    static void open(String title, Consumer<String> act, Runnable afterwards) {
        String texts = title.substring(0, title.lastIndexOf('.'));
        ActDialog dialog = new ActDialog(title, texts + ".what-happens", texts + ".done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("procedurechange.screen.reason")));
        reason.setMinRows(3);
        dialog.offer(texts + ".confirm", () -> act.accept(reason.getValue()), afterwards);
    }
}
