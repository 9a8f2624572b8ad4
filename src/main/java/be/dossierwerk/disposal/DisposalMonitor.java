package be.dossierwerk.disposal;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.SpreadsheetText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether what may go does go: how many dossiers became due and were destroyed each month, the longest overdue, and the declaration of a year. */
@Service
public class DisposalMonitor {

    static final String[] READERS = {Roles.HEAD, Roles.LAWYER, Roles.MANAGER, Roles.AUDITOR};

    /** {@code due}: whose term was over that month, destroyed since or not; {@code destroyed}: in that month. */
    public record Month(YearMonth month, long due, long destroyed) { }

    /** A destruction, as the declaration of a year has it. */
    public record Destroyed(String dossier, String procedure, String rule, LocalDate dueOn, LocalDate on, String byName, String secondName, String reason) { }

    private static final int MONTHS = 12;

    private final DueDossiers due;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    DisposalMonitor(DueDossiers due, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.due = due;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last twelve, newest first. */
    @Transactional(readOnly = true)
    public List<Month> months() {
        List<Destroyed> gone = destroyed("true");
        Map<YearMonth, Long> became = Stream.concat(due.all().stream().map(DueDossier::dueOn), gone.stream().map(Destroyed::dueOn))
                .collect(Collectors.groupingBy(YearMonth::from, Collectors.counting()));
        Map<YearMonth, Long> went = gone.stream().map(Destroyed::on).map(YearMonth::from).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        YearMonth now = YearMonth.now(clock);
        List<Month> months = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            months.add(new Month(month, became.getOrDefault(month, 0L), went.getOrDefault(month, 0L)));
        }
        return months;
    }

    /** The one whose term was over first, of those that nothing holds back. */
    @Transactional(readOnly = true)
    public Optional<DueDossier> oldest() {
        return due.all().stream().filter(DueDossier::free).findFirst();
    }

    /** The years in which something was destroyed, newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return destroyed("true").stream().map(each -> each.on().getYear()).distinct().sorted(Comparator.reverseOrder()).toList();
    }

    /** All that was destroyed in a year, as CSV with semicolons. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public String declaration(int year) {
        currentActor.require(READERS);
        StringBuilder csv = new StringBuilder("\uFEFFdossier;procedure;regel;termijn voorbij op;vernietigd op;voorgesteld door;bevestigd door;reden\r\n");
        for (Destroyed each : destroyed("destroyed_at >= make_date(" + year + ", 1, 1)::timestamp at time zone 'Europe/Brussels'"
                + " and destroyed_at < make_date(" + (year + 1) + ", 1, 1)::timestamp at time zone 'Europe/Brussels'")) {
            csv.append(Stream.of(each.dossier, each.procedure, each.rule, Dates.table(each.dueOn), Dates.table(each.on), each.byName, each.secondName,
                    each.reason == null ? "" : each.reason).map(DisposalMonitor::cell).collect(Collectors.joining(";"))).append("\r\n");
        }
        return csv.toString();
    }

    private List<Destroyed> destroyed(String when) {
        return jdbc.sql("""
                select x.dossier, d.procedure, x.rule, x.due_on, x.destroyed_at, x.by_name, x.second_name, x.reason from destruction x
                left join dossier d on d.number = x.dossier where\s""" + when + " order by x.destroyed_at, x.dossier")
                .query((row, i) -> new Destroyed(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
                        row.getObject(5, OffsetDateTime.class).atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate(), row.getString(6), row.getString(7), row.getString(8))).list();
    }

    private static String cell(String text) {
        return '"' + (text == null ? "" : SpreadsheetText.harmless(text).replace("\"", "\"\"")) + '"';
    }
}
