package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The drafts of changes: every save is kept, and each file stands at one of its saves. */
@Component
public class ChangeDrafts {

    /** Where a file of a draft stands. {@code revision}: null back at what was published; {@code base}: hash of the published text that save was made from, null for a new file. */
    public record Head(String path, Long revision, String base) { }

    /** One save. {@code parent}: the save before, null when it was made from what was published. */
    public record Revision(long id, String path, Long parent, String what, String author, String authorName, Instant at) { }

    /** A second manager has to read them all; the whole product has some hundred. */
    static final int MOST_FILES = 40;
    private static final String HEADS = "select h.path, h.revision, r.base from draft_head h left join draft_revision r on r.id = h.revision where h.change = ?";

    private final PublishedDiagrams published;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeDrafts(PublishedDiagrams published, Changes changes, JdbcClient jdbc, Clock clock) {
        this.published = published;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public SortedMap<String, Head> heads(String change) {
        TreeMap<String, Head> heads = new TreeMap<>();
        jdbc.sql(HEADS).param(change).query(ChangeDrafts::head).list().forEach(head -> heads.put(head.path(), head));
        return heads;
    }

    /** @throws Refused procedurechange.draft.too-many when the draft holds as many files as it can, and not this one */
    void makeRoom(String change, String path) {
        SortedMap<String, Head> heads = heads(change);
        heads.values().removeIf(head -> head.revision() == null);
        if (heads.size() >= MOST_FILES && !heads.containsKey(path)) {
            throw new Refused("procedurechange.draft.too-many", MOST_FILES);
        }
    }

    private Optional<Head> headOf(String change, String path) {
        return jdbc.sql(HEADS + " and h.path = ?").params(change, path).query(ChangeDrafts::head).optional();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getString(1), row.getObject(2, Long.class), row.getString(3));
    }

    /** Null for a file at what is published. */
    public Long head(String change, String path) {
        return headOf(change, path).map(Head::revision).orElse(null);
    }

    /**
     * Where a file stands, for who acts on what they see.
     *
     * @throws Refused procedurechange.draft.moved when that is no longer {@code base}
     */
    Long seen(String change, String path, Long base) {
        Long head = head(change, path);
        if (!Objects.equals(head, base)) {
            throw new Refused("procedurechange.draft.moved");
        }
        return head;
    }

    /** Oldest first, also what was undone. */
    public List<Revision> revisions(String change) {
        return jdbc.sql("select id, path, parent, what, author, author_name, at from draft_revision where change = ? order by id").param(change).query(ChangeDrafts::revision).list();
    }

    /** The saves that the files stand on, also those of another change that were copied; what was undone is not among them. */
    List<Revision> standing(String change) {
        return jdbc.sql("""
                with recursive standing as (
                    select r.id, r.parent, r.copied_from from draft_head h join draft_revision r on r.id = h.revision where h.change = ?
                    union
                    select r.id, r.parent, r.copied_from from draft_revision r join standing s on r.id in (s.parent, s.copied_from))
                select id, path, parent, what, author, author_name, at from draft_revision where id in (select id from standing) order by id""").param(change)
                .query(ChangeDrafts::revision).list();
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        return new Revision(row.getLong(1), row.getString(2), row.getObject(3, Long.class), row.getString(4), row.getString(5), row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    /** What the change proposes over what holds now; once it is published, over what held until then. */
    public Proposal proposal(String change) {
        return changes.publication(change).map(done -> new Proposal(change, published.of(done.previous()), published.of(done.deployment()))).orElseGet(() -> {
            DiagramSet now = published.current();
            return new Proposal(change, now, now.with(files(change)));
        });
    }

    /** The files that the draft holds; null for one that it takes away. */
    Map<String, byte[]> files(String change) {
        Map<String, byte[]> files = new HashMap<>();
        jdbc.sql("""
                select h.path, f.content from draft_head h join draft_revision r on r.id = h.revision left join draft_file f on f.hash = r.content
                where h.change = ?""").param(change).query(row -> {
                    files.put(row.getString(1), row.getBytes(2));
                });
        return files;
    }

    /** One file as the draft has it; empty when it is taken away. */
    public Optional<byte[]> file(String change, String path) {
        return Optional.ofNullable(proposal(change).proposed().files().get(path));
    }

    /** Files that another publication changed after this draft began with them; they must be looked at again. */
    public SortedSet<String> outdated(String change) {
        DiagramSet now = published.current();
        TreeSet<String> outdated = new TreeSet<>();
        heads(change).values().stream().filter(head -> head.revision() != null && !Objects.equals(head.base(), hash(now, head.path())))
                .map(Head::path).forEach(outdated::add);
        return outdated;
    }

    /** The same for the same files in the draft. */
    String hash(String change) {
        Map<String, byte[]> files = new HashMap<>();
        files(change).forEach((path, content) -> files.put(path, content == null ? new byte[0] : content));
        return DiagramSet.of(files).hash();
    }

    /** The save that follows that one again after an undo: the youngest; null when none does. */
    Long next(String change, String path, Long revision) {
        return jdbc.sql("select max(id) from draft_revision where change = ? and path = ? and parent is not distinct from ?")
                .params(Arrays.asList(change, path, revision)).query(Long.class).optional().orElse(null);
    }

    Long parent(long revision) {
        return jdbc.sql("select parent from draft_revision where id = ?").param(revision).query((row, i) -> row.getObject(1, Long.class)).list().get(0);
    }

    /** Keeps a save and lets the file stand there. {@code content}: null takes the file away. A file that is new in the draft was made from what held when the change began. */
    long add(String change, String path, byte[] content, String what, Actor by) {
        Head head = headOf(change, path).orElse(null);
        return add(change, path, content, what, by, head == null || head.revision() == null ? baseAtBegin(change, path) : head.base(), null, head == null ? null : head.revision());
    }

    /** As it holds today: who saves it saw that. */
    void addOnPublished(String change, String path, byte[] content, String what, Actor by) {
        add(change, path, content, what, by, hash(published.current(), path), null, head(change, path));
    }

    /** The first saves of a draft that holds nothing yet. {@code files}: null takes one away; they were made from what held when the change began. */
    void begin(String change, Map<String, byte[]> files, String what, Actor by) {
        DiagramSet base = published.of(changes.get(change).base());
        files.forEach((path, content) -> add(change, path, content, what, by, hash(base, path), null, null));
    }

    /** All files of another draft, as they stand there, in a draft that holds nothing yet. */
    void copyAll(String from, String change, String what, Actor by) {
        jdbc.sql("""
                with copied as (
                    insert into draft_revision (change, path, parent, content, what, author, author_name, at, base, copied_from)
                    select :change, h.path, null, r.content, :what, :author, :name, :at, r.base, r.id from draft_head h join draft_revision r on r.id = h.revision
                    where h.change = :from order by h.path returning id, path)
                insert into draft_head (change, path, revision) select :change, path, id from copied""").param("change", change).param("what", what).param("author", by.id())
                .param("name", by.name()).param("at", now()).param("from", from).update();
    }

    /** The file as it stands in another draft, with whoever drew it there and what they began with. */
    void copy(String from, String change, String path, String what, Actor by) {
        Head head = headOf(from, path).orElseThrow();
        byte[] content = file(from, path).orElse(null);
        add(change, path, content, what, by, head.revision() == null ? hash(published.current(), path) : head.base(), head.revision(), head(change, path));
    }

    /** What was drawn on a save of another draft; {@code drawnOn} null or unknown: on what was published when that one began. */
    long addDrawnOn(String from, Long drawnOn, String change, String path, byte[] content, String what, Actor by) {
        List<Optional<String>> base = drawnOn == null ? List.of() : jdbc.sql("select base from draft_revision where id = ? and change = ? and path = ?").params(drawnOn, from, path)
                .query((row, i) -> Optional.ofNullable(row.getString(1))).list();
        return add(change, path, content, what, by, base.isEmpty() ? baseAtBegin(from, path) : base.get(0).orElse(null), base.isEmpty() ? null : drawnOn, head(change, path));
    }

    private String baseAtBegin(String change, String path) {
        return hash(published.of(changes.get(change).base()), path);
    }

    private long add(String change, String path, byte[] content, String what, Actor by, String base, Long copiedFrom, Long parent) {
        String hash = content == null ? null : keep(content);
        long id = jdbc.sql("""
                insert into draft_revision (change, path, parent, content, what, author, author_name, at, base, copied_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(change, path, parent, hash, what, by.id(), by.name(), now(), base, copiedFrom)).query(Long.class).single();
        jdbc.sql("insert into draft_head (change, path, revision) values (?, ?, ?) on conflict (change, path) do update set revision = excluded.revision")
                .params(change, path, id).update();
        return id;
    }

    void stand(String change, String path, Long revision) {
        jdbc.sql("update draft_head set revision = ? where change = ? and path = ?").params(Arrays.asList(revision, change, path)).update();
    }

    /** Only the last is kept. */
    void reject(String change, String path, byte[] content, Actor by) {
        jdbc.sql("""
                insert into draft_rejected (change, path, author, at, content) values (?, ?, ?, ?, ?)
                on conflict (change, path, author) do update set at = excluded.at, content = excluded.content""").params(change, path, by.id(), now(), content).update();
    }

    /** What that person typed last for the file and what may never run; empty once they saved something else there. */
    public Optional<byte[]> rejected(String change, String path, String person) {
        return jdbc.sql("""
                select j.content from draft_rejected j where j.change = ? and j.path = ? and j.author = ? and not exists (
                    select 1 from draft_revision r where r.change = j.change and r.path = j.path and r.author = j.author and r.at > j.at)""").params(change, path, person)
                .query((row, i) -> row.getBytes(1)).optional();
    }

    private String keep(byte[] content) {
        String hash = DiagramSet.hash(content);
        jdbc.sql("insert into draft_file (hash, content) values (?, ?) on conflict do nothing").params(hash, content).update();
        return hash;
    }

    private static String hash(DiagramSet set, String path) {
        byte[] content = set.files().get(path);
        return content == null ? null : DiagramSet.hash(content);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
