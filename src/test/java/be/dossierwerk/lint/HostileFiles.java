package be.dossierwerk.lint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that may never run: {@code src/test/resources/hostile}, of which the index says by which rule each is refused, and the huge ones, which are made here.
 * Each differs from a file that passes by the one thing it is there for.
 */
public final class HostileFiles {

    /** {@code path}: the place it takes in a set; {@code rule}: one of the rules that refuse it. */
    public record Hostile(String name, String path, byte[] content, String rule, String what) {

        @Override
        public String toString() {
            return name + ": " + what;
        }
    }

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Map<String, Hostile> ALL = read();

    private HostileFiles() { }

    /** By name, such as {@code bpmn-script-task.bpmn}. */
    public static Map<String, Hostile> all() {
        return ALL;
    }

    /** What the hostile ones were made from: a diagram, a table and a form that pass, by their place in a set. */
    public static Map<String, byte[]> good() {
        return Map.of(path("good.bpmn"), bytes("good.bpmn"), path("good.dmn"), bytes("good.dmn"), path("good.form"), bytes("good.form"));
    }

    private static Map<String, Hostile> read() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(FOLDER.resolve("index.txt"))) {
                String[] told = line.split("\\|");
                if (!told[1].equals("-")) {
                    all.put(told[0], new Hostile(told[0], path(told[0]), bytes(told[0]), told[1], told[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        made(all.values()).forEach(hostile -> all.put(hostile.name(), hostile));
        return all;
    }

    private static Collection<Hostile> made(Collection<Hostile> read) {
        Map<String, Hostile> made = new LinkedHashMap<>();
        String diagram = text("good.bpmn");
        String table = text("good.dmn");
        String form = text("good.form");
        String end = "<bpmn:endEvent id=\"EndEvent_Voorbij\"";
        make(made, "bpmn-two-megabytes.bpmn", diagram.replace("name=\"Nazien\"", "name=\"" + "x".repeat(2_000_000) + "\""), "gate-size", "a name of two megabytes");
        make(made, "bpmn-long-name.bpmn", diagram.replace("name=\"Nazien\"", "name=\"" + "x".repeat(256) + "\""), "gate-attribute-length", "a long name");
        make(made, "bpmn-long-text.bpmn", diagram.replace("Een proef.", "x".repeat(4_001)), "gate-text", "a long text");
        make(made, "bpmn-twenty-thousand-tasks.bpmn", diagram.replace(end, many("<bpmn:userTask id=\"T%d\"/>", 20_000) + end), "gate-elements", "twenty thousand tasks");
        make(made, "bpmn-five-thousand-frames.bpmn", diagram.replace(end, many("<bpmn:subProcess id=\"S%d\">", 5_000) + "</bpmn:subProcess>".repeat(5_000) + end),
                "gate-elements", "five thousand frames within each other");
        make(made, "bpmn-fifty-frames.bpmn", diagram.replace(end, many("<bpmn:subProcess id=\"S%d\">", 50) + "</bpmn:subProcess>".repeat(50) + end),
                "gate-depth", "fifty frames within each other");
        make(made, "bpmn-many-attributes.bpmn", diagram.replace("<bpmn:message ", "<bpmn:message " + many("a%d=\"\" ", 20_000)), "gate-not-xml", "twenty thousand attributes");
        make(made, "bpmn-many-splits.bpmn", splits(diagram), "gate-parallel", "splits that double the dossier twelve times");
        make(made, "dmn-hundred-thousand-rules.dmn", table.replace("<rule id=\"Regel_1\">", many("<rule id=\"R%d\"/>", 50_000) + "<rule id=\"Regel_1\">"), "gate-size", "a table without end");
        make(made, "dmn-many-rules.dmn", table.replace("<rule id=\"Regel_1\">", many("<rule id=\"R%d\"/>", 10_000) + "<rule id=\"Regel_1\">"), "gate-elements", "ten thousand rules");
        make(made, "form-huge.form", form.replace("Kijk dit na.", "x".repeat(300_000)), "gate-size", "a huge form");
        make(made, "form-long-text.form", form.replace("Kijk dit na.", "x".repeat(4_500)), "gate-not-json", "a long text");
        make(made, "form-deep.form", form.replace("\"values\": [", "\"values\": " + "[".repeat(2_000) + "]".repeat(2_000) + ", \"x\": ["), "gate-not-json", "two thousand lists within each other");
        make(made, "form-deep-groups.form", form.replace("\"components\": [", "\"components\": [" + "{\"type\":\"group\",\"components\":[".repeat(6) + "]}".repeat(6) + ","),
                "gate-depth", "six groups within each other");
        make(made, "form-many-fields.form", form.replace("\"components\": [", "\"components\": [" + many("{\"type\":\"textfield\",\"key\":\"k%d\"},", 400)), "gate-elements", "four hundred fields");
        made.keySet().removeIf(name -> read.stream().anyMatch(hostile -> hostile.name().equals(name)));
        return made.values();
    }

    /** Twelve times two lines that meet again at a merge: 4,096 tokens. */
    private static String splits(String diagram) {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String next = i == 11 ? "EndEvent_Klaar" : "P" + (i + 1);
            more.append("<bpmn:parallelGateway id=\"P%d\"/><bpmn:exclusiveGateway id=\"X%d\"/>".formatted(i, i))
                    .append("<bpmn:sequenceFlow id=\"A%d\" sourceRef=\"P%d\" targetRef=\"X%d\"/><bpmn:sequenceFlow id=\"B%d\" sourceRef=\"P%d\" targetRef=\"X%d\"/>".formatted(i, i, i, i, i, i))
                    .append("<bpmn:sequenceFlow id=\"C%d\" sourceRef=\"X%d\" targetRef=\"%s\"/>".formatted(i, i, next));
        }
        return diagram.replace("sourceRef=\"CallActivity_Deel\" targetRef=\"EndEvent_Klaar\"", "sourceRef=\"CallActivity_Deel\" targetRef=\"P0\"")
                .replace("<bpmn:incoming>Flow_6</bpmn:incoming>", "").replace("<bpmn:sequenceFlow id=\"Flow_1\"", more + "<bpmn:sequenceFlow id=\"Flow_1\"");
    }

    private static void make(Map<String, Hostile> made, String name, String content, String rule, String what) {
        made.put(name, new Hostile(name, path(name), content.getBytes(StandardCharsets.UTF_8), rule, what));
    }

    private static String many(String what, int times) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < times; i++) {
            many.append(what.formatted(i));
        }
        return many.toString();
    }

    private static String path(String name) {
        return (name.endsWith(".form") ? "forms/proef/" : "bpmn/proef/") + name;
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (var in = Files.newInputStream(FOLDER.resolve(name))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
