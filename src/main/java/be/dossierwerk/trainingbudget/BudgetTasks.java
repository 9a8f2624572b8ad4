package be.dossierwerk.trainingbudget;

import be.dossierwerk.inbox.WaitingFor;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which term the tasks of the yearly budget count; nobody outside is waited for. */
@Component
class BudgetTasks implements WaitingFor {

    @Override
    public Set<String> waitingTasks() {
        return Set.of();
    }

    @Override
    public String termOf(String taskKey) {
        return BudgetModel.TERM;
    }

    @Override
    public String process() {
        return BudgetModel.PROCESS;
    }
}
