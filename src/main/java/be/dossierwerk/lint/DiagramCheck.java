package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that is wrong in files of a set: the one answer of screen, REST and command line. */
public final class DiagramCheck {

    private DiagramCheck() { }

    /** Of every file of the set. */
    public static List<DiagramFinding> findings(DiagramSet set) {
        return findings(set, set.paths());
    }

    /**
     * What may never run first; only a file that holds nothing of the kind is held against the lint rules.
     *
     * @param paths the files whose findings are asked for, which the set holds
     */
    public static List<DiagramFinding> findings(DiagramSet set, Set<String> paths) {
        Vocabulary vocabulary = Vocabulary.ofProduct();
        List<DiagramFinding> refused = new DiagramGate(vocabulary).findings(set);
        Set<String> bad = refused.stream().map(DiagramFinding::file).collect(Collectors.toSet());
        Map<String, byte[]> away = new HashMap<>();
        bad.forEach(path -> away.put(path, null));
        List<DiagramFinding> findings = new ArrayList<>(refused.stream().filter(finding -> paths.contains(finding.file())).toList());
        Set<String> good = new TreeSet<>(paths);
        good.removeAll(bad);
        DiagramSet passed = set.with(away);
        LintRules.ALL.forEach(rule -> rule.check(passed, vocabulary, good, findings::add));
        findings.sort(Comparator.comparing(DiagramFinding::file).thenComparing(DiagramFinding::severity));
        return findings;
    }
}
