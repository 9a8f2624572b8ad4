package be.dossierwerk.activity;

import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What undertakings submitted in vouchers, month by month, and which recognised ones submitted none (procedures.md 1.3, AMB-INACT). */
@Service
public class VoucherActivity {


    /** The figures that count now: a number of vouchers, and euro. */
    public record Month(YearMonth month, long vouchers, BigDecimal amount) { }

    /** {@code lastActive}: the last month with vouchers, null when there never was one. */
    public record Undertaking(String enterpriseNumber, String recognitionNumber, String name, LocalDate recognisedOn, YearMonth lastActive) { }

    /**
     * Who submitted no vouchers from {@code first} to {@code last}, both included.
     * {@code uncertain}: a row about them in that period was rejected, so nobody knows; look at that row first.
     * {@code rowsOfNobody}: rejected rows of the files of that period that name no known undertaking.
     */
    public record Inactivity(YearMonth first, YearMonth last, List<Undertaking> inactive, List<Undertaking> uncertain, int rowsOfNobody) { }

    /**
     * The vouchers that were paid in a whole year, by enterprise number; {@code total}: of all undertakings, recognised now or not.
     * {@code rejectedRows}: rows of the files of that year that were not accepted, so that figures may be missing.
     */
    public record PaidInYear(int year, Map<String, Long> vouchers, long total, int rejectedRows) { }

    private final JdbcClient jdbc;
    private final DatedParameters parameters;
    private final Clock clock;

    VoucherActivity(JdbcClient jdbc, DatedParameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The months for which the undertaking has figures, newest first. */
    @Transactional(readOnly = true)
    public List<Month> of(String enterpriseNumber) {
        return jdbc.sql("select month, vouchers, amount from activity_month where enterprise_number = ? and superseded_by is null order by month desc")
                .param(enterpriseNumber).query((row, i) -> new Month(ImportLedger.month(row, 1), row.getLong(2), row.getBigDecimal(3))).list();
    }

    /** The last month in which the undertaking submitted vouchers. */
    @Transactional(readOnly = true)
    public Optional<YearMonth> lastActive(String enterpriseNumber) {
        return of(enterpriseNumber).stream().filter(month -> month.vouchers() > 0).map(Month::month).findFirst();
    }

    /** How many months without vouchers make an undertaking inactive, on that day. */
    @Transactional(readOnly = true)
    public int inactivityMonths(LocalDate on) {
        return parameters.get(ActivityParameter.INACTIVITEIT_MAANDEN, on).intValueExact();
    }

    /**
     * The recognised undertakings without vouchers in the given number of whole months before the month of the reference day.
     * Who was not yet recognised on the first day of that period is left out.
     * @throws Refused activity.reference.future; activity.months.missing when figures of a month of the period were never imported:
     *                 a missing month is not inactivity
     */
    @Transactional(readOnly = true)
    public Inactivity inactiveSince(LocalDate reference, int months) {
        if (months < 1) {
            throw new IllegalArgumentException("A period has at least one month: " + months);
        }
        if (reference.isAfter(LocalDate.now(clock))) {
            throw new Refused("activity.reference.future");
        }
        YearMonth last = YearMonth.from(reference).minusMonths(1);
        YearMonth first = last.minusMonths(months - 1L);
        List<YearMonth> missing = missing(first, last);
        if (!missing.isEmpty()) {
            throw new Refused("activity.months.missing", missing.size(), Months.prose(missing));
        }
        List<Found> found = silent(first, last);
        return new Inactivity(first, last, found.stream().filter(each -> !each.doubt()).map(Found::undertaking).toList(),
                found.stream().filter(Found::doubt).map(Found::undertaking).toList(), rowsOfNobody(first, last));
    }

    /**
     * Paid vouchers per undertaking in a year; whoever has none is not in it.
     * @throws Refused activity.months.missing when figures of a month of that year were never imported: a share of an incomplete year is wrong
     */
    @Transactional(readOnly = true)
    public PaidInYear paidIn(int year) {
        YearMonth first = YearMonth.of(year, 1);
        YearMonth last = YearMonth.of(year, 12);
        List<YearMonth> missing = missing(first, last);
        if (!missing.isEmpty()) {
            throw new Refused("activity.months.missing", missing.size(), Months.prose(missing));
        }
        Map<String, Long> vouchers = new TreeMap<>();
        jdbc.sql("""
                select enterprise_number, sum(vouchers) from activity_month where superseded_by is null and month between ? and ?
                group by enterprise_number having sum(vouchers) > 0""").params(first.atDay(1), last.atDay(1)).query(row -> {
                    vouchers.put(row.getString(1), row.getLong(2));
                });
        int rejected = jdbc.sql("""
                with counting as (select distinct import, month from activity_month where superseded_by is null and month between ? and ?)
                select count(distinct (rejection.import, file_row)) from activity_rejection rejection join counting on counting.import = rejection.import
                where rejection.month is null or rejection.month = counting.month""").params(first.atDay(1), last.atDay(1)).query(Integer.class).single();
        return new PaidInYear(year, Collections.unmodifiableMap(vouchers), vouchers.values().stream().mapToLong(Long::longValue).sum(), rejected);
    }

    /** Months of the period without any figures, oldest first. */
    @Transactional(readOnly = true)
    public List<YearMonth> missing(YearMonth first, YearMonth last) {
        List<YearMonth> known = jdbc.sql("select distinct month from activity_month where superseded_by is null and month between ? and ?")
                .params(first.atDay(1), last.atDay(1)).query((row, i) -> ImportLedger.month(row, 1)).list();
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1)).filter(month -> !known.contains(month)).toList();
    }

    private record Found(Undertaking undertaking, boolean doubt) { }

    private List<Found> silent(YearMonth first, YearMonth last) {
        return jdbc.sql("""
                with counting as (select distinct import, month from activity_month where superseded_by is null and month between :first and :last)
                select recognition.enterprise_number, recognition_number, name, recognised_on,
                       (select max(month) from activity_month activity
                        where activity.enterprise_number = recognition.enterprise_number and superseded_by is null and vouchers > 0),
                       exists (select from activity_rejection rejection join counting on counting.import = rejection.import
                               where rejection.enterprise_number = recognition.enterprise_number
                                 and (rejection.month is null or rejection.month = counting.month))
                from recognition
                where status = 'ERKEND' and recognised_on <= :first
                  and not exists (select from activity_month activity
                                  where activity.enterprise_number = recognition.enterprise_number and superseded_by is null and vouchers > 0
                                    and month between :first and :last)
                order by lower(name), recognition_number""")
                .param("first", first.atDay(1)).param("last", last.atDay(1))
                .query((row, i) -> new Found(new Undertaking(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
                        row.getObject(5) == null ? null : ImportLedger.month(row, 5)), row.getBoolean(6))).list();
    }

    private int rowsOfNobody(YearMonth first, YearMonth last) {
        return jdbc.sql("""
                with counting as (select distinct import, month from activity_month where superseded_by is null and month between :first and :last)
                select count(distinct (rejection.import, file_row)) from activity_rejection rejection join counting on counting.import = rejection.import
                where enterprise_number is null and (rejection.month is null or rejection.month = counting.month)""")
                .param("first", first.atDay(1)).param("last", last.atDay(1)).query(Integer.class).single();
    }
}
