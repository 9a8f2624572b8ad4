package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the board says on paper and in a spreadsheet, in one language. */
record ExportWords(Texts texts, Locale locale) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    String of(String key, Object... args) {
        return texts.of(locale, "board.export." + key, args);
    }

    String bound(String bound) {
        return texts.of(locale, "board.norm.bound." + bound);
    }

    /** "2020" for a year, otherwise its first and last day. */
    String label(Period period) {
        return period.equals(Period.year(period.from().getYear())) ? String.valueOf(period.from().getYear()) : of("days", Dates.table(period.from()), Dates.table(period.to()));
    }

    /** How a norm is counted, as its page says it. */
    String rule(Norm norm) {
        return texts.of(locale, "board.norm.rule", event(norm.start()), event(norm.stop()), texts.of(locale, "board.norm.limit." + norm.limit().unit(), Limit.written(norm.limit().value(), locale)),
                texts.of(locale, "board.norm." + (norm.withoutPauses() ? "without-pauses" : "total")), event(norm.countedIn()));
    }

    String moment(Instant at) {
        ZonedDateTime moment = at.atZone(MovableClock.BRUSSELS);
        return of("moment", Dates.prose(moment.toLocalDate(), locale), TIME.format(moment));
    }

    private String event(String name) {
        return texts.of(locale, "board.norm.event." + name);
    }
}
