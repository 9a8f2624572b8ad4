package be.dossierwerk.trainingbudget;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The task "Verdeling voorstellen": computes the proposal and puts it before the bookkeeper. What is missing is said to this person. */
@Service
class PutBudgetForward implements TaskAction {

    private final ProposeBudget proposeBudget;
    private final BudgetVersions versions;
    private final Processes processes;
    private final Clock clock;

    PutBudgetForward(ProposeBudget proposeBudget, BudgetVersions versions, Processes processes, Clock clock) {
        this.proposeBudget = proposeBudget;
        this.versions = versions;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "opleidingsbudget/verdeling-voorstellen";
    }

    /** Today, or the last day of a year that is over. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        LocalDate today = LocalDate.now(clock);
        int year = versions.year(task.dossier()).orElseThrow();
        return Map.of("peildatum", today.getYear() > year ? LocalDate.of(year, 12, 31) : today);
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        proposeBudget.propose(versions.year(task.dossier()).orElseThrow(), (LocalDate) data.get("peildatum"));
        processes.complete(task.id(), Map.of());
    }
}
