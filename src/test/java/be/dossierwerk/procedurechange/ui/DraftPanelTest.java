package be.dossierwerk.procedurechange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.modeling.FileEditor;
import be.dossierwerk.procedurechange.DraftPlan;
import be.dossierwerk.procedurechange.Rollout;
import be.dossierwerk.procedurechange.SubmitChange;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DutchScreen;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** What a manager does on the page of a change is kept and can be taken back: the drawing, the table, the form, and the plan of the publication. */
@DossierwerkTest
class DraftPanelTest {

    private static final String KLACHT = "bpmn/klacht/klacht.bpmn";

    @RegisterExtension final DutchScreen screen = new DutchScreen("procedurechange", "modeling", "lint", "shared");
    @Autowired private ChangeServices services;
    @Autowired private DemoPeople people;

    @ParameterizedTest
    @CsvSource({"bpmn/klacht/klacht.bpmn, Klacht onderzoeken", "bpmn/erkenning/erkenning-voorstel.dmn, <description>",
            "forms/klacht/antwoord-nazien.form, Het antwoord"})
    void each_save_of_a_diagram_a_table_and_a_form_is_undone_and_redone(String path, String where) {
        String change = change("Heen en terug");
        String was = text(change, path);
        Long one = save("pieter", change, path, where, "een", null);
        String first = text(change, path);
        Long two = save("pieter", change, path, where, "twee", one);
        String second = text(change, path);
        assertThat(List.of(was, first, second)).doesNotHaveDuplicates();

        // Another browser on another day.
        DraftPanel panel = panel(change, path);
        assertThat(history(panel)).containsExactly(true, false);
        act(panel, "undo");
        assertThat(text(change, path)).isEqualTo(first);
        assertThat(history(panel)).containsExactly(true, true);
        act(panel, "undo");
        assertThat(text(change, path)).isEqualTo(was);
        assertThat(history(panel)).containsExactly(false, true);
        act(panel, "undo");
        assertThat(text(change, path)).isEqualTo(was);

        DraftPanel other = panel(change, path);
        act(other, "redo");
        act(other, "redo");
        assertThat(text(change, path)).isEqualTo(second);
        assertThat(services.drafts().head(change, path)).isEqualTo(two);
        assertThat(history(other)).containsExactly(true, false);
        assertThat(said(other)).anyMatch(text -> text.startsWith("Opnieuw gedaan om"));
    }

    @Test
    void undo_leaves_alone_what_a_colleague_saved_since() {
        String change = change("Ongezien");
        Long first = save("pieter", change, KLACHT, "Klacht onderzoeken", "een", null);
        DraftPanel panel = panel(change, KLACHT);
        Long unseen = save("hilde", change, KLACHT, "Klacht onderzoeken", "twee", first);

        act(panel, "undo");
        assertThat(services.drafts().head(change, KLACHT)).isEqualTo(unseen);
        assertThat(said(panel)).anyMatch(text -> text.startsWith("Een collega bewaarde intussen"));

        DraftPanel again = panel(change, KLACHT);
        act(again, "undo");
        assertThat(services.drafts().head(change, KLACHT)).isEqualTo(first);
        act(again, "undo");
        assertThat(services.drafts().head(change, KLACHT)).isNull();
    }

    @Test
    void the_plan_of_a_publication_is_kept_while_it_is_typed_and_nobody_writes_over_a_colleague() {
        String change = change("Met plan");
        save("pieter", change, KLACHT, "Klacht onderzoeken", "een", null);
        PublishPanel panel = publish("pieter", change);
        assertThat(said(panel)).noneMatch(text -> text.startsWith("Bewaard"));
        type("pieter", rollout(panel), Rollout.GEKOZEN);
        type("pieter", area(panel, "Gekozen dossiers"), "DC-KLA-2026-1");
        assertThat(said(panel)).anyMatch(text -> text.matches("Bewaard om \\d\\d:\\d\\d door Pieter Maas"));
        assertThat(services.changes().plan(change)).get().satisfies(plan -> {
            assertThat(plan.typed().chosen()).isEqualTo("DC-KLA-2026-1");
            assertThat(plan.typed().notes()).as("sentences that follow the draft").isNull();
        });
        type("pieter", area(panel, "Wat lezen"), "U hoort wie erbij was.");

        // Another tab and back, and for a colleague too.
        PublishPanel hildes = publish("hilde", change);
        assertThat(rollout(hildes).getValue()).isEqualTo(Rollout.GEKOZEN);
        assertThat(area(hildes, "Gekozen dossiers").getValue()).isEqualTo("DC-KLA-2026-1");
        assertThat(area(hildes, "Gekozen dossiers").isVisible()).isTrue();
        assertThat(area(hildes, "Wat lezen").getValue()).isEqualTo("U hoort wie erbij was.");
        assertThat(said(hildes)).anyMatch(text -> text.matches("Bewaard om \\d\\d:\\d\\d door Pieter Maas"));

        type("pieter", area(panel, "Wat lezen"), "Van Pieter.");
        type("hilde", area(hildes, "Wat lezen"), "Van Hilde.");
        assertThat(services.changes().plan(change).orElseThrow().typed().notes()).isEqualTo("Van Pieter.");
        assertThat(said(hildes)).contains("Niet bewaard").anyMatch(text -> text.startsWith("Pieter Maas bewaarde intussen een ander plan."));
        assertThat(area(hildes, "Wat lezen").getValue()).as("what she typed stays before her").isEqualTo("Van Hilde.");
        assertThat(refusal("an", change)).isEqualTo("security.role-missing");

        // Nor does a screen that was opened earlier lay an older plan before a colleague.
        as("hilde", () -> {
            assertThatThrownBy(() -> services.submit().submit(change, new SubmitChange.Plan(LocalDate.now(services.clock()).plusDays(3), Rollout.NIEUWE, Set.of(), "Van Hilde.", 0L)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("procedurechange.plan.moved"));
            return null;
        });
        as("pieter", () -> {
            services.submit().submit(change, new SubmitChange.Plan(LocalDate.now(services.clock()).plusDays(3), Rollout.NIEUWE, Set.of(), "Van Pieter."));
            return null;
        });
        assertThat(services.changes().plan(change)).as("what was laid before a colleague is the plan").isEmpty();
        assertThat(refusal("pieter", change)).isEqualTo("procedurechange.not-open.TER_BEOORDELING");
        as("pieter", () -> {
            services.withdraw().withdraw(change, "Einde van de proef.");
            return null;
        });
    }

    private String refusal(String person, String change) {
        try {
            as(person, () -> services.keepPlan().keep(change, new DraftPlan.Typed(null, null, "", null), 0));
            return "";
        } catch (Refused refused) {
            return refused.key();
        }
    }

    private String change(String title) {
        return as("pieter", () -> services.start().start(title, "Collega's vroegen erom.", KLACHT));
    }

    private DraftPanel panel(String change, String path) {
        return as("pieter", () -> new DraftPanel(services, services.changes().get(change), services.drafts().proposal(change), path, null, (number, file) -> { }));
    }

    private PublishPanel publish(String person, String change) {
        return as(person, () -> new PublishPanel(services, services.changes().get(change), services.drafts().proposal(change), () -> { }));
    }

    private void act(DraftPanel panel, String act) {
        as("pieter", () -> {
            // What the browser asks after it sent what it still had.
            ReflectionTestUtils.invokeMethod(part(panel, FileEditor.class), "act", act);
            return null;
        });
    }

    /** Whether one can undo, and whether one can redo. */
    private static List<Boolean> history(DraftPanel panel) {
        return List.of("Ongedaan maken", "Opnieuw").stream().map(name -> DutchScreen.all(panel).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getText().equals(name)).findFirst().orElseThrow().isEnabled()).toList();
    }

    private static List<String> said(Component panel) {
        return DutchScreen.all(panel).flatMap(part -> part instanceof Paragraph || part instanceof Span || part instanceof ListItem
                ? Stream.of(part.getElement().getTextRecursively()) : Stream.empty()).toList();
    }

    private static <C> C part(Component panel, Class<C> type) {
        return DutchScreen.all(panel).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Rollout> rollout(Component panel) {
        return part(panel, ComboBox.class);
    }

    private static TextArea area(Component panel, String label) {
        return DutchScreen.all(panel).filter(TextArea.class::isInstance).map(TextArea.class::cast).filter(area -> area.getLabel().startsWith(label)).findFirst().orElseThrow();
    }

    /** As the browser sends it. */
    private <C extends AbstractField<C, V>, V> void type(String person, C field, V value) {
        V before = field.getValue();
        field.setValue(value);
        as(person, () -> {
            ComponentUtil.fireEvent(field, new AbstractField.ComponentValueChangeEvent<>(field, (HasValue<?, V>) field, before, true));
            return null;
        });
    }

    private String text(String change, String path) {
        return services.drafts().proposal(change).proposed().text(path).orElseThrow();
    }

    private Long save(String person, String change, String path, String where, String word, Long base) {
        String now = services.published().current().text(path).orElseThrow();
        int at = now.indexOf(where) + where.length();
        byte[] content = (now.substring(0, at) + " " + word + " " + now.substring(at)).getBytes(StandardCharsets.UTF_8);
        return as(person, () -> services.save().save(change, path, content, base, "Naam gewijzigd")).revision();
    }

    private <T> T as(String person, Supplier<T> work) {
        return services.currentActor().as(people.actor(person), work);
    }
}
