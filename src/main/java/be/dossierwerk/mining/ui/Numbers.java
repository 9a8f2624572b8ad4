package be.dossierwerk.mining.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people here read them. */
record Numbers(NumberFormat format) {

    static Numbers in(Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("nl-BE"));
        format.setMaximumFractionDigits(1);
        return new Numbers(format);
    }

    String of(double value) {
        return format.format(value);
    }

    /** One part in a hundred of nothing is nothing. */
    String share(double part, double whole) {
        return format.format(whole == 0 ? 0 : Math.round(100 * part / whole));
    }
}
