package be.dossierwerk.deadline;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import java.util.Collection;
import java.util.Map;

/** What a guarded term must know of its dossier; the module that keeps the dossiers answers. */
public interface DossierFacts {

    /** {@code handler} and {@code handlerName} are null until somebody handles the dossier. */
    record Facts(String subject, String handler, String handlerName) {

        /** The person who must say to know of a countdown: who handles the dossier, or a team lead. */
        boolean names(Actor actor) {
            return actor.has(Roles.TEAM_LEAD) || (actor.has(Roles.HANDLER) || actor.has(Roles.FINES)) && actor.id().equals(handler);
        }
    }

    /** By dossier number; a closed dossier is left out. */
    Map<String, Facts> open(Collection<String> dossiers);
}
