package be.dossierwerk.audit;

import java.nio.file.Path;

/** There are seals already, and the key that made them is not where this process looks for it. */
public final class WrongSealKey extends IllegalStateException {

    WrongSealKey(String keyId, Path file) {
        super(("De zegels van deze databank zijn gemaakt met zegelsleutel %s, en die ligt niet in %s. Zet die sleutel daar, start in de map met de gegevens van het product, "
                + "of noem een sleutel met de instelling dossierwerk.audit.seal-key.").formatted(keyId, file));
    }
}
