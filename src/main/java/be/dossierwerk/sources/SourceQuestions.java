package be.dossierwerk.sources;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions that wait for a source. A round claims one, asks outside any transaction, and closes it in the transaction that keeps the
 * answer; whoever comes second finds it closed. A claim that a crash left behind ends by itself.
 */
@Service
public class SourceQuestions {

    /** Of a question: waits for the source, waits for the source and a person, or has its facts. */
    public enum Status {
        OPEN, PERSON_ASKED, ANSWERED
    }

    /** {@code lastOutcome}: what the last try gave, null before the first; {@code answer} is null while it waits. */
    public record Question(long id, String dossier, String enterpriseNumber, Source source, Status status, int tries, Instant nextTryAt, Instant firstAskedAt,
                           Unavailable lastOutcome, Long answer) { }

    /** Longer than the slowest question can take. */
    static final Duration CLAIM = Duration.ofMinutes(10);
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2),
            Duration.ofHours(6));
    private static final String COLUMNS = "id, dossier, enterprise_number, source, status, tries, next_try_at, first_asked_at, last_outcome, answer";

    private final JdbcClient jdbc;
    private final SourceAnswers answers;
    private final SourceSettings settings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SourceQuestions(JdbcClient jdbc, SourceAnswers answers, SourceSettings settings, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, oldest first. */
    public List<Question> ofDossier(String dossier) {
        return jdbc.sql("select " + COLUMNS + " from source_question where dossier = ? order by id").param(dossier).query(SourceQuestions::question).list();
    }

    public Optional<Question> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from source_question where id = ?").param(id).query(SourceQuestions::question).optional();
    }

    /** The next that is due, for this claim only; none of the sources that rest. */
    @Transactional
    Optional<Question> claim(UUID claim, Collection<Source> resting, Source only) {
        OffsetDateTime now = now();
        return jdbc.sql("""
                update source_question set claim = :claim, claimed_until = :until where id = (
                    select id from source_question where status <> 'ANSWERED' and next_try_at <= :now and (claimed_until is null or claimed_until <= :now)
                      and not source = any(:resting) and (cast(:only as text) is null or source = :only)
                    order by next_try_at, id limit 1 for update skip locked)
                returning """ + " " + COLUMNS)
                .param("claim", claim).param("until", now.plus(CLAIM)).param("now", now)
                .param("resting", resting.stream().map(Source::name).toArray(String[]::new)).param("only", only == null ? null : only.name())
                .query(SourceQuestions::question).optional();
    }

    /** Keeps what came and closes the question; without facts, says when the next try is. @return whether this gave the question its facts */
    @Transactional
    boolean settle(Question question, UUID claim, Instant askedAt, HttpSources.Reply reply) {
        audit.lock(question.dossier);
        if (!lockWaiting(question.id)) {
            return false;
        }
        if (reply.unavailable() == null) {
            Answer answer = answers.keep(question.dossier, question.enterpriseNumber, question.source, askedAt, reply);
            close(question, answer.id());
            return true;
        }
        if (reply.asked()) {
            answers.keepFailure(question.dossier, question.enterpriseNumber, question.source, askedAt, reply);
        }
        putOff(question, claim, reply.unavailable());
        if (reply.unavailable() == Unavailable.ONBEKEND_NUMMER && question.status == Status.OPEN) {
            // Waiting does not make a register know a number; somebody has to look.
            askPerson(question, reply.unavailable());
        }
        return false;
    }

    /** After facts that could not be dealt with; they will be asked again. */
    @Transactional
    void release(Question question, UUID claim) {
        putOff(question, claim, Unavailable.ONGELDIG_ANTWOORD);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void close(Question question, long answer) {
        jdbc.sql("update source_question set status = 'ANSWERED', answer = ?, answered_at = ?, claim = null, claimed_until = null where id = ?")
                .params(answer, now(), question.id).update();
        events.publishEvent(new SourceAnswered(question.dossier, question.enterpriseNumber, question.source, answer));
    }

    /** Waits until nobody else changes it; false once it has its answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean lockWaiting(long id) {
        return !jdbc.sql("select id from source_question where id = ? and status <> 'ANSWERED' for update").param(id).query().listOfRows().isEmpty();
    }

    /** Those that waited too long and were tried, or cannot be tried now. One that only waits for its turn does not trouble anybody. */
    List<Question> overdue(Collection<Source> resting) {
        return jdbc.sql("select " + COLUMNS + """
                 from source_question where status = 'OPEN' and first_asked_at <= :before and (next_try_at > :now or source = any(:resting))
                order by first_asked_at, id""")
                .param("before", now().minus(settings.personAfter())).param("now", now())
                .param("resting", resting.stream().map(Source::name).toArray(String[]::new)).query(SourceQuestions::question).list();
    }

    @Transactional
    void askPersonFor(Question question) {
        audit.lock(question.dossier);
        boolean open = !jdbc.sql("select id from source_question where id = ? and status = 'OPEN' for update").param(question.id).query().listOfRows().isEmpty();
        if (open) {
            askPerson(question, question.lastOutcome == null ? Unavailable.ONBEREIKBAAR : question.lastOutcome);
        }
    }

    /** All that wait for this source are due now: it is back, or somebody asks for it. */
    @Transactional
    int wake(Source source) {
        return jdbc.sql("""
                update source_question set next_try_at = :now where id in (
                    select id from source_question where status <> 'ANSWERED' and source = :source and next_try_at > :now for update skip locked)""")
                .param("now", now()).param("source", source.name()).update();
    }

    private void askPerson(Question question, Unavailable reason) {
        jdbc.sql("update source_question set status = 'PERSON_ASKED', person_asked_at = ? where id = ?").params(now(), question.id).update();
        audit.record(AuditLog.Entry.of(question.dossier, "BRON_AAN_MEDEWERKER", "Sinds %s is er geen antwoord van %s over onderneming %s: %s. Een medewerker zoekt het op."
                .formatted(Dates.prose(question.firstAskedAt.atZone(clock.getZone()).toLocalDate()), question.source.inWords(),
                        EnterpriseNumber.format(question.enterpriseNumber), reason.inWords())));
        events.publishEvent(new PersonAsked(question.dossier, question.enterpriseNumber, question.source, question.id, question.firstAskedAt, reason));
    }

    private void putOff(Question question, UUID claim, Unavailable outcome) {
        jdbc.sql("""
                update source_question set tries = tries + 1, next_try_at = ?, last_outcome = ?, claim = null, claimed_until = null
                where id = ? and claim = ? and status <> 'ANSWERED'""")
                .params(now().plus(WAITS.get(Math.min(question.tries, WAITS.size() - 1))), outcome.name(), question.id, claim).update();
    }

    private static Question question(ResultSet row, int i) throws SQLException {
        String outcome = row.getString(9);
        long answer = row.getLong(10);
        return new Question(row.getLong(1), row.getString(2), row.getString(3), Source.valueOf(row.getString(4)), Status.valueOf(row.getString(5)),
                row.getInt(6), row.getObject(7, OffsetDateTime.class).toInstant(), row.getObject(8, OffsetDateTime.class).toInstant(),
                outcome == null ? null : Unavailable.valueOf(outcome), row.wasNull() ? null : answer);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
