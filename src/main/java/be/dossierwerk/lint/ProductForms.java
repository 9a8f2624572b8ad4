package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.Tags;
import be.dossierwerk.engine.TaskRole;
import be.dossierwerk.engine.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a task carries out hangs on its form: a task of the product, and each task that decides, keeps a form that the product carries out (house.md 3.10). */
final class ProductForms implements LintRule {

    /** By file and task of the product: its form. */
    private static final Map<String, Map<String, String>> OWN = ofProduct();
    private static final Set<String> KNOWN = OWN.values().stream().flatMap(tasks -> tasks.values().stream()).collect(Collectors.toUnmodifiableSet());

    @Override
    public void check(DiagramSet set, Vocabulary vocabulary, Set<String> paths, Consumer<DiagramFinding> found) {
        paths.stream().filter(path -> path.endsWith(".bpmn") && set.files().containsKey(path))
                .forEach(path -> Diagram.read(path, set.files().get(path)).ifPresent(diagram -> check(diagram, new Report(path, found))));
    }

    private static void check(Diagram diagram, Report report) {
        Map<String, String> own = OWN.getOrDefault(diagram.file, Map.of());
        diagram.steps("userTask").stream().filter(task -> !KNOWN.contains(task.form)).forEach(task -> {
            if (own.containsKey(task.id)) {
                report.blocks(task.id, "form-of-product", task.called(), own.get(task.id));
            } else if (TaskRole.of(task.taskRole).filter(TaskRole::decides).isPresent()) {
                report.blocks(task.id, "form-decides", task.called());
            }
        });
    }

    private static Map<String, Map<String, String>> ofProduct() {
        Map<String, Map<String, String>> forms = new HashMap<>();
        ProductDiagrams.onClassPath().files().forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                forms.put(path, Tags.of(content, "userTask").stream().filter(task -> !task.get("formKey").isEmpty())
                        .collect(Collectors.toMap(task -> task.get("id"), task -> task.get("formKey"))));
            }
        });
        return forms;
    }
}
