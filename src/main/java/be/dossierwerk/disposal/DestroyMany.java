package be.dossierwerk.disposal;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The second person confirms several proposals; each dossier is a transaction of its own, and one that is refused keeps no other back. */
@Service
public class DestroyMany {

    private static final Logger LOG = LoggerFactory.getLogger(DestroyMany.class);

    private final DestroyDossier destroyDossier;
    private final CurrentActor currentActor;

    DestroyMany(DestroyDossier destroyDossier, CurrentActor currentActor) {
        this.destroyDossier = destroyDossier;
        this.currentActor = currentActor;
    }

    /** @param proposed with an open proposal each @throws Refused security.role-missing */
    public List<DisposalOutcome> destroy(Collection<DueDossier> proposed) {
        currentActor.require(Roles.HEAD, Roles.LAWYER);
        List<DisposalOutcome> outcomes = new ArrayList<>();
        for (DueDossier each : proposed) {
            try {
                destroyDossier.destroy(each.proposal().id());
                outcomes.add(new DisposalOutcome(each.number(), null));
            } catch (Refused refused) {
                outcomes.add(new DisposalOutcome(each.number(), refused));
            } catch (RuntimeException failed) {
                LOG.error("destruction of {} failed, nothing of it was destroyed", each.number(), failed);
                outcomes.add(new DisposalOutcome(each.number(), new Refused("disposal.failed", each.number())));
            }
        }
        return outcomes;
    }
}
