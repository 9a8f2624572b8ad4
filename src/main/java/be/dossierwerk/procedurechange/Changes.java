package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes of procedures and the proofs of their publication. */
@Component
public class Changes {

    public enum Kind { WIJZIGING, TERUGKEER }

    /**
     * {@code procedure}: the path of the diagram that it began with; {@code base}: the deployment that held then; {@code forkedFrom}: the change whose draft
     * somebody else worked on at the same time; {@code undoes}: the deployment that a return takes back; what comes after is null until it happened.
     */
    public record Change(String dossier, String title, String reason, String procedure, Kind kind, ChangeState state, String author, String authorName, String base,
                         String forkedFrom, String undoes, LocalDate fromDay, Rollout rollout, String notes, String submittedBy, String submittedByName,
                         Instant submittedAt, String draftHash, String approvedBy, String approvedByName, Instant approvedAt, String approvedHash, String remark) {

        public boolean isDraft() {
            return state == ChangeState.ONTWERP;
        }
    }

    /** What holds because of which change; {@code previous}: the deployment that held before. */
    public record Publication(String deployment, String change, String title, String previous, String setHash, String proposedByName, String approvedByName,
                              Instant approvedAt, Instant publishedAt) { }

    private static final String PUBLICATIONS = """
            select p.deployment, p.change, c.title, p.previous, p.set_hash, p.proposed_by_name, p.approved_by_name, p.approved_at, p.published_at
            from publication p join procedure_change c on c.dossier = p.change join published_set s using (deployment)""";

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Change> find(String dossier) {
        return jdbc.sql("select * from procedure_change where dossier = ?").param(dossier).query(Changes::change).optional();
    }

    /** @throws Refused procedurechange.unknown */
    public Change get(String dossier) {
        return find(dossier).orElseThrow(() -> new Refused("procedurechange.unknown", dossier));
    }

    /** Those under way first, then newest first. */
    public List<Change> all() {
        return jdbc.sql("select * from procedure_change order by state in ('BEKENDGEMAAKT', 'INGETROKKEN', 'VERVALLEN'), dossier desc").query(Changes::change).list();
    }

    /** Made of the draft of that change, because two people worked on it at the same time. */
    public List<Change> forksOf(String dossier) {
        return jdbc.sql("select * from procedure_change where forked_from = ? order by dossier").param(dossier).query(Changes::change).list();
    }

    /** The dossiers that were chosen to follow. */
    public Set<String> chosen(String dossier) {
        return new TreeSet<>(jdbc.sql("select dossier from procedure_change_dossier where change = ?").param(dossier).query(String.class).list());
    }

    /** The plan that is being typed; empty once it was laid before a colleague. */
    public Optional<DraftPlan> plan(String dossier) {
        return jdbc.sql("select from_day, rollout, chosen, notes, version, author_name, saved_at from draft_plan where change = ?").param(dossier)
                .query((row, i) -> new DraftPlan(new DraftPlan.Typed(row.getObject(1, LocalDate.class), rollout(row.getString(2)), row.getString(3), row.getString(4)),
                        row.getLong(5), row.getString(6), instant(row, "saved_at"))).optional();
    }

    /** What a second manager has to read of the change and answers for. */
    public LaidBefore laidBefore(String dossier) {
        Change change = get(dossier);
        return laidBefore(change, change.draftHash());
    }

    /** {@code draft}: the hash of the draft as it stands, which should be the one that was laid before. */
    LaidBefore laidBefore(Change change, String draft) {
        return new LaidBefore(draft, change.fromDay(), change.rollout(), chosen(change.dossier()), change.notes());
    }

    /** Newest first. */
    public List<Publication> publications() {
        return jdbc.sql(PUBLICATIONS + " order by s.serial desc").query(Changes::publication).list();
    }

    public Optional<Publication> publication(String dossier) {
        return jdbc.sql(PUBLICATIONS + " where p.change = ?").param(dossier).query(Changes::publication).optional();
    }

    /** Approved, and their day has come. */
    List<String> due(LocalDate today) {
        return jdbc.sql("select dossier from procedure_change where state = 'GOEDGEKEURD' and from_day <= ? order by from_day, dossier").param(today).query(String.class).list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(row.getString("dossier"), row.getString("title"), row.getString("reason"), row.getString("procedure"), Kind.valueOf(row.getString("kind")),
                ChangeState.valueOf(row.getString("state")), row.getString("author"), row.getString("author_name"), row.getString("base_deployment"),
                row.getString("forked_from"), row.getString("undoes"), row.getObject("from_day", LocalDate.class), rollout(row.getString("rollout")),
                row.getString("notes"), row.getString("submitted_by"), row.getString("submitted_by_name"), instant(row, "submitted_at"), row.getString("draft_hash"),
                row.getString("approved_by"), row.getString("approved_by_name"), instant(row, "approved_at"), row.getString("approved_hash"), row.getString("remark"));
    }

    private static Rollout rollout(String code) {
        return code == null ? null : Rollout.valueOf(code);
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                instant(row, "approved_at"), instant(row, "published_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
