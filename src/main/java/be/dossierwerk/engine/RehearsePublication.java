package be.dossierwerk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys a proposed set in a transaction that is always rolled back, so that a change can be tried on the running dossiers themselves. */
@Service
public class RehearsePublication {

    /** The proposed set, deployed as long as the rehearsal lasts. */
    public interface Stage {

        String deployment();

        /** Does that work and takes it back at once, with its locks and with all that it wanted to do after a commit; an exception goes to the caller. */
        <T> T takenBack(Supplier<T> work);

        /** Whether somebody waits for what the rehearsal holds as long as it lasts, such as a publication: one deploys at a time. */
        boolean holdsUpOthers();
    }

    private final RepositoryService repository;
    private final DeploymentCache cache;
    private final MoveDossiers moveDossiers;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final TransactionTemplate nested;

    RehearsePublication(ProcessEngine engine, MoveDossiers moveDossiers, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.repository = engine.getRepositoryService();
        this.cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        this.moveDossiers = moveDossiers;
        this.jdbc = jdbc;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * The engine's gate stands before this deployment as before every other; what it refuses, this throws. {@code locks}: takes what publications lock
     * before they deploy, so that both do it in the same order.
     */
    public <T> T with(DiagramSet proposed, Runnable locks, Function<Stage, T> work) {
        List<String> deployed = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        try {
            return apart.execute(status -> {
                status.setRollbackOnly();
                locks.run();
                // Never the name of a real set: whoever looks for the newest one sees what is committed, and this must not be even for a moment.
                var deployment = repository.createDeployment().name("rehearsal");
                proposed.files().forEach((path, content) -> deployment.addInputStream(path, new java.io.ByteArrayInputStream(content)));
                String id = deployment.deploy().getId();
                deployed.add(id);
                definitions.addAll(jdbc.sql("select id_ from act_re_procdef where deployment_id_ = ?").param(id).query(String.class).list());
                tables.addAll(jdbc.sql("select id_ from act_re_decision_def where deployment_id_ = ?").param(id).query(String.class).list());
                return work.apply(new Stage() {
                    @Override
                    public String deployment() {
                        return id;
                    }

                    @Override
                    public <T> T takenBack(Supplier<T> act) {
                        return RehearsePublication.this.takenBack(act);
                    }

                    @Override
                    public boolean holdsUpOthers() {
                        return jdbc.sql("select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))").query(Boolean.class).single();
                    }
                });
            });
        } finally {
            definitions.forEach(cache::removeProcessDefinition);
            tables.forEach(cache::removeDecisionDefinition);
            deployed.forEach(id -> moveDossiers.forget(id, definitions));
        }
    }

    /** What work in a savepoint wants to do at the end of the transaction would otherwise wait for that end, with all it holds in memory. */
    private <T> T takenBack(Supplier<T> act) {
        List<TransactionSynchronization> outer = TransactionSynchronizationManager.getSynchronizations();
        try {
            return nested.execute(status -> {
                status.setRollbackOnly();
                return act.get();
            });
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
            TransactionSynchronizationManager.initSynchronization();
            outer.forEach(TransactionSynchronizationManager::registerSynchronization);
        }
    }
}
