package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** Says a finding as a sentence: what is wrong and what to do, the same words on the screen and on the command line. */
public final class FindingWords {

    /** Not by Spring nor by the search for bundles: they start the logging and open every library, and the command line has no time for that. */
    private static final ResourceBundle DUTCH = read("lint");
    private static final ResourceBundle ENGLISH = read("lint_en");

    private FindingWords() { }

    public static String of(DiagramFinding finding, Locale locale) {
        return of("lint." + finding.rule(), locale, finding.args().toArray());
    }

    /** For whoever has no finding at hand: another text of the same bundle. */
    static String of(String key, Locale locale, Object... args) {
        ResourceBundle texts = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : DUTCH;
        return new MessageFormat(texts.getString(key), locale).format(args);
    }

    private static ResourceBundle read(String bundle) {
        try (var in = FindingWords.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
