package be.dossierwerk.diagrams;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which ends and boundary events of a diagram no journey reached yet, by the engine's history. */
public final class ReachedEvents {

    private ReachedEvents() { }

    /** Ids of end and boundary events of process {@code key} (its file is found under bpmn/) that no process instance entered; sorted. */
    public static Set<String> missing(JdbcClient jdbc, String key) {
        Set<String> missing = events(key);
        missing.removeAll(jdbc.sql("select distinct act_id_ from act_hi_actinst where proc_def_key_ = ?").param(key).query(String.class).list());
        return missing;
    }

    /** As {@link #missing(JdbcClient, String)}, reached by these dossiers alone: what another test class did does not count. */
    public static Set<String> missing(JdbcClient jdbc, String key, Collection<String> dossiers) {
        Set<String> missing = events(key);
        missing.removeAll(jdbc.sql("""
                select distinct a.act_id_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                join act_hi_procinst root on root.id_ = p.root_proc_inst_id_
                where a.proc_def_key_ = :key and root.business_key_ in (:dossiers)""").param("key", key).param("dossiers", dossiers).query(String.class).list());
        return missing;
    }

    /** Every end and boundary event of the diagram, those of subprocesses too; sorted. */
    public static Set<String> events(String key) {
        BpmnModelInstance diagram = diagrams().stream().filter(each -> each.getModelElementsByType(Process.class).stream().anyMatch(process -> process.getId().equals(key)))
                .findFirst().orElseThrow(() -> new AssertionError("No diagram of process " + key + " under bpmn/"));
        Set<String> events = new TreeSet<>();
        Stream.of(EndEvent.class, BoundaryEvent.class).flatMap(type -> diagram.getModelElementsByType(type).stream())
                .map(FlowElement::getId).filter(Objects::nonNull).forEach(events::add);
        return events;
    }

    private static List<BpmnModelInstance> diagrams() {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(ReachedEvents::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModelInstance read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Bpmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
