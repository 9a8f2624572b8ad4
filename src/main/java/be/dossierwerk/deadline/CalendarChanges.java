package be.dossierwerk.deadline;

import be.dossierwerk.security.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the proposals to change the calendar, and the versions that came of them. */
@Component
class CalendarChanges {

    /** The calendar has a chain in the audit trail as a dossier has; no dossier number looks like this. */
    static final String SUBJECT = "TERMIJN-KALENDER";

    private final JdbcClient jdbc;
    private final Ledger ledger;

    CalendarChanges(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** Longest waiting first. */
    List<CalendarProposal> open() {
        return jdbc.sql("""
                select id, day, holiday, name, source, reason, proposed_by, proposed_by_name, proposed_at
                from calendar_change where decision is null order by id""")
                .query((row, i) -> new CalendarProposal(row.getLong(1), new CalendarChange(row.getObject(2, LocalDate.class), row.getBoolean(3),
                        row.getString(4), row.getString(5), row.getString(6)), row.getString(7), row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant())).list();
    }

    Optional<CalendarProposal> open(long id) {
        return open().stream().filter(proposal -> proposal.id() == id).findFirst();
    }

    long propose(CalendarChange change, Actor by) {
        return jdbc.sql("""
                insert into calendar_change (day, holiday, name, source, reason, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(change.day(), change.holiday(), change.name().strip(), change.source().strip(), change.reason().strip(), by.id(), by.name(),
                        ledger.now())
                .query(Long.class).single();
    }

    void decided(long id, Verdict verdict, String reason, Actor by) {
        jdbc.sql("update calendar_change set decision = ?, decision_reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?")
                .params(Arrays.asList(verdict.name(), reason, by.id(), by.name(), ledger.now(), id)).update();
    }

    /** The version that the proposal makes; whoever calls this holds the lock of {@link #SUBJECT}. */
    BelgianCalendar add(CalendarProposal proposal) {
        CalendarChange change = proposal.change();
        BelgianCalendar next = ledger.calendars().latest().with(change.day(), change.holiday());
        jdbc.sql("insert into calendar_day (version, day, holiday, name, source, change, valid_since) values (?, ?, ?, ?, ?, ?, ?)")
                .params(next.number(), change.day(), change.holiday(), change.name(), change.source(), proposal.id(), ledger.now()).update();
        return next;
    }
}
