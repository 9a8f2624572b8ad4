package be.dossierwerk;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** No round by the real clock runs in tests: it would follow a clock that a test moves, and change rows behind one that counts them. */
class NoRounds {

    private final ThreadPoolTaskScheduler rounds;

    NoRounds(ThreadPoolTaskScheduler rounds) {
        this.rounds = rounds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rest() {
        rounds.stop();
    }
}
