package be.dossierwerk.payment;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Delivers the files that a stopped machine or a full disk left behind. */
@Component
class FinishDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(FinishDeliveries.class);

    private final RunLedger runs;
    private final DeliverFile deliverFile;
    private final CurrentActor currentActor;

    FinishDeliveries(RunLedger runs, DeliverFile deliverFile, CurrentActor currentActor) {
        this.runs = runs;
        this.deliverFile = deliverFile;
        this.currentActor = currentActor;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void round() {
        for (String number : runs.undelivered()) {
            try {
                currentActor.as(Actor.SYSTEM, () -> {
                    deliverFile.deliver(number);
                    return null;
                });
            } catch (RuntimeException e) {
                LOG.error("The file of {} could not be delivered; the next round tries again", number, e);
            }
        }
    }
}
