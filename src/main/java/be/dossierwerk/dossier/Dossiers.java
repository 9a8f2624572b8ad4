package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.KeptInTransaction;
import be.dossierwerk.shared.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and changes dossiers, for the procedures. Asks no role: the use case that calls it already did;
 * screens come in through the use cases of this package.
 */
@Service
public class Dossiers {

    /** {@code source}: PORTAAL, PAPIER, MAIL, MONDELING, AMBTSHALVE, VSI or KLACHT. {@code prefix}: the middle of the number, ERK for recognition. */
    public record NewDossier(String procedure, String prefix, String subject, String enterpriseNumber, String municipality,
                             String source, LocalDate receivedOn, String handler, String email) { }

    /** state: a Dutch code such as IN_BEHANDELING, WACHT_OP_AANVRAGER, GESLOTEN; outcome: null until decided. */
    public record Details(String number, String procedure, String subject, String enterpriseNumber, String municipality, String source,
                          LocalDate receivedOn, Instant registeredAt, String handler, String handlerName, String email,
                          String state, String outcome, LocalDate closedOn) { }

    public record Party(UUID id, String kind, String name, String role, String nationalNumber, String address) { }

    public record Document(UUID id, String dossier, String kind, String title, String fileName, String mediaType, long bytes,
                           String sha256, LocalDate dated, Instant addedAt, String addedByName) { }

    static final String IN_PROGRESS = "IN_BEHANDELING";
    static final String CLOSED = "GESLOTEN";
    static final int NOTE_LIMIT = 10_000;
    /** Extracts of convictions and the like: few may read them. */
    public static final String CONFIDENTIAL_KIND = "BRON";

    private static final Map<String, String> SOURCES = Map.of("PORTAAL", "via het portaal", "PAPIER", "op papier",
            "AMBTSHALVE", "ambtshalve", "VSI", "van de Vlaamse Sociale Inspectie", "KLACHT", "door een klacht", "MAIL", "per e-mail", "MONDELING", "mondeling");
    private static final String DOCUMENT_COLUMNS =
            "id, dossier, kind, title, file_name, media_type, bytes, sha256, dated, added_at, added_by_name";

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;
    /** Rows of dossiers that are locked, as long as nothing is written in them. */
    private final KeptInTransaction<String, Details> known = new KeptInTransaction<>();

    protected Dossiers(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a dossier and gives its number, such as DC-ERK-2026-00001. */
    @Transactional
    public String open(NewDossier dossier) {
        int year = LocalDate.now(clock).getYear();
        // Who opens next waits for this transaction, so a number that is rolled back is given again: no gaps.
        int serial = jdbc.sql("""
                insert into dossier_number as n (prefix, year, last) values (?, ?, 1)
                on conflict (prefix, year) do update set last = n.last + 1 returning last""")
                .params(dossier.prefix(), year).query(Integer.class).single();
        String number = "DC-%s-%d-%05d".formatted(dossier.prefix(), year, serial);
        Actor actor = currentActor.get();
        String handlerName = actor.id().equals(dossier.handler()) ? actor.name() : dossier.handler();
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, municipality, source, received_on, registered_at,
                                     handler, handler_name, email, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(number, dossier.procedure(), dossier.subject(), dossier.enterpriseNumber(), dossier.municipality(), dossier.source(),
                        dossier.receivedOn(), now(), dossier.handler(), handlerName, dossier.email(), IN_PROGRESS)
                .update();
        audit.record(Entry.of(number, "DOSSIER_GEOPEND", "%s opende dit dossier voor %s. De aanvraag kwam op %s aan, %s.".formatted(
                actor.name(), dossier.subject(), Dates.prose(dossier.receivedOn()), SOURCES.getOrDefault(dossier.source(), Words.of(dossier.source())))));
        return number;
    }

    /** @throws be.dossierwerk.shared.Refused dossier.unknown */
    public Details get(String number) {
        return find(number).orElseThrow(() -> new Refused("dossier.unknown", number));
    }

    public Optional<Details> find(String number) {
        Details before = known.now().get(number);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Details> found = jdbc.sql("select * from dossier where number = ?").param(number).query(Dossiers::details).optional();
        if (audit.isLocked(number)) {
            found.ifPresent(details -> known.now().put(number, details));
        }
        return found;
    }

    /** The login of who handles each of these dossiers, of those that somebody handles. */
    public Map<String, String> handlers(Collection<String> numbers) {
        Map<String, String> handlers = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, handler from dossier where number = any(?) and handler is not null").param(numbers.toArray(String[]::new)).query(row -> {
                handlers.put(row.getString(1), row.getString(2));
            });
        }
        return handlers;
    }

    /** @throws Refused dossier.unknown, or dossier.closed: a closed dossier keeps its state */
    @Transactional
    public void state(String number, String state) {
        Details before = openForChange(number);
        if (before.state().equals(state)) {
            return;
        }
        known.now().remove(number);
        jdbc.sql("update dossier set state = ? where number = ?").params(state, number).update();
        audit.record(Entry.of(number, "TOESTAND_GEWIJZIGD", "De toestand van het dossier ging van \"%s\" naar \"%s\".".formatted(
                Words.of(before.state()), Words.of(state))).changing(Map.of("state", before.state()), Map.of("state", state)));
    }

    @Transactional
    public void handler(String number, String actorId, String actorName) {
        Details before = openForChange(number);
        if (actorId.equals(before.handler())) {
            return;
        }
        known.now().remove(number);
        jdbc.sql("update dossier set handler = ?, handler_name = ? where number = ?").params(actorId, actorName, number).update();
        audit.record(Entry.of(number, "BEHANDELAAR_AANGEWEZEN", before.handlerName() == null ? actorName + " werd de behandelaar van dit dossier."
                : "%s nam de behandeling van dit dossier over van %s.".formatted(actorName, before.handlerName())));
    }

    @Transactional
    public void close(String number, String outcome, LocalDate on) {
        openForChange(number);
        known.now().remove(number);
        jdbc.sql("update dossier set state = ?, outcome = ?, closed_on = ? where number = ?").params(CLOSED, outcome, on, number).update();
        audit.record(Entry.of(number, "DOSSIER_GESLOTEN", "Het dossier werd op %s afgesloten met als uitkomst \"%s\".".formatted(
                Dates.prose(on), Words.of(outcome))));
    }

    /** Work on a closed dossier starts again; on an open one this does nothing. {@code because} follows "want". @throws Refused dossier.unknown */
    @Transactional
    public void reopen(String number, String because) {
        known.now().remove(number);
        if (jdbc.sql("update dossier set state = ?, outcome = null, closed_on = null where number = ? and closed_on is not null").params(IN_PROGRESS, number).update() == 1) {
            audit.record(Entry.of(number, "DOSSIER_HEROPEND", "Het dossier werd heropend, want %s.".formatted(because)));
        } else {
            get(number);
        }
    }

    @Transactional
    public void party(String number, Party party) {
        jdbc.sql("insert into party (id, dossier, kind, name, role, national_number, address) values (?, ?, ?, ?, ?, ?, ?)")
                .params(party.id(), number, party.kind(), party.name(), party.role(), party.nationalNumber(), party.address()).update();
        audit.record(Entry.of(number, "PARTIJ_TOEGEVOEGD", party.role() == null ? party.name() + " werd als partij aan het dossier toegevoegd."
                : "%s werd als %s aan het dossier toegevoegd.".formatted(party.name(), Words.of(party.role()))));
    }

    /** In the order in which they were added. */
    public List<Party> parties(String number) {
        return jdbc.sql("select id, kind, name, role, national_number, address from party where dossier = ? order by position").param(number)
                .query((row, i) -> new Party(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6))).list();
    }

    /**
     * Checks the type by content (PDF, PNG, JPEG, TIFF), the size (25 MB), stores content and SHA-256.
     * The same file of the same kind is kept once: the document that was there is the answer.
     * @throws Refused dossier.unknown, or why the file is not taken
     */
    @Transactional
    public UUID attach(String number, String kind, String title, String fileName, byte[] content, LocalDate dated) {
        String given = fileName(fileName);
        String type = DocumentType.of(given, content);
        String name = DocumentType.named(given, type);
        get(number);
        Actor actor = currentActor.get();
        UUID id = UUID.randomUUID();
        String sha256 = sha256(content);
        int added = jdbc.sql("""
                with added as (
                    insert into document (id, dossier, kind, title, file_name, media_type, bytes, sha256, dated, added_at, added_by, added_by_name)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (dossier, kind, sha256) do nothing returning id)
                insert into document_content (document, content) select id, cast(? as bytea) from added""")
                .params(id, number, kind, title, name, type, content.length, sha256, dated, now(), actor.id(), actor.name(), content).update();
        if (added == 0) {
            return jdbc.sql("select id from document where dossier = ? and kind = ? and sha256 = ?").params(number, kind, sha256)
                    .query(UUID.class).single();
        }
        // Everybody reads the timeline, not everybody may know what a confidential document is about.
        audit.record(Entry.of(number, AuditLog.DOCUMENT_ADDED, CONFIDENTIAL_KIND.equals(kind)
                ? "%s voegde een vertrouwelijk document toe.".formatted(actor.name())
                : "%s voegde het document \"%s\" toe.".formatted(actor.name(), title)).changing(Map.of(), Map.of("document", id, "sha256", sha256)));
        return id;
    }

    /** Newest first. */
    public List<Document> documents(String number) {
        return jdbc.sql("select " + DOCUMENT_COLUMNS + " from document where dossier = ? order by added_at desc, title").param(number)
                .query(Dossiers::document).list();
    }

    Optional<Document> document(UUID id) {
        return jdbc.sql("select " + DOCUMENT_COLUMNS + " from document where id = ?").param(id).query(Dossiers::document).optional();
    }

    /** @throws Refused dossier.document.unknown */
    public byte[] content(UUID document) {
        return jdbc.sql("select content from document_content where document = ?").param(document)
                .query((row, i) -> row.getBytes(1)).optional().orElseThrow(() -> new Refused("dossier.document.unknown"));
    }

    /** Ties two dossiers that have to do with each other; both tell it. False, and nothing told, when they were tied already. */
    @Transactional
    public boolean link(String number, String otherNumber, String reason) {
        Details one = get(number);
        Details two = get(otherNumber);
        Actor actor = currentActor.get();
        // Always in the same order, so that two people who link both ways do not wait for each other.
        Details first = one.number().compareTo(two.number()) < 0 ? one : two;
        Details second = first == one ? two : one;
        int linked = jdbc.sql("""
                insert into dossier_link (dossier, other, reason, linked_at, linked_by, linked_by_name) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(first.number(), second.number(), reason.strip(), now(),
                        actor.id(), actor.name()).update();
        if (linked == 0) {
            return false;
        }
        tellLink(actor, first, second, reason);
        tellLink(actor, second, first, reason);
        return true;
    }

    private void tellLink(Actor actor, Details in, Details other, String reason) {
        audit.record(Entry.of(in.number(), "DOSSIER_GEKOPPELD", "%s koppelde dit dossier aan %s (%s).".formatted(
                actor.name(), other.number(), other.subject())).because(reason.strip()));
    }

    /** @throws Refused dossier.note.empty, dossier.note.too-long or dossier.unknown */
    @Transactional
    public void note(String number, String text) {
        if (text == null || text.isBlank()) {
            throw new Refused("dossier.note.empty", List.of(new Refused.Field("text", "dossier.note.empty")));
        }
        if (text.length() > NOTE_LIMIT) {
            throw new Refused("dossier.note.too-long", List.of(new Refused.Field("text", "dossier.note.too-long", NOTE_LIMIT)), NOTE_LIMIT);
        }
        get(number);
        Actor actor = currentActor.get();
        jdbc.sql("insert into note (id, dossier, text, written_at, author, author_name) values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), number, text.strip(), now(), actor.id(), actor.name()).update();
        audit.record(Entry.of(number, "NOTITIE_GESCHREVEN", "%s schreef een notitie.".formatted(actor.name())));
    }

    private Details openForChange(String number) {
        Details details = jdbc.sql("select * from dossier where number = ? for update").param(number).query(Dossiers::details).optional()
                .orElseThrow(() -> new Refused("dossier.unknown", number));
        if (details.closedOn() != null) {
            throw new Refused("dossier.closed", number, Dates.prose(details.closedOn()));
        }
        return details;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The last part of a path, without signs that no file name needs, or that make it look like another. */
    private static String fileName(String given) {
        String name = given == null ? "" : given.replaceAll("(?s)^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "").strip();
        String shown = name.replaceAll("^\\.+", "");
        return shown.isEmpty() ? "document" : shown.substring(Math.max(0, shown.length() - LONGEST_NAME));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Details details(ResultSet row, int number) throws SQLException {
        return new Details(row.getString("number"), row.getString("procedure"), row.getString("subject"), row.getString("enterprise_number"),
                row.getString("municipality"), row.getString("source"), row.getObject("received_on", LocalDate.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getString("handler"), row.getString("handler_name"),
                row.getString("email"), row.getString("state"), row.getString("outcome"), row.getObject("closed_on", LocalDate.class));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(row.getObject("id", UUID.class), row.getString("dossier"), row.getString("kind"), row.getString("title"),
                row.getString("file_name"), row.getString("media_type"), row.getLong("bytes"), row.getString("sha256"),
                row.getObject("dated", LocalDate.class), row.getObject("added_at", OffsetDateTime.class).toInstant(), row.getString("added_by_name"));
    }
}
