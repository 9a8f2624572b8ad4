package be.dossierwerk.board;

import be.dossierwerk.board.Definition.Bound;
import be.dossierwerk.board.Definition.Row;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The definitions of the norms: every version with who, when and why, and what waits for a second person. */
@Service
public class Definitions {

    /** {@code approvedByName}: null for what came with the product. */
    public record Version(Definition definition, int version, Instant at, String byName, String approvedByName, String reason) { }

    /** The newest version of a norm; {@code proposal}: what waits for a second person, null for none. */
    public record Current(String code, int version, String measureName, String name, Long proposal) { }

    /** {@code version}: the one it becomes; {@code decision}: null while it waits, like all that follows it. */
    public record Proposal(long id, Definition definition, int version, String reason, String by, String byName, Instant at, Verdict decision, String decisionReason, String decidedByName,
                           Instant decidedAt) { }

    /** What a norm can be about: a measure, and the kinds and channels of its dossiers. */
    public record Measure(String code, String name, List<String> kinds, List<String> channels) { }

    private static final String ROWS = "select start_event, stop_event, counted_in, unit, amount, without_pauses, filter from ";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Definitions(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** In the order of the yearly table. */
    @Transactional(readOnly = true)
    public List<Current> current() {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("""
                select n.code, n.version, n.measure_name, n.name, c.id from board_norm n left join board_norm_change c on c.code = n.code and c.decision is null
                where n.version = (select max(version) from board_norm newest where newest.code = n.code) order by n.place""")
                .query((row, i) -> new Current(row.getString(1), row.getInt(2), row.getString(3), row.getString(4), (Long) row.getObject(5))).list();
    }

    /** Newest first. @throws Refused security.role-missing; board.norm-unknown */
    @Transactional(readOnly = true)
    public List<Version> versions(String code) {
        currentActor.require(ShowBoard.READERS);
        List<Version> versions = all(code);
        if (versions.isEmpty()) {
            throw new Refused("board.norm-unknown", code);
        }
        return versions;
    }

    /** None for a norm that is not there. */
    Optional<Version> newest(String code) {
        return all(code).stream().findFirst();
    }

    private List<Version> all(String code) {
        return jdbc.sql("""
                select n.*, c.decided_by_name as approved_by_name from board_norm n left join board_norm_change c on c.code = n.code and c.version = n.version and c.decision = 'GOEDGEKEURD'
                where n.code = ? order by n.version desc""").param(code)
                .query((row, i) -> new Version(definition(row, rows(ROWS + "board_norm_row where code = ? and version = ? order by place", code, row.getInt("version"))), row.getInt("version"),
                        instant(row, "made_at"), row.getString("made_by_name"), row.getString("approved_by_name"), row.getString("reason"))).list();
    }

    /** @throws Refused security.role-missing; board.norm-unknown */
    @Transactional(readOnly = true)
    public Version version(String code, int version) {
        return versions(code).stream().filter(each -> each.version == version).findFirst().orElseThrow(() -> new Refused("board.norm-unknown", code));
    }

    /** What waits for a second person, oldest first. */
    @Transactional(readOnly = true)
    public List<Proposal> open() {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("select * from board_norm_change where decision is null order by id").query(this::read).list();
    }

    /** @throws Refused security.role-missing; board.definition.unknown */
    @Transactional(readOnly = true)
    public Proposal proposal(long id) {
        currentActor.require(ShowBoard.READERS);
        return find(id).orElseThrow(() -> new Refused("board.definition.unknown"));
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Measure> measures() {
        currentActor.require(ShowBoard.READERS);
        record Seen(String measure, Scope scope) { }
        List<Seen> seen = jdbc.sql("""
                select measure, filter from board_norm join board_norm_row using (code, version)
                union select distinct measure, 'type=' || kind || ';channel=' || channel from history_dossier""").query((row, i) -> new Seen(row.getString(1), Scope.parse(row.getString(2)))).list();
        return jdbc.sql("select distinct on (measure) measure, measure_name from board_norm order by measure, version desc").query((row, i) -> Map.entry(row.getString(1), row.getString(2))).list()
                .stream().map(measure -> {
                    TreeSet<String> kinds = new TreeSet<>();
                    TreeSet<String> channels = new TreeSet<>();
                    seen.stream().filter(each -> each.measure.equals(measure.getKey())).forEach(each -> {
                        kinds.addAll(each.scope.kinds());
                        channels.addAll(each.scope.channels());
                    });
                    return new Measure(measure.getKey(), measure.getValue(), List.copyOf(kinds), List.copyOf(channels));
                }).sorted(Comparator.comparing(Measure::name)).toList();
    }

    /** Empty when no norm is of that measure. */
    Optional<String> nameOf(String measure) {
        return jdbc.sql("select measure_name from board_norm where measure = ? order by version desc limit 1").param(measure).query(String.class).optional();
    }

    /** What a limit can run from and to. */
    public List<String> events() {
        return ImportHistory.EVENTS.stream().sorted().toList();
    }

    Optional<Proposal> find(long id) {
        return jdbc.sql("select * from board_norm_change where id = ?").param(id).query(this::read).optional();
    }

    private Proposal read(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        long id = row.getLong("id");
        return new Proposal(id, definition(row, rows(ROWS + "board_norm_change_row where change = ? order by place", id)), row.getInt("version"), row.getString("reason"),
                row.getString("proposed_by"), row.getString("proposed_by_name"), instant(row, "proposed_at"), decision == null ? null : Verdict.valueOf(decision), row.getString("decision_reason"),
                row.getString("decided_by_name"), decision == null ? null : instant(row, "decided_at"));
    }

    private List<Row> rows(String sql, Object... key) {
        return jdbc.sql(sql).params(key).query((row, i) -> new Row(row.getString(1), row.getString(2), row.getString(3), Limit.Unit.valueOf(row.getString(4)), row.getString(5),
                row.getBoolean(6), Scope.parse(row.getString(7)))).list();
    }

    private static Definition definition(ResultSet row, List<Row> rows) throws SQLException {
        return new Definition(row.getString("code"), row.getString("measure"), row.getString("measure_name"), row.getString("name"), row.getBigDecimal("target"), row.getInt("decimals"),
                Bound.valueOf(row.getString("bound")), row.getString("source"), row.getString("note"), rows);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
