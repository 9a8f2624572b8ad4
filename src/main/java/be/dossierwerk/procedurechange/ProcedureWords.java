package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.security.Roles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people call the things that a diagram names by a code: terms, forms, building blocks, steps of the system, and the files themselves. */
record ProcedureWords(Map<String, String> terms, Map<String, String> forms, Map<String, String> steps, Map<String, String> blocks, Map<String, String> files) {

    /** {@code terms}: by code. Later sets only add names. */
    static ProcedureWords of(Map<String, String> terms, DiagramSet... sets) {
        Map<String, Set<String>> forms = new TreeMap<>();
        Map<String, String> steps = new TreeMap<>();
        Map<String, String> blocks = new TreeMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (DiagramSet set : sets) {
            for (String path : set.paths()) {
                String text = set.text(path).orElse("");
                if (path.endsWith(".bpmn")) {
                    DiagramParts.of(text).ifPresent(diagram -> diagram.parts().values().forEach(part -> {
                        if (part.type().equals("process") && !part.name().isEmpty()) {
                            blocks.putIfAbsent(part.id(), part.name());
                            files.putIfAbsent(path, part.name());
                        } else if (part.type().equals("userTask") && !part.name().isEmpty()) {
                            forms.computeIfAbsent(part.fact("formKey"), key -> new LinkedHashSet<>()).add(part.name());
                        } else if (!part.fact("delegateExpression").isEmpty() && !part.name().isEmpty()) {
                            steps.putIfAbsent(part.fact("delegateExpression"), part.name());
                        }
                    }));
                } else if (path.endsWith(".dmn")) {
                    DecisionTable.of(text).ifPresent(table -> files.putIfAbsent(path, table.name()));
                }
            }
        }
        Map<String, String> named = new TreeMap<>();
        forms.forEach((key, names) -> named.put(key, names.iterator().next()));
        named.forEach((key, name) -> files.putIfAbsent("forms/" + key + ".form", name));
        return new ProcedureWords(terms, named, steps, blocks, files);
    }

    String people(String groups) {
        return Arrays.stream(groups.split(",")).map(Roles::name).collect(Collectors.joining(" of "));
    }

    String term(String code) {
        return terms.getOrDefault(code, code);
    }

    String form(String key) {
        return forms.getOrDefault(key, plain(key));
    }

    /** As people call it; of a file that no name is known of, its own in plain letters. */
    String file(String path) {
        return files.getOrDefault(path, plain(path));
    }

    /** "erkenning/nota-opstellen" is "Nota opstellen". */
    private static String plain(String key) {
        String name = key.replaceFirst(".*/", "").replaceFirst("\\.[a-z]+$", "").replace('-', ' ');
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
