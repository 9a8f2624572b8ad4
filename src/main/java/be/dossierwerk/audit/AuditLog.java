package be.dossierwerk.audit;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
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
 * Writes the audit entry of an act in the transaction of that act. Entries of one dossier form a hash chain:
 * each hash covers the entry's content and the hash before it (RFC 6234 SHA-256 over canonical JSON).
 * The sentence is what the timeline shows, in Dutch, because the record is a legal one.
 */
@Service
public class AuditLog {

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

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

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
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        lock(entry.dossier());
        var last = jdbc.sql("select seq, hash from audit_entry where dossier = ? order by seq desc limit 1")
                .param(entry.dossier()).query((row, i) -> Map.entry(row.getLong(1), row.getString(2))).optional();
        long seq = last.map(e -> e.getKey() + 1).orElse(1L);
        String previous = last.map(Map.Entry::getValue).orElse("");
        String before = json(entry.before());
        String after = json(entry.after());
        String hash = hash(previous, entry.dossier(), seq, at, actor, entry.action(), entry.sentence(), entry.reason(), before, after);
        jdbc.sql("""
                insert into audit_entry (dossier, seq, at, actor, actor_name, actor_roles, action, sentence, reason,
                                         facts_before, facts_after, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(entry.dossier(), seq, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), actor.id(), actor.name(), roles(actor),
                        entry.action(), entry.sentence(), entry.reason(), before, after, previous, hash)
                .update();
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

    /** The dossier's history, oldest first. */
    public List<Line> of(String dossier) {
        return jdbc.sql("select seq, at, actor, actor_name, action, sentence, reason from audit_entry where dossier = ? order by seq")
                .param(dossier)
                .query((row, i) -> new Line(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6), row.getString(7)))
                .list();
    }

    static String hash(String previous, String dossier, long seq, Instant at, Actor actor, String action, String sentence,
                       String reason, String before, String after) {
        String content = json(List.of(previous, dossier, seq, at.toString(), actor.id(), actor.name(), roles(actor), action, sentence,
                reason == null ? "" : reason, before, after));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String roles(Actor actor) {
        return String.join(" ", actor.roles().stream().sorted().toList());
    }

    private static String json(Object value) {
        try {
            return CANONICAL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
