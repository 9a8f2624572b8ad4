package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says a finding as a sentence: what is wrong and what to do, the same words on the screen and on the command line. */
public final class FindingWords {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingWords() { }

    public static String of(DiagramFinding finding, Locale locale) {
        return of("lint." + finding.rule(), locale, finding.args().toArray());
    }

    /** For whoever has no finding at hand: another text of the same bundle. */
    static String of(String key, Locale locale, Object... args) {
        // Not Spring's, which starts the logging first: the command line has no time for that.
        String text = ResourceBundle.getBundle("messages/lint", locale, FindingWords.class.getClassLoader(), NO_OTHER_LANGUAGE).getString(key);
        return new MessageFormat(text, locale).format(args);
    }
}
