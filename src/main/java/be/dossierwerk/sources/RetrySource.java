package be.dossierwerk.sources;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks a source again at once, for a leader who heard that it is back. A few questions while the leader waits; the rest follow in the next round. */
@Service
public class RetrySource {

    /** What came of it within the leader's patience. */
    public record Outcome(int asked, int answered) { }

    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SourceQuestions questions;
    private final SourceRounds rounds;
    private final RestingSources resting;
    private final CurrentActor currentActor;

    RetrySource(SourceQuestions questions, SourceRounds rounds, RestingSources resting, CurrentActor currentActor) {
        this.questions = questions;
        this.rounds = rounds;
        this.resting = resting;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome retry(Source source) {
        currentActor.require(Roles.TEAM_LEAD, Roles.MANAGER);
        resting.wake(source);
        questions.wake(source);
        SourceRounds.Round round = rounds.ask(source, AT_ONCE, PATIENCE);
        return new Outcome(round.asked(), round.answered());
    }
}
