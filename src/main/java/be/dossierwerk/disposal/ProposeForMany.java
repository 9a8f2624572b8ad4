package be.dossierwerk.disposal;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** The head proposes to destroy several dossiers; each is a transaction of its own, and one that is refused keeps no other back. */
@Service
public class ProposeForMany {

    private final ProposeDestruction proposeDestruction;
    private final CurrentActor currentActor;

    ProposeForMany(ProposeDestruction proposeDestruction, CurrentActor currentActor) {
        this.proposeDestruction = proposeDestruction;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, or disposal.reason-too-long on field reason */
    public List<DisposalOutcome> propose(Collection<String> dossiers, String reason) {
        currentActor.require(Roles.HEAD);
        List<DisposalOutcome> outcomes = new ArrayList<>();
        for (String dossier : dossiers) {
            try {
                proposeDestruction.propose(dossier, reason);
                outcomes.add(new DisposalOutcome(dossier, null));
            } catch (Refused refused) {
                if (!refused.fields().isEmpty()) {
                    throw refused;
                }
                outcomes.add(new DisposalOutcome(dossier, refused));
            }
        }
        return outcomes;
    }
}
