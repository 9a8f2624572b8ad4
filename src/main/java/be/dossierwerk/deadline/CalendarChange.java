package be.dossierwerk.deadline;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A day that should become a legal holiday, or no longer be one, by what name, on what source and why. Fields may be empty while somebody fills them in. */
public record CalendarChange(LocalDate day, Boolean holiday, String name, String source, String reason) {

    private static final int MAX_TEXT = 500;

    /** What keeps this change from being computed. */
    List<Refused.Field> wrongDay(BelgianCalendar latest) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (day == null) {
            wrong.add(new Refused.Field("day", "deadline.date.required"));
        }
        if (holiday == null) {
            wrong.add(new Refused.Field("holiday", "deadline.rule.choice.required"));
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        boolean now = latest.isHoliday(day) || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!holiday && day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
            wrong.add(new Refused.Field("day", "deadline.calendar.weekend", Dates.prose(day)));
        } else if (now == holiday) {
            wrong.add(new Refused.Field("day", holiday ? "deadline.calendar.already-holiday" : "deadline.calendar.already-working", Dates.prose(day)));
        }
        return wrong;
    }

    List<Refused.Field> wrongWords() {
        List<Refused.Field> wrong = new ArrayList<>();
        text("name", name, "deadline.calendar.name.required", wrong);
        text("source", source, "deadline.calendar.source.required", wrong);
        text("reason", reason, "deadline.reason.required", wrong);
        return wrong;
    }

    private static void text(String field, String text, String required, List<Refused.Field> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(new Refused.Field(field, required));
        } else if (text.strip().length() > MAX_TEXT) {
            wrong.add(new Refused.Field(field, "deadline.text.too-long", String.valueOf(MAX_TEXT)));
        }
    }
}
