package be.dossierwerk.casework;

import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DecisionTables;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a letter and sends it by the channel that the table {@code kanaal} chooses (procedures.md D11). */
@Component
public class SendApplicantLetter {

    private final Letters letters;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final DecisionTables tables;
    private final boolean electronicRoute;

    SendApplicantLetter(Letters letters, Dossiers dossiers, Procedures procedures, DecisionTables tables,
               @Value("${dossierwerk.electronic-route:false}") boolean electronicRoute) {
        this.letters = letters;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.tables = tables;
        this.electronicRoute = electronicRoute;
    }

    public void send(String dossier, String kind, String title, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(procedures.of(dossier).letterFacts(dossier));
        all.putAll(facts);
        letters.send(letters.make(dossier, kind, title, all), channel(dossier, false));
    }

    String sendDecision(String dossier, UUID letter) {
        String channel = channel(dossier, true);
        letters.send(letter, channel);
        return channel;
    }

    private String channel(String dossier, boolean decision) {
        return (String) tables.ask("kanaal", dossier, Map.of("besluit", decision, "eRoute", electronicRoute,
                "onderneming", dossiers.get(dossier).enterpriseNumber() != null)).get(0).get("kanaal");
    }
}
