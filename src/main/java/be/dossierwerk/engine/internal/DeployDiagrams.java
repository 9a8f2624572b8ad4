package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.ProductFiles;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
        DiagramSet product = ProductDiagrams.onClassPath();
        String deployment = productFiles.bring(product);
        LoggerFactory.getLogger(DeployDiagrams.class).info("{} diagrams, tables and forms of the product; deployment {} holds", product.paths().size(), deployment);
    }
}
