package be.dossierwerk.reimbursement.ui;

import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.FileClaim;
import be.dossierwerk.reimbursement.TrainerKind;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One lesson of a claim: the training, its hours, who followed it and the invoice. */
class LessonFields extends Div {

    private static final Locale BELGIAN = Locale.forLanguageTag("nl-BE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private int position;
    private final H3 heading = new H3();
    private final TextField training = new TextField();
    private final DateField date;
    private final TimePicker start = new TimePicker();
    private final TimePicker end = new TimePicker();
    private final ComboBox<TrainerKind> trainer = new ComboBox<>();
    private final BigDecimalField trainerHours = new BigDecimalField();
    private final TextArea people = new TextArea();
    private final TextField invoice = new TextField();
    private final DateField invoiceDate;
    private final BigDecimalField exclusive = new BigDecimalField();
    private final BigDecimalField vat = new BigDecimalField();
    private final BigDecimalField inclusive = new BigDecimalField();

    /** {@code remove}: takes the lesson off the page. */
    LessonFields(int position, Consumer<LessonFields> remove) {
        training.setLabel(text("training"));
        date = new DateField(text("date"));
        start.setLabel(text("start"));
        end.setLabel(text("end"));
        start.setLocale(BELGIAN);
        end.setLocale(BELGIAN);
        trainer.setLabel(text("trainer"));
        trainer.setItems(TrainerKind.values());
        trainer.setItemLabelGenerator(kind -> text(kind == TrainerKind.EIGEN ? "trainer-own" : "trainer-other"));
        amount(trainerHours, text("trainer-hours"));
        people.setLabel(text("people"));
        people.setHelperText(text("people-help"));
        people.setWidthFull();
        invoice.setLabel(text("invoice"));
        invoice.setHelperText(text("invoice-help"));
        invoiceDate = new DateField(text("invoice-date"));
        amount(exclusive, text("exclusive"));
        amount(vat, text("vat"));
        amount(inclusive, text("inclusive"));
        Div fields = new Div(training, date, start, end, trainer, trainerHours, people, invoice, invoiceDate, exclusive, vat, inclusive);
        fields.addClassName("dw-application-rows");
        Button away = new Button(text("remove-lesson"), click -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(heading, fields, away);
        getElement().setAttribute("role", "group");
        place(position);
    }

    final void place(int number) {
        position = number;
        heading.setText(text("lesson", number));
        getElement().setAttribute("aria-label", heading.getText());
    }

    void focus() {
        date.focus();
    }

    /** The same training, hours, trainer and people; its day and its invoice are its own. */
    void takeOver(LessonFields other) {
        training.setValue(other.training.getValue());
        start.setValue(other.start.getValue());
        end.setValue(other.end.getValue());
        trainer.setValue(other.trainer.getValue());
        trainerHours.setValue(other.trainerHours.getValue());
        people.setValue(other.people.getValue());
    }

    private static void amount(BigDecimalField field, String label) {
        field.setLabel(label);
        field.setLocale(BELGIAN);
        // Wide enough for its label.
        field.setWidth("18em");
        field.setMaxWidth("100%");
    }

    /** @throws Refused reimbursement.claim-wrong when a line of the participants cannot be read */
    FileClaim.Lesson lesson() {
        return new FileClaim.Lesson(training.getValue(), date.getValue(), start.getValue(), end.getValue(), trainer.getValue(), trainerHours.getValue(), participants(),
                invoice.isEmpty() ? null : new Invoice(invoice.getValue(), invoiceDate.getValue(), exclusive.getValue(), vat.getValue(), inclusive.getValue()));
    }

    private List<Participant> participants() {
        List<Participant> read = new ArrayList<>();
        for (String line : people.getValue().lines().filter(one -> !one.isBlank()).toList()) {
            String[] parts = line.split(";", -1);
            try {
                read.add(new Participant(parts[0].strip(), new BigDecimal(parts[1].strip().replace(',', '.')), LocalDate.parse(parts[2].strip(), DAY),
                        parts.length > 3 && !parts[3].isBlank() ? LocalDate.parse(parts[3].strip(), DAY) : null));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
                throw new Refused("reimbursement.claim-wrong", List.of(new Refused.Field("sessions[" + (position - 1) + "].participants", "reimbursement.screen.people-wrong",
                        line.strip())), 1);
            }
        }
        return read;
    }

    private String text(String key, Object... args) {
        return getTranslation("reimbursement.screen." + key, args);
    }
}
