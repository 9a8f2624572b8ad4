package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.fine.ChangeFineAmount;
import be.dossierwerk.fine.Fine;
import be.dossierwerk.fine.FineAmounts;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The cell changes the amount of a fine whose decision is being drafted. */
@Component
class ChangeFineAmountAction implements DossierAction {

    private final Fines fines;
    private final ChangeFineAmount changeFineAmount;
    private final CurrentActor currentActor;

    ChangeFineAmountAction(Fines fines, ChangeFineAmount changeFineAmount, CurrentActor currentActor) {
        this.fines = fines;
        this.changeFineAmount = changeFineAmount;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "fine.change.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.FINES) && changeFineAmount.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        Fine.Proposal now = fines.get(dossier).proposal();
        ActDialog dialog = new ActDialog("fine.change.title", "fine.change.what-happens", "fine.change.done");
        ComboBox<String> level = dialog.field("niveau", new ComboBox<>(dialog.getTranslation("fine.change.level"), FineAmounts.LEVELS));
        level.setItemLabelGenerator(item -> dialog.getTranslation("fine.change.level.of", item.replaceFirst("NIVEAU_", "")));
        level.setValue(now.level());
        IntegerField workers = dialog.field("werknemers", new IntegerField(dialog.getTranslation("fine.change.workers")));
        workers.setValue(now.workers());
        BigDecimalField amount = dialog.field("bedrag", new BigDecimalField(dialog.getTranslation("fine.change.amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        amount.setValue(now.amount());
        TextArea because = dialog.field("motivering", new TextArea(dialog.getTranslation("fine.section.because")));
        because.setValue(now.because());
        dialog.offer("fine.change.confirm", () -> {
            if (level.isEmpty()) {
                throw new Refused("fine.book.choose", List.of(new Refused.Field("niveau", "fine.book.choose")));
            }
            changeFineAmount.change(dossier, new Fine.Proposal(level.getValue(), workers.isEmpty() ? 0 : workers.getValue(), amount.getValue(), because.getValue().strip()));
        }, done);
    }
}
