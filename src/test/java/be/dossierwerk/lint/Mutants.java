package be.dossierwerk.lint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Files with a few things changed at random: values, texts, elements, bytes, and the end cut off. */
final class Mutants {

    private static final String SING = "''.getClass().forName('be.dossierwerk.lint.Canary').getMethod('sing').invoke(null)";
    static final List<String> EVIL = List.of("${" + SING + "}", "#{" + SING + "}", "be.dossierwerk.lint.Canary\"", "<camunda:executionListener", "<!DOCTYPE", "scriptTask");
    private static final List<String> PUT = List.of("${" + SING + "}", "#{" + SING + "}", "\" camunda:class=\"be.dossierwerk.lint.Canary\" x=\"",
            "<camunda:executionListener class=\"be.dossierwerk.lint.Canary\" event=\"start\"/>", "<!DOCTYPE x>", "<bpmn:scriptTask id=\"s\"/>", "R/PT0S", "\u0000", "", "=", "{{", "\"", "<", "]]>",
            "\uFEFF", "&#0;", "99999999999999999999", "-1", "../..", "true", "null", "[[[[", "{\"a\":", "\\u0000");

    static byte[] mutate(byte[] content, Random random) {
        String text = new String(content, StandardCharsets.UTF_8);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<int[]> places = places(text, random.nextInt(3));
            if (places.isEmpty()) {
                continue;
            }
            int[] place = places.get(random.nextInt(places.size()));
            String put = random.nextInt(4) == 0 ? text.substring(place[0], place[1]) + text.substring(place[0], place[1]) : PUT.get(random.nextInt(PUT.size()));
            text = text.substring(0, place[0]) + put + text.substring(place[1]);
        }
        byte[] mutant = text.getBytes(StandardCharsets.UTF_8);
        if (mutant.length > 0 && random.nextInt(10) == 0) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length + 1)) : mutant;
    }

    /** Values between quotes, texts between tags, or whole tags. */
    private static List<int[]> places(String text, int kind) {
        Pattern pattern = kind == 0 ? Pattern.compile("\"[^\"]*\"") : kind == 1 ? Pattern.compile(">[^<]*<|: [^,}]+") : Pattern.compile("<[^>]*>|\\{[^{}]*}");
        int skip = kind == 2 ? 0 : 1;
        return pattern.matcher(text).results().map(found -> new int[] {found.start() + skip, Math.max(found.start() + skip, found.end() - skip)}).toList();
    }

    /** Small, and without building blocks: a file that passes by itself. */
    static boolean standsAlone(byte[] content) {
        return content.length < 16_000 && !new String(content, StandardCharsets.UTF_8).contains("calledElement=\"") || new String(content, StandardCharsets.UTF_8).contains("proefdeel");
    }

    private Mutants() { }
}
