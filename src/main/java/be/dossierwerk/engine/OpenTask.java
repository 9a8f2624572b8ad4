package be.dossierwerk.engine;

import java.time.Instant;

/**
 * A user task that waits for somebody: {@code key} is the element id in the diagram, {@code dossier} the business key, {@code deployment} the set of diagrams and
 * forms that the task belongs to, null where nobody knows.
 */
public record OpenTask(String id, String process, String key, String name, String formKey, String group, String dossier,
                       Instant createdAt, String deployment) { }
