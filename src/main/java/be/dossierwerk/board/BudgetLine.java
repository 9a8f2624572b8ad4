package be.dossierwerk.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Commitments (VAK) and payments (VEK) of one line of the budget in one year, in euro; null where the budget prints nvt. {@code measures}: more than one where the line is of them
 * together; {@code article}, {@code publishedOn} and {@code source} may be null.
 */
public record BudgetLine(String objective, String name, List<String> measures, String article, int year, Stage stage, Flow flow, BigDecimal committed, BigDecimal paid, String publication,
                         LocalDate publishedOn, String source) {

    public enum Stage { GEREALISEERD, BEGROOT }

    /** Of receipts only {@code paid} is known: what came in. */
    public enum Flow { UITGAVEN, ONTVANGSTEN }
}
