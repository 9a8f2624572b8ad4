package be.dossierwerk.conformance;

import be.dossierwerk.security.CurrentActor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found, where and why, what people did about it, and what is looked at and what is not; for those who lead, check and audit. */
@Service
public class ShowFindings {

    /** Each part may be null: everything. {@code status} LOPEND stands for what is not settled. {@code procedure} ONMOGELIJK: histories that cannot be. */
    public record Filter(String procedure, String norm, String status) {
        public static final Filter RUNNING = new Filter(null, null, "LOPEND");
        /** The procedure that stands for none. */
        public static final String IMPOSSIBLE = "ONMOGELIJK";
    }

    /** {@code subject}: of the dossier; null where there is none. {@code impossible}: no norm, a history that cannot be. */
    public record Row(long id, String norm, String normName, boolean impossible, String dossier, String subject, String procedure, String sentence, String status, Instant foundAt) { }

    /** What happened; {@code at} is null where only the day is known, {@code seq} the place in the timeline, or null. */
    public record Shown(String day, String at, Long seq, String who, String what) { }

    /** What somebody did about it: {@code said} is a Dutch sentence. */
    public record Act(Instant at, String by, String status, String said, String reason) { }

    /** Everything about one. {@code proposedBy}: the login of who proposed to accept it, or null. */
    public record Sheet(Row row, String legalText, String article, boolean uncertain, String note, String repair, String likely, List<Shown> evidence, String cause, String causeText,
                        String proposedBy, String proposedByName, String vanished, List<Act> acts) { }

    /** {@code by}: the name of who asked for it. */
    public record Run(Instant at, String by, int dossiers, int findings) { }

    /** A norm as it holds now: how many dossiers were checked, in how many it had something to look at, and what was found and is not settled. */
    public record Covered(String code, String name, String legalText, String article, boolean uncertain, String note, List<String> procedures, boolean impossible, int checked, int applied,
                          int running, int all, Instant lastCheck) { }

    /** {@code procedures}: one star is every procedure. */
    public record Uncovered(List<String> procedures, String duty, String article, String reason) { }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = """
            select f.id, f.norm, n.name, n.pattern = 'ONMOGELIJK', f.dossier, d.subject, f.procedure, f.sentence, f.status, f.found_at
            from conformance_finding f join conformance_norm n on n.code = f.norm and n.version = f.norm_version left join dossier d on d.number = f.dossier""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowFindings(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The newest first. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Row> page(Filter filter, int skip, int limit) {
        maySee();
        Map<String, Object> params = params(filter);
        params.put("skip", skip);
        params.put("limit", limit);
        return jdbc.sql(ROW + " where " + condition(filter) + " order by f.id desc offset :skip limit :limit").params(params).query((row, i) -> row(row)).list();
    }

    @Transactional(readOnly = true)
    public int count(Filter filter) {
        maySee();
        return jdbc.sql("select count(*) from conformance_finding f join conformance_norm n on n.code = f.norm and n.version = f.norm_version where " + condition(filter))
                .params(params(filter)).query(Integer.class).single();
    }

    /** Empty when there is none with that number. */
    @Transactional(readOnly = true)
    public Optional<Sheet> find(long id) {
        maySee();
        return jdbc.sql("""
                select f.id, f.norm, n.name, n.pattern = 'ONMOGELIJK', f.dossier, d.subject, f.procedure, f.sentence, f.status, f.found_at,
                       n.legal_text, n.article, n.uncertain, n.note, n.repair, f.likely, f.evidence, f.cause, f.cause_text, f.proposed_by, f.proposed_by_name, f.vanished
                from conformance_finding f join conformance_norm n on n.code = f.norm and n.version = f.norm_version left join dossier d on d.number = f.dossier where f.id = ?""")
                .param(id).query((row, i) -> new Sheet(row(row), row.getString(11), row.getString(12), row.getBoolean(13), row.getString(14), row.getString(15), row.getString(16),
                        evidence(row.getString(17)), row.getString(18), row.getString(19), row.getString(20), row.getString(21), row.getString(22), acts(id))).optional();
    }

    /** Not settled, of one dossier. */
    @Transactional(readOnly = true)
    public List<Row> running(String dossier) {
        maySee();
        return jdbc.sql(ROW + " where f.dossier = ? and f.status in ('OPEN', 'IN_ONDERZOEK') order by f.id").param(dossier).query((row, i) -> row(row)).list();
    }

    /** For who may see findings; false for others. */
    @Transactional(readOnly = true)
    public boolean anyRunning(String dossier) {
        return Arrays.stream(Responsible.READERS).anyMatch(currentActor.get()::has)
                && jdbc.sql("select exists (select from conformance_finding where dossier = ? and status in ('OPEN', 'IN_ONDERZOEK'))").param(dossier).query(Boolean.class).single();
    }

    @Transactional(readOnly = true)
    public Optional<Run> lastRun() {
        maySee();
        return jdbc.sql("select finished_at, asked_by, dossiers, findings from conformance_run where state = 'KLAAR' order by id desc limit 1")
                .query((row, i) -> new Run(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getInt(3), row.getInt(4))).optional();
    }

    /** Every norm that holds now, in the order of its code; histories that cannot be last. */
    @Transactional(readOnly = true)
    public List<Covered> covered() {
        maySee();
        return jdbc.sql("""
                select n.code, n.name, n.legal_text, n.article, n.uncertain, n.note, n.procedures, n.pattern = 'ONMOGELIJK',
                       case when n.pattern = 'ONMOGELIJK' then coalesce((select dossiers from conformance_run where state = 'KLAAR' order by id desc limit 1), 0) else coalesce(c.checked, 0) end,
                       coalesce(a.applied, 0), coalesce(f.running, 0), coalesce(f.every, 0),
                       case when n.pattern = 'ONMOGELIJK' then (select max(finished_at) from conformance_run) else c.last end
                from conformance_norm n
                left join lateral (select sum(t.checked)::int as checked, max(t.last) as last from
                    (select procedure, count(*) as checked, max(checked_at) as last from conformance_checked group by procedure) t where t.procedure = any(n.procedures)) c on true
                left join (select code, count(*)::int as applied from conformance_checked, unnest(applied) code group by code) a on a.code = n.code
                left join (select norm, count(*) filter (where status in ('OPEN', 'IN_ONDERZOEK'))::int as running, count(*)::int as every from conformance_finding group by norm) f
                    on f.norm = n.code
                where n.valid_to is null order by n.pattern = 'ONMOGELIJK', n.name, n.code""")
                .query((row, i) -> new Covered(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5), row.getString(6),
                        List.of((String[]) row.getArray(7).getArray()), row.getBoolean(8), row.getInt(9), row.getInt(10), row.getInt(11), row.getInt(12),
                        row.getObject(13) == null ? null : row.getObject(13, OffsetDateTime.class).toInstant())).list();
    }

    @Transactional(readOnly = true)
    public List<Uncovered> uncovered() {
        maySee();
        return jdbc.sql("select procedures, duty, article, reason from conformance_uncovered order by position")
                .query((row, i) -> new Uncovered(List.of((String[]) row.getArray(1).getArray()), row.getString(2), row.getString(3), row.getString(4))).list();
    }

    private List<Act> acts(long id) {
        return jdbc.sql("select at, by_name, status, said, reason from conformance_act where finding = ? order by id").param(id)
                .query((row, i) -> new Act(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    private static String condition(Filter filter) {
        StringBuilder sql = new StringBuilder("true");
        if (filter.procedure() != null) {
            sql.append(Filter.IMPOSSIBLE.equals(filter.procedure()) ? " and n.pattern = 'ONMOGELIJK'" : " and f.procedure = :procedure");
        }
        if (filter.norm() != null) {
            sql.append(" and f.norm = :norm");
        }
        if (filter.status() != null) {
            sql.append("LOPEND".equals(filter.status()) ? " and f.status in ('OPEN', 'IN_ONDERZOEK')" : " and f.status = :status");
        }
        return sql.toString();
    }

    private static Map<String, Object> params(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        params.put("procedure", filter.procedure());
        params.put("norm", filter.norm());
        params.put("status", filter.status());
        return params;
    }

    private static List<Shown> evidence(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void maySee() {
        currentActor.require(Responsible.READERS);
    }
}
