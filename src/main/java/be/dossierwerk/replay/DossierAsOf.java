package be.dossierwerk.replay;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Change;
import be.dossierwerk.deadline.TermsAsKnown;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.replay.Life.Entry;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** One dossier as it was recorded at any moment of its life, for whoever may read the dossier; what somebody may not read stays closed here too. */
@Service
public class DossierAsOf {

    /** {@code names}: of people, by login. {@code closed}: whether something is left out because the person may not read it. */
    public record Told(String dossier, String subject, Life life, Map<String, String> names, boolean closed) { }

    /** A term on a day: as it was believed then, and what is known now of that same term. */
    public record BelievedTerm(TermsAsKnown.Known then, TermsAsKnown.Known now) { }

    /** Tables of which rows of before the journal can be told, with their key. */
    private static final Map<String, String> KEYS = Map.of("dossier", "number", "party", "id", "document", "id", "note", "id", "letter", "id", "besluit", "id",
            "term", "id", "term_entry", "id", "step", "id", "inbox_row", "task_id");
    /** What sources answered, of which convictions are part. */
    private static final Set<String> CLOSED = Set.of("source_answer", "source_question");
    /** Columns with national numbers and convictions in them. */
    private static final Set<String> IDENTITY = Set.of("national_number", "application", "sources");
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record Content(String name, String sentence, String reason, String application, List<Change> changes) { }

    private final ShowDossier showDossier;
    private final RecordReading recordReading;
    private final TransactionTemplate snapshot;
    private final TermsAsKnown terms;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    DossierAsOf(ShowDossier showDossier, RecordReading recordReading, TermsAsKnown terms, CurrentActor currentActor, JdbcClient jdbc, MovableClock clock,
                PlatformTransactionManager transactions) {
        this.showDossier = showDossier;
        this.recordReading = recordReading;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.terms = terms;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws be.dossierwerk.shared.Refused dossier.unknown or security.role-missing */
    public Told tell(String dossier) {
        recordReading.record(dossier, RecordReading.What.VERLOOP, "", null);
        return snapshot.execute(status -> told(dossier));
    }

    private Told told(String dossier) {
        ShowDossier.Sheet sheet = showDossier.recorded(dossier);
        List<Entry> entries = entries(dossier);
        RecordedRows now = now(dossier);
        List<Change> pending = jdbc.sql("select content from row_change where dossier = ? order by id").param(dossier).query(String.class).list().stream()
                .map(content -> read(content, Change.class)).toList();
        if (!sheet.mayReadConfidential()) {
            Set<Object> closed = confidential(now, entries);
            entries = entries.stream().map(entry -> closed(entry, closed)).toList();
            now = open(now, closed);
            pending = pending.stream().filter(change -> !isClosed(change, closed)).map(DossierAsOf::withoutIdentity).toList();
        }
        return new Told(dossier, sheet.details().subject(), Life.of(entries, now, pending), names(entries), !sheet.mayReadConfidential());
    }

    /** The terms that ran or had run at that moment, beside what is known of them now. {@code rows}: what was recorded then. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<BelievedTerm> terms(String dossier, RecordedRows rows, Instant moment) {
        currentActor.require(Roles.names().keySet().toArray(String[]::new));
        Map<Long, TermsAsKnown.Known> now = new TreeMap<>();
        terms.at(dossier, clock.instant()).forEach(term -> now.put(term.id(), term));
        Set<Long> known = rows.rows("term").stream().map(row -> ((Number) row.get("id")).longValue()).collect(Collectors.toSet());
        return terms.at(dossier, moment).stream().filter(term -> known.contains(term.id())).map(term -> new BelievedTerm(term, now.getOrDefault(term.id(), term))).toList();
    }

    /** The end of that day, but never later than now. */
    public Instant endOf(LocalDate day) {
        Instant end = day.atTime(LocalTime.MAX).atZone(MovableClock.BRUSSELS).toInstant();
        return end.isAfter(clock.instant()) ? clock.instant() : end;
    }

    private List<Entry> entries(String dossier) {
        return jdbc.sql("""
                select e.seq, e.at, e.xact::text, e.actor, e.roles, e.action, e.hash, c.content
                from audit_entry e left join audit_content c using (dossier, seq) where dossier = ? and action <> ? order by seq""").params(dossier, AuditLog.READ)
                .query((row, i) -> {
                    String action = row.getString(6);
                    Content content = row.getString(8) == null ? new Content(row.getString(4), "De inhoud van deze handeling is vernietigd.", null, null, null)
                            : read(row.getString(8), Content.class);
                    return new Entry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getString(4), content.name, row.getString(5), action,
                            AuditLog.FACTS.equals(action) ? null : content.sentence, content.reason, row.getString(7), content.application,
                            content.changes == null ? List.of() : content.changes);
                }).list();
    }

    private RecordedRows now(String dossier) {
        String all = KEYS.keySet().stream().sorted().map(table -> "select '%s', row_as_recorded(t)%s from %s t where %s = :dossier".formatted(table,
                // What follows from the terms is not written down with the task.
                table.equals("inbox_row") ? " - '{due_on,due_sort,paused_since,term_rule,term_name,version}'::text[]" : "",
                table, table.equals("dossier") ? "number" : "dossier")).collect(Collectors.joining(" union all "));
        RecordedRows rows = new RecordedRows();
        jdbc.sql("select * from (" + all + ") r (name, row) order by name, row ->> 'id'").param("dossier", dossier).query(row -> {
            Map<String, Object> fact = row(row.getString(2));
            String key = KEYS.get(row.getString(1));
            rows.put(row.getString(1), Map.of(key, fact.get(key)), fact);
        });
        return rows;
    }

    /** Names by login: of who did something, and of whose place somebody took. */
    private Map<String, String> names(List<Entry> entries) {
        Map<String, String> names = new TreeMap<>();
        jdbc.sql("select id, name from inbox_colleague").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        entries.stream().filter(entry -> entry.name() != null).forEach(entry -> names.put(entry.actor(), entry.name()));
        return names;
    }

    /** The ids of documents that few may read, whether they still are or once were. */
    private static Set<Object> confidential(RecordedRows now, List<Entry> entries) {
        Set<Object> ids = new HashSet<>();
        now.rows("document").stream().filter(row -> Dossiers.CONFIDENTIAL_KIND.equals(row.get("kind"))).forEach(row -> ids.add(row.get("id")));
        entries.stream().flatMap(entry -> entry.changes().stream()).filter(change -> change.table().equals("document"))
                .filter(change -> isConfidential(change.before()) || isConfidential(change.after())).forEach(change -> ids.add(change.key().get("id")));
        return ids;
    }

    private static boolean isConfidential(Map<String, Object> row) {
        return row != null && Dossiers.CONFIDENTIAL_KIND.equals(row.get("kind"));
    }

    private static boolean isClosed(Change change, Set<Object> documents) {
        return CLOSED.contains(change.table()) || change.table().equals("document") && documents.contains(change.key().get("id"));
    }

    private static Entry closed(Entry entry, Set<Object> documents) {
        return new Entry(entry.seq(), entry.at(), entry.transaction(), entry.actor(), entry.name(), entry.roles(), entry.action(), entry.sentence(), entry.reason(), entry.hash(),
                entry.application(), entry.changes().stream().filter(change -> !isClosed(change, documents)).map(DossierAsOf::withoutIdentity).toList());
    }

    private static RecordedRows open(RecordedRows rows, Set<Object> documents) {
        RecordedRows open = new RecordedRows();
        rows.tables().forEach(table -> rows.rows(table).stream().filter(row -> !table.equals("document") || !documents.contains(row.get("id")))
                .forEach(row -> open.put(table, Map.of(KEYS.get(table), row.get(KEYS.get(table))), withoutIdentity(row))));
        return open;
    }

    private static Change withoutIdentity(Change change) {
        return new Change(change.table(), change.key(), withoutIdentity(change.before()), withoutIdentity(change.after()));
    }

    private static Map<String, Object> withoutIdentity(Map<String, Object> row) {
        if (row == null || Collections.disjoint(row.keySet(), IDENTITY)) {
            return row;
        }
        Map<String, Object> open = new LinkedHashMap<>(row);
        open.keySet().removeAll(IDENTITY);
        return open;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> row(String json) {
        return read(json, Map.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
