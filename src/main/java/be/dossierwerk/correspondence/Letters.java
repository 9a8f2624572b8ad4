package be.dossierwerk.correspondence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.security.cert.CertificateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, seals and sends letters, and keeps the proof and the appeal term of those that went out. */
@Service
public class Letters {

    /** A letter as screens list it; status: ONTWERP, TE_ONDERTEKENEN, ONDERTEKEND, KLAAR_VOOR_VERZENDING, VERZONDEN, MISLUKT. */
    public record Letter(UUID id, String dossier, String kind, String title, String status, UUID document, String channel,
                         LocalDate sentOn, LocalDate receivedOn, LocalDate appealFrom, LocalDate appealUntil, String proof) { }

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final String DOCUMENT_KIND = "BRIEF";
    private static final Map<String, String> CHANNELS = Map.of("POST_AANGETEKEND", "aangetekend", "POST", "met de gewone post", "MAIL", "per e-mail",
            "PORTAAL", "via het portaal");
    private static final String COLUMNS =
            "id, dossier, kind, title, status, document, channel, sent_on, received_on, appeal_from, appeal_until, proof";

    private final Dossiers dossiers;
    private final LetterFacts letterFacts;
    private final LetterPaper paper;
    private final SealLetter sealLetter;
    private final Outbox outbox;
    private final AppealTerm appealTerm;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(Dossiers dossiers, LetterFacts letterFacts, LetterPaper paper, SealLetter sealLetter, Outbox outbox, AppealTerm appealTerm,
            CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.letterFacts = letterFacts;
        this.paper = paper;
        this.sealLetter = sealLetter;
        this.outbox = outbox;
        this.appealTerm = appealTerm;
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
        UUID document = dossiers.attach(dossier, DOCUMENT_KIND, title, dossier + "-" + kind + ".pdf", paper.print(kind, all), LocalDate.now(clock));
        String json = LetterFacts.json(all);
        UUID letter = UUID.randomUUID();
        jdbc.sql("""
                insert into letter (id, dossier, kind, title, status, document, facts, facts_sha256, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .params(letter, dossier, kind, title, LetterFacts.isDecision(kind) ? "TE_ONDERTEKENEN" : "ONTWERP", document, json,
                        LetterFacts.sha256(json), at(clock.instant()), actor.id()).update();
        audit.record(AuditLog.Entry.of(dossier, "BRIEF_OPGEMAAKT", "%s maakte de brief “%s” op.".formatted(actor.name(), title)));
        return letter;
    }

    /** Prints template {@code letters/<kind>.html} for the dossier alone: a document of that kind that is sent to nobody. */
    @Transactional
    public UUID file(String dossier, String kind, String title, String documentKind, Map<String, Object> facts) {
        return dossiers.attach(dossier, documentKind, title, dossier + "-" + kind + ".pdf",
                paper.print(kind, letterFacts.of(dossier, kind, title, facts)), LocalDate.now(clock));
    }

    /** As {@link #file}, sealed in the name of the acting person, so that what it states can be proven later. */
    @Transactional
    public UUID fileSealed(String dossier, String kind, String title, String documentKind, Map<String, Object> facts) {
        byte[] sealed = seal(paper.print(kind, letterFacts.of(dossier, kind, title, facts)), currentActor.get().name(), clock.instant());
        return dossiers.attach(dossier, documentKind, title, dossier + "-" + kind + ".pdf", sealed, LocalDate.now(clock));
    }

    private byte[] seal(byte[] pdf, String name, Instant at) {
        try {
            return sealLetter.seal(pdf, name, at);
        } catch (CertificateException e) {
            LOG.error("A letter could not be sealed", e);
            throw new Refused("correspondence.certificate");
        }
    }

    /**
     * Seals the letter's PDF with a digital signature in the name of the acting signatory. The sealed PDF becomes the letter's document;
     * the unsigned one stays in the dossier.
     *
     * @throws Refused when the letter does not wait for a signature, or when the house's certificate is not valid today
     */
    @Transactional
    public void sign(UUID id) {
        var signatory = currentActor.require(Roles.SIGNATORY);
        Letter letter = lock(id);
        if (!letter.status.equals("TE_ONDERTEKENEN")) {
            throw new Refused("correspondence.not-to-sign", letter.title);
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        byte[] sealed = seal(dossiers.content(letter.document), signatory.name(), now);
        UUID document = dossiers.attach(letter.dossier, DOCUMENT_KIND, letter.title + " (ondertekend)",
                letter.dossier + "-" + letter.kind + "-ondertekend.pdf", sealed, today);
        jdbc.sql("update letter set status = 'ONDERTEKEND', document = ?, signed_at = ?, signed_by = ?, signed_by_name = ? where id = ?")
                .params(document, at(now), signatory.id(), signatory.name(), id).update();
        audit.record(AuditLog.Entry.of(letter.dossier, "BRIEF_ONDERTEKEND", "%s ondertekende de brief “%s” digitaal op %s."
                .formatted(signatory.name(), letter.title, Dates.prose(today))));
    }

    /**
     * Puts the letter in the outbox; channel: POST_AANGETEKEND, POST, MAIL (POST where no mail can go) or PORTAAL. Sent after the commit, exactly once.
     *
     * @throws Refused when a decision is not signed yet, or when the letter was sent before
     */
    @Transactional
    public void send(UUID id, String wanted) {
        if (!CHANNELS.containsKey(wanted)) {
            throw new IllegalArgumentException("no channel: " + wanted);
        }
        Letter letter = lock(id);
        String channel = outbox.canMail(letter.dossier) || !wanted.equals("MAIL") ? wanted : "POST";
        switch (letter.status) {
            case "ONTWERP", "ONDERTEKEND" -> { }
            case "TE_ONDERTEKENEN" -> throw new Refused("correspondence.not-signed", letter.title);
            default -> throw new Refused("correspondence.already-sent", letter.title);
        }
        jdbc.sql("update letter set status = 'KLAAR_VOOR_VERZENDING', channel = ? where id = ?").params(channel, id).update();
        outbox.put(letter.dossier, id, letter.kind, channel);
        audit.record(AuditLog.Entry.of(letter.dossier, "BRIEF_VRIJGEGEVEN", "%s gaf de brief “%s” vrij om %s te verzenden."
                .formatted(currentActor.get().name(), letter.title, CHANNELS.get(channel))));
    }

    /**
     * A person handed the registered letter to the post on that day: proof and, for a decision, the appeal term.
     *
     * @throws Refused when the letter is not a registered one that waits, or when the day cannot be right
     */
    @Transactional
    public void posted(UUID id, LocalDate on, String trackingNumber) {
        Letter letter = lock(id);
        if (!"POST_AANGETEKEND".equals(letter.channel) || letter.status.equals("VERZONDEN")) {
            throw new Refused("correspondence.not-to-post", letter.title);
        }
        LocalDate ready = jdbc.sql("select coalesce(signed_at, made_at) from letter where id = ?").param(id)
                .query((row, i) -> row.getObject(1, OffsetDateTime.class)).single().atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate();
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(ready)) {
            throw new Refused("correspondence.posted-day", Dates.prose(ready));
        }
        boolean tracked = trackingNumber != null && !trackingNumber.isBlank();
        String proof = "aangetekend afgegeven" + (tracked ? ", zendingsnummer " + trackingNumber.strip() : "");
        jdbc.sql("update letter set status = 'VERZONDEN', sent_on = ?, proof = ? where id = ?").params(on, proof, id).update();
        String sentence = "De brief “%s” werd op %s %s.".formatted(letter.title, Dates.prose(on), proof);
        if (LetterFacts.isForCouncilOfState(letter.kind)) {
            appealTerm.afterPosting(id, letter.dossier, on);
            Letter now = get(id);
            sentence += now.appealFrom == null ? "" : " De beroepstermijn loopt van %s tot en met %s.".formatted(Dates.prose(now.appealFrom), Dates.prose(now.appealUntil));
        }
        audit.record(AuditLog.Entry.of(letter.dossier, "BRIEF_VERZONDEN", sentence));
    }

    /** A message to another system (issuing company, inspection): delivered after the commit, exactly once. */
    @Transactional
    public void notifySystem(String dossier, String system, String message, Map<String, Object> facts) {
        outbox.put(dossier, system, message, facts);
    }

    /**
     * Delivers now, in this thread, all that is due by the clock; for tests and demo data with a moved clock. Not inside a transaction.
     *
     * @return how many letters and messages left
     */
    public int dispatchDue() {
        return outbox.dispatchDue();
    }

    /** The letters of a dossier, oldest first. */
    public List<Letter> of(String dossier) {
        return jdbc.sql("select " + COLUMNS + " from letter where dossier = ? order by made_at, id").param(dossier).query(Letters::read).list();
    }

    /** @throws Refused correspondence.unknown */
    public Letter get(UUID letter) {
        return jdbc.sql("select " + COLUMNS + " from letter where id = ?").param(letter).query(Letters::read).optional()
                .orElseThrow(() -> new Refused("correspondence.unknown"));
    }

    private Letter lock(UUID letter) {
        return jdbc.sql("select " + COLUMNS + " from letter where id = ? for update").param(letter).query(Letters::read).optional()
                .orElseThrow(() -> new Refused("correspondence.unknown"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Letter read(ResultSet row, int i) throws SQLException {
        return new Letter(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getObject(6, UUID.class), row.getString(7), row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class), row.getString(12));
    }
}
