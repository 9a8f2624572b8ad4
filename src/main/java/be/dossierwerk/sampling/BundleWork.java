package be.dossierwerk.sampling;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the bundles of a sample one after the other, in the name of who drew it; what the product's end cut off goes on at the next start. */
@Component
class BundleWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BundleWork.class);

    private final KeepBundle keepBundle;
    private final CurrentActor currentActor;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sample-bundles");
        thread.setDaemon(true);
        return thread;
    });

    BundleWork(KeepBundle keepBundle, CurrentActor currentActor) {
        this.keepBundle = keepBundle;
        this.currentActor = currentActor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        keepBundle.unfinished().forEach(one -> begin(one.number(), new Actor(one.drawnBy(), one.drawnByName(), Set.of())));
    }

    void begin(String sample, Actor by) {
        // Whatever else somebody may read, a bundle holds what every auditor may.
        oneByOne.execute(() -> currentActor.as(new Actor(by.id(), by.name(), Set.of(Roles.AUDITOR)), () -> {
            for (String dossier : keepBundle.without(sample)) {
                if (Thread.currentThread().isInterrupted()) {
                    return null;
                }
                make(sample, dossier);
            }
            return null;
        }));
    }

    private void make(String sample, String dossier) {
        try {
            keepBundle.keep(sample, dossier);
        } catch (RuntimeException e) {
            LOG.error("Bundle of {} for {} failed", dossier, sample, e);
            keepBundle.failed(sample, dossier, e instanceof Refused refused ? refused.key() : "sampling.bundle.failed");
        }
    }

    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
