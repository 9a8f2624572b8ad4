package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.trainingbudget.BudgetMovement;
import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.trainingbudget.CounterBudgetMovement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bookkeeper chooses a movement on a training budget that was wrong and says why it is undone. */
@Component
class CounterBudgetAction implements DossierAction {

    private record Choice(BudgetStanding standing, BudgetMovement movement) { }

    private final Budgets budgets;
    private final CounterBudgetMovement counterBudgetMovement;
    private final CurrentActor currentActor;

    CounterBudgetAction(Budgets budgets, CounterBudgetMovement counterBudgetMovement, CurrentActor currentActor) {
        this.budgets = budgets;
        this.counterBudgetMovement = counterBudgetMovement;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "trainingbudget.counter.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.FINANCE) && budgets.concerns(dossier) && !choices(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("trainingbudget.counter.title", "trainingbudget.counter.what-happens", "trainingbudget.counter.done");
        ComboBox<Choice> movement = dialog.field("movement", new ComboBox<>(dialog.getTranslation("trainingbudget.column.movement"), choices(dossier)));
        movement.setItemLabelGenerator(choice -> dialog.getTranslation("trainingbudget.counter.movement", String.valueOf(choice.standing().year()),
                dialog.getTranslation("trainingbudget.movement." + choice.movement().kind()), Euros.table(choice.movement().amount(), UI.getCurrent().getLocale()),
                choice.movement().authority()));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("trainingbudget.counter.reason")));
        dialog.offer("trainingbudget.counter.confirm", () -> {
            if (movement.isEmpty()) {
                throw new Refused("trainingbudget.counter.choose", List.of(new Refused.Field("movement", "trainingbudget.counter.choose")));
            }
            Choice choice = movement.getValue();
            counterBudgetMovement.counter(choice.standing().enterpriseNumber(), choice.standing().year(), choice.movement().id(), reason.getValue());
        }, done);
    }

    /** What still counts. Not from the dossier of a year: there stand the grants of thousands. */
    private List<Choice> choices(String dossier) {
        return budgets.concerning(dossier).stream().flatMap(standing -> standing.movements().stream()
                .filter(movement -> movement.kind() != Kind.TEGENGEBOEKT && !standing.isCountered(movement)).map(movement -> new Choice(standing, movement))).toList();
    }
}
