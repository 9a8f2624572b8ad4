package be.dossierwerk.parameter;

import java.math.BigDecimal;

/** One amount or limit that changes with time; an enum of a module. The name stands in the books and never changes. */
public interface ParameterKind {

    enum Unit {
        EURO(2, new BigDecimal("1000000000000")), NUMBER(0, new BigDecimal("1000000000000")), DAYS(0, new BigDecimal("3661")), PERCENT(0, new BigDecimal("101")),
        /** One for yes, zero for no. */
        YES_NO(0, new BigDecimal("2"));

        private final int decimals;
        private final BigDecimal below;

        Unit(int decimals, BigDecimal below) {
            this.decimals = decimals;
            this.below = below;
        }

        boolean accepts(BigDecimal amount) {
            return amount != null && amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= decimals && amount.compareTo(below) < 0;
        }
    }

    String name();

    /** The list in which it stands, such as OPLEIDINGSBUDGET; its text is {@code parameter.LIST.NAME}. */
    String list();

    Unit unit();

    default String textKey() {
        return "parameter." + list() + "." + name();
    }
}
