package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why, before something is given up, sent back or taken back. */
final class ReasonDialog {

    private ReasonDialog() { }

    /** {@code texts}: the keys title, what-happens, confirm and done begin with it. */
    static void open(String texts, Consumer<String> act, Runnable afterwards) {
        ActDialog dialog = new ActDialog(texts + ".title", texts + ".what-happens", texts + ".done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("procedurechange.screen.reason")));
        reason.setMinRows(3);
        dialog.offer(texts + ".confirm", () -> act.accept(reason.getValue()), afterwards);
    }
}
