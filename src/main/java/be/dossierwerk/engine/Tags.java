package be.dossierwerk.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the elements of a diagram or table are called and call, read from its text from left to right: quick enough for every file of the product, and it takes
 * what it finds in a file that is not whole. Comments hold no elements. It judges nothing; that is the gate's.
 */
public final class Tags {

    /** {@code kind}: the element's name, {@code attributes}: their values, both without prefix. */
    public record Tag(String kind, Map<String, String> attributes) {

        /** Empty without it. */
        public String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    /** Long enough for anything that has a meaning here. */
    private static final int LONGEST = 300;

    private final String text;
    private int at;

    private Tags(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The elements of these kinds, in the order of the file. */
    public static List<Tag> of(String text, Set<String> kinds) {
        List<Tag> found = new ArrayList<>();
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            String over = text.startsWith("<!--", open) ? "-->" : text.startsWith("<![CDATA[", open) ? "]]>" : null;
            if (over != null) {
                int end = text.indexOf(over, open);
                if (end < 0) {
                    break;
                }
                open = end;
                continue;
            }
            Tags tags = new Tags(text, open + 1);
            String kind = tags.name();
            if (kinds.contains(kind)) {
                found.add(new Tag(kind, tags.attributes()));
            }
        }
        return found;
    }

    public static List<Tag> of(byte[] content, String... kinds) {
        return of(new String(content, StandardCharsets.UTF_8), Set.of(kinds));
    }

    /** What that kind of element is called first; empty where none has a name. */
    public static Optional<String> firstName(String text, String kind) {
        return of(text, Set.of(kind)).stream().map(tag -> tag.get("name")).filter(name -> !name.isEmpty()).findFirst();
    }

    /** A name without its prefix; empty where none stands. */
    private String name() {
        int from = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            if (text.charAt(at) == ':') {
                from = at + 1;
            }
            at++;
        }
        return at - from > LONGEST ? "" : text.substring(from, at);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            space();
            String name = name();
            space();
            if (name.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
                return attributes;
            }
            at++;
            space();
            char quote = at < text.length() ? text.charAt(at) : ' ';
            int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                return attributes;
            }
            if (end - at <= LONGEST) {
                attributes.put(name, plain(text.substring(at + 1, end)));
            }
            at = end + 1;
        }
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    private static String plain(String value) {
        return value.indexOf('&') < 0 ? value
                : value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
    }
}
