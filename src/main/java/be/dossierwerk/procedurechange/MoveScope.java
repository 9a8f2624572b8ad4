package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DrawnProcess;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.engine.RunningVersions;
import be.dossierwerk.engine.RunningVersions.On;
import be.dossierwerk.engine.RunningVersions.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which running dossiers a change concerns: those whose procedure, one of its building blocks or one of its forms is another after it. A dossier that
 * began with an older version of that procedure stays there, for what changed in between was not for it.
 */
@Component
class MoveScope {

    /** Numbers of dossiers; {@code older} began with an older version. */
    record Concerned(SortedSet<String> following, SortedSet<String> older) { }

    private final RunningVersions versions;
    private final PublishedDiagrams published;

    MoveScope(RunningVersions versions, PublishedDiagrams published) {
        this.versions = versions;
        this.published = published;
    }

    /** @param deployment the one that is proposed when it exists already, else null */
    Concerned of(DiagramSet holds, DiagramSet proposed, String deployment) {
        Map<String, Set<String>> filesNow = files(holds);
        Map<String, Set<String>> filesThen = files(proposed);
        List<Version> running = versions.all().stream().filter(version -> !version.deployment().equals(deployment))
                .filter(version -> filesNow.containsKey(version.process()) || filesThen.containsKey(version.process()))
                .filter(version -> differ(version.process(), holds, filesNow, proposed, filesThen)).toList();
        Map<String, Boolean> older = new HashMap<>();
        Map<String, Map<String, Set<String>>> filesOf = new HashMap<>();
        for (Version version : running) {
            DiagramSet own = published.of(version.deployment());
            Map<String, Set<String>> filesOwn = filesOf.computeIfAbsent(version.deployment(), id -> files(own));
            if (!differ(version.process(), proposed, filesThen, own, filesOwn)) {
                // It has what is proposed already: a change was taken back before this dossier followed it.
                continue;
            }
            older.put(version.definition(), differ(version.process(), holds, filesNow, own, filesOwn));
        }
        SortedSet<String> following = new TreeSet<>();
        SortedSet<String> behind = new TreeSet<>();
        for (On on : versions.on(older.keySet())) {
            (older.get(on.definition()) ? behind : following).add(on.dossier());
        }
        // All that runs of a dossier goes together or stays together.
        following.removeAll(behind);
        return new Concerned(following, behind);
    }

    /** The steps that are there in one of the two sets only, or that say something else. */
    static Map<String, Map<String, Changed>> changedSteps(DiagramSet holds, DiagramSet proposed) {
        Map<String, DrawnProcess> now = processes(holds, holds.differences(proposed));
        Map<String, DrawnProcess> then = processes(proposed, holds.differences(proposed));
        Map<String, Map<String, Changed>> changed = new TreeMap<>();
        Set<String> all = new TreeSet<>(now.keySet());
        all.addAll(then.keySet());
        for (String process : all) {
            Map<String, DrawnProcess.Step> was = now.containsKey(process) ? now.get(process).steps() : Map.of();
            Map<String, DrawnProcess.Step> is = then.containsKey(process) ? then.get(process).steps() : Map.of();
            String name = (then.containsKey(process) ? then : now).get(process).name();
            Map<String, Changed> steps = new TreeMap<>();
            was.forEach((id, step) -> {
                if (!is.containsKey(id)) {
                    steps.put(id, new Changed(name, step.name(), "WEG"));
                } else if (!is.get(id).equals(step)) {
                    steps.put(id, new Changed(name, is.get(id).name(), "ANDERS"));
                }
            });
            is.forEach((id, step) -> {
                if (!was.containsKey(id)) {
                    steps.put(id, new Changed(name, step.name(), "NIEUW"));
                }
            });
            changed.put(process, steps);
        }
        return changed;
    }

    /** {@code how}: NIEUW, ANDERS or WEG. */
    record Changed(String processName, String name, String how) { }

    private static Map<String, DrawnProcess> processes(DiagramSet set, Collection<String> paths) {
        return paths.stream().filter(path -> path.endsWith(".bpmn") && set.files().containsKey(path))
                .flatMap(path -> DrawnProcess.read(set.files().get(path)).stream()).collect(Collectors.toMap(DrawnProcess::process, process -> process, (one, other) -> one));
    }

    /** By process, the files that it and its building blocks are made of; decision tables are asked by name, so they are of no dossier. */
    private static Map<String, Set<String>> files(DiagramSet set) {
        Map<String, String> fileOf = new HashMap<>();
        Map<String, DrawnProcess> processes = new HashMap<>();
        set.paths().stream().filter(path -> path.endsWith(".bpmn")).forEach(path -> DrawnProcess.read(set.files().get(path)).forEach(process -> {
            fileOf.put(process.process(), path);
            processes.put(process.process(), process);
        }));
        Map<String, Set<String>> files = new HashMap<>();
        for (String process : processes.keySet()) {
            Set<String> reached = new HashSet<>();
            reach(process, processes, reached);
            Set<String> paths = new TreeSet<>();
            for (String each : reached) {
                paths.add(fileOf.get(each));
                processes.get(each).steps().values().stream().filter(step -> step.form() != null).forEach(step -> {
                    paths.add("forms/" + step.form() + ".form");
                    // A procedure may have a form of its own for a task of a building block.
                    paths.add("forms/" + process + "/" + step.form().substring(step.form().indexOf('/') + 1) + ".form");
                });
            }
            files.put(process, paths);
        }
        return files;
    }

    private static void reach(String process, Map<String, DrawnProcess> processes, Set<String> reached) {
        if (processes.containsKey(process) && reached.add(process)) {
            processes.get(process).steps().values().stream().map(DrawnProcess.Step::calls).filter(called -> called != null)
                    .forEach(called -> reach(called, processes, reached));
        }
    }

    private static boolean differ(String process, DiagramSet one, Map<String, Set<String>> filesOfOne, DiagramSet other, Map<String, Set<String>> filesOfOther) {
        Set<String> paths = filesOfOne.getOrDefault(process, Set.of());
        return !paths.equals(filesOfOther.getOrDefault(process, Set.of()))
                || paths.stream().anyMatch(path -> !java.util.Arrays.equals(one.files().get(path), other.files().get(path)));
    }
}
