package be.dossierwerk.fine;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The level and the amount of the fine with their reasons, within what the level allows on the day of the report (procedures.md 1.6). */
@Service
class DetermineAmount implements TaskAction {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineAmounts amounts;
    private final ProposedAmount proposed;
    private final Processes processes;

    DetermineAmount(CurrentActor currentActor, Fines fines, FineAmounts amounts, ProposedAmount proposed, Processes processes) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.amounts = amounts;
        this.proposed = proposed;
        this.processes = processes;
    }

    @Override
    public String formKey() {
        return "administratieve-geldboete/bedrag-bepalen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(Map.of("bedragen", amounts.inWords(fines.get(task.dossier()).report().on()), "werknemers", 1));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        proposed.keep(dossier, new Fine.Proposal((String) data.get("niveau"), ((BigDecimal) data.get("werknemers")).intValue(), (BigDecimal) data.get("bedrag"),
                (String) data.get("motivering")), actor);
        processes.complete(task.id(), Map.of());
    }
}
