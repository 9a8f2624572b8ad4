package be.dossierwerk.recognition;

import be.dossierwerk.engine.DecisionTables;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a result for each of the conditions C01 to C19 by the table {@code erkenning-voorwaarden} (procedures.md D2). */
@Service
public class ProposeConditions {

    private final Applications applications;
    private final DecisionTables tables;
    private final BarredDirectors barredDirectors;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ProposeConditions(Applications applications, DecisionTables tables, BarredDirectors barredDirectors, JdbcClient jdbc, ObjectMapper json) {
        this.applications = applications;
        this.tables = tables;
        this.barredDirectors = barredDirectors;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional
    public void propose(String dossier) {
        // What no table covers, a person has to find out: never a silent OK.
        Map<String, String[]> results = new HashMap<>();
        IntStream.rangeClosed(1, 19).forEach(i -> results.put("C%02d".formatted(i), new String[] {"NIET_VASTSTELBAAR", "Na te gaan door de behandelaar"}));
        for (var row : tables.ask("erkenning-voorwaarden", dossier, facts(dossier))) {
            results.put((String) row.get("code"), new String[] {(String) row.get("resultaat"), (String) row.get("toelichting")});
        }
        // Our own register knows it for sure, also what happened after the sources were looked at.
        barredDirectors.evidence(dossier).ifPresent(evidence -> results.put("C08", new String[] {"NOK", evidence}));
        results.forEach((code, result) -> jdbc.sql("""
                insert into recognition_condition (dossier, code, proposed, why) values (?, ?, ?, ?)
                on conflict (dossier, code) do update set proposed = excluded.proposed, why = excluded.why""")
                .params(dossier, code, result[0], result[1]).update());
    }

    private Map<String, Object> facts(String dossier) {
        Application application = applications.of(dossier);
        return jdbc.sql("select sources, plan_judgement, deposit_confirmed from recognition where dossier = ?").param(dossier).query((row, i) -> {
            Map<String, Object> facts = new HashMap<>();
            try {
                facts.putAll(json.readValue(row.getString(1), new TypeReference<Map<String, Object>>() { }));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            facts.put("planOordeel", row.getString(2));
            facts.put("waarborgBevestigd", row.getBoolean(3) ? "JA" : "NEE");
            facts.put("infosessie", application.infoSession() != null || received(dossier, "INFOSESSIE"));
            facts.put("andereActiviteiten", Boolean.TRUE.equals(application.otherActivities()));
            facts.put("suiGenerisIngevuld", application.separateDepartment() != null || received(dossier, "SUIGENERIS"));
            return facts;
        }).single();
    }

    private boolean received(String dossier, String item) {
        return jdbc.sql("select exists (select from missing_item where dossier = ? and code = ? and received_on is not null)")
                .params(dossier, item).query(Boolean.class).single();
    }
}
