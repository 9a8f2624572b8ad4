package be.dossierwerk.inbox;

import java.util.Set;

/**
 * Says which tasks wait for somebody outside (shown under "In pauze") and which term's days a task counts.
 * Each procedure gives one bean.
 */
public interface WaitingFor {

    /** Element ids of tasks that wait for the applicant. */
    Set<String> waitingTasks();

    /** The rule whose days left the task shows, by element id; the default is the decision term. */
    String termOf(String taskKey);

    String process();
}
