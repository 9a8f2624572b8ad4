package be.dossierwerk.mining;

import java.util.Locale;
import java.util.Optional;

/**
 * A number on the screen, by what it is of and how it was counted; it names the dossiers behind it. {@code key}: an element, a variant, a step that was done
 * again, or the two steps of a way back; empty for all dossiers of the selection.
 */
public record Figure(Of of, String key, Measure measure) {

    public enum Of { ALLE, ELEMENT, VARIANT, HERHALING, TERUG }

    /** Counted in dossiers, times or days; days by who was to act; the middle and the ninth tenth of the days. */
    public enum Measure {
        DOSSIERS, KEER, DAGEN, WIJ, AANVRAGER, DERDE, NIEMAND, MEDIAAN, P90;

        static Measure of(Party party) {
            return valueOf(party.name());
        }

        boolean isParty() {
            return this == WIJ || this == AANVRAGER || this == DERDE || this == NIEMAND;
        }
    }

    static final String STEPS = ">";

    public static Figure all(Measure measure) {
        return new Figure(Of.ALLE, "", measure);
    }

    /** As it stands in the address: {@code element.erkenning#UserTask_NotaOpstellen.dagen}. */
    @Override
    public String toString() {
        return of.name().toLowerCase(Locale.ROOT) + "." + key + "." + measure.name().toLowerCase(Locale.ROOT);
    }

    /** Empty when the text names no figure. */
    public static Optional<Figure> parse(String text) {
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        if (first < 0 || last <= first) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Figure(Of.valueOf(text.substring(0, first).toUpperCase(Locale.ROOT)), text.substring(first + 1, last),
                    Measure.valueOf(text.substring(last + 1).toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
