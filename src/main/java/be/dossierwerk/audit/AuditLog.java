package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the audit entry of an act in the transaction of that act, and with it what changed in the dossier besides. Entries of one dossier form a
 * hash chain (ADR 0007, 0022): who, when, on whose authority and which act are hashed, what was said and changed stands beside it behind a commitment.
 * The sentence is what the timeline shows, in Dutch, because the record is a legal one.
 */
@Service
public class AuditLog {

    /** The chain of what concerns no dossier but everybody: rules, parameters, calendar, rights, publications. Whoever locks it does so last. */
    public static final String DEPARTMENT = "DEPARTEMENT";
    /** What changed in the tables, without a sentence of its own. */
    public static final String FACTS = "FEITEN";
    /** What somebody changed in the database by hand. */
    public static final String OUTSIDE = "BUITEN_OM";

    /** What is told of an act; before and after hold the changed facts only, and may be empty. */
    public record Entry(String dossier, String action, String sentence, String reason,
                        Map<String, ?> before, Map<String, ?> after) {

        public static Entry of(String dossier, String action, String sentence) {
            return new Entry(dossier, action, sentence, null, Map.of(), Map.of());
        }

        public Entry because(String why) {
            return new Entry(dossier, action, sentence, why, before, after);
        }

        public Entry changing(Map<String, ?> was, Map<String, ?> is) {
            return new Entry(dossier, action, sentence, reason, was, is);
        }
    }

    /** One line of the timeline. */
    public record Line(long seq, Instant at, String actor, String actorName, String action, String sentence, String reason) { }

    /**
     * The rows that one act changed. {@code application} and {@code person}: the program and the user of the database, when it was not an act of
     * Dossierwerk that was recorded; null otherwise.
     */
    public record Facts(long seq, Instant at, String actor, String application, String person, List<Change> changes) { }

    /** One row: before is null when it came, after is null when it went; otherwise both hold the changed columns alone. */
    public record Change(String table, Map<String, Object> key, Map<String, Object> before, Map<String, Object> after) { }

    /** Whose act an entry is. */
    record Whose(Instant at, String actor, String roles) { }

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        Actor actor = currentActor.get();
        append(entry.dossier(), new Whose(now(), actor.id(), String.join(" ", actor.roles().stream().sorted().toList())), entry.action(),
                Content.of(entry, actor.name()));
        RecordedFacts.follow(jdbc, entry.dossier());
        try (var dossier = MDC.putCloseable("dossier", entry.dossier())) {
            LOG.info("{} by {} in {}", entry.action(), actor.id(), entry.dossier());
        }
    }

    /**
     * One transaction a time changes a dossier. Every entry takes this lock; who locks rows of the dossier before that
     * takes it first, so that no two transactions wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String dossier) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))").param(dossier).query().singleRow();
    }

    /** The dossier's history, oldest first; what changed in the tables besides is given by {@link #facts}. */
    public List<Line> of(String dossier) {
        return jdbc.sql("select seq, at, actor, action, content from audit_entry left join audit_content using (dossier, seq) where dossier = ? and action <> ? order by seq")
                .params(dossier, FACTS)
                .query((row, i) -> {
                    String content = row.getString(5);
                    Map<?, ?> said = content == null ? Map.of("name", row.getString(3), "sentence", "De inhoud van deze handeling is vernietigd.") : Content.read(content, Map.class);
                    return new Line(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), (String) said.get("name"), row.getString(4),
                            (String) said.get("sentence"), (String) said.get("reason"));
                }).list();
    }

    /** What changed in the tables, act by act, oldest first. */
    public List<Facts> facts(String dossier) {
        return jdbc.sql("select seq, at, actor, content from audit_entry join audit_content using (dossier, seq) where dossier = ? and action in (?, ?) order by seq")
                .params(dossier, FACTS, OUTSIDE)
                .query((row, i) -> {
                    Told told = Content.read(row.getString(4), Told.class);
                    return new Facts(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), told.application, told.person, told.changes);
                }).list();
    }

    /** Adds an entry at the end of the dossier's chain. */
    void append(String dossier, Whose whose, String action, String content) {
        lock(dossier);
        append(jdbc, head(dossier), whose, action, content);
    }

    /** The product's own act, now. */
    Whose bySystem() {
        return new Whose(now(), Actor.SYSTEM.id(), "");
    }

    static void append(JdbcClient jdbc, Head head, Whose whose, String action, String content) {
        long seq = head.seq + 1;
        byte[] key = head.key == null ? newKey() : head.key;
        String commitment = EntryHash.commitment(key, head.dossier, seq, content);
        String hash = EntryHash.hash(head.dossier, seq, whose.at, whose.actor, whose.roles, action, commitment, head.hash);
        var insert = jdbc.sql((head.key == null ? "with made as (insert into audit_key (dossier, key) values (:dossier, :key)), " : "with ") + """
                said as (insert into audit_content (dossier, seq, content) values (:dossier, :seq, :content))
                insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                values (:dossier, :seq, :at, :actor, :roles, :action, :commitment, :previous, :hash)""")
                .param("dossier", head.dossier).param("seq", seq).param("content", content).param("at", OffsetDateTime.ofInstant(whose.at, ZoneOffset.UTC))
                .param("actor", whose.actor).param("roles", whose.roles).param("action", action).param("commitment", commitment)
                .param("previous", head.hash).param("hash", hash);
        (head.key == null ? insert.param("key", key) : insert).update();
    }

    /** The last entry of a dossier; seq 0 and an empty hash before the first. The key is null before the first, and after destruction. */
    record Head(String dossier, long seq, String hash, byte[] key) { }

    private Head head(String dossier) {
        return jdbc.sql("""
                select (select key from audit_key k where k.dossier = d.dossier), coalesce(e.seq, 0), coalesce(e.hash, '') from (values (cast(? as text))) d (dossier)
                left join lateral (select seq, hash from audit_entry a where a.dossier = d.dossier order by seq desc limit 1) e on true""")
                .param(dossier).query((row, i) -> new Head(dossier, row.getLong(2), row.getString(3), row.getBytes(1))).single();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] newKey() {
        byte[] key = new byte[EntryHash.KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    private record Told(String application, String person, List<Change> changes) { }
}
