package be.dossierwerk.deposit.ui;

import be.dossierwerk.deposit.DepositState;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.deposit.ReplenishDeposit;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The bookkeeper records that a deposit that was called on is filled up again. */
@Component
class ReplenishDepositAction implements DossierAction {

    private static final Set<DepositState> SHORT = Set.of(DepositState.AANGESPROKEN, DepositState.UITGEPUT);

    private final Deposits deposits;
    private final ReplenishDeposit replenishDeposit;
    private final CurrentActor currentActor;
    private final Clock clock;

    ReplenishDepositAction(Deposits deposits, ReplenishDeposit replenishDeposit, CurrentActor currentActor, Clock clock) {
        this.deposits = deposits;
        this.replenishDeposit = replenishDeposit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "deposit.replenish.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.FINANCE) && deposits.of(dossier).map(account -> SHORT.contains(account.state())).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("deposit.replenish.title", "deposit.replenish.what-happens", "deposit.replenish.done");
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(dialog.getTranslation("deposit.replenish.amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        DateField paidOn = dialog.field("paidOn", new DateField(dialog.getTranslation("deposit.replenish.paid-on")));
        paidOn.setValue(LocalDate.now(clock));
        TextField reference = dialog.field("reference", new TextField(dialog.getTranslation("deposit.replenish.reference")));
        reference.setRequiredIndicatorVisible(false);
        dialog.offer("deposit.replenish.confirm", () -> replenishDeposit.replenish(dossier, amount.getValue(), paidOn.getValue(),
                reference.isEmpty() ? null : reference.getValue().strip()), done);
    }
}
