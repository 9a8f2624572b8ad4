package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.ClearDoubt;
import be.dossierwerk.payment.Clearing;
import be.dossierwerk.payment.PayableStanding;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.stream.Stream;

/** Asks the head what was found out about a payment on which bank and books disagree: what the bank said, what is true, and how that is known. */
final class ClearDoubtDialog {

    private ClearDoubtDialog() { }

    static void open(ClearDoubt clearDoubt, PayableStanding standing, Runnable done) {
        ActDialog dialog = new ActDialog("payment.doubt.title", "payment.doubt.what-happens", "payment.doubt.done");
        dialog.show(new Paragraph(dialog.getTranslation("payment.doubt.about", standing.payable().dossier(),
                Euros.table(standing.payable().amount(), UI.getCurrent().getLocale()), standing.payable().beneficiary(), standing.bankSaid())));
        ComboBox<Clearing> clearing = dialog.field("clearing", new ComboBox<>(dialog.getTranslation("payment.doubt.found")));
        clearing.setItems(Stream.of(Clearing.values()).filter(standing.clearings()::contains).toList());
        clearing.setItemLabelGenerator(each -> dialog.getTranslation("payment.clearing." + each));
        DateField day = dialog.field("day", new DateField(dialog.getTranslation("payment.doubt.paid-on")));
        day.setVisible(false);
        clearing.addValueChangeListener(chosen -> {
            day.setVisible(chosen.getValue() == Clearing.BETAALD);
            clearing.setHelperText(chosen.getValue() == null ? null : dialog.getTranslation("payment.clearing.means." + chosen.getValue()));
        });
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("payment.screen.reason")));
        dialog.offer("payment.doubt.confirm", () -> clearDoubt.clear(standing.payable().dossier(), clearing.getValue(), day.getValue(), reason.getValue()), done);
    }
}
