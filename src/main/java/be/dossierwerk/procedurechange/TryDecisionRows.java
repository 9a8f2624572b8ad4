package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.engine.DecisionTables.NotAnswered;
import be.dossierwerk.engine.DecisionTables.Tried;
import be.dossierwerk.security.CurrentActor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a proposed decision table the test rows that stand beside it ("A manager" 10). */
@Service
public class TryDecisionRows {

    /** {@code got}: what the table answers, explanations left out; {@code answered} is false when it could not. */
    public record Outcome(DecisionRow row, boolean met, List<Map<String, Object>> got, boolean answered) { }

    /** {@code refused}: the table may not be asked, so nothing was. */
    public record Outcomes(List<Outcome> rows, boolean refused) {

        public long different() {
            return rows.stream().filter(row -> !row.met()).count();
        }
    }

    private final CurrentActor currentActor;
    private final DecisionRows rows;
    private final DecisionTables tables;

    TryDecisionRows(CurrentActor currentActor, DecisionRows rows, DecisionTables tables) {
        this.currentActor = currentActor;
        this.rows = rows;
        this.tables = tables;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public Outcomes run(Proposal proposal, String file) {
        currentActor.require(ChangeReaders.ROLES);
        List<DecisionRow> all = rows.of(proposal.change(), file);
        Tried table;
        try {
            table = tables.tried(file, proposal.proposed().files().get(file));
        } catch (NotAnswered e) {
            return new Outcomes(all.stream().map(row -> new Outcome(row, false, List.of(), false)).toList(), true);
        }
        return new Outcomes(all.stream().map(row -> outcome(table, row)).toList(), false);
    }

    private static Outcome outcome(Tried table, DecisionRow row) {
        try {
            List<Map<String, Object>> answers = table.ask(row.facts());
            return new Outcome(row, row.metBy(answers), TableAnswers.outcomes(answers), true);
        } catch (NotAnswered e) {
            return new Outcome(row, false, List.of(), false);
        }
    }
}
