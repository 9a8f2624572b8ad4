package be.dossierwerk.conformance;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Checks everything beside the work of who asked for it; the screen looks how far it is. */
@Service
public class CheckInBackground implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInBackground.class);

    private final CheckConformance checkConformance;
    private final CurrentActor currentActor;
    private final AtomicInteger busy = new AtomicInteger();
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "conformance-all");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    CheckInBackground(CheckConformance checkConformance, CurrentActor currentActor) {
        this.checkConformance = checkConformance;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    public void begin() {
        Actor actor = currentActor.require(Responsible.READERS);
        busy.incrementAndGet();
        one.execute(() -> {
            try {
                checkConformance.check(actor);
            } catch (RuntimeException e) {
                LOG.error("The conformance check that {} asked for failed", actor.id(), e);
            } finally {
                busy.decrementAndGet();
            }
        });
    }

    /** Whether one that was asked for here is not done yet. */
    public boolean isBusy() {
        return busy.get() > 0;
    }

    @Override
    public void destroy() {
        one.shutdownNow();
    }
}
