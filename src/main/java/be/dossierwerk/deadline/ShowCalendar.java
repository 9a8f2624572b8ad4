package be.dossierwerk.deadline;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the legal holidays of this year and the next, how the calendar was changed, and which changes wait for a decision. */
@Service
public class ShowCalendar {

    /** {@code legal} names a day of the decree of 1974; a day that was added later has a name and a source instead. */
    public record Holiday(LocalDate day, LegalHoliday legal, String name, String source) { }

    /** Changes newest first; {@code behind}: running terms that do not follow the latest version yet. */
    public record Sheet(String version, List<Holiday> holidays, List<CalendarDay> changes, List<CalendarProposal> open, int behind) { }

    private static final int YEARS = 2;

    private final CalendarChanges changes;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowCalendar(CalendarChanges changes, Ledger ledger, JdbcClient jdbc, CurrentActor currentActor) {
        this.changes = changes;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing unless manager, lawyer, auditor, head or team lead */
    @Transactional(readOnly = true)
    public Sheet now() {
        currentActor.require(Roles.MANAGER, Roles.LAWYER, Roles.AUDITOR, Roles.HEAD, Roles.TEAM_LEAD);
        BelgianCalendar latest = ledger.calendars().latest();
        List<CalendarDay> days = ledger.calendars().days();
        Map<LocalDate, CalendarDay> lastOf = days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity(), (first, later) -> later));
        List<Holiday> holidays = new ArrayList<>();
        int year = ledger.today().getYear();
        for (int each = year; each < year + YEARS; each++) {
            int on = each;
            for (LocalDate day : latest.legalHolidays(each)) {
                LegalHoliday legal = Arrays.stream(LegalHoliday.values()).filter(known -> known.in(on).equals(day)).findFirst().orElse(null);
                CalendarDay added = lastOf.get(day);
                holidays.add(legal != null ? new Holiday(day, legal, null, null) : new Holiday(day, null, added.name(), added.source()));
            }
        }
        holidays.sort(Comparator.comparing(Holiday::day));
        int behind = jdbc.sql("select count(*) from term where stopped_on is null and calendar < ?").param(latest.number()).query(Integer.class).single();
        return new Sheet(latest.version(), holidays, days.stream().sorted(Comparator.comparing(CalendarDay::version).reversed()).toList(), changes.open(),
                behind);
    }
}
