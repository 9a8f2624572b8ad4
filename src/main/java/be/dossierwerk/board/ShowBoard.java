package be.dossierwerk.board;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table of norms and volumes of any period beside any other (seeds.md 2.1). */
@Service
public class ShowBoard {

    /** Both days belong to it. */
    public record Period(LocalDate from, LocalDate to) {

        /** What people call it by. */
        public enum Span { YEAR, QUARTER, MONTH, DAYS }

        private static final int MONTHS_OF_QUARTER = 3;

        public static Period year(int year) {
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }

        public static Period quarter(int year, int quarter) {
            YearMonth last = YearMonth.of(year, MONTHS_OF_QUARTER * quarter);
            return new Period(last.minusMonths(MONTHS_OF_QUARTER - 1L).atDay(1), last.atEndOfMonth());
        }

        public static Period month(YearMonth month) {
            return new Period(month.atDay(1), month.atEndOfMonth());
        }

        public Span span() {
            if (equals(year(from.getYear()))) {
                return Span.YEAR;
            }
            if (equals(quarter(from.getYear(), from.get(IsoFields.QUARTER_OF_YEAR)))) {
                return Span.QUARTER;
            }
            return equals(month(YearMonth.from(from))) ? Span.MONTH : Span.DAYS;
        }

        /** What ends with a month ends with it then too, also in February. */
        public Period yearBefore() {
            YearMonth last = YearMonth.from(to);
            return new Period(from.minusYears(1), to.equals(last.atEndOfMonth()) ? last.minusYears(1).atEndOfMonth() : to.minusYears(1));
        }

        /** The first day of its whole months; its first day when it has none. */
        private LocalDate sinceMonth() {
            return hasMonth() ? firstMonth() : from;
        }

        /** The day after its whole months; its first day when it has none. */
        private LocalDate untilMonth() {
            return hasMonth() ? monthAfter() : from;
        }

        private boolean hasMonth() {
            return firstMonth().isBefore(monthAfter());
        }

        private LocalDate firstMonth() {
            return YearMonth.from(from.minusDays(1)).plusMonths(1).atDay(1);
        }

        private LocalDate monthAfter() {
            return YearMonth.from(to.plusDays(1)).atDay(1);
        }
    }

    /** {@code counted}: dossiers that count; without them there is nothing to say. */
    public record Result(long counted, long met) {

        /** Percent, rounded half up; null when nothing counts. */
        public BigDecimal percent(int decimals) {
            return counted == 0 ? null : share().setScale(decimals, RoundingMode.HALF_UP);
        }

        private BigDecimal share() {
            return BigDecimal.valueOf(100 * met).divide(BigDecimal.valueOf(counted), 12, RoundingMode.HALF_UP);
        }
    }

    /** How a result stands beside its target, in the classes of the published table: of it at least all, nine tenths, or less; UNKNOWN when nothing counts. */
    public enum Standing {
        MET, ALMOST, MISSED, UNKNOWN;

        private static final int ALL = 100;
        private static final int NINE_TENTHS = 90;

        /** {@code ofTarget}: percent, rounded as it is printed; null when nothing counts. */
        private static Standing of(BigDecimal ofTarget) {
            if (ofTarget == null) {
                return UNKNOWN;
            }
            return ofTarget.intValue() >= ALL ? MET : ofTarget.intValue() >= NINE_TENTHS ? ALMOST : MISSED;
        }
    }

    public record NormLine(String code, int version, String measure, String measureName, String name, BigDecimal target, int decimals, String bound, Result now, Result before) {

        /** Points more than in the other period, of the shares as they are, not as they are printed; null when either has nothing to count. */
        public BigDecimal change(int places) {
            return now.counted == 0 || before.counted == 0 ? null : now.share().subtract(before.share()).setScale(places, RoundingMode.HALF_UP);
        }

        /** Result over target in percent, of the result as it is printed. */
        public BigDecimal ofTarget(int places) {
            return now.counted == 0 ? null : now.percent(decimals).multiply(BigDecimal.valueOf(100)).divide(target, places, RoundingMode.HALF_UP);
        }

        /** Of the same norm, other dossiers. */
        public NormLine with(Result now, Result before) {
            return new NormLine(code, version, measure, measureName, name, target, decimals, bound, now, before);
        }

        public Standing standing() {
            return Standing.of(ofTarget(0));
        }
    }

    /** {@code euro}: a sum of money and no count. */
    public record VolumeLine(String measure, String indicator, String name, boolean euro, BigDecimal now, BigDecimal before) {

        public BigDecimal trend() {
            return ShowBoard.trend(now, before);
        }
    }

    public record Board(Period period, Period other, List<NormLine> norms, List<VolumeLine> volumes) { }

    static final String[] READERS = {Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR, ApiAccounts.ROLE};

    /** Verdicts of a norm {@code n}: of whole months as they were added up, of the days before and after them one by one. */
    private static final String VERDICTS = """
            select coalesce(sum(each.counted), 0) as counted, coalesce(sum(each.met), 0) as met from (
                select m.counted, m.met from board_month_verdicts m where m.code = n.code and m.version = n.version and m.month >= :since and m.month < :until
                union all select 1, cast(a.met as integer) from board_account a where a.code = n.code and a.version = n.version and a.counted_on >= :first and a.counted_on < :since
                union all select 1, cast(a.met as integer) from board_account a where a.code = n.code and a.version = n.version and a.counted_on >= :until and a.counted_on < :end) each""";
    /** Events of a volume {@code v}, in the same way. A filter is such as type=FIRST|FOLLOW_UP. */
    private static final String EVENTS = """
            select coalesce(sum(each.events), 0) as events, coalesce(sum(each.amount), 0) as amount from (
                select m.events, m.amount from board_month_events m where m.measure = v.measure and m.name = v.event and m.kind = any (v.kinds) and m.month >= :since and m.month < :until
                union all select 1, e.amount from history_event e
                where e.measure = v.measure and e.name = v.event and e.kind = any (v.kinds) and e.ended_at is null and e.at >= :first and e.at < :since
                union all select 1, e.amount from history_event e
                where e.measure = v.measure and e.name = v.event and e.kind = any (v.kinds) and e.ended_at is null and e.at >= :until and e.at < :end) each""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowBoard(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public Board of(Period period, Period other) {
        currentActor.require(READERS);
        return new Board(period, other, norms(period, other), volumes(period, other));
    }

    /** In which something was counted, newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        currentActor.require(READERS);
        // Of each norm the first and the last day in its index: what lies between is not read.
        return jdbc.sql("""
                select year from (select extract(year from min(first.counted_on))::int as first, extract(year from max(last.counted_on))::int as last
                    from (select distinct code, version from board_norm) n
                    cross join lateral (select counted_on from board_account a where a.code = n.code and a.version = n.version order by counted_on limit 1) first
                    cross join lateral (select counted_on from board_account a where a.code = n.code and a.version = n.version order by counted_on desc limit 1) last) counted
                cross join lateral generate_series(counted.first, counted.last) year order by year desc""").query(Integer.class).list();
    }

    /** Percent more than before; null when there was nothing then. */
    static BigDecimal trend(BigDecimal now, BigDecimal before) {
        return before.signum() == 0 ? null : now.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before, 0, RoundingMode.HALF_UP);
    }

    private List<NormLine> norms(Period period, Period other) {
        return jdbc.sql("""
                select n.code, n.version, n.measure, n.measure_name, n.name, n.target, n.decimals, n.bound, now.counted, now.met, before.counted, before.met
                from board_norm n cross join lateral (%s) now cross join lateral (%s) before
                where n.version = (select max(version) from board_norm newest where newest.code = n.code) order by n.place""".formatted(VERDICTS, VERDICTS.replace(":", ":other")))
                .params(days(period, other))
                .query((row, i) -> new NormLine(row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getBigDecimal(6), row.getInt(7), row.getString(8),
                        new Result(row.getLong(9), row.getLong(10)), new Result(row.getLong(11), row.getLong(12)))).list();
    }

    private List<VolumeLine> volumes(Period period, Period other) {
        return jdbc.sql("""
                select v.measure, v.indicator, v.name, v.sums, case when v.sums then now.amount else now.events end, case when v.sums then before.amount else before.events end
                from (select *, string_to_array(split_part(filter, '=', 2), '|') as kinds from board_volume) v cross join lateral (%s) now cross join lateral (%s) before
                order by v.place""".formatted(EVENTS, EVENTS.replace(":", ":other")))
                .params(days(period, other))
                .query((row, i) -> new VolumeLine(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBigDecimal(5), row.getBigDecimal(6))).list();
    }

    private static Map<String, LocalDate> days(Period period, Period other) {
        return Map.of("first", period.from, "since", period.sinceMonth(), "until", period.untilMonth(), "end", period.to.plusDays(1),
                "otherfirst", other.from, "othersince", other.sinceMonth(), "otheruntil", other.untilMonth(), "otherend", other.to.plusDays(1));
    }
}
