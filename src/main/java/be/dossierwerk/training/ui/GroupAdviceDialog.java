package be.dossierwerk.training.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.training.RecordGroupAdvice;
import be.dossierwerk.training.ShowTrainingFile;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The advice about one item of the agenda: once for all its trainings, and another for those that are excepted. */
class GroupAdviceDialog extends Dialog {

    private static final List<String> ADVICE = List.of("GUNSTIG", "VOORWAARDELIJK", "ONGUNSTIG", "UITGESTELD");

    private final DateField givenOn;
    private final IntegerField present = new IntegerField();
    private final ComboBox<Boolean> quorum = new ComboBox<>();
    private final ComboBox<String> advice = new ComboBox<>();
    private final TextArea reasons = new TextArea();
    private final TextArea minority = new TextArea();
    private final List<Excepted> exceptions = new ArrayList<>();
    private final Div rows = new Div();
    private final Div problem = new Div();

    /** One training of which the committee says something else. */
    private final class Excepted extends Div {

        private final ComboBox<ShowTrainingFile.Line> training = new ComboBox<>();
        private final ComboBox<String> other = new ComboBox<>();
        private final TextArea why = new TextArea();

        Excepted(List<ShowTrainingFile.Line> waiting, int position) {
            addClassName("dw-application-row");
            getElement().setAttribute("role", "group").setAttribute("aria-label", text("exception", position));
            training.setLabel(text("exception.training", position));
            training.setItems(waiting);
            training.setItemLabelGenerator(line -> line.training().title() + " · " + line.training().dossier());
            choices(other, text("exception.advice", position));
            why.setLabel(text("exception.reasons", position));
            List.of(training, other, why).forEach(NewTrainingsView::required);
            training.setWidthFull();
            other.setWidthFull();
            why.setWidthFull();
            Button remove = new Button(text("exception.remove"), click -> {
                exceptions.remove(this);
                rows.remove(this);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(text("exception.remove-one", position));
            add(training, other, why, remove);
        }
    }

    GroupAdviceDialog(String file, LocalDate session, List<ShowTrainingFile.Line> waiting, LocalDate today, RecordGroupAdvice recordGroupAdvice, Runnable done) {
        setHeaderTitle(text("title", waiting.size()));
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        givenOn = new DateField(text("given-on"));
        givenOn.setValue(session.isAfter(today) ? null : session);
        present.setLabel(text("present"));
        quorum.setLabel(text("quorum"));
        quorum.setItems(true, false);
        quorum.setItemLabelGenerator(yes -> text("quorum." + yes));
        choices(advice, text("advice"));
        reasons.setLabel(text("reasons"));
        minority.setLabel(text("minority"));
        List.of(givenOn, present, quorum, advice, reasons).forEach(NewTrainingsView::required);
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        Button another = new Button(text("add-exception"), click -> {
            Excepted exception = new Excepted(waiting, exceptions.size() + 1);
            exceptions.add(exception);
            rows.add(exception);
            exception.training.focus();
        });
        Div form = new Div(givenOn, present, quorum, advice, reasons, minority, new H3(text("exceptions")), new Paragraph(text("exceptions.help")), rows, another, problem);
        form.addClassName("dw-application-rows");
        rows.addClassName("dw-application-rows");
        add(new Paragraph(text("what", waiting.size(), Dates.prose(session))), form);
        Button record = new Button(text("record"));
        record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        record.setDisableOnClick(true);
        record.addClickListener(click -> {
            try {
                int advised = recordGroupAdvice.record(file, new RecordGroupAdvice.Common(session, givenOn.getValue(), present.getValue(), quorum.getValue(), advice.getValue(),
                        reasons.getValue(), minority.getValue().isBlank() ? null : minority.getValue()), exceptions.stream().map(each -> new RecordGroupAdvice.Excepted(
                        each.training.isEmpty() ? null : each.training.getValue().training().dossier(), each.other.getValue(), each.why.getValue())).toList());
                close();
                Answers.good(text("done", advised));
                done.run();
            } catch (Refused refused) {
                show(refused);
            } finally {
                record.setEnabled(true);
            }
        });
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), record);
    }

    private void show(Refused refused) {
        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("gegevenOp", givenOn);
        fields.put("aanwezig", present);
        fields.put("quorumBereikt", quorum);
        fields.put("strekking", advice);
        fields.put("motivering", reasons);
        problem.setText(refused.fields().stream().filter(field -> field.name().equals("exceptions")).findFirst()
                .map(field -> getTranslation("training.group.exception")).orElse(""));
        Answers.refused(this, refused, fields);
    }

    private void choices(ComboBox<String> field, String label) {
        field.setLabel(label);
        field.setItems(ADVICE);
        field.setItemLabelGenerator(code -> text("advice." + code));
    }

    private String text(String key, Object... args) {
        return getTranslation("training.advice." + key, args);
    }
}
