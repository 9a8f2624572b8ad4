package be.dossierwerk.evidence;

import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last check of the chains and what it found, for those who audit. */
@Service
public class ChainFindings {

    /** {@code sentence}: what does not agree and why, in Dutch; {@code dossier} is empty for a seal. */
    public record Open(String kind, String dossier, String sentence, Instant foundAt) { }

    /** {@code by} is the name of who asked for it; {@code whole}: of all chains, not only of what changed. */
    public record Check(Instant at, String by, boolean whole, int chains, long entries, int seals, int findings) { }

    /** A check that goes on: {@code done} of {@code chains} were looked at, and now {@code dossier} is, or nothing yet. */
    public record Busy(Instant at, String by, boolean whole, int done, int chains, String dossier) { }

    /** The newest check, when it did not get to its end. Without an incident its process was stopped. */
    public record Failed(Instant at, Optional<String> incident) { }

    static final String[] READERS = {Roles.AUDITOR, Roles.HEAD};
    private static final int SHOWN = 200;
    private static final int ONE_CHECKS = 20_261_125;
    private static final String HELD = """
            exists (select from pg_locks where locktype = 'advisory' and classid = 0 and objid = %d and objsubid = 1 and granted
                    and database = (select oid from pg_database where datname = current_database()))""".formatted(ONE_CHECKS);

    private static final String CHECKED = "KETENS_GECONTROLEERD";
    /** A row alone is no check: its end is an act, with the same figures. */
    private static final String TOLD = """
            exists (select from audit_entry e join audit_content c using (dossier, seq) where e.dossier = ? and e.action = ?
                    and c.content::json -> 'after' ->> 'check' = k.id::text and c.content::json -> 'after' ->> 'whole' = k.whole::text
                    and c.content::json -> 'after' ->> 'lastSeal' = k.last_seal::text)""";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final RecordedSeals seals;
    private final CurrentActor currentActor;

    ChainFindings(JdbcClient jdbc, AuditLog audit, RecordedSeals seals, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.seals = seals;
        this.currentActor = currentActor;
    }

    /** The first two hundred. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Open> open() {
        currentActor.require(READERS);
        return jdbc.sql("select kind, dossier, sentence, found_at from chain_finding where state = 'OPEN' order by dossier, id limit ?").param(SHOWN)
                .query((row, i) -> new Open(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    /** That got to its end. */
    @Transactional(readOnly = true)
    public Optional<Check> lastCheck() {
        currentActor.require(READERS);
        return jdbc.sql("select at, asked_by, whole, chains, entries, seals, findings from chain_check where state = 'KLAAR' order by id desc limit 1")
                .query((row, i) -> new Check(at(row), row.getString(2), row.getBoolean(3), row.getInt(4), row.getLong(5), row.getInt(6), row.getInt(7))).optional();
    }

    /** The check that goes on now, in whatever process. */
    @Transactional(readOnly = true)
    public Optional<Busy> busy() {
        currentActor.require(READERS);
        return jdbc.sql("select at, asked_by, whole, chains, of_chains, at_dossier from (select * from chain_check order by id desc limit 1) newest where state = 'BEZIG' and " + HELD)
                .query((row, i) -> new Busy(at(row), row.getString(2), row.getBoolean(3), row.getInt(4), row.getInt(5), row.getString(6))).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Failed> failed() {
        currentActor.require(READERS);
        return jdbc.sql("""
                select at, incident from (select * from chain_check order by id desc limit 1) newest where state = 'MISLUKT' or state = 'BEZIG' and not""" + " " + HELD)
                .query((row, i) -> new Failed(at(row), Optional.ofNullable(row.getString(2)))).optional();
    }

    /** When the last seal was made; empty while there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastSeal() {
        currentActor.require(READERS);
        return seals.last().map(seal -> Instant.parse(seal.sealedAt()));
    }

    /** Over all processes on this database, as long as this connection lasts. */
    static boolean lock(Connection connection) throws SQLException {
        return asked(connection, "select pg_try_advisory_lock(?)");
    }

    static void unlock(Connection connection) throws SQLException {
        asked(connection, "select pg_advisory_unlock(?)");
    }

    private static boolean asked(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ONE_CHECKS);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** By who has the lock: what another began and did not end, will not be ended. */
    @Transactional
    long begin(Instant at, Actor by, boolean whole, long lastSeal) {
        jdbc.sql("update chain_check set state = 'MISLUKT' where state = 'BEZIG'").update();
        return jdbc.sql("""
                insert into chain_check (at, asked_by, whole, last_seal, state, chains, entries, seals, findings, millis)
                values (?, ?, ?, ?, 'BEZIG', 0, 0, 0, 0, 0) returning id""").params(utc(at), by.name(), whole, lastSeal).query(Long.class).single();
    }

    @Transactional
    void progress(long check, int ofChains, int done, long entries, String dossier) {
        jdbc.sql("update chain_check set of_chains = ?, chains = ?, entries = ?, at_dossier = ? where id = ?").params(ofChains, done, entries, dossier, check).update();
    }

    @Transactional
    void fail(long check, String incident, Instant at) {
        jdbc.sql("update chain_check set state = 'MISLUKT', incident = ?, ended_at = ? where id = ?").params(incident, utc(at), check).update();
    }

    /** When the last good check of all of it began. */
    @Transactional(readOnly = true)
    Optional<Instant> lastWhole() {
        return jdbc.sql("select at from chain_check k where state = 'KLAAR' and whole and " + TOLD + " order by id desc limit 1").params(AuditLog.DEPARTMENT, CHECKED).query((row, i) -> at(row)).optional();
    }

    /** The last seal before the last good check began; empty when all must be checked, because nothing was or a seal itself is in doubt. */
    @Transactional(readOnly = true)
    OptionalLong lastGoodSeal() {
        List<Long> last = jdbc.sql("""
                select last_seal from chain_check k where state = 'KLAAR' and %s and not exists (
                    select from chain_finding where state = 'OPEN' and kind in ('ZEGEL_GEWIJZIGD', 'ZEGEL_WEG', 'BLAD_GEWIJZIGD', 'ZEGELSLEUTEL', 'TERUGGEZET'))
                order by id desc limit 1""".formatted(TOLD)).params(AuditLog.DEPARTMENT, CHECKED).query(Long.class).list();
        return last.isEmpty() ? OptionalLong.empty() : OptionalLong.of(last.get(0));
    }

    /** Of which something did not agree. */
    @Transactional(readOnly = true)
    Set<String> dossiers() {
        return Set.copyOf(jdbc.sql("select distinct dossier from chain_finding where state = 'OPEN'").query(String.class).list());
    }

    /** Opens what is new, closes what was looked at and not seen any more, and ends the check. */
    @Transactional
    void end(long check, CheckChains.Outcome outcome, List<String> lookedAt, Instant at, long millis) {
        for (Finding finding : outcome.found()) {
            jdbc.sql("""
                    insert into chain_finding (kind, dossier, sentence, found_at, seen_by) values (?, ?, ?, ?, ?)
                    on conflict (md5(sentence)) where state = 'OPEN' do update set seen_by = excluded.seen_by""")
                    .params(finding.kind().name(), finding.dossier(), finding.sentence(), utc(at), check).update();
        }
        jdbc.sql("update chain_finding set state = 'VERDWENEN', closed_at = ? where state = 'OPEN' and seen_by < ? and (? or dossier = '' or dossier = any(?))")
                .params(utc(at), check, outcome.whole(), lookedAt.toArray(String[]::new)).update();
        jdbc.sql("""
                update chain_check set state = 'KLAAR', whole = ?, chains = ?, of_chains = ?, entries = ?, seals = ?, findings = ?, millis = ?, ended_at = ?, at_dossier = null
                where id = ?""").params(outcome.whole(), outcome.chains(), outcome.chains(), outcome.entries(), outcome.seals(), outcome.found().size(), millis, utc(at), check).update();
        long lastSeal = jdbc.sql("select last_seal from chain_check where id = ?").param(check).query(Long.class).single();
        audit.record(Entry.of(AuditLog.DEPARTMENT, CHECKED, "%s controleerde %d ketens met %d handelingen: %s.".formatted(currentActor.get().name(), outcome.chains(), outcome.entries(),
                outcome.found().isEmpty() ? "alles klopt" : outcome.found().size() == 1 ? "1 bevinding" : outcome.found().size() + " bevindingen"))
                .changing(Map.of(), Map.of("check", check, "whole", outcome.whole(), "lastSeal", lastSeal)));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
