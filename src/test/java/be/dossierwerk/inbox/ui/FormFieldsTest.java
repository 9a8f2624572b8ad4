package be.dossierwerk.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.inbox.FormSchema;
import be.dossierwerk.inbox.FormSchema.Kind;
import be.dossierwerk.inbox.FormSchema.Option;
import be.dossierwerk.inbox.FormSchema.Part;
import be.dossierwerk.inbox.FormSchema.Rules;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drawn form, without a browser: what goes in comes out, and what is wrong is marked. */
class FormFieldsTest {

    private static final List<Option> YES_NO = List.of(new Option("JA", "Ja"), new Option("NEE", "Nee"));

    private final FormSchema form = new FormSchema("proef", null, List.of(
            part(Kind.TEXT, null), part(Kind.TEXTFIELD, "naam"), part(Kind.TEXTAREA, "reden"), part(Kind.NUMBER, "bedrag"),
            part(Kind.DATE, "dag"), part(Kind.CHECKBOX, "gelezen"), part(Kind.RADIO, "oordeel"), part(Kind.SELECT, "keuze"),
            part(Kind.CHECKLIST, "ontbreekt"),
            new Part(Kind.GROUP, null, "Groep", null, null, null, List.of(), rules(), null, false, null, null, null, null,
                    List.of(part(Kind.TEXTFIELD, "binnen")))));

    @Test
    void what_was_saved_is_shown_and_given_back_as_it_was() {
        Map<String, Object> values = Map.of("naam", "Poets & Co", "reden", "Omdat", "bedrag", "1250.50", "dag", "2027-03-12",
                "gelezen", true, "oordeel", "JA", "keuze", "NEE", "ontbreekt", List.of("NEE"), "binnen", "ja");

        FormFields fields = new FormFields(form, values, () -> { });

        assertThat(fields.raw()).containsExactlyInAnyOrderEntriesOf(values);
    }

    @Test
    void values_that_do_not_fit_leave_the_field_empty_instead_of_failing() {
        FormFields fields = new FormFields(form, Map.of("bedrag", "veel", "dag", "gisteren", "oordeel", "MISSCHIEN", "ontbreekt", "JA"), () -> { });

        Map<String, Object> expected = new HashMap<>(Map.of("bedrag", "", "dag", "", "ontbreekt", List.of()));
        expected.put("oordeel", null);
        assertThat(fields.raw()).containsAllEntriesOf(expected);
    }

    @Test
    void only_the_wrong_fields_are_marked() {
        FormFields fields = new FormFields(form, Map.of(), () -> { });

        fields.showErrors(List.of(new Refused.Field("dag", "inbox.field-required", "Dag"), new Refused.Field("binnen", "inbox.field-required", "Binnen")));

        assertThat(all(fields).filter(c -> c instanceof HasValidationProperties v && v.isInvalid())
                .map(c -> c.getElement().getAttribute("data-field"))).containsExactly("dag", "binnen");
        fields.showErrors(List.of());
        assertThat(all(fields).filter(c -> c instanceof HasValidationProperties v && v.isInvalid())).isEmpty();
    }

    @Test
    void a_form_that_may_only_be_read_cannot_be_typed_in() {
        FormFields fields = new FormFields(form, Map.of(), () -> { });

        fields.setReadOnly(true);

        assertThat(all(fields).filter(c -> c.getElement().hasAttribute("data-field")).map(c -> ((HasValue<?, ?>) c).isReadOnly()))
                .hasSize(9).containsOnly(true);
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(FormFieldsTest::all));
    }

    private static Part part(Kind kind, String key) {
        boolean choice = kind == Kind.RADIO || kind == Kind.SELECT || kind == Kind.CHECKLIST;
        return new Part(kind, key, key, null, "# Kop\nLees **dit**\n- punt", null, choice ? YES_NO : List.of(), rules(), null, false, null,
                null, null, null, List.of());
    }

    private static Rules rules() {
        return new Rules(false, null, null, null, null, null);
    }
}
