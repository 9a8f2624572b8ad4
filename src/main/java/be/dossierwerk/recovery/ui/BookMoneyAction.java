package be.dossierwerk.recovery.ui;

import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.CallOnDeposit;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecordPayment;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryStanding;
import be.dossierwerk.recovery.RefundOverpayment;
import be.dossierwerk.recovery.SetOff;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The bookkeeper records a payment, a set-off, a call on the deposit or a refund; only what can be done now is offered. */
@Component
class BookMoneyAction implements DossierAction {

    private final Recoveries recoveries;
    private final Deposits deposits;
    private final RecordPayment recordPayment;
    private final SetOff setOff;
    private final CallOnDeposit callOnDeposit;
    private final RefundOverpayment refundOverpayment;
    private final CurrentActor currentActor;
    private final Clock clock;

    BookMoneyAction(Recoveries recoveries, Deposits deposits, RecordPayment recordPayment, SetOff setOff, CallOnDeposit callOnDeposit,
                    RefundOverpayment refundOverpayment, CurrentActor currentActor, Clock clock) {
        this.recoveries = recoveries;
        this.deposits = deposits;
        this.recordPayment = recordPayment;
        this.setOff = setOff;
        this.callOnDeposit = callOnDeposit;
        this.refundOverpayment = refundOverpayment;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "recovery.book.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.FINANCE) && recoveries.has(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        RecoveryStanding standing = recoveries.of(dossier).orElseThrow();
        List<DepositStanding> accounts = deposits.openFor(standing.enterpriseNumber());
        ActDialog dialog = new ActDialog("recovery.book.title", "recovery.book.what-happens", "recovery.book.done");
        ComboBox<Kind> kind = dialog.field("kind", new ComboBox<>(dialog.getTranslation("recovery.column.entry"), kinds(standing, !accounts.isEmpty())));
        kind.setItemLabelGenerator(item -> dialog.getTranslation("recovery.entry." + item));
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(dialog.getTranslation("recovery.book.amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        DateField day = dialog.field("day", new DateField(dialog.getTranslation("recovery.book.day")));
        day.setValue(LocalDate.now(clock));
        TextField reference = dialog.field("reason", new TextField(dialog.getTranslation("recovery.book.reference")));
        ComboBox<DepositStanding> account = dialog.field("account", new ComboBox<>(dialog.getTranslation("recovery.book.account"), accounts));
        account.setItemLabelGenerator(item -> dialog.getTranslation("recovery.book.account-item", item.dossier(),
                Euros.table(item.balance(), UI.getCurrent().getLocale())));
        accounts.stream().findFirst().ifPresent(account::setValue);
        kind.addValueChangeListener(change -> {
            boolean fromDeposit = change.getValue() == Kind.WAARBORG;
            account.setVisible(fromDeposit);
            reference.setVisible(!fromDeposit);
            day.setVisible(change.getValue() == Kind.BETALING || change.getValue() == Kind.TERUGBETALING);
        });
        kind.setValue(kinds(standing, !accounts.isEmpty()).get(0));
        dialog.offer("recovery.book.confirm", () -> {
            String given = reference.isEmpty() ? null : reference.getValue().strip();
            if (kind.isEmpty() || kind.getValue() == Kind.WAARBORG && account.isEmpty()) {
                throw new Refused("recovery.book.choose", List.of(new Refused.Field(kind.isEmpty() ? "kind" : "account", "recovery.book.choose")));
            }
            switch (kind.getValue()) {
                case VERREKENING -> setOff.setOff(dossier, amount.getValue(), given);
                case WAARBORG -> callOnDeposit.call(dossier, account.getValue().dossier(), amount.getValue());
                case TERUGBETALING -> refundOverpayment.refund(dossier, amount.getValue(), day.getValue(), given);
                default -> recordPayment.record(dossier, amount.getValue(), day.getValue(), given);
            }
        }, done);
    }

    private static List<Kind> kinds(RecoveryStanding standing, boolean hasDeposit) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.BETALING));
        if (standing.due().signum() > 0) {
            kinds.add(Kind.VERREKENING);
            if (hasDeposit) {
                kinds.add(Kind.WAARBORG);
            }
        }
        if (standing.overpaid().signum() > 0) {
            kinds.add(Kind.TERUGBETALING);
        }
        return kinds;
    }
}
