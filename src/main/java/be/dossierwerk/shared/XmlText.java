package be.dossierwerk.shared;

import java.util.regex.Pattern;

/** Text as XML 1.0 can hold it: a pasted text sometimes has characters that no document may contain. */
public final class XmlText {

    private static final Pattern NOT_XML = Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() { }

    public static String legal(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }

    /** As content of an element or an attribute; null is nothing. */
    public static String escaped(String text) {
        return text == null ? "" : legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
