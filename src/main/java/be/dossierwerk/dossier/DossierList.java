package be.dossierwerk.dossier;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dossiers as people look for them, newest first. List and count are built from the same condition. */
@Service
public class DossierList {

    /** Each part may be null or empty. {@code text}: a part of the number, of the undertaking's name or of its enterprise number. */
    public record Filter(String text, String procedure, String state, String handler) {
        public static final Filter NONE = new Filter(null, null, null, null);
    }

    /** {@code term}: the term that counts now, null when none runs. */
    public record Row(String number, String subject, String enterpriseNumber, String procedure, String state, String outcome,
                      String handlerName, LocalDate receivedOn, TermStanding term) { }

    private final JdbcClient jdbc;
    private final Terms terms;
    private final CurrentActor currentActor;

    DossierList(JdbcClient jdbc, Terms terms, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Row> page(Filter filter, int skip, int limit) {
        currentActor.require(DossierRoles.READERS);
        Map<String, Object> params = params(filter);
        params.put("skip", skip);
        params.put("limit", limit);
        List<Row> rows = jdbc.sql("""
                select number, subject, enterprise_number, procedure, state, outcome, handler_name, received_on from dossier d
                where %s order by received_on desc, number desc offset :skip limit :limit""".formatted(condition(filter)))
                .params(params)
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
        return jdbc.sql("select distinct procedure from dossier order by 1").query(String.class).list();
    }

    /** Who handles a dossier: id and name, ordered by name. */
    @Transactional(readOnly = true)
    public Map<String, String> handlers() {
        Map<String, String> handlers = new LinkedHashMap<>();
        jdbc.sql("select handler, max(handler_name) from dossier where handler is not null group by handler order by 2, 1")
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
            sql.append(" and (d.number ilike :text or d.subject ilike :text");
            // 0403.170.701 as people copy it; letters do not become digits.
            if (!digits(filter.text()).isEmpty()) {
                sql.append(" or d.enterprise_number like :digits");
            }
            sql.append(")");
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
            params.put("digits", "%" + digits(filter.text()) + "%");
        }
        return params;
    }

    private static String digits(String text) {
        String digits = text.replaceFirst("(?i)^\\s*BE\\s*(?=[0-9])", "").replaceAll("[.\\s]", "");
        return digits.matches("[0-9]{3,10}") ? digits : "";
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
