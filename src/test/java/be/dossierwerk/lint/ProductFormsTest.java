package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductFormsTest {

    private static final String BESLUIT = "bpmn/bouwstenen/besluit.bpmn";
    private static final String SIGN = "formKey=\"bouwstenen/ondertekenen\"";

    private final DiagramSet product = ProductDiagrams.onClassPath();

    @Test
    void a_step_of_the_product_does_not_get_a_form_that_carries_out_nothing() {
        assertThat(findings(SIGN, "formKey=\"bouwstenen/mijn-eigen-form\"")).singleElement().satisfies(finding -> {
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.rule()).isEqualTo("form-of-product");
            assertThat(finding.args()).contains("bouwstenen/ondertekenen");
        });
        assertThat(findings(SIGN, "formKey=\"bouwstenen/beslissing-goedkeuren\"")).isEmpty();
        assertThat(findings("", "")).isEmpty();
    }

    @Test
    void a_new_task_decides_only_with_a_form_of_the_product() {
        assertThat(findings("<bpmn:endEvent ", task("BESLISSEN", "proef/eigen"))).extracting(DiagramFinding::rule).containsExactly("form-decides");
        assertThat(findings("<bpmn:endEvent ", task("NAZIEN", "proef/eigen"))).extracting(DiagramFinding::rule).containsExactly("form-decides");
        assertThat(findings("<bpmn:endEvent ", task("ONDERTEKENEN", "proef/eigen"))).extracting(DiagramFinding::rule).containsExactly("form-decides");
        assertThat(findings("<bpmn:endEvent ", task("VOORBEREIDEN", "proef/eigen"))).isEmpty();
        assertThat(findings("<bpmn:endEvent ", task("NAZIEN", "klacht/antwoord-nazien"))).isEmpty();
    }

    private static String task(String role, String form) {
        return """
                <bpmn:userTask id="UserTask_Extra" name="Extra" camunda:formKey="%s"><bpmn:extensionElements><camunda:properties>
                <camunda:property name="taakrol" value="%s" /></camunda:properties></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent\s""".formatted(form, role);
    }

    private List<DiagramFinding> findings(String was, String becomes) {
        String text = product.text(BESLUIT).orElseThrow();
        assertThat(text).contains(was);
        int at = text.indexOf(was);
        String edited = text.substring(0, at) + becomes + text.substring(at + was.length());
        List<DiagramFinding> found = new ArrayList<>();
        new ProductForms().check(product.with(Map.of(BESLUIT, edited.getBytes(StandardCharsets.UTF_8))), Vocabulary.ofProduct(), Set.of(BESLUIT), found::add);
        return found;
    }
}
