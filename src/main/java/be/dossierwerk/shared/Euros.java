package be.dossierwerk.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Amounts in euro as people read them, always with two decimals. */
public final class Euros {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    private Euros() { }

    /** 25.000,00 euro; for sentences in Dutch. */
    public static String prose(BigDecimal amount) {
        return number(amount, FLEMISH) + " euro";
    }

    /** 25.000,00 or 25,000.00 with the sign before it, in the language of a reader. */
    public static String table(BigDecimal amount, Locale locale) {
        return "€ " + number(amount, "nl".equals(locale.getLanguage()) ? FLEMISH : locale);
    }

    /** More than nothing, in whole cents, and not larger than the tables keep. */
    public static boolean payable(BigDecimal amount) {
        return amount != null && amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 2 && amount.compareTo(LIMIT) < 0;
    }

    private static String number(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(4);
        return format.format(amount);
    }
}
