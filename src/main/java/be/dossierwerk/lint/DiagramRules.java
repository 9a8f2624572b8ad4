package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import be.dossierwerk.security.Roles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The rules of diagrams; each diagram is read once for all of them. */
final class DiagramRules implements LintRule {

    /** Building blocks name the handler; these procedures are handled by others (casework.Procedure). */
    static final Map<String, String> HANDLED_BY = Map.of("administratieve-geldboete", Roles.FINES);

    @Override
    public void check(DiagramSet set, Vocabulary vocabulary, Set<String> paths, Consumer<DiagramFinding> found) {
        Map<String, Diagram> byFile = new LinkedHashMap<>();
        new Calls(set).around(paths).forEach(file -> Diagram.read(file, set.files().get(file)).ifPresent(diagram -> byFile.put(file, diagram)));
        byFile.values().stream().filter(diagram -> paths.contains(diagram.file)).forEach(diagram -> {
            Report report = new Report(diagram.file, found);
            StructureRules.check(diagram, report);
            SoundnessRules.check(diagram, report);
            WordRules.check(diagram, vocabulary, report);
            TaskRules.check(diagram, byFile.values(), set.paths(), report);
            DrawingRules.check(diagram, report);
        });
        SeparationOfDuties.check(byFile.values(), DiagramRules::groupIn, paths, found);
    }

    private static String groupIn(String procedure, String group) {
        return group.equals(Roles.HANDLER) ? HANDLED_BY.getOrDefault(procedure, group) : group;
    }
}
