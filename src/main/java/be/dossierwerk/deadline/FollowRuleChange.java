package be.dossierwerk.deadline;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets running terms follow an approved change of their rule, page by page, each page in its own transaction: one transaction would lock every dossier
 * that the rule concerns. Who approves waits for the first three hundred; the others, and what a standstill left behind, follow within a minute.
 */
@Component
public class FollowRuleChange {

    /** A change was approved in this transaction. */
    record Approved() { }

    private static final int PAGE = 100;
    private static final int AT_ONCE = 300;
    private static final Logger LOG = LoggerFactory.getLogger(FollowRuleChange.class);

    private final RuleVersions versions;
    private final TakeTermsAlong takeTermsAlong;
    private final CurrentActor currentActor;

    FollowRuleChange(RuleVersions versions, TakeTermsAlong takeTermsAlong, CurrentActor currentActor) {
        this.versions = versions;
        this.takeTermsAlong = takeTermsAlong;
        this.currentActor = currentActor;
    }

    @TransactionalEventListener
    void approved(Approved event) {
        follow(AT_ONCE);
    }

    /** Gives the number of terms that followed. What fails is logged and does not hold up the others; the next sweep tries it again. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public int sweep() {
        return currentActor.as(Actor.SYSTEM, () -> follow(Integer.MAX_VALUE));
    }

    private int follow(int most) {
        int followed = 0;
        for (RuleProposal change : versions.unfinished()) {
            String last = "";
            for (List<String> page = versions.left(change, last, PAGE); !page.isEmpty() && followed < most; page = versions.left(change, last, PAGE)) {
                followed += take(change, page);
                last = page.get(page.size() - 1);
            }
        }
        return followed;
    }

    private int take(RuleProposal change, List<String> dossiers) {
        try {
            return takeTermsAlong.take(change, dossiers);
        } catch (RuntimeException e) {
            if (dossiers.size() > 1) {
                // One of them fails: the others go alone.
                return dossiers.stream().mapToInt(dossier -> take(change, List.of(dossier))).sum();
            }
            LOG.error("The term of {} in {} did not follow change {}; the next sweep tries again", change.change().rule(), dossiers, change.id(), e);
            return 0;
        }
    }
}
