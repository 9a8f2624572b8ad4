package be.dossierwerk.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the versions of the calendar. Nothing is remembered: the table holds a few rows, and a version may still be rolled back. */
class Calendars {

    private final JdbcClient jdbc;

    Calendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first: the calendar of version n stands at place n. */
    List<BelgianCalendar> all() {
        List<BelgianCalendar> versions = new ArrayList<>(List.of(BelgianCalendar.LEGAL));
        jdbc.sql("select day, holiday from calendar_day order by version").query(row -> {
            versions.add(versions.get(versions.size() - 1).with(row.getObject(1, LocalDate.class), row.getBoolean(2)));
        });
        return versions;
    }

    BelgianCalendar latest() {
        List<BelgianCalendar> versions = all();
        return versions.get(versions.size() - 1);
    }

    /** The number of the version that was the last one at that moment. */
    int numberAt(Instant moment) {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_day where valid_since <= ?")
                .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC)).query(Integer.class).single();
    }

    /** Every approved change, oldest first. */
    List<CalendarDay> days() {
        return jdbc.sql("""
                select d.version, d.day, d.holiday, d.name, d.source, d.valid_since, c.proposed_by_name, c.decided_by_name
                from calendar_day d join calendar_change c on c.id = d.change order by d.version""")
                .query((row, i) -> new CalendarDay(row.getInt(1), row.getObject(2, LocalDate.class), row.getBoolean(3), row.getString(4), row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(), row.getString(7), row.getString(8))).list();
    }
}
