package be.dossierwerk.engine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The sets of diagrams, tables and forms that the engine holds, by the deployment that brought them. */
@Service
public class PublishedDiagrams {

    /** Every deployment of a set bears this name. */
    public static final String NAME = "dossierwerk";

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    // A deployment never changes.
    private final Map<String, DiagramSet> read = new ConcurrentHashMap<>();

    PublishedDiagrams(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** The deployment that new dossiers begin with; empty while the product starts for the first time. */
    public Optional<String> newest() {
        return repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().listPage(0, 1).stream().findFirst().map(Deployment::getId);
    }

    public DiagramSet of(String deployment) {
        return read.computeIfAbsent(deployment, id -> {
            TreeMap<String, byte[]> files = new TreeMap<>();
            // One statement: the engine's own way takes one for each file.
            jdbc.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = ?").param(id).query(row -> {
                files.put(row.getString(1), row.getBytes(2));
            });
            return new DiagramSet(files);
        });
    }

    /** The set that new dossiers begin with. */
    public DiagramSet current() {
        return of(newest().orElseThrow());
    }
}
