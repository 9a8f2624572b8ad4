package be.dossierwerk.board;

import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Where a figure of a year was published; {@code year} and {@code publishedOn} may be null while somebody types. */
public record Publication(Integer year, String title, LocalDate publishedOn) {

    private static final int FIRST_YEAR = 2000;
    private static final BigDecimal BELOW = new BigDecimal("100000000000000");

    /** Adds what is wrong with it. {@code lastYear}: of which something may be published by now. */
    void check(List<Refused.Field> wrong, int lastYear, LocalDate today) {
        if (year == null || year < FIRST_YEAR || year > lastYear) {
            wrong.add(new Refused.Field("year", "board.figure.year", String.valueOf(FIRST_YEAR), String.valueOf(lastYear)));
        }
        if (title == null || title.isBlank()) {
            wrong.add(new Refused.Field("publication", "board.figure.publication"));
        }
        if (publishedOn == null || publishedOn.isAfter(today)) {
            wrong.add(new Refused.Field("publishedOn", "board.figure.day"));
        }
    }

    /** Nothing or more, with at most two decimals, and not larger than the table keeps. */
    static boolean keeps(BigDecimal value) {
        return value != null && value.signum() >= 0 && value.stripTrailingZeros().scale() <= 2 && value.compareTo(BELOW) < 0;
    }
}
