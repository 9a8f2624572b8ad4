package be.dossierwerk.sources;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks one source now and keeps what it said. The asker waits, at worst for some read timeouts; who has a transaction open, or must get an
 * answer in the end, uses {@link AskLater}. A source that fails gives an answer without facts, never an exception.
 */
@Service
public class AskSources {

    private final HttpSources http;
    private final SourceAnswers answers;
    private final SourceQuestions questions;
    private final Clock clock;

    AskSources(HttpSources http, SourceAnswers answers, SourceQuestions questions, Clock clock) {
        this.http = http;
        this.answers = answers;
        this.questions = questions;
        this.clock = clock;
    }

    /** @throws Refused sources.number.wrong */
    @Transactional(propagation = Propagation.NEVER)
    public Answer of(String enterpriseNumber, Source source) {
        return of(enterpriseNumber, source, null);
    }

    /** For a dossier, whose timeline then tells of it. @throws Refused sources.number.wrong */
    @Transactional(propagation = Propagation.NEVER)
    public Answer of(String enterpriseNumber, Source source, String dossier) {
        if (!EnterpriseNumber.isValid(enterpriseNumber)) {
            throw new Refused("sources.number.wrong");
        }
        String number = EnterpriseNumber.parse(enterpriseNumber).digits();
        Instant askedAt = clock.instant();
        HttpSources.Reply reply = http.ask(number, source);
        if (reply.back()) {
            questions.wake(source);
        }
        return reply.asked() ? answers.keep(dossier, number, source, askedAt, reply)
                : new Answer(null, number, source, askedAt, clock.instant(), false, null, null, null, reply.unavailable());
    }
}
