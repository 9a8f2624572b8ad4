package be.dossierwerk.inbox;

import java.util.Set;

/**
 * Says which tasks wait for somebody outside (shown under "In pauze") and which term's days a task counts.
 * Each procedure gives one bean.
 */
public interface WaitingFor {

    /** Element ids of tasks that wait for somebody outside. */
    Set<String> waitingTasks();

    /** Those of the waiting tasks that do not wait for the applicant but for a third party, such as a court. */
    default Set<String> waitingForThird() {
        return Set.of();
    }

    /** The rule whose days left the task shows, by element id; the default is the decision term. */
    String termOf(String taskKey);

    String process();
}
