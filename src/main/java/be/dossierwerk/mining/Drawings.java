package be.dossierwerk.mining;

import be.dossierwerk.engine.DrawnProcess;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.engine.TaskGroups;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diagrams of published sets, by process. */
@Component
class Drawings {

    record Drawn(String xml, DrawnProcess process) { }

    private final PublishedDiagrams published;
    private final Optional<TaskGroups> groups;
    private final JdbcClient jdbc;
    // A deployment never changes.
    private final Map<String, Map<String, Drawn>> read = new ConcurrentHashMap<>();

    Drawings(PublishedDiagrams published, Optional<TaskGroups> groups, JdbcClient jdbc) {
        this.published = published;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    /** Every process of that set by its id; empty for a deployment that holds none. */
    Map<String, Drawn> of(String deployment) {
        return read.computeIfAbsent(deployment, id -> {
            Map<String, Drawn> drawn = new LinkedHashMap<>();
            published.of(id).files().forEach((path, content) -> {
                if (path.endsWith(".bpmn")) {
                    String xml = new String(content, StandardCharsets.UTF_8);
                    DrawnProcess.read(content).forEach(process -> drawn.put(process.process(), new Drawn(xml, process)));
                }
            });
            return drawn;
        });
    }

    String newest() {
        return published.newest().orElseThrow();
    }

    /** The sets in which dossiers of the procedure took steps, newest first. */
    List<PublishedDiagrams.Published> walked(String procedure) {
        // From one deployment to the next by its index, instead of every step.
        List<PublishedDiagrams.Published> walked = new ArrayList<>();
        for (PublishedDiagrams.Published set : published.all()) {
            if (jdbc.sql("select exists (select from step where procedure = ? and deployment = ?)").params(procedure, set.deployment()).query(Boolean.class).single()) {
                walked.add(set);
            }
        }
        return walked;
    }

    /** The user tasks, as process#element, that the role may take in this procedure in any version that was walked. */
    SortedSet<String> tasksOf(String procedure, String role) {
        return tasks(procedure).getOrDefault(role, new TreeSet<>());
    }

    /** By role. */
    Map<String, SortedSet<String>> tasks(String procedure) {
        Map<String, SortedSet<String>> tasks = new LinkedHashMap<>();
        for (PublishedDiagrams.Published set : walked(procedure)) {
            Map<String, Drawn> drawn = of(set.deployment());
            for (String process : called(procedure, drawn)) {
                drawn.get(process).process().steps().values().forEach(step -> step.groups().forEach(group ->
                        tasks.computeIfAbsent(groups.map(each -> each.of(() -> procedure, group)).orElse(group), role -> new TreeSet<>()).add(process + "#" + step.id())));
            }
        }
        return tasks;
    }

    /** The procedure and the building blocks that it calls, in reading order. */
    static List<String> called(String procedure, Map<String, Drawn> drawn) {
        List<String> order = new ArrayList<>();
        follow(procedure, drawn, order);
        return order;
    }

    private static void follow(String process, Map<String, Drawn> drawn, List<String> order) {
        if (drawn.containsKey(process) && !order.contains(process)) {
            order.add(process);
            drawn.get(process).process().steps().values().stream().map(DrawnProcess.Step::calls).filter(call -> call != null).forEach(call -> follow(call, drawn, order));
        }
    }
}
