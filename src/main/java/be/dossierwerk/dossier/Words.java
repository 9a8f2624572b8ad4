package be.dossierwerk.dossier;

import com.vaadin.flow.component.Component;
import java.util.Locale;

/** Codes as people read them, also those that a procedure brings along and that have no text here. */
public final class Words {

    private Words() { }

    /** GEDEELTELIJK_ERKEND becomes "gedeeltelijk erkend". */
    public static String of(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /** The text {@code prefix + code} in the language of the screen, or the code in words. */
    public static String of(Component on, String prefix, String code) {
        if (code == null) {
            return "";
        }
        String text = on.getTranslation(prefix + code);
        // A text that is missing comes back as "!nl-BE: key".
        return text == null || text.startsWith("!") || text.equals(prefix + code) ? capital(of(code)) : text;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
