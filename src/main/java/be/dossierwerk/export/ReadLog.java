package be.dossierwerk.export;

import be.dossierwerk.dossier.Words;
import be.dossierwerk.export.LogEvent.LogObject;
import be.dossierwerk.security.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads what a log tells, row by row with a cursor: never more than a page of it is in memory. Whoever reads more than once opens one transaction that
 * sees one state of the database; a cursor needs a transaction anyway.
 */
@Component
class ReadLog {

    /** A thing that belongs to a dossier; {@code facts} without what is null. */
    record Belongs(LogObject object, String dossier, Instant at, Map<String, String> facts) { }

    /** A term or a decision as a row of a table. */
    interface Cells {
        void row(Object... cells);
    }

    private static final int PAGE = 1_000;
    private static final String CONDITION = """
            (cardinality(:procedures) = 0 or d.procedure = any(:procedures)) and (cast(:from as date) is null or d.received_on >= :from)
            and (cast(:to as date) is null or d.received_on <= :to) and (not :closed or d.closed_on is not null)""";
    private static final String DOSSIER = "d.number, d.procedure, d.received_on, d.registered_at, d.state, d.outcome, d.closed_on, d.enterprise_number";
    /** What of the facts of an act (FEITEN, of the same transaction) is an object of OCEL. */
    private static final Map<String, String> OBJECTS = Map.of("besluit", "besluit", "letter", "brief", "payment_payable", "betaling", "training", "opleiding");

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    /** With a page size of its own, which the client of everybody else does not have. */
    ReadLog(DataSource data) {
        JdbcTemplate paged = new JdbcTemplate(data);
        paged.setFetchSize(PAGE);
        this.jdbc = JdbcClient.create(paged);
    }

    LogCounts counts(LogFilter filter) {
        return new LogCounts(count("dossier d where ", filter), count("dossier d join export_event e on e.dossier = d.number where ", filter),
                count("dossier d join besluit b on b.dossier = d.number where ", filter));
    }

    private long count(String from, LogFilter filter) {
        return of("select count(*) from " + from + CONDITION, filter).query(Long.class).single();
    }

    void dossiers(LogFilter filter, Pseudonyms pseudonyms, Consumer<LogDossier> each) {
        of("select " + DOSSIER + " from dossier d where " + CONDITION + " order by d.number", filter).query(row -> {
            each.accept(dossier(row, pseudonyms));
        });
    }

    /** Dossier by dossier, each from its first event to its last; a dossier without events comes once, with null. {@code about}: also what acts changed. */
    void events(LogFilter filter, Pseudonyms pseudonyms, boolean about, BiConsumer<LogDossier, LogEvent> each) {
        CurrentDossier current = new CurrentDossier(pseudonyms);
        Map<String, String> roles = new HashMap<>();
        of("select " + DOSSIER + ", e.at, e.part, e.place, e.source, e.transition, e.name, e.process, e.element, e.kind, e.actor,\n"
                + "(select string_agg(distinct r.role, ' ' order by r.role) from export_task_role r where r.task = e.task) as roles,\n"
                + (about ? """
                (select c.content from audit_entry a join audit_entry f on f.dossier = a.dossier and f.xact = a.xact and f.action = 'FEITEN' and f.seq > a.seq
                 join audit_content c on c.dossier = f.dossier and c.seq = f.seq where e.source = 'HANDELING' and a.dossier = e.dossier and a.seq = e.place order by f.seq limit 1)""" : "null")
                + " as facts\nfrom dossier d left join lateral (select * from export_event e where e.dossier = d.number) e on true\nwhere " + CONDITION
                + " order by d.number, e.at, e.part <> 2, e.place, e.part", filter).query(row -> {
                    each.accept(current.of(row), row.getString("source") == null ? null : event(row, pseudonyms, roles));
                });
    }

    void terms(LogFilter filter, Cells cells) {
        of("""
                select t.dossier, t.rule, t.rule_version, r.name, r.nature, t.started_on, t.due_on, t.stopped_on,
                (select count(*) from term_entry e where e.dossier = t.dossier and e.kind = 'PAUSED' and e.effective_on >= t.started_on
                 and (t.stopped_on is null or e.effective_on <= t.stopped_on))
                from dossier d join term t on t.dossier = d.number join term_rule r on r.code = t.rule and r.version = t.rule_version where\s""" + CONDITION
                + " order by t.dossier, t.id", filter).query(row -> {
                    cells.row(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5), day(row, 6), day(row, 7), day(row, 8), row.getLong(9));
                });
    }

    void decisions(LogFilter filter, Pseudonyms pseudonyms, Cells cells) {
        of("""
                select b.id, b.dossier, b.status, b.outcome, b.drafted_at, b.signed_on, b.drafter, b.checker, b.signatory
                from dossier d join besluit b on b.dossier = d.number where\s""" + CONDITION + " order by b.dossier, b.drafted_at, b.id", filter).query(row -> {
                    cells.row(row.getString(1), row.getString(2), row.getString(3), row.getString(4), instant(row, "drafted_at"), day(row, 6),
                            pseudonyms.person(row.getString(7)), pseudonyms.person(row.getString(8)), pseudonyms.person(row.getString(9)));
                });
    }

    /** The things that belong to dossiers, type by type. */
    void objects(LogFilter filter, Consumer<Belongs> each) {
        belongs("besluit", "select b.id::text, b.dossier, b.drafted_at, b.status, b.outcome, b.signed_on::text from dossier d join besluit b on b.dossier = d.number where ",
                filter, List.of("status", "uitkomst", "getekend_op"), each);
        belongs("brief", "select l.id::text, l.dossier, l.made_at, l.kind, l.status, l.sent_on::text from dossier d join letter l on l.dossier = d.number where ",
                filter, List.of("soort", "status", "verzonden_op"), each);
        belongs("betaling", "select p.id::text, p.dossier, p.added_at, p.amount::text, s.state from dossier d join payment_payable p on p.dossier = d.number "
                + "join payment_standing s on s.payable = p.id where ", filter, List.of("bedrag", "status"), each);
        belongs("opleiding", "select t.dossier, t.dossier, t.filed_at, t.kind, t.status from dossier d join training t on t.dossier = d.number where ",
                filter, List.of("soort", "status"), each);
    }

    private void belongs(String type, String sql, LogFilter filter, List<String> facts, Consumer<Belongs> each) {
        of(sql + CONDITION + " order by 2, 1", filter).query(row -> {
            Map<String, String> told = new LinkedHashMap<>();
            for (int i = 0; i < facts.size(); i++) {
                if (row.getString(4 + i) != null) {
                    told.put(facts.get(i), row.getString(4 + i));
                }
            }
            each.accept(new Belongs(new LogObject(type, type + "-" + row.getString(1)), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(), told));
        });
    }

    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, name from inbox_colleague").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    private JdbcClient.StatementSpec of(String sql, LogFilter filter) {
        return jdbc.sql(sql).param("procedures", filter.procedures().toArray(String[]::new)).param("from", filter.from()).param("to", filter.to()).param("closed", filter.closedOnly());
    }

    private static LogDossier dossier(ResultSet row, Pseudonyms pseudonyms) throws SQLException {
        return new LogDossier(row.getString(1), row.getString(2), day(row, 3), instant(row, "registered_at"), row.getString(5), row.getString(6), day(row, 7),
                pseudonyms.undertaking(row.getString(8)));
    }

    /** Its events come one after the other: what they share is made once. */
    private static final class CurrentDossier {

        private final Pseudonyms pseudonyms;
        private LogDossier dossier;

        CurrentDossier(Pseudonyms pseudonyms) {
            this.pseudonyms = pseudonyms;
        }

        LogDossier of(ResultSet row) throws SQLException {
            if (dossier == null || !dossier.number().equals(row.getString(1))) {
                dossier = ReadLog.dossier(row, pseudonyms);
            }
            return dossier;
        }
    }

    /** {@code known}: what sets of roles are called, of which there are few. */
    private LogEvent event(ResultSet row, Pseudonyms pseudonyms, Map<String, String> known) throws SQLException {
        boolean step = row.getString("source").equals("STAP");
        String place = row.getString("number") + "-" + (step ? "s" : "h") + row.getLong("place");
        String roles = step ? row.getString("roles") : row.getString("kind");
        return new LogEvent(step ? place + "-" + row.getString("transition") : place, place, row.getString("source"), row.getString("transition"),
                step ? row.getString("name") : sentence(row.getString("name")), instant(row, "at"), row.getString("process"), row.getString("element"),
                step ? row.getString("kind") : null, pseudonyms.person(row.getString("actor")), roles == null || roles.isBlank() ? null : known.computeIfAbsent(roles, ReadLog::names), about(row.getString("facts")));
    }

    private List<LogObject> about(String facts) {
        if (facts == null) {
            return List.of();
        }
        try {
            List<LogObject> about = new ArrayList<>();
            for (JsonNode change : json.readTree(facts).path("changes")) {
                String type = OBJECTS.get(change.path("table").asText());
                JsonNode key = change.path("key");
                JsonNode id = key.has("id") ? key.get("id") : key.path("dossier");
                if (type != null && id.isValueNode()) {
                    about.add(new LogObject(type, type + "-" + id.asText()));
                }
            }
            return about.stream().distinct().toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that cannot be read", e);
        }
    }

    /** BESLUIT_GETEKEND becomes "Besluit getekend". */
    private static String sentence(String action) {
        String words = Words.of(action);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A substitute's authority names a login ({@code vervangt:an}): that is a person, no role. */
    private static String names(String roles) {
        return Arrays.stream(roles.split(" ")).filter(role -> !role.contains(":")).map(Roles::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
