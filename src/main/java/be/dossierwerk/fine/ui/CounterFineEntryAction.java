package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.fine.CounterFineEntry;
import be.dossierwerk.fine.FineEntry;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bookkeeper chooses the payment that was wrong and says why it is undone. */
@Component
class CounterFineEntryAction implements DossierAction {

    private final CounterFineEntry counterFineEntry;
    private final CurrentActor currentActor;

    CounterFineEntryAction(CounterFineEntry counterFineEntry, CurrentActor currentActor) {
        this.counterFineEntry = counterFineEntry;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "fine.counter.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.FINANCE) && !counterFineEntry.possible(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("fine.counter.title", "fine.counter.what-happens", "fine.counter.done");
        ComboBox<FineEntry> entry = dialog.field("entry", new ComboBox<>(dialog.getTranslation("fine.book.kind"), counterFineEntry.possible(dossier)));
        entry.setItemLabelGenerator(item -> dialog.getTranslation("fine.counter.entry", dialog.getTranslation("fine.entry." + item.kind()),
                Dates.table(item.valuedOn()), Euros.table(item.amount(), UI.getCurrent().getLocale())));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("fine.counter.why")));
        dialog.offer("fine.counter.confirm", () -> {
            if (entry.isEmpty()) {
                throw new Refused("fine.book.choose", List.of(new Refused.Field("entry", "fine.book.choose")));
            }
            counterFineEntry.counter(dossier, entry.getValue().id(), reason.getValue());
        }, done);
    }
}
