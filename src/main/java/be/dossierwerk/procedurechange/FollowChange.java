package be.dossierwerk.procedurechange;

import java.util.Set;

/** Moves running dossiers to the set that was just published, after the transaction of the publication. */
public interface FollowChange {

    /**
     * Called once by the procedure procedurewijziging, in a job of its own that is tried again when this throws: a second call for the same change
     * goes on where the first one stopped.
     *
     * @param change number of the dossier of the change
     * @param from   the deployment that held before
     * @param to     the deployment that was published
     * @param chosen numbers of the dossiers to move with {@link Rollout#GEKOZEN}, else empty
     * @param author id of who proposed the change
     */
    void begin(String change, String from, String to, Rollout rollout, Set<String> chosen, String author);
}
