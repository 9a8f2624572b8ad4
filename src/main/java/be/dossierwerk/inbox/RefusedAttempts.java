package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.AfterTransaction;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes in the dossier's timeline that somebody was refused, although the refused transaction leaves nothing behind. */
@Component
class RefusedAttempts {

    static final String ACTION = "POGING_GEWEIGERD";

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);

    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate own;

    RefusedAttempts(AuditLog audit, CurrentActor currentActor, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.currentActor = currentActor;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param person who would have had the task: the acting person, or the colleague it was meant for */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(OpenTask task, Actor person, Route route, String why) {
        Actor actor = currentActor.get();
        AuditLog.Entry entry = AuditLog.Entry.of(task.dossier(), ACTION, route.attempt(actor, task, person)).because(why)
                .changing(Map.of(), Map.of("taak", task.key(), "weg", route.name(), "persoon", person.id()));
        // Not before: the refused transaction holds the dossier's lock until it has ended.
        AfterTransaction.run(() -> write(actor, entry));
    }

    private void write(Actor actor, AuditLog.Entry entry) {
        try {
            // The work in somebody's name may be over when its transaction ends.
            currentActor.as(actor, () -> {
                own.executeWithoutResult(status -> audit.record(entry));
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.error("Not in the timeline of {}: {} {}", entry.dossier(), entry.sentence(), entry.reason(), failure);
        }
    }
}
