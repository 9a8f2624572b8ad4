package be.dossierwerk.procedurechange;

import be.dossierwerk.casework.Procedure;
import be.dossierwerk.inbox.WaitingFor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What others ask of a change of a procedure; it concerns no undertaking and ends in a publication, never in a decision. */
@Component
class ChangeProcedure implements Procedure, WaitingFor {

    @Override
    public String process() {
        return ProcedureChangeModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of();
    }

    @Override
    public String termOf(String taskKey) {
        return taskKey.equals(ProcedureChangeModel.REVIEW) ? ProcedureChangeModel.REVIEW_TERM : ProcedureChangeModel.DRAFT_TERM;
    }

    @Override
    public String decisionTerm() {
        return ProcedureChangeModel.REVIEW_TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of();
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        throw new IllegalStateException("a change is published, not decided");
    }

    @Override
    public Intention intention(String dossier) {
        throw new IllegalStateException("a change has no intention");
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        throw new IllegalStateException("nobody is written to about a change");
    }

    @Override
    public void outlook(String dossier, String outlook) {
        throw new IllegalStateException("a change has no outlook");
    }
}
