package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** After an annulment the lawyer chooses the step before the defect, where the procedure starts again (procedures.md 1.10). */
@Service
class ChooseRestart implements TaskAction {

    private final BeroepRvSFile file;
    private final Contests contests;
    private final ContestedActs acts;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ChooseRestart(BeroepRvSFile file, Contests contests, ContestedActs acts, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.file = file;
        this.contests = contests;
        this.acts = acts;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "beroep-raad-van-state/herneming-kiezen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        List<ContestedAct.Restart> restarts = restarts(task.dossier());
        return Map.of("arrest", file.ruling(task.dossier(), "EINDE").orElseThrow().grounds(),
                "stappen", IntStream.range(0, restarts.size()).mapToObj(i -> "%d. %s".formatted(i + 1, restarts.get(i).label())).collect(Collectors.joining("\n")));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var lawyer = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        List<ContestedAct.Restart> restarts = restarts(dossier);
        int step = ((BigDecimal) data.get("stap")).intValueExact();
        if (step < 1 || step > restarts.size()) {
            throw new Refused("appeal.rvs.field.step", List.of(new Refused.Field("stap", "appeal.rvs.field.step", restarts.size())), restarts.size());
        }
        ContestedAct.Restart chosen = restarts.get(step - 1);
        String why = (String) data.get("reden");
        jdbc.sql("update council_petition set restart_element = ?, restart_label = ?, restart_reason = ? where dossier = ?")
                .params(chosen.element(), chosen.label(), why, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "HERNEMING_GEKOZEN", "%s besliste dat dossier %s opnieuw begint bij de stap \"%s\".".formatted(lawyer.name(),
                contests.of(dossier).orElseThrow().contested(), chosen.label())).because(why));
        processes.complete(task.id(), Map.of());
    }

    private List<ContestedAct.Restart> restarts(String dossier) {
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        return acts.of(contest.contested()).orElseThrow().restarts(contest.contested(), contest.besluit());
    }
}
