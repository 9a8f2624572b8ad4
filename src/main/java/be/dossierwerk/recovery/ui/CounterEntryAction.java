package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.CounterEntry;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecoveryEntry;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
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

/** The bookkeeper or lawyer chooses an entry that was wrong, or the decision that was annulled, and says why it is undone. */
@Component
class CounterEntryAction implements DossierAction {

    private final Recoveries recoveries;
    private final CounterEntry counterEntry;
    private final CurrentActor currentActor;

    CounterEntryAction(Recoveries recoveries, CounterEntry counterEntry, CurrentActor currentActor) {
        this.recoveries = recoveries;
        this.counterEntry = counterEntry;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "recovery.counter.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINANCE) || actor.has(Roles.LAWYER)) && !entries(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("recovery.counter.title", "recovery.counter.what-happens", "recovery.counter.done");
        ComboBox<RecoveryEntry> entry = dialog.field("entry", new ComboBox<>(dialog.getTranslation("recovery.column.entry"), entries(dossier)));
        entry.setItemLabelGenerator(item -> dialog.getTranslation("recovery.counter.entry", dialog.getTranslation("recovery.entry." + item.kind()),
                Dates.table(item.valuedOn()), Euros.table(item.amount(), UI.getCurrent().getLocale())));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("recovery.counter.reason")));
        dialog.offer("recovery.counter.confirm", () -> {
            if (entry.isEmpty()) {
                throw new Refused("recovery.counter.choose", List.of(new Refused.Field("entry", "recovery.counter.choose")));
            }
            counterEntry.counter(dossier, entry.getValue().id(), reason.getValue());
        }, done);
    }

    /** What can be undone: what still counts. */
    private List<RecoveryEntry> entries(String dossier) {
        return recoveries.of(dossier).map(standing -> standing.entries().stream()
                .filter(entry -> entry.kind() != Kind.TEGENGEBOEKT && !standing.isCountered(entry)).toList()).orElse(List.of());
    }
}
