package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductFiles;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts the product's diagrams, decision tables and forms in the engine when the product starts, before anything can open a dossier.
 * They go in together: a call activity finds its building block in the same deployment, so a running dossier keeps what it began with.
 */
@Component
class DeployDiagrams implements SmartInitializingSingleton {

    private final ProductFiles productFiles;

    DeployDiagrams(ProductFiles productFiles) {
        this.productFiles = productFiles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DiagramSet product = product();
        String deployment = productFiles.bring(product);
        LoggerFactory.getLogger(DeployDiagrams.class).info("{} diagrams, tables and forms of the product; deployment {} holds", product.paths().size(), deployment);
    }

    /** By a name that is the same in a jar and in a folder. */
    private static DiagramSet product() {
        Map<String, byte[]> files = new TreeMap<>();
        read(files, "/bpmn/", "bpmn", "dmn");
        read(files, "/forms/", "form");
        return DiagramSet.of(files);
    }

    private static void read(Map<String, byte[]> files, String folder, String... endings) {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (String ending : endings) {
                for (Resource file : resolver.getResources("classpath*:" + folder.substring(1) + "**/*." + ending)) {
                    String url = file.getURL().toString();
                    files.put(url.substring(url.lastIndexOf(folder) + 1), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the diagrams cannot be read", e);
        }
    }
}
