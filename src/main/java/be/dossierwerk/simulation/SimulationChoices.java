package be.dossierwerk.simulation;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.security.Roles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be asked of a simulation: the procedures that a change touches, and the groups that work in them. */
@Component
public class SimulationChoices {

    /** {@code dossiers}: how many were begun in the history that is known. */
    public record Procedure(String key, String name, int dossiers) { }

    private final JdbcClient jdbc;

    SimulationChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The procedures in which a diagram differs, those with most dossiers first; all of them when none differs. */
    public List<Procedure> procedures(DiagramSet published, DiagramSet proposed) {
        Map<String, Flowchart> before = Flowchart.of(published);
        Map<String, Flowchart> after = Flowchart.of(proposed);
        Set<String> touched = new TreeSet<>();
        for (String path : published.differences(proposed)) {
            if (path.endsWith(".bpmn")) {
                proposed.text(path).or(() -> published.text(path)).ifPresent(text ->
                        Flowchart.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).forEach(chart -> touched.add(chart.process)));
            }
        }
        return Flowchart.roots(after).stream().filter(before::containsKey)
                .filter(root -> touched.isEmpty() || Flowchart.reachable(after, root).stream().anyMatch(touched::contains)
                        || Flowchart.reachable(before, root).stream().anyMatch(touched::contains))
                .map(root -> new Procedure(root, after.get(root).name, jdbc.sql("select count(*) from simulation_case where procedure = ?").param(root).query(Integer.class).single()))
                .sorted(Comparator.comparing((Procedure procedure) -> -procedure.dossiers()).thenComparing(Procedure::name)).toList();
    }

    /** The groups that have a task in that procedure, by the name people use. */
    public List<String> groups(DiagramSet proposed, String procedure) {
        Map<String, Flowchart> charts = Flowchart.of(proposed);
        return Flowchart.reachable(charts, procedure).stream().flatMap(process -> charts.get(process).nodes().stream()).flatMap(node -> node.groups.stream()).distinct()
                .sorted(Comparator.comparing(Roles::name)).toList();
    }
}
