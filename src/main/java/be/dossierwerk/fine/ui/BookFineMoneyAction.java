package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.fine.Fine;
import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.RecordFinePayment;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The bookkeeper records a payment, or what was given back of what was paid too much. */
@Component
class BookFineMoneyAction implements DossierAction {

    private final Fines fines;
    private final RecordFinePayment recordFinePayment;
    private final CurrentActor currentActor;
    private final Clock clock;

    BookFineMoneyAction(Fines fines, RecordFinePayment recordFinePayment, CurrentActor currentActor, Clock clock) {
        this.fines = fines;
        this.recordFinePayment = recordFinePayment;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "fine.book.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.FINANCE) && fines.find(dossier).map(fine -> !fine.entries().isEmpty()).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        Fine fine = fines.get(dossier);
        ActDialog dialog = new ActDialog("fine.book.title", "fine.book.what-happens", "fine.book.done");
        ComboBox<Kind> kind = dialog.field("kind", new ComboBox<>(dialog.getTranslation("fine.book.kind"),
                fine.overpaid().signum() > 0 ? List.of(Kind.TERUGBETALING, Kind.BETALING) : List.of(Kind.BETALING)));
        kind.setItemLabelGenerator(item -> dialog.getTranslation("fine.entry." + item));
        kind.setValue(fine.overpaid().signum() > 0 ? Kind.TERUGBETALING : Kind.BETALING);
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(dialog.getTranslation("fine.book.amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        DateField day = dialog.field("day", new DateField(dialog.getTranslation("fine.book.day")));
        day.setValue(LocalDate.now(clock));
        TextField reference = dialog.field("reference", new TextField(dialog.getTranslation("fine.book.reference")));
        reference.setRequiredIndicatorVisible(false);
        dialog.offer("fine.book.confirm", () -> {
            if (kind.isEmpty()) {
                throw new Refused("fine.book.choose", List.of(new Refused.Field("kind", "fine.book.choose")));
            }
            String given = reference.isEmpty() ? null : reference.getValue().strip();
            if (kind.getValue() == Kind.TERUGBETALING) {
                recordFinePayment.refund(dossier, amount.getValue(), day.getValue(), given);
            } else {
                recordFinePayment.record(dossier, amount.getValue(), day.getValue(), given);
            }
        }, done);
    }
}
