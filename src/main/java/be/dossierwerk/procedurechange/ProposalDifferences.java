package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import be.dossierwerk.procedurechange.Difference.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything in which a proposal differs from what holds now: diagrams, decision tables and forms, nothing left out (ideas.md 19). */
public final class ProposalDifferences {

    private ProposalDifferences() { }

    /** Diagrams first, then tables, then forms; by path. */
    public static List<Difference> of(Proposal proposal) {
        List<Difference> found = new ArrayList<>();
        for (String ending : List.of(".bpmn", ".dmn", ".form")) {
            proposal.changed().stream().filter(path -> path.endsWith(ending))
                    .forEach(path -> found.addAll(of(path, proposal.published().text(path), proposal.proposed().text(path))));
        }
        return found;
    }

    /** Of one file; empty where a version does not have it. */
    static List<Difference> of(String path, Optional<String> old, Optional<String> now) {
        if (old.isEmpty() || now.isEmpty()) {
            return List.of(new Difference(path, "", old.isEmpty() ? Kind.ADDED : Kind.REMOVED, Aspect.FILE, "", "", Subject.of("file", "")));
        }
        if (path.endsWith(".dmn")) {
            return compared(path, old.get(), now.get(), DecisionTable::of, CompareTables::of);
        }
        return path.endsWith(".form") ? compared(path, old.get(), now.get(), CompareForms::read, CompareForms::of)
                : compared(path, old.get(), now.get(), DiagramParts::of, CompareDiagrams::of);
    }

    private interface Compare<T> {
        List<Difference> of(String path, T old, T now);
    }

    private static <T> List<Difference> compared(String path, String old, String now, Function<String, Optional<T>> read, Compare<T> compare) {
        Optional<T> before = read.apply(old);
        Optional<T> after = read.apply(now);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(new Difference(path, "", Kind.CHANGED, Aspect.UNREADABLE, "", "", Subject.of("file", "")));
        }
        return compare.of(path, before.get(), after.get());
    }
}
