package be.dossierwerk.request;

import be.dossierwerk.casework.Procedure;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.inbox.WaitingFor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the building blocks ask of a complaint; it ends in an answer, never in a decision (procedures.md 1.10). */
@Component
class KlachtProcedure implements Procedure, WaitingFor {

    private final Requests requests;
    private final Klachten klachten;
    private final Terms terms;

    KlachtProcedure(Requests requests, Klachten klachten, Terms terms) {
        this.requests = requests;
        this.klachten = klachten;
        this.terms = terms;
    }

    @Override
    public String process() {
        return KlachtModel.PROCESS;
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(String dossier) {
        return klachten.canBeWrittenTo(dossier) ? Optional.of(new Acknowledgement(KlachtModel.ACKNOWLEDGEMENT_TERM, "klacht-ontvangst")) : Optional.empty();
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of();
    }

    @Override
    public String termOf(String taskKey) {
        return KlachtModel.TERM;
    }

    @Override
    public String decisionTerm() {
        return KlachtModel.TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of();
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        throw new IllegalStateException("a complaint is answered, not decided");
    }

    @Override
    public Intention intention(String dossier) {
        throw new IllegalStateException("a complaint has no intention");
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        Map<String, Object> facts = new HashMap<>(requests.address(dossier));
        facts.put("uiterlijk", terms.due(dossier, KlachtModel.TERM));
        return facts;
    }

    @Override
    public void outlook(String dossier, String outlook) {
        throw new IllegalStateException("a complaint has no outlook");
    }
}
