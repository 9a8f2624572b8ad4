package be.dossierwerk.deposit.ui;

import be.dossierwerk.deposit.CounterMovement;
import be.dossierwerk.deposit.DepositMovement;
import be.dossierwerk.deposit.DepositMovement.Kind;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.DossierAction;
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

/** The bookkeeper or lawyer chooses a movement that was wrong and says why it is undone. */
@Component
class CounterMovementAction implements DossierAction {

    private final Deposits deposits;
    private final CounterMovement counterMovement;
    private final CurrentActor currentActor;

    CounterMovementAction(Deposits deposits, CounterMovement counterMovement, CurrentActor currentActor) {
        this.deposits = deposits;
        this.counterMovement = counterMovement;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "deposit.counter.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINANCE) || actor.has(Roles.LAWYER)) && !movements(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("deposit.counter.title", "deposit.counter.what-happens", "deposit.counter.done");
        ComboBox<DepositMovement> movement = dialog.field("movement", new ComboBox<>(dialog.getTranslation("deposit.column.movement"), movements(dossier)));
        movement.setItemLabelGenerator(item -> dialog.getTranslation("deposit.counter.movement", dialog.getTranslation("deposit.movement." + item.kind()),
                Dates.table(item.valuedOn()), Euros.table(item.amount(), UI.getCurrent().getLocale())));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("deposit.counter.reason")));
        dialog.offer("deposit.counter.confirm", () -> {
            if (movement.isEmpty()) {
                throw new Refused("deposit.counter.choose", List.of(new Refused.Field("movement", "deposit.counter.choose")));
            }
            counterMovement.counter(dossier, movement.getValue().id(), dossier, reason.getValue());
        }, done);
    }

    /** What can be undone here: what still counts and does not stand in another ledger too. */
    private List<DepositMovement> movements(String dossier) {
        return deposits.of(dossier).map(account -> account.movements().stream().filter(movement -> movement.kind() != Kind.TEGENGEBOEKT
                && !movement.linked() && !account.isCountered(movement)).toList()).orElse(List.of());
    }
}
