package be.dossierwerk.casework;

import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.UUID;

/** What the signatory does with the decisions of the pile. */
public interface SigningActions {

    /**
     * Signs each decision, one by one: one that is refused does not stop the others.
     * A decision that the acting person has not had open is refused with {@code casework.signing-unread}.
     * @param action made when the confirmation opened; the same for every try
     */
    List<Outcome> sign(UUID action, List<String> taskIds);

    /** @throws Refused inbox.form-invalid without a reason; those of sending a form */
    void sendBack(UUID action, String taskId, String reason);
}
