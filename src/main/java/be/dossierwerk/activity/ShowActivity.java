package be.dossierwerk.activity;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was read of the issuing company: the files, the rows that were not accepted, and the months there are figures for. */
@Service
public class ShowActivity {

    static final String[] READERS = {Roles.HANDLER, Roles.TEAM_LEAD, Roles.MANAGER, Roles.FINANCE, Roles.AUDITOR};

    /** A month that is over; no undertakings means that its file is missing. Amount in euro. */
    public record KnownMonth(YearMonth month, int undertakings, long vouchers, BigDecimal amount) {

        public boolean missing() {
            return undertakings == 0;
        }
    }

    /** One wrong column of a rejected row, in the order of the file; {@code row} counts lines from 1, the header being the first. */
    public record Rejection(int row, String column, String value, String message) { }

    private final ImportLedger ledger;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ShowActivity(ImportLedger ledger, JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ActivityImport> imports(int limit) {
        currentActor.require(READERS);
        return ledger.latest(limit);
    }

    /** @throws Refused activity.import.unknown */
    @Transactional(readOnly = true)
    public ActivityImport byId(long id) {
        currentActor.require(READERS);
        return ledger.byId(id).orElseThrow(() -> new Refused("activity.import.unknown"));
    }

    /** Also for the portal, that must hear what is wrong with what it brought. */
    @Transactional(readOnly = true)
    public List<Rejection> rejections(long id, int limit) {
        if (!currentActor.get().has(ApiAccounts.ROLE)) {
            currentActor.require(READERS);
        }
        return jdbc.sql("select file_row, column_name, value, message from activity_rejection where import = ? order by file_row, column_name limit ?")
                .params(id, limit).query((row, i) -> new Rejection(row.getInt(1), row.getString(2), row.getString(3), row.getString(4))).list();
    }

    /** The last whole months, oldest first, also those without figures. */
    @Transactional(readOnly = true)
    public List<KnownMonth> months(int count) {
        currentActor.require(READERS);
        YearMonth last = YearMonth.from(LocalDate.now(clock)).minusMonths(1);
        YearMonth first = last.minusMonths(count - 1L);
        Map<YearMonth, KnownMonth> known = jdbc.sql("""
                select month, count(*), sum(vouchers), sum(amount) from activity_month
                where superseded_by is null and month between ? and ? group by month""")
                .params(first.atDay(1), last.atDay(1))
                .query((row, i) -> new KnownMonth(ImportLedger.month(row, 1), row.getInt(2), row.getLong(3), row.getBigDecimal(4))).list().stream()
                .collect(Collectors.toMap(KnownMonth::month, Function.identity()));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> known.getOrDefault(month, new KnownMonth(month, 0, 0, BigDecimal.ZERO))).toList();
    }
}
