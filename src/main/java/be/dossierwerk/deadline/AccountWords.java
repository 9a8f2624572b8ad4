package be.dossierwerk.deadline;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says of a day why it counts or not, and of a whole account what it comes to for somebody who knows no law. */
@Component
class AccountWords {

    private final Texts texts;

    AccountWords(Texts texts) {
        this.texts = texts;
    }

    /** For example {@code zondag: telt mee, kalenderdagen} or {@code pauze: ontbrekende stukken van de aanvrager, sinds 12/03/2027}. */
    String why(TermDay day, TermAccount account, TermFacts facts, Locale locale) {
        List<String> parts = new ArrayList<>();
        boolean working = facts.unit() == TermUnit.WORKING_DAYS;
        if (day.why() == TermDay.Why.EVENT) {
            parts.add(texts.of(locale, "deadline.day.event"));
        } else if (day.pause() != null) {
            parts.add(texts.of(locale, day.paused() ? "deadline.day.paused" : "deadline.day.pause-counts",
                    texts.of(locale, "deadline.ground." + day.pause().ground()), Dates.table(day.pause().opened())));
        } else if (day.why() != TermDay.Why.ORDINARY) {
            parts.add(texts.of(locale, "deadline.day." + (day.counts() ? "counts" : "skips"), texts.of(locale, "deadline.day." + day.why()),
                    texts.of(locale, working ? "deadline.day.working-days" : "deadline.day.calendar-days")));
        }
        switch (day.mark()) {
            case LAST, ROLLED_LAST -> parts.add(texts.of(locale, "deadline.day.last"));
            case LAST_BUT_ROLLS -> parts.add(texts.of(locale, "deadline.day.rolls", Dates.prose(account.effectiveDue(), locale)));
            case ROLLED -> parts.add(texts.of(locale, "deadline.day.rolled"));
            case LATE -> parts.add(texts.of(locale, "deadline.day.late"));
            case NONE -> { }
        }
        return String.join("; ", parts);
    }

    /** Which calendar the account was computed with, and which of its days were changed within the term. */
    String calendar(DossierTerm term, List<CalendarDay> days, Locale locale) {
        List<String> parts = new ArrayList<>(List.of(texts.of(locale, "deadline.account.calendar.legal")));
        if (term.calendar().number() > 0) {
            parts.add(texts.of(locale, "deadline.account.calendar.version", term.calendar().version()));
        }
        term.calendarChanges().forEach((date, holiday) -> days.stream().filter(day -> day.version() <= term.calendar().number() && day.day().equals(date))
                .reduce((first, later) -> later).ifPresent(day -> parts.add(texts.of(locale, "deadline.account.calendar." + (holiday ? "holiday" : "working"),
                        Dates.prose(date, locale), day.name(), day.source()))));
        return String.join("; ", parts);
    }

    /** The account for the applicant, a sentence a line. */
    List<String> plain(DossierTerm term, TermAccount account, Locale locale) {
        List<String> plain = new ArrayList<>();
        plain.add(texts.of(locale, "deadline.plain.start", term.rule().name(), Dates.prose(term.startedOn(), locale),
                texts.of(locale, "deadline.length." + term.rule().unit(), term.rule().amount())));
        LocalDate until = term.stoppedOn();
        for (FilePause pause : term.filePauses()) {
            // Within brackets, so without its capital.
            String ground = uncapitalised(texts.of(locale, "deadline.ground." + pause.ground()));
            plain.add(pause.closed() == null ? texts.of(locale, "deadline.plain.waits", Dates.prose(pause.opened(), locale), ground)
                    : texts.of(locale, "deadline.plain.waited", Dates.prose(pause.opened(), locale), Dates.prose(pause.closed(), locale), ground));
        }
        if (term.filePauses().size() > 1 && account.pausedDays() > 0) {
            plain.add(texts.of(locale, "deadline.plain.together", account.pausedDays()));
        }
        if (term.extensionDays() > 0) {
            plain.add(texts.of(locale, "deadline.plain.extended", term.extensionDays()));
        }
        if (account.effectiveDue() == null) {
            plain.add(texts.of(locale, "deadline.plain.unknown"));
        } else if (account.effectiveDue().equals(account.nominalDue())) {
            plain.add(texts.of(locale, "deadline.plain.due", Dates.prose(account.effectiveDue(), locale)));
        } else {
            plain.add(texts.of(locale, "deadline.plain.rolled", Dates.prose(account.nominalDue(), locale), Dates.prose(account.effectiveDue(), locale)));
        }
        if (until != null) {
            plain.add(texts.of(locale, "deadline.plain.stopped", Dates.prose(until, locale)));
        }
        return plain;
    }

    private static String uncapitalised(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
