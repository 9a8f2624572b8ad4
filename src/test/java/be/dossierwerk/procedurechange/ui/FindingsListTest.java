package be.dossierwerk.procedurechange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.lint.DiagramCheck;
import be.dossierwerk.shared.ui.DutchScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a manager reads of the check, and that each name leads to its place. */
class FindingsListTest {

    private static final String BESLUIT = "bpmn/bouwstenen/besluit.bpmn";

    @RegisterExtension final DutchScreen screen = new DutchScreen("procedurechange");
    private final List<DiagramFinding> chosen = new ArrayList<>();

    @Test
    void what_blocks_comes_first_and_a_name_leads_to_its_place() {
        DiagramSet product = ProductDiagrams.onClassPath();
        String text = product.text(BESLUIT).orElseThrow().replace("camunda:candidateGroups=\"dc-jurist\"", "camunda:candidateGroups=\"dc-dossierbehandelaar\"");
        DiagramSet proposed = product.with(Map.of(BESLUIT, text.getBytes(StandardCharsets.UTF_8)));
        FindingsList list = new FindingsList(true, chosen::add);
        list.show(proposed, DiagramCheck.findings(proposed, Set.of(BESLUIT)));

        List<String> texts = texts(list).toList();
        assertThat(texts.get(0)).isEqualTo("2 bevindingen houden de bekendmaking tegen, en er zijn 5 opmerkingen om over na te denken.");
        assertThat(texts).containsSubsequence("Houdt de bekendmaking tegen", "Beslissing juridisch nazien", "in Besluit", "Om over na te denken", "Beslissing opstellen");

        Button first = DutchScreen.all(list).filter(Button.class::isInstance).map(Button.class::cast).findFirst().orElseThrow();
        assertThat(first.getElement().getAttribute("aria-label")).isEqualTo("Toon Beslissing juridisch nazien in Besluit");
        first.click();
        assertThat(chosen).singleElement().matches(finding -> finding.element().equals("UserTask_JuridischNazicht") && finding.blocks());
    }

    @Test
    void nothing_found_is_said() {
        FindingsList list = new FindingsList(false, chosen::add);
        list.show(ProductDiagrams.onClassPath(), List.of());

        assertThat(texts(list)).containsExactly("Niets houdt de bekendmaking tegen.");
    }

    private static Stream<String> texts(Component from) {
        return DutchScreen.all(from).filter(component -> component.getChildren().findAny().isEmpty()).map(component -> component.getElement().getText()).filter(text -> !text.isBlank());
    }
}
