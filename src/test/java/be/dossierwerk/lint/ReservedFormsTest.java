package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.ReservedForms;
import be.dossierwerk.engine.TaskRole;
import be.dossierwerk.engine.Vocabulary;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which forms only some roles may send: one list for the diagrams and for whoever sends. */
class ReservedFormsTest {

    private final Vocabulary words = Vocabulary.ofProduct();

    @Test
    void every_form_that_checks_decides_or_signs_is_for_named_roles() {
        assertThat(deciding()).contains("bouwstenen/juridisch-nazicht", "bouwstenen/beslissing-goedkeuren", "bouwstenen/ondertekenen", "klacht/antwoord-nazien",
                "opleidingsbudget/verdeling-nazien", "opleiding-terugbetaling/tweede-controle", "terugvordering/berekening-nazien", "procedurewijziging/wijziging-beoordelen",
                "beroep-raad-van-state/herneming-kiezen").allSatisfy(form -> assertThat(ReservedForms.onlyFor(form)).as(form).isNotEmpty());
    }

    @Test
    void the_list_names_forms_and_roles_of_the_product() {
        assertThat(words.forms()).containsAll(ReservedForms.all());
        assertThat(ReservedForms.all()).allSatisfy(form -> assertThat(words.groups().keySet()).as(form).containsAll(ReservedForms.onlyFor(form)));
        assertThat(tasks().map(task -> task.form)).containsAll(ReservedForms.all());
    }

    @Test
    void a_task_that_prepares_is_for_whom_the_diagram_names() {
        assertThat(ReservedForms.onlyFor("erkenning/ondernemingsplan-beoordelen")).isEmpty();
        assertThat(words.groups().keySet()).filteredOn(group -> !ReservedForms.allows("erkenning/ondernemingsplan-beoordelen", group))
                .containsExactlyInAnyOrder("dw-auditor", "dw-procedurebeheerder");
    }

    /** By what the diagram says of the task, or the form itself. */
    private static Set<String> deciding() {
        Set<String> forms = new TreeSet<>();
        tasks().filter(task -> TaskRole.ofForm(task.form).or(() -> TaskRole.of(task.taskRole)).filter(TaskRole::decides).isPresent()).forEach(task -> forms.add(task.form));
        return forms;
    }

    private static Stream<Diagram.Step> tasks() {
        return ProductDiagrams.onClassPath().files().entrySet().stream().filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> Diagram.read(file.getKey(), file.getValue()).stream()).flatMap(diagram -> diagram.steps("userTask").stream());
    }
}
