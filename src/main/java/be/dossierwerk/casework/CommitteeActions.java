package be.dossierwerk.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the secretariat does with several files of a session at once. */
public interface CommitteeActions {

    /**
     * Records the same advice for each task, one by one: a file that is refused does not stop the others.
     * @param action made when the dialog opened; the same for every try
     * @param advice the raw fields of {@code bouwstenen/advies-registreren}
     */
    List<Outcome> record(UUID action, List<String> taskIds, Map<String, Object> advice);
}
