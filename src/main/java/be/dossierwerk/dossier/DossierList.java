package be.dossierwerk.dossier;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dossiers as people look for them. List and count are built from the same condition. */
@Service
public class DossierList {

    /** Each part may be null or empty. {@code text}: a whole number, or a part of the number, of the undertaking's name or of its enterprise number. */
    public record Filter(String text, String procedure, String state, String handler) {
        public static final Filter NONE = new Filter(null, null, null, null);
    }

    /** {@code term}: the term that counts now, null when none runs. */
    public record Row(String number, String subject, String enterpriseNumber, String procedure, String state, String outcome,
                      String handlerName, LocalDate receivedOn, TermStanding term) { }

    /** The columns that the list is sorted by, each with an index. STATE: of a closed dossier its outcome, as the list shows it. */
    public enum Column {
        RECEIVED("d.received_on", Row::receivedOn), NUMBER("d.number", Row::number), UNDERTAKING("d.subject", Row::subject),
        STATE("coalesce(d.outcome, d.state)", row -> row.outcome() == null ? row.state() : row.outcome()),
        HANDLER("coalesce(d.handler_name, '')", row -> row.handlerName() == null ? "" : row.handlerName());

        private final String sql;
        private final Function<Row, Object> key;

        Column(String sql, Function<Row, Object> key) {
            this.sql = sql;
            this.key = key;
        }
    }

    /** Of equals, the number decides. */
    public record Order(Column by, boolean descending) {
        public static final Order NEWEST = new Order(Column.RECEIVED, true);

        private String sql() {
            return by.sql + (descending ? " desc" : "") + ", d.number" + (descending ? " desc" : "");
        }

        private String beyond() {
            return "(" + by.sql + ", d.number) " + (descending ? "<" : ">") + " (:afterKey, :afterNumber)";
        }
    }

    /** Shorter parts of words are in most dossiers, and not in the index. */
    private static final Pattern SOUGHT_BY_INDEX = Pattern.compile("[\\p{L}\\p{N}]{3}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("DC-[A-Z]+-[0-9]{4}-[0-9]{5,}");
    /** The different values of a column, each by one step in its index: {@code distinct} would read every dossier. */
    private static final String EACH = """
            with recursive each (value) as (
                (select min(%1$s) from dossier) union all
                select (select min(%1$s) from dossier where %1$s > value) from each where value is not null)
            """;

    private final JdbcClient jdbc;
    private final Terms terms;
    private final CurrentActor currentActor;

    DossierList(JdbcClient jdbc, Terms terms, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.currentActor = currentActor;
    }

    /** Newest first. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Row> page(Filter filter, int skip, int limit) {
        return page(filter, Order.NEWEST, null, skip, limit);
    }

    /** One page; {@code after} is the last row of the page before, or null together with {@code skip}. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Row> page(Filter filter, Order order, Row after, int skip, int limit) {
        currentActor.require(DossierRoles.READERS);
        Map<String, Object> params = params(filter);
        params.put("skip", skip);
        params.put("limit", limit);
        String page = condition(filter);
        if (after != null) {
            page += " and " + order.beyond();
            params.put("afterKey", order.by().key.apply(after));
            params.put("afterNumber", after.number());
        }
        // What is skipped is read from the index alone.
        List<Row> rows = jdbc.sql("""
                select d.number, d.subject, d.enterprise_number, d.procedure, d.state, d.outcome, d.handler_name, d.received_on
                from (select d.number from dossier d where %1$s order by %2$s offset :skip limit :limit) page join dossier d using (number) order by %2$s"""
                .formatted(page, order.sql())).params(params)
                .query((row, i) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getString(6), row.getString(7), row.getObject(8, LocalDate.class), null))
                .list();
        var standings = terms.ofAll(rows.stream().filter(DossierList::isOpen).map(Row::number).toList());
        return rows.stream().map(row -> withTerm(row, standings.getOrDefault(row.number(), List.of()))).toList();
    }

    /** Exact. */
    @Transactional(readOnly = true)
    public long count(Filter filter) {
        currentActor.require(DossierRoles.READERS);
        return jdbc.sql("select count(*) from dossier d where " + condition(filter)).params(params(filter)).query(Long.class).single();
    }

    /** The procedures that have dossiers. */
    @Transactional(readOnly = true)
    public List<String> procedures() {
        return jdbc.sql(EACH.formatted("procedure") + "select value from each where value is not null order by 1").query(String.class).list();
    }

    /** Who handles a dossier: id and name, ordered by name. */
    @Transactional(readOnly = true)
    public Map<String, String> handlers() {
        Map<String, String> handlers = new LinkedHashMap<>();
        jdbc.sql(EACH.formatted("handler") + "select value, (select max(handler_name) from dossier where handler = value) from each where value is not null order by 2, 1")
                .query(row -> {
                    handlers.put(row.getString(1), row.getString(2));
                });
        return handlers;
    }

    private static boolean isOpen(Row row) {
        return !Dossiers.CLOSED.equals(row.state());
    }

    private static Row withTerm(Row row, List<TermStanding> standings) {
        return new Row(row.number(), row.subject(), row.enterpriseNumber(), row.procedure(), row.state(), row.outcome(), row.handlerName(),
                row.receivedOn(), isOpen(row) ? MainTerm.of(row.procedure(), standings).orElse(null) : null);
    }

    private static String condition(Filter filter) {
        StringBuilder sql = new StringBuilder("true");
        if (given(filter.text())) {
            sql.append(isWholeNumber(filter.text()) ? " and d.number = any(:numbers)"
                    : SOUGHT_BY_INDEX.matcher(filter.text()).find() ? " and d.number in (select dossier_found(:text, :digits))"
                    : " and (d.number ilike :text or d.subject ilike :text or d.enterprise_number like :digits)");
        }
        if (given(filter.procedure())) {
            sql.append(" and d.procedure = :procedure");
        }
        if (given(filter.state())) {
            sql.append(" and d.state = :state");
        }
        if (given(filter.handler())) {
            sql.append(" and d.handler = :handler");
        }
        return sql.toString();
    }

    private static Map<String, Object> params(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        params.put("procedure", filter.procedure());
        params.put("state", filter.state());
        params.put("handler", filter.handler());
        if (given(filter.text())) {
            params.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            String digits = digits(filter.text());
            params.put("digits", digits.isEmpty() ? null : "%" + digits + "%");
            if (isWholeNumber(filter.text())) {
                params.put("numbers", numbers(filter.text().strip().toUpperCase(Locale.ROOT)));
            }
        }
        return params;
    }

    /** 0403.170.701 as people copy it; letters do not become digits. */
    private static String digits(String text) {
        String digits = text.replaceFirst("(?i)^\\s*BE\\s*(?=[0-9])", "").replaceAll("[.\\s]", "");
        return digits.matches("[0-9]{3,10}") ? digits : "";
    }

    private static boolean isWholeNumber(String text) {
        return WHOLE_NUMBER.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /** A number that was typed whole, and those of which it is a part: they are a digit longer. */
    private static String[] numbers(String whole) {
        return Stream.concat(Stream.of(whole), IntStream.range(0, 10).mapToObj(digit -> whole + digit)).toArray(String[]::new);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
