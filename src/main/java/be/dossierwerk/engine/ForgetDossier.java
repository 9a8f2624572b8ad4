package be.dossierwerk.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes all that the engine remembers of a dossier out of it, at the end of its retention: instances, variables, tasks, answers of tables, failed jobs. */
@Service
public class ForgetDossier {

    private final HistoryService history;
    private final InstancesOfDossiers instances;
    private final JdbcClient jdbc;

    ForgetDossier(HistoryService history, InstancesOfDossiers instances, JdbcClient jdbc) {
        this.history = history;
        this.instances = instances;
        this.jdbc = jdbc;
    }

    /** The dossiers of which something runs: those are never forgotten. */
    public Set<String> running() {
        return new TreeSet<>(instances.dossiers());
    }

    /** @throws IllegalStateException when something of it still runs */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String dossier) {
        if (instances.dossiers().contains(dossier)) {
            throw new IllegalStateException(dossier + " still runs");
        }
        // A building block that was called does not always carry the number: it is found by its root.
        List<String> ended = jdbc.sql("""
                select id_ from act_hi_procinst where root_proc_inst_id_ in (select root_proc_inst_id_ from act_hi_procinst where business_key_ = :dossier)
                or business_key_ = :dossier""").param("dossier", dossier).query(String.class).list();
        for (String instance : ended) {
            history.createHistoricDecisionInstanceQuery().processInstanceId(instance).list()
                    .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
            history.createUserOperationLogQuery().processInstanceId(instance).list().stream().map(UserOperationLogEntry::getId)
                    .forEach(history::deleteUserOperationLogEntry);
        }
        if (!ended.isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(ended);
        }
    }
}
