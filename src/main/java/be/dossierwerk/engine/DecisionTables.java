package be.dossierwerk.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Asks a decision table (DMN) of {@code bpmn/}; it proposes, a person decides. What was asked about a dossier is kept, so that a changed table can be tried on it. */
@Service
public class DecisionTables {

    /** A table that is asked without being published. */
    public interface Tried {

        /**
         * Every rule that matched, as its named outputs.
         *
         * @throws NotAnswered when the table cannot answer, for instance because two rules match where one may
         */
        List<Map<String, Object>> ask(Map<String, Object> facts);
    }

    /** A table that is tried gives no answer, or may not be asked at all. */
    public static final class NotAnswered extends RuntimeException {

        NotAnswered(String reason) {
            super(reason);
        }
    }

    /** A closed code. Other texts are not kept: what people wrote is no fact that a table may decide on. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,59}");

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final DiagramGate gate;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final DmnEngine trying;

    DecisionTables(DecisionService decisions, RepositoryService repository, DiagramGate gate, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.gate = gate;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        DefaultDmnEngineConfiguration configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        // FEEL only, whatever a file says.
        configuration.setScriptEngineResolver(language -> {
            throw new DmnEngineException("no language but FEEL: " + language);
        });
        trying = configuration.buildEngine();
    }

    /** Every rule that matched, as its named outputs. */
    public List<Map<String, Object>> ask(String table, String dossier, Map<String, Object> facts) {
        var definition = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult();
        List<Map<String, Object>> answers = decisions.evaluateDecisionTableById(definition.getId(), facts).getResultList();
        keep(table, definition.getVersion(), dossier, facts, answers);
        return answers;
    }

    /** As {@link #ask}, for who only wants to see what would come out: it is not kept as something that was decided. */
    public List<Map<String, Object>> look(String table, Map<String, Object> facts) {
        return decisions.evaluateDecisionTableByKey(table, facts).getResultList();
    }

    /**
     * A table as a draft has it. Nothing of it is evaluated before the gate has let it through.
     *
     * @throws NotAnswered when the gate refuses it or it holds no table
     */
    public Tried tried(String path, byte[] content) {
        if (!gate.findings(DiagramSet.of(Map.of(path, content))).isEmpty()) {
            throw new NotAnswered("refused");
        }
        DmnDecision table;
        try {
            table = trying.parseDecisions(new ByteArrayInputStream(content)).stream().filter(DmnDecision::isDecisionTable).findFirst()
                    .orElseThrow(() -> new NotAnswered("no table"));
        } catch (DmnEngineException e) {
            throw new NotAnswered(e.getMessage());
        }
        return facts -> {
            try {
                return trying.evaluateDecisionTable(table, facts).getResultList();
            } catch (DmnEngineException e) {
                throw new NotAnswered(e.getMessage());
            }
        };
    }

    private void keep(String table, int version, String dossier, Map<String, Object> facts, List<Map<String, Object>> answers) {
        Map<String, Object> kept = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (value == null || value instanceof Boolean || value instanceof Number || value instanceof String text && CODE.matcher(text).matches()) {
                kept.put(name, value);
            }
        });
        try {
            jdbc.sql("""
                    insert into decision_evaluation (dossier, decision, version, facts, answers, at) values (?, ?, ?, ?::jsonb, ?::jsonb, ?)
                    on conflict (dossier, decision, version, md5(facts::text)) do nothing""")
                    .params(dossier, table, version, json.writeValueAsString(kept), json.writeValueAsString(answers), OffsetDateTime.now(clock)).update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
