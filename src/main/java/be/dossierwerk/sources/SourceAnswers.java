package be.dossierwerk.sources;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.EnterpriseNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The kept answers of the sources: what was known when somebody decided. Kept once, never changed. */
@Service
public class SourceAnswers {

    private static final String BY_HAND = "MET_DE_HAND";
    private static final String ANSWERED = "BEANTWOORD";
    private static final String COLUMNS = "id, enterprise_number, source, asked_at, answered_at, outcome, reference, body::text";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    SourceAnswers(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last facts of this source about the undertaking, however old; empty when it never gave any. */
    public Optional<Answer> lastFacts(String enterpriseNumber, Source source) {
        return jdbc.sql("select " + COLUMNS + " from source_answer where enterprise_number = ? and source = ? and body is not null order by id desc limit 1")
                .params(EnterpriseNumber.parse(enterpriseNumber).digits(), source.name()).query(SourceAnswers::answer).optional();
    }

    /** Everything that was asked for this dossier, newest first. */
    public List<Answer> ofDossier(String dossier) {
        return jdbc.sql("select " + COLUMNS + " from source_answer where dossier = ? order by id desc").param(dossier).query(SourceAnswers::answer).list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException without such an answer */
    public Answer get(long id) {
        return jdbc.sql("select " + COLUMNS + " from source_answer where id = ?").param(id).query(SourceAnswers::answer).single();
    }

    /** With a dossier, its timeline tells of it. */
    @Transactional
    Answer keep(String dossier, String enterpriseNumber, Source source, Instant askedAt, HttpSources.Reply reply) {
        Actor actor = currentActor.get();
        if (dossier != null) {
            audit.lock(dossier);
        }
        String outcome = reply.unavailable() == null ? ANSWERED : reply.unavailable().name();
        long id = insert(dossier, enterpriseNumber, source, askedAt, actor, outcome, reply.read() == null ? null : reply.read().reference(), reply.json(),
                reply.detail(), null, null);
        if (dossier != null) {
            String number = EnterpriseNumber.format(enterpriseNumber);
            audit.record(AuditLog.Entry.of(dossier, "BRON_BEVRAAGD", reply.unavailable() == null
                    ? "%s vroeg %s naar onderneming %s: %s.".formatted(actor.name(), source.inWords(), number, FactWords.of(reply.read().facts()))
                    : "%s vroeg %s naar onderneming %s, maar %s.".formatted(actor.name(), source.inWords(), number, reply.unavailable().inWords())));
        }
        return get(id);
    }

    /** The row of a try that gave nothing; the timeline does not tell of each of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepFailure(String dossier, String enterpriseNumber, Source source, Instant askedAt, HttpSources.Reply reply) {
        insert(dossier, enterpriseNumber, source, askedAt, currentActor.get(), reply.unavailable().name(), null, null, reply.detail(), null, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long keepByHand(String dossier, String enterpriseNumber, Source source, Instant askedAt, Facts facts, UUID evidence, String reason) {
        String reference = "HAND-" + evidence;
        return insert(dossier, enterpriseNumber, source, askedAt, currentActor.get(), BY_HAND, reference,
                FactsJson.write(reference, enterpriseNumber, source, facts), null, evidence, reason);
    }

    private long insert(String dossier, String enterpriseNumber, Source source, Instant askedAt, Actor actor, String outcome, String reference, String body,
                        String detail, UUID evidence, String reason) {
        return jdbc.sql("""
                insert into source_answer (enterprise_number, source, asked_at, answered_at, asked_by, asked_by_name, dossier, outcome, reference, body,
                                           sha256, detail, evidence, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?) returning id""")
                .params(enterpriseNumber, source.name(), utc(askedAt), utc(clock.instant()), actor.id(), actor.name(), dossier, outcome, reference, body,
                        body == null ? null : sha256(body), detail, evidence, reason)
                .query(Long.class).single();
    }

    private static Answer answer(ResultSet row, int i) throws SQLException {
        String outcome = row.getString(6);
        String body = row.getString(8);
        String number = row.getString(2);
        Source source = Source.valueOf(row.getString(3));
        boolean facts = body != null;
        return new Answer(row.getLong(1), number, source, instant(row, 4), instant(row, 5), BY_HAND.equals(outcome), row.getString(7),
                facts ? facts(body, number, source) : null, body, facts ? null : Unavailable.valueOf(outcome));
    }

    private static Facts facts(String body, String number, Source source) {
        try {
            return FactsJson.read(body, number, source).facts();
        } catch (FactsJson.Invalid e) {
            throw new IllegalStateException("A kept answer cannot be read any more", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
