package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Says a finding as a sentence: what is wrong and what to do, the same words on the screen and on the command line. */
public final class FindingWords {

    private static final ResourceBundleMessageSource TEXTS = new ResourceBundleMessageSource();

    static {
        TEXTS.setBasename("messages/lint");
        TEXTS.setDefaultEncoding(StandardCharsets.UTF_8.name());
        TEXTS.setFallbackToSystemLocale(false);
        TEXTS.setAlwaysUseMessageFormat(true);
        TEXTS.setBundleClassLoader(FindingWords.class.getClassLoader());
    }

    private FindingWords() { }

    public static String of(DiagramFinding finding, Locale locale) {
        return TEXTS.getMessage("lint." + finding.rule(), finding.args().toArray(), locale);
    }

    /** For whoever has no finding at hand: another text of the same bundle. */
    static String of(String key, Locale locale, Object... args) {
        return TEXTS.getMessage(key, args, locale);
    }
}
