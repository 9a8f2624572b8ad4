package be.dossierwerk.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;

/** Asks a decision table (DMN) of {@code bpmn/}; it proposes, a person decides. */
@Service
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Every rule that matched, as its named outputs. */
    public List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
        return decisions.evaluateDecisionTableByKey(table, facts).getResultList();
    }
}
