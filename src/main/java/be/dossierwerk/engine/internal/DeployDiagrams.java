package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DiagramGate;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts the product's diagrams and decision tables in the engine when the product starts, before anything can open a dossier.
 * They go in together: a call activity finds its building block in the same deployment, so a running dossier keeps what it began with.
 */
@Component
class DeployDiagrams implements SmartInitializingSingleton {

    private static final String NAME = "dossierwerk";

    private final RepositoryService repository;
    private final DiagramGate gate;

    DeployDiagrams(RepositoryService repository, DiagramGate gate) {
        this.repository = repository;
        this.gate = gate;
    }

    /** Nothing happens when no file differs from the last deployment; otherwise every file gets a new version. */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, byte[]> files = files();
        gate.check(files);
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        files.forEach((name, content) -> deployment.addInputStream(name, new java.io.ByteArrayInputStream(content)));
        LoggerFactory.getLogger(DeployDiagrams.class).info("{} diagrams and tables stand in deployment {}", files.size(), deployment.deploy().getId());
    }

    /** By a name that is the same in a jar and in a folder: the engine compares files by it. */
    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (String ending : new String[] {"bpmn", "dmn"}) {
                for (Resource file : resolver.getResources("classpath*:bpmn/**/*." + ending)) {
                    String url = file.getURL().toString();
                    files.put(url.substring(url.lastIndexOf("/bpmn/") + 1), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the diagrams cannot be read", e);
        }
        return files;
    }
}
