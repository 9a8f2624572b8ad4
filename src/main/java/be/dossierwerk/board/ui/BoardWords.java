package be.dossierwerk.board.ui;

import be.dossierwerk.board.Limit;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Periods, numbers and codes of the board as people read them, in the language of a screen. */
record BoardWords(Component on, Locale locale) {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    /** {@code locale}: what is not English is Dutch of here, whatever the browser says. */
    BoardWords {
        locale = locale.getLanguage().equals("en") ? locale : FLEMISH;
    }

    /** 2020; kwartaal 1 van 2020; maart 2020; 01/03/2020 tot en met 14/05/2020. */
    String period(Period period) {
        String year = String.valueOf(period.from().getYear());
        return switch (period.span()) {
            case YEAR -> year;
            case QUARTER -> on.getTranslation("board.period.quarter", year, period.from().get(IsoFields.QUARTER_OF_YEAR));
            case MONTH -> period.from().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + year;
            case DAYS -> on.getTranslation("board.period.days", Dates.table(period.from()), Dates.table(period.to()));
        };
    }

    /** Where there is little room: K1 2020; mrt 2020. */
    String brief(Period period) {
        String year = String.valueOf(period.from().getYear());
        return switch (period.span()) {
            case QUARTER -> on.getTranslation("board.period.quarter-brief", year, period.from().get(IsoFields.QUARTER_OF_YEAR));
            case MONTH -> period.from().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale).replace(".", "") + " " + year;
            default -> period(period);
        };
    }

    /** "86 % (146 van 170)", or that there is nothing to count. */
    String result(Result result, int decimals) {
        return result.counted() == 0 ? on.getTranslation("board.screen.nothing-counted")
                : on.getTranslation("board.screen.share", percent(result.percent(decimals)), result.met(), result.counted());
    }

    /** How much a limit is, such as 4,5 months or 30/06. */
    String limit(String amount) {
        return Limit.written(amount, locale);
    }

    /** Empty for null. */
    String percent(BigDecimal value) {
        return value == null ? "" : decimal(value) + "\u00a0%";
    }

    String points(BigDecimal change) {
        return change == null ? "" : on.getTranslation("board.screen.points", signed(change));
    }

    String trend(BigDecimal percent) {
        return percent == null ? "" : signed(percent) + "\u00a0%";
    }

    String amount(BigDecimal value, boolean euro) {
        return euro ? Euros.table(value, locale) : decimal(value);
    }

    /** As a table keeps it, without the noughts behind it. */
    String figure(BigDecimal value, boolean euro) {
        return amount(value.setScale(Math.max(0, value.stripTrailingZeros().scale())), euro);
    }

    /** With a sign that is as wide as a digit. */
    String signedAmount(BigDecimal value, boolean euro) {
        return sign(value) + amount(value.abs(), euro);
    }

    /** vrijdag 12 maart 2027. */
    String day(LocalDate day) {
        return Dates.prose(day, locale);
    }

    String kind(String code) {
        return Words.of(on, "board.kind.", code);
    }

    /** "eerste aanvraag, online". */
    String kindAndChannel(String kind, String channel) {
        return on.getTranslation("board.kind-and-channel", kind(kind), channel(channel));
    }

    String channel(String code) {
        return Words.of(on, "board.channel.", code);
    }

    String event(String code) {
        return Words.of(on, "board.norm.event.", code);
    }

    String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value);
    }

    private String signed(BigDecimal value) {
        return sign(value) + decimal(value.abs());
    }

    private static String sign(BigDecimal value) {
        return value.signum() > 0 ? "+" : value.signum() < 0 ? "\u2212" : "";
    }
}
