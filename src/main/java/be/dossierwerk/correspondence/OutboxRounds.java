package be.dossierwerk.correspondence;

import be.dossierwerk.shared.Installation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Empties the outbox right after a commit that filled it, and every half minute for what failed or was left by a crash. */
@Component
class OutboxRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRounds.class);

    private final Outbox outbox;
    private final Installation installation;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean asked = new AtomicBoolean();

    OutboxRounds(Outbox outbox, Installation installation) {
        this.outbox = outbox;
        this.installation = installation;
    }

    /** Not in the thread of the person who acted: a mail server may be slow. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void afterCommit(OutboxFilled filled) {
        if (asked.compareAndSet(false, true)) {
            oneByOne.execute(() -> {
                asked.set(false);
                round();
            });
        }
    }

    @Scheduled(initialDelay = 20, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void round() {
        try {
            // The database that this is a copy of may have sent it already.
            if (installation.maySend()) {
                outbox.dispatchDue();
            }
        } catch (RuntimeException e) {
            LOG.error("The outbox could not be emptied; the next round tries again", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdown();
        oneByOne.awaitTermination(10, TimeUnit.SECONDS);
    }
}
