package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.Tags;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says what is wrong in diagrams, tables and forms, as the screen does, without the product around it: {@code java -jar dossierwerk.jar lint FILE...}. The files
 * are read as if they took their place in the product's own set; only what is wrong in them is said, one finding on a line.
 */
public final class LintCommand {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    private static final int GOOD = 0;
    private static final int BLOCKED = 1;
    private static final int WRONG_USE = 2;
    /** No file of a procedure is larger; what is, is refused without being read whole. */
    private static final int MOST_BYTES = 2_000_000;
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final Pattern PLACE = Pattern.compile("(?:^|/)((?:bpmn|forms)/[^/]+/[^/]+)$");

    private LintCommand() { }

    /** @return the exit code: 0 when nothing blocks, 1 when something does, 2 when the command was given wrongly */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            lines(out, List.of(say("lint.command-help")));
            return GOOD;
        }
        if (arguments.isEmpty() || arguments.stream().anyMatch(argument -> argument.startsWith("-"))) {
            lines(err, List.of(say("lint.command-use")));
            return WRONG_USE;
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (String file : arguments) {
            try {
                Path path = Path.of(file);
                if (!Files.isRegularFile(path)) {
                    lines(err, List.of(say("lint.command-no-file", file)));
                    return WRONG_USE;
                }
                try (var in = Files.newInputStream(path)) {
                    contents.put(file, in.readNBytes(MOST_BYTES));
                }
            } catch (IOException | InvalidPathException e) {
                lines(err, List.of(say("lint.command-unreadable", file)));
                return WRONG_USE;
            }
        }
        return check(contents, out);
    }

    private static int check(Map<String, byte[]> contents, PrintStream out) {
        DiagramSet product = ProductDiagrams.onClassPath();
        Map<String, String> owners = owners(product);
        Map<String, byte[]> given = new TreeMap<>();
        Map<String, String> fileOf = new TreeMap<>();
        contents.forEach((file, content) -> {
            String path = place(file, content, owners);
            // Two files for one place: the second is looked at beside the first.
            while (given.containsKey(path)) {
                path = path.replaceFirst("(\\.[a-z]+)?$", "-2$1");
            }
            given.put(path, content);
            fileOf.put(path, file);
        });
        List<DiagramFinding> findings = DiagramCheck.findings(product.with(given), new TreeSet<>(given.keySet()));
        lines(out, findings.stream().map(finding -> fileOf.get(finding.file()) + ": " + (finding.element().isEmpty() ? "-" : finding.element()) + ": "
                + say(finding.blocks() ? "lint.command-blocks" : "lint.command-warns") + ": " + FindingWords.of(finding, DUTCH)).toList());
        return findings.stream().anyMatch(DiagramFinding::blocks) ? BLOCKED : GOOD;
    }

    /** The file of the product that holds each procedure and each decision. */
    private static Map<String, String> owners(DiagramSet product) {
        Map<String, String> owners = new TreeMap<>();
        product.paths().stream().filter(path -> !path.endsWith(".form"))
                .forEach(path -> keys(product.files().get(path)).forEach(key -> owners.put(path.substring(path.lastIndexOf('.')) + key, path)));
        return owners;
    }

    private static Set<String> keys(byte[] content) {
        return Tags.of(content, "process", "decision").stream().map(tag -> tag.get("id")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where the folders say so; else in the place of the product's file with the same procedure; else as a new one. */
    private static String place(String file, byte[] content, Map<String, String> owners) {
        String name = Path.of(file).getFileName().toString();
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        var place = PLACE.matcher(Path.of(file).toAbsolutePath().normalize().toString().replace('\\', '/'));
        List<String> same = new ArrayList<>(ending.equals(".form") ? List.of() : keys(content).stream().map(key -> owners.get(ending + key)).filter(path -> path != null).toList());
        if (!same.isEmpty()) {
            return same.get(0);
        }
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "x");
        return place.find() && place.group(1).matches("[A-Za-z0-9._/-]+") ? place.group(1) : (ending.equals(".form") ? "forms/los/" : "bpmn/los/") + plain;
    }

    private static String say(String key, Object... args) {
        return FindingWords.of(key, DUTCH, args);
    }

    private static void lines(PrintStream to, List<String> lines) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        lines.forEach(line -> out.print(line + "\n"));
        out.flush();
    }
}
