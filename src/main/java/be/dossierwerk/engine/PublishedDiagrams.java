package be.dossierwerk.engine;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Service;

/** The sets of diagrams, tables and forms that the engine holds, by the deployment that brought them. */
@Service
public class PublishedDiagrams {

    /** Every deployment of a set bears this name. */
    public static final String NAME = "dossierwerk";

    private final RepositoryService repository;
    // A deployment never changes.
    private final Map<String, DiagramSet> read = new ConcurrentHashMap<>();

    PublishedDiagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The deployment that new dossiers begin with; empty while the product starts for the first time. */
    public Optional<String> newest() {
        return repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().listPage(0, 1).stream().findFirst().map(Deployment::getId);
    }

    public DiagramSet of(String deployment) {
        return read.computeIfAbsent(deployment, id -> {
            TreeMap<String, byte[]> files = new TreeMap<>();
            for (Resource resource : repository.getDeploymentResources(id)) {
                try (var in = repository.getResourceAsStreamById(id, resource.getId())) {
                    files.put(resource.getName(), in.readAllBytes());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return new DiagramSet(files);
        });
    }

    /** The set that new dossiers begin with. */
    public DiagramSet current() {
        return of(newest().orElseThrow());
    }
}
