package be.dossierwerk.board;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One figure of a year as the department published it (seeds.md 2.3). {@code volume}: of the board, which counts the same thing, or null; {@code printed}: what stood there where
 * {@code value} is null; {@code trend}, {@code note}, {@code publishedOn} and {@code source} may be null.
 */
public record PublishedFigure(String measure, Domain domain, String name, String volume, Unit unit, int year, BigDecimal value, String printed, String trend, String note, String publication,
                              LocalDate publishedOn, String source) {

    /** The five parts of an indicator sheet. */
    public enum Domain { AANTALLEN, PERSONEEL, INSPECTIES, BEGROTING, KLACHTEN }

    public enum Unit { AANTAL, EURO, PROCENT }
}
