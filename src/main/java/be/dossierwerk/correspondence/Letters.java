package be.dossierwerk.correspondence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, seals and sends letters. */
@Service
public class Letters {

    /** A letter as screens list it; status: ONTWERP, TE_ONDERTEKENEN, ONDERTEKEND, KLAAR_VOOR_VERZENDING, VERZONDEN, MISLUKT. */
    public record Letter(UUID id, String dossier, String kind, String title, String status, UUID document, String channel,
                         LocalDate sentOn, LocalDate receivedOn, LocalDate appealFrom, LocalDate appealUntil, String proof) { }

    private static final String COLUMNS =
            "id, dossier, kind, title, status, document, channel, sent_on, received_on, appeal_from, appeal_until, proof";

    private final Dossiers dossiers;
    private final LetterFacts letterFacts;
    private final LetterPaper paper;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(Dossiers dossiers, LetterFacts letterFacts, LetterPaper paper, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.letterFacts = letterFacts;
        this.paper = paper;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the PDF/A from template {@code letters/<kind>.html} with these facts, keeps it as a document of the dossier. */
    @Transactional
    public UUID make(String dossier, String kind, String title, Map<String, Object> facts) {
        var actor = currentActor.get();
        Map<String, Object> all = letterFacts.of(dossier, kind, title, facts);
        UUID document = dossiers.attach(dossier, "BRIEF", title, dossier + "-" + kind + ".pdf", paper.print(kind, all), LocalDate.now(clock));
        String json = LetterFacts.json(all);
        UUID letter = UUID.randomUUID();
        jdbc.sql("""
                insert into letter (id, dossier, kind, title, status, document, facts, facts_sha256, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .params(letter, dossier, kind, title, LetterFacts.isDecision(kind) ? "TE_ONDERTEKENEN" : "ONTWERP", document, json,
                        LetterFacts.sha256(json), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id()).update();
        audit.record(AuditLog.Entry.of(dossier, "BRIEF_OPGEMAAKT", "%s maakte de brief “%s” op.".formatted(actor.name(), title)));
        return letter;
    }

    /** Seals the letter's PDF with a digital signature in the name of the acting signatory. */
    public void sign(UUID letter) { throw new IllegalStateException("stub"); }
    /** Puts the letter in the outbox; channel: POST_AANGETEKEND, POST, MAIL or PORTAAL. Sent after the commit, exactly once. */
    public void send(UUID letter, String channel) { throw new IllegalStateException("stub"); }
    /** A person handed the registered letter to the post on that day: proof and, for a decision, the appeal term. */
    public void posted(UUID letter, LocalDate on, String trackingNumber) { throw new IllegalStateException("stub"); }
    /** A message to another system (issuing company, inspection): delivered after the commit, exactly once. */
    public void notifySystem(String dossier, String system, String message, Map<String, Object> facts) { throw new IllegalStateException("stub"); }

    /** The letters of a dossier, oldest first. */
    public List<Letter> of(String dossier) {
        return jdbc.sql("select " + COLUMNS + " from letter where dossier = ? order by made_at, id").param(dossier).query(Letters::read).list();
    }

    /** @throws Refused correspondence.unknown */
    public Letter get(UUID letter) {
        return jdbc.sql("select " + COLUMNS + " from letter where id = ?").param(letter).query(Letters::read).optional()
                .orElseThrow(() -> new Refused("correspondence.unknown"));
    }

    private static Letter read(ResultSet row, int i) throws SQLException {
        return new Letter(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getObject(6, UUID.class), row.getString(7), row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class), row.getString(12));
    }
}
