package be.dossierwerk.sources;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks what is due, every minute, and turns to a person for what waited too long. Several rounds at once do not ask the same. */
@Component
class SourceRounds implements DisposableBean {

    /** What a round did: questions that left, and those that got their facts. */
    record Round(int asked, int answered) { }

    private static final Logger LOG = LoggerFactory.getLogger(SourceRounds.class);

    private final SourceQuestions questions;
    private final HttpSources http;
    private final RestingSources resting;
    private final SourceSettings settings;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sources");
        thread.setDaemon(true);
        return thread;
    });

    SourceRounds(SourceQuestions questions, HttpSources http, RestingSources resting, SourceSettings settings, CurrentActor currentActor, Clock clock) {
        this.questions = questions;
        this.http = http;
        this.resting = resting;
        this.settings = settings;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Not in the thread that keeps time for the whole product: a slow source would hold up everybody. */
    @Scheduled(initialDelay = 40, fixedRate = 60, timeUnit = TimeUnit.SECONDS)
    void everyMinute() {
        if (underWay.compareAndSet(false, true)) {
            oneByOne.execute(() -> {
                try {
                    round();
                } catch (RuntimeException e) {
                    LOG.error("The sources could not be asked; the next round tries again", e);
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    Round round() {
        Round done = ask(null, settings.perRound(), null);
        currentActor.as(Actor.SYSTEM, () -> {
            for (SourceQuestions.Question question : questions.overdue(resting.all())) {
                try {
                    questions.askPersonFor(question);
                } catch (RuntimeException e) {
                    LOG.error("Nobody could be asked about question {} of dossier {}", question.id(), question.dossier(), e);
                }
            }
            return null;
        });
        return done;
    }

    /** @param only null for all; {@code patience} is when no further question begins, null for none */
    Round ask(Source only, int most, Duration patience) {
        long began = System.nanoTime();
        int asked = 0;
        int answered = 0;
        while (asked < most && (patience == null || System.nanoTime() - began < patience.toNanos()) && !Thread.currentThread().isInterrupted()) {
            Boolean gotFacts = currentActor.as(Actor.SYSTEM, () -> askNext(only));
            if (gotFacts == null) {
                break;
            }
            asked++;
            answered += gotFacts ? 1 : 0;
        }
        return new Round(asked, answered);
    }

    /** @return null when nothing is due */
    private Boolean askNext(Source only) {
        UUID claim = UUID.randomUUID();
        SourceQuestions.Question question = questions.claim(claim, resting.all(), only).orElse(null);
        if (question == null) {
            return null;
        }
        Instant askedAt = clock.instant();
        HttpSources.Reply reply = http.ask(question.enterpriseNumber(), question.source());
        if (reply.back()) {
            questions.wake(question.source());
        }
        try {
            return questions.settle(question, claim, askedAt, reply);
        } catch (RuntimeException e) {
            LOG.error("What {} said for dossier {} could not be dealt with; it will be asked again", question.source(), question.dossier(), e);
            questions.release(question, claim);
            return false;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdownNow();
        oneByOne.awaitTermination(10, TimeUnit.SECONDS);
    }
}
