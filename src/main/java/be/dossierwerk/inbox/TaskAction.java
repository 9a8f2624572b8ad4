package be.dossierwerk.inbox;

import be.dossierwerk.engine.OpenTask;
import java.util.Map;

/**
 * What happens when a task's form is sent: implemented by the use case, found by its form key
 * (for example {@code bouwstenen/volledigheid-nagaan}). It checks state and law, changes the tables,
 * writes the audit entry, and completes the task last. Runs in one transaction. Who may send is checked before, by {@link SendTaskForm}: the groups of the diagram, and
 * the roles of {@link be.dossierwerk.engine.ReservedForms}.
 */
public interface TaskAction {

    String formKey();

    /**
     * @param data the typed fields by their form key: String, Boolean, LocalDate, BigDecimal or List of String; absent when empty
     * @throws be.dossierwerk.shared.Refused with the wrong fields
     */
    void send(OpenTask task, Map<String, Object> data);

    /** What the form shows before anybody typed: proposals by decision tables, facts already known. */
    default Map<String, Object> prefill(OpenTask task) {
        return Map.of();
    }
}
