package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import be.dossierwerk.procedurechange.DiagramParts.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what two versions of a diagram differ, element by element; properties that no drawing shows included (ideas.md 19, 38). */
final class CompareDiagrams {

    private static final Map<String, Aspect> ASPECTS = Map.ofEntries(Map.entry("candidateGroups", Aspect.WHO), Map.entry("formKey", Aspect.FORM),
            Map.entry("timer", Aspect.TERM), Map.entry("conditionExpression", Aspect.CONDITION), Map.entry("default", Aspect.OTHERWISE),
            Map.entry("delegateExpression", Aspect.SYSTEM_STEP), Map.entry("calledElement", Aspect.BLOCK), Map.entry("documentation", Aspect.EXPLANATION),
            Map.entry("text", Aspect.EXPLANATION), Map.entry("message", Aspect.MESSAGE), Map.entry("isInterrupting", Aspect.INTERRUPTS),
            Map.entry("cancelActivity", Aspect.INTERRUPTS), Map.entry("attachedToRef", Aspect.ATTACHED), Map.entry("data", Aspect.DATA),
            Map.entry("asyncBefore", Aspect.EXECUTION), Map.entry("asyncAfter", Aspect.EXECUTION), Map.entry("exclusive", Aspect.EXECUTION),
            Map.entry("retries", Aspect.EXECUTION), Map.entry("event", Aspect.TYPE));
    private static final Set<String> TASK_ROLE = Set.of("setting:taakrol", "setting:rol", "setting:dw:rol");

    private final String file;
    private final DiagramParts old;
    private final DiagramParts now;
    /** The same element in the new diagram, by its old id. */
    private final Map<String, String> same = new LinkedHashMap<>();
    private final List<Difference> found = new ArrayList<>();

    private CompareDiagrams(String file, DiagramParts old, DiagramParts now) {
        this.file = file;
        this.old = old;
        this.now = now;
    }

    /** In the order of the new diagram, what is gone last. */
    static List<Difference> of(String file, DiagramParts old, DiagramParts now) {
        CompareDiagrams compare = new CompareDiagrams(file, old, now);
        compare.recognise();
        compare.compare();
        return List.copyOf(compare.found);
    }

    private void recognise() {
        old.parts().keySet().stream().filter(now.parts()::containsKey).forEach(id -> same.put(id, id));
        boolean more = true;
        while (more) {
            more = false;
            for (Part gone : unmatched(old, same.keySet())) {
                List<Part> candidates = unmatched(now, Set.copyOf(same.values())).stream().filter(came -> sameElement(gone, came)).toList();
                if (candidates.size() == 1) {
                    same.put(gone.id(), candidates.get(0).id());
                    more = true;
                }
            }
        }
    }

    private static List<Part> unmatched(DiagramParts diagram, Set<String> matched) {
        return diagram.parts().values().stream().filter(part -> !matched.contains(part.id())).toList();
    }

    private boolean sameElement(Part gone, Part came) {
        if (!gone.type().equals(came.type())) {
            return false;
        }
        if (gone.isLine()) {
            return came.source().equals(same.get(gone.source())) && came.target().equals(same.get(gone.target()));
        }
        Set<String> before = mapped(old.before(gone.id()));
        Set<String> after = mapped(old.after(gone.id()));
        Set<String> beforeNow = now.before(came.id());
        Set<String> afterNow = now.after(came.id());
        if (gone.name().isEmpty() || !gone.name().equals(came.name())) {
            return gone.name().equals(came.name()) && before.equals(beforeNow) && after.equals(afterNow) && !(before.isEmpty() && after.isEmpty());
        }
        return before.stream().anyMatch(beforeNow::contains) || after.stream().anyMatch(afterNow::contains)
                || before.isEmpty() && after.isEmpty() && beforeNow.isEmpty() && afterNow.isEmpty();
    }

    private Set<String> mapped(Set<String> ids) {
        return ids.stream().map(id -> same.getOrDefault(id, "")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void compare() {
        Map<String, String> formerly = new LinkedHashMap<>();
        same.forEach((was, is) -> formerly.put(is, was));
        for (Part part : now.parts().values()) {
            if (formerly.containsKey(part.id())) {
                compare(old.part(formerly.get(part.id())), part);
            } else {
                found.add(new Difference(file, part.id(), Kind.ADDED, Aspect.ELEMENT, "", important(part), now.subject(part.id())));
            }
        }
        old.parts().values().stream().filter(part -> !same.containsKey(part.id()))
                .forEach(part -> found.add(new Difference(file, part.id(), Kind.REMOVED, Aspect.ELEMENT, important(part), "", old.subject(part.id()))));
    }

    /** What a new or lost element is about: its term, people or building block. */
    private static String important(Part part) {
        for (String key : List.of("timer", "candidateGroups", "calledElement", "delegateExpression", "text")) {
            if (part.facts().containsKey(key)) {
                return part.fact(key);
            }
        }
        return "";
    }

    private void compare(Part was, Part is) {
        changed(is, Kind.CHANGED, Aspect.TYPE, "type", was.type(), is.type());
        if (!was.id().equals(is.id()) && !is.isLine()) {
            changed(is, Kind.CHANGED, Aspect.IDENTITY, "", was.id(), is.id());
        }
        changed(is, Kind.CHANGED, Aspect.NAME, "", was.name(), is.name());
        if (!same.getOrDefault(was.parent(), was.parent()).equals(is.parent()) && now.parts().containsKey(is.parent())) {
            changed(is, Kind.MOVED, Aspect.PLACE, "", old.parts().containsKey(was.parent()) ? old.part(was.parent()).name() : "", now.part(is.parent()).name());
        }
        if (is.isLine() && !(is.source().equals(same.get(was.source())) && is.target().equals(same.get(was.target())))) {
            found.add(new Difference(file, is.id(), Kind.RECONNECTED, Aspect.ELEMENT, old.subject(was.id()).from() + ">" + old.subject(was.id()).to(),
                    now.subject(is.id()).from() + ">" + now.subject(is.id()).to(), now.subject(is.id())));
        }
        Set<String> keys = new TreeSet<>(was.facts().keySet());
        keys.addAll(is.facts().keySet());
        for (String key : keys) {
            fact(key, was, is);
        }
        changed(is, Kind.MOVED, Aspect.LAYOUT, "", was.drawn(), is.drawn());
    }

    private void fact(String key, Part was, Part is) {
        String before = was.fact(key);
        String after = is.fact(key);
        if (key.equals("default") || key.equals("attachedToRef")) {
            if (!same.getOrDefault(before, before).equals(after)) {
                found.add(new Difference(file, is.id(), Kind.CHANGED, ASPECTS.get(key), named(old, before), named(now, after), now.subject(is.id())));
            }
            return;
        }
        Aspect aspect = TASK_ROLE.contains(key) ? Aspect.TASK_ROLE : key.startsWith("setting:") ? Aspect.SETTING : ASPECTS.getOrDefault(key, Aspect.OTHER);
        changed(is, Kind.CHANGED, aspect, key.startsWith("setting:") ? key.substring("setting:".length()) : key, before, after);
    }

    /** An answer by its own name or else by where it leads. */
    private static String named(DiagramParts diagram, String id) {
        Part part = diagram.part(id);
        return part == null ? "" : part.name().isEmpty() ? diagram.subject(id).to() : part.name();
    }

    private void changed(Part is, Kind kind, Aspect aspect, String detail, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(file, is.id(), kind, aspect, before, after, now.subject(is.id()).about(detail)));
        }
    }
}
