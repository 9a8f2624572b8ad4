package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PlainXml;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** What people call the place of a finding: the name of the diagram, table or form, and of the step, line, rule or field in it. Empty where nothing has a name. */
public final class FindingPlaces {

    private static final String TABLE = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private final DiagramSet set;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    public FindingPlaces(DiagramSet set) {
        this.set = set;
    }

    /** Of the file; its own name without folder and ending when it has no better one. */
    public String file(String path) {
        String plain = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[a-z]+$", "").replace('-', ' ');
        return names(path).getOrDefault("", plain.isEmpty() ? path : Character.toUpperCase(plain.charAt(0)) + plain.substring(1));
    }

    public Optional<String> element(DiagramFinding finding) {
        return finding.element().isEmpty() ? Optional.empty() : Optional.ofNullable(names(finding.file()).get(finding.element()));
    }

    /** By the id of the element; the empty id stands for the file. */
    private Map<String, String> names(String path) {
        return names.computeIfAbsent(path, file -> {
            byte[] content = set.files().get(file);
            return content == null ? Map.of() : file.endsWith(".form") ? fields(content) : file.endsWith(".dmn") ? rules(content) : steps(file, content);
        });
    }

    private static Map<String, String> steps(String file, byte[] content) {
        Map<String, String> names = new HashMap<>();
        Diagram.read(file, content).ifPresent(diagram -> {
            names.put("", diagram.name);
            diagram.steps().forEach(step -> names.put(step.id, step.called()));
            diagram.flows.forEach(flow -> names.put(flow.id(), flow.name().isEmpty() ? flow.from().called() + " \u2192 " + flow.to().called()
                    : flow.from().called() + " " + flow.name()));
            names.values().removeIf(String::isBlank);
        });
        return names;
    }

    private static Map<String, String> rules(byte[] content) {
        Map<String, String> names = new HashMap<>();
        List<Element> all = Diagram.parse(content).map(PlainXml::elements).orElse(List.of());
        for (Element element : all) {
            String id = element.getAttribute("id");
            switch (String.valueOf(element.getLocalName())) {
                case "decision" -> {
                    names.put("", element.getAttribute("name"));
                    names.put(id, element.getAttribute("name"));
                }
                case "input", "output" -> names.put(id, element.getAttribute("label").isBlank() ? element.getAttribute("name") : element.getAttribute("label"));
                case "decisionTable" -> {
                    int row = 0;
                    for (Element rule : Diagram.children(element, TABLE, "rule")) {
                        names.put(rule.getAttribute("id"), "Regel " + ++row);
                    }
                }
                default -> { }
            }
        }
        names.values().removeIf(String::isBlank);
        return names;
    }

    private static Map<String, String> fields(byte[] content) {
        Map<String, String> names = new HashMap<>();
        try {
            for (JsonNode field : FormRules.fields(FormJson.read(content))) {
                names.put(field.path("key").asText(), FormRules.label(field));
            }
        } catch (IOException e) {
            return Map.of();
        }
        names.values().removeIf(String::isBlank);
        return names;
    }
}
