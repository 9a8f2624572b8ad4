package be.dossierwerk.sampling.ui;

import be.dossierwerk.dossier.Words;
import be.dossierwerk.sampling.Criteria;
import be.dossierwerk.sampling.DrawSample;
import be.dossierwerk.sampling.Population;
import be.dossierwerk.sampling.Population.Method;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** Which dossiers may be drawn, how, and how many; the count below follows what is chosen. */
@Route("steekproef-trekken")
@RolesAllowed(Roles.AUDITOR)
@StyleSheet("context://sampling.css")
class DrawView extends Div implements HasDynamicTitle {

    private static final int USUAL_SIZE = 25;

    private final transient Population population;
    private final ComboBox<String> procedure = new ComboBox<>();
    private final ComboBox<Criteria.Moment> moment = new ComboBox<>();
    private final DatePicker from;
    private final DatePicker to;
    private final ComboBox<String> outcome = new ComboBox<>();
    private final BigDecimalField amountFrom = new BigDecimalField();
    private final BigDecimalField amountTo = new BigDecimalField();
    private final ComboBox<Boolean> paused = new ComboBox<>();
    private final ComboBox<Boolean> late = new ComboBox<>();
    private final RadioButtonGroup<Method> method = new RadioButtonGroup<>();
    private final IntegerField size = new IntegerField();
    private final TextField seed = new TextField();
    private final Paragraph found = new Paragraph();
    private final Div weights = new Div();

    DrawView(Samplings samplings, Population population, DrawSample drawSample) {
        this.population = population;
        this.from = new DateField(text("from"));
        this.to = new DateField(text("to"));
        addClassName("dw-sampling");
        choice(procedure, "procedure", samplings.samples().procedures(), code -> Words.of(this, "dossier.procedure.", code));
        choice(outcome, "outcome", samplings.samples().outcomes(), code -> Words.of(this, "dossier.outcome.", code));
        choice(paused, "pause", List.of(true, false), yes -> text(yes ? "paused" : "not-paused"));
        choice(late, "term", List.of(true, false), yes -> text(yes ? "late" : "not-late"));
        moment.setLabel(text("which-day"));
        moment.setItems(Criteria.Moment.values());
        moment.setItemLabelGenerator(each -> text("moment." + each));
        moment.setValue(Criteria.Moment.ONTVANGEN);
        amountFrom.setLabel(text("amount-from"));
        amountTo.setLabel(text("amount-to"));
        method.setLabel(text("method"));
        method.setItems(Method.values());
        method.setItemLabelGenerator(each -> text("method." + each));
        method.setValue(Method.WILLEKEURIG);
        method.addValueChangeListener(chosen -> weights.setVisible(chosen.getValue() == Method.RISICO));
        size.setLabel(text("size"));
        size.setValue(USUAL_SIZE);
        size.setStepButtonsVisible(true);
        seed.setLabel(text("seed"));
        seed.setHelperText(text("seed-help"));
        seed.setMaxLength(60);
        for (HasValue<?, ?> each : List.of(procedure, moment, from, to, outcome, amountFrom, amountTo, paused, late)) {
            each.addValueChangeListener(change -> count());
        }
        found.getElement().setAttribute("role", "status");
        weights.setVisible(false);
        weights.add(weights());
        Map<String, HasValidation> fields = Map.of("size", size, "seed", seed, "to", to, "amountTo", amountTo);
        fields.values().forEach(field -> field.setManualValidation(true));
        Button draw = new Button(text("draw"), click -> {
            try {
                String number = drawSample.draw(criteria(), method.getValue(), size.getValue() == null ? 0 : size.getValue(), seed.getValue());
                getUI().ifPresent(ui -> ui.navigate("steekproef/" + number));
            } catch (Refused refused) {
                Answers.refused(this, refused, fields);
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        draw.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        draw.setDisableOnClick(true);
        add(new H1(getPageTitle()), new H2(text("which")), fields(procedure, moment, from, to), more(), found, new H2(text("how")), fields(method), weights, fields(size, seed),
                SampleTexts.note(text("what-happens")), draw);
        count();
    }

    @Override
    public String getPageTitle() {
        return text("draw-title");
    }

    private <T> void choice(ComboBox<T> box, String label, List<T> items, com.vaadin.flow.component.ItemLabelGenerator<T> words) {
        box.setLabel(text(label));
        box.setItems(items);
        box.setItemLabelGenerator(words);
        box.setPlaceholder(text("all"));
        box.setClearButtonVisible(true);
    }

    private Component more() {
        Details more = new Details(text("more"), fields(outcome, amountFrom, amountTo, paused, late));
        more.setWidthFull();
        return more;
    }

    private Component weights() {
        CardTable table = new CardTable(text("weights"), List.of(text("column.weight"), text("column.lots"), text("column.why")));
        population.weights().forEach(weight -> table.row(getTranslation("sampling.weight." + weight.code(), weight.threshold() == null ? "" : weight.code().equals("BEDRAG")
                ? Euros.table(weight.threshold(), getLocale()) : weight.threshold().stripTrailingZeros().toPlainString()), text("lots", weight.lots()), weight.reason()));
        return new Div(SampleTexts.note(text("weights-what")), table);
    }

    private static Div fields(Component... parts) {
        Div fields = new Div(parts);
        fields.addClassName("dw-sampling-fields");
        return fields;
    }

    private Criteria criteria() {
        return new Criteria(procedure.getValue(), moment.getValue() == null ? Criteria.Moment.ONTVANGEN : moment.getValue(), from.getValue(), to.getValue(), outcome.getValue(),
                amountFrom.getValue(), amountTo.getValue(), paused.getValue(), late.getValue());
    }

    private void count() {
        found.setText(text("found", population.count(criteria())));
    }

    private String text(String key, Object... args) {
        return SampleTexts.of(this, key, args);
    }
}
