package be.dossierwerk;

import be.dossierwerk.inbox.ConflictRule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps out whom a test names, in the one context of all tests; nobody otherwise. */
public class KeptOutInTests implements ConflictRule {

    private final Map<String, Map<String, String>> byDossier = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> keptOut(String dossier) {
        return byDossier.getOrDefault(dossier, Map.of());
    }

    /** {@code why}: a sentence by person id. */
    public void keepOut(String dossier, Map<String, String> why) {
        byDossier.put(dossier, Map.copyOf(why));
    }

    public void forget() {
        byDossier.clear();
    }
}
