package be.dossierwerk.architecture;

import be.dossierwerk.Dossierwerk;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use only what their package-info allows, only through root packages, and never in a circle (ADR 0001). */
class ModularityTest {

    @Test
    void modules_keep_to_their_allowed_dependencies() {
        ApplicationModules.of(Dossierwerk.class).verify();
    }
}
