package be.dossierwerk.inbox;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Knows who may not work on a dossier because of an earlier part in the matter; each module with such a rule gives one bean.
 * Every way to a task asks it: claiming, handing over, dividing work, standing in for somebody, sending a form.
 */
public interface ConflictRule {

    /** Who is kept out of every task of this dossier: person id, and why in a Dutch sentence that names the person. Empty for most dossiers. */
    Map<String, String> keptOut(String dossier);

    /** Those of many dossiers of which it has to be asked; a rule that can find them at once leaves the others out. */
    default Set<String> concerned(Collection<String> dossiers) {
        return Set.copyOf(dossiers);
    }
}
