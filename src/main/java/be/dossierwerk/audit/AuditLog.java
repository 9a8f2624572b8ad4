package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Actions;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
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
    public static final String FACTS = Actions.FACTS;
    /** What somebody changed in the database by hand. */
    public static final String OUTSIDE = Actions.OUTSIDE;
    public static final String DOCUMENT_ADDED = Actions.DOCUMENT_ADDED;
    /** The last act of a destruction (ADR 0025), in its transaction; what it says holds no personal data. */
    public static final String DESTROYED = Actions.DESTROYED;
    /** That somebody read a sensitive dossier: no part of its history, but of its chain. */
    public static final String READ = "GELEZEN";

    /**
     * What is told of an act; before and after hold the changed facts only, and may be empty. {@code insteadOf}: the login of the absent person whose
     * place was taken; null for what somebody does for themselves.
     */
    public record Entry(String dossier, String action, String sentence, String reason,
                        Map<String, ?> before, Map<String, ?> after, String insteadOf) {

        public static Entry of(String dossier, String action, String sentence) {
            return new Entry(dossier, action, sentence, null, Map.of(), Map.of(), null);
        }

        public Entry because(String why) {
            return new Entry(dossier, action, sentence, why, before, after, insteadOf);
        }

        public Entry changing(Map<String, ?> was, Map<String, ?> is) {
            return new Entry(dossier, action, sentence, reason, was, is, insteadOf);
        }

        /** Done as substitute of whoever has this login: that is the authority. */
        public Entry insteadOf(String absent) {
            return new Entry(dossier, action, sentence, reason, before, after, absent);
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

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final LockedChains chains;

    AuditLog(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
        this.chains = new LockedChains(jdbc);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        Actor actor = currentActor.get();
        boolean destroyed = entry.action().equals(DESTROYED);
        lock(entry.dossier());
        if (destroyed) {
            // Its key went meanwhile, with what it opened.
            chains.forgetEnd(entry.dossier());
        }
        chains.moved(ChainEnd.append(jdbc, chains.end(entry.dossier()), ChainEnd.Whose.of(actor, entry.insteadOf(), clock), entry.action(), Content.of(entry, actor.name())));
        RecordedFacts.follow(jdbc, chains, entry.dossier(), destroyed);
        told(entry, actor);
    }

    /** As {@link #record} for each, in that order, with two statements for all: the caller has locked their dossiers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Actor actor = currentActor.get();
        Set<String> dossiers = entries.stream().map(Entry::dossier).collect(Collectors.toSet());
        Map<String, ChainEnd.Head> ends = chains.ends(dossiers);
        ChainEnds.append(jdbc, ends, entries.stream().map(entry -> new ChainEnds.Added(entry.dossier(),
                ChainEnd.Whose.of(actor, entry.insteadOf(), clock), entry.action(), Content.of(entry, actor.name()))).toList(), null);
        ends.values().forEach(chains::moved);
        RecordedFacts.follow(jdbc, chains, dossiers);
        entries.forEach(entry -> told(entry, actor));
    }

    private void told(Entry entry, Actor actor) {
        events.publishEvent(new ChainGrew(entry.dossier()));
        try (var dossier = MDC.putCloseable("dossier", entry.dossier())) {
            LOG.info("{} by {} in {}", entry.action(), actor.id(), entry.dossier());
        }
    }

    /**
     * Locks those of the dossiers that nobody else works in, and gives them. For work on many dossiers: it never waits while it holds some, so that it
     * stands in nobody's way for good.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> tryLock(Collection<String> dossiers) {
        return chains.tryLock(dossiers);
    }

    /**
     * One transaction a time changes a dossier. Every entry takes this lock; who locks rows of the dossier before that
     * takes it first, so that no two transactions wait for each other. Asking again costs nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String dossier) {
        chains.lock(dossier);
    }

    /** Whether this transaction has that lock: what it reads of the dossier stays as it is until it writes itself. */
    public boolean isLocked(String dossier) {
        return chains.has(dossier);
    }

    /** The dossier's history, oldest first; what changed in the tables besides is given by {@link #facts}. */
    public List<Line> of(String dossier) {
        return jdbc.sql("""
                select seq, at, actor, action, content, case when content is null then coalesce((select name from inbox_colleague c where c.id = actor), actor) end
                from audit_entry left join audit_content using (dossier, seq) where dossier = ? and action not in (?, ?) order by seq""")
                .params(dossier, FACTS, READ)
                .query((row, i) -> {
                    String content = row.getString(5);
                    Map<?, ?> said = content == null ? Map.of("name", row.getString(6), "sentence", "De inhoud van deze handeling is vernietigd.") : Content.read(content, Map.class);
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

    private record Told(String application, String person, List<Change> changes) { }
}
