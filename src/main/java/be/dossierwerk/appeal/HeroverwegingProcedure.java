package be.dossierwerk.appeal;

import be.dossierwerk.appeal.Heroverwegingen.Heroverweging;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.casework.Procedures;
import be.dossierwerk.correspondence.AppealWindows;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the building blocks ask of a reconsideration (procedures.md 1.10). */
@Component
class HeroverwegingProcedure implements Procedure, WaitingFor {

    private final Heroverwegingen heroverwegingen;
    private final NotifiedDecisions decisions;
    private final ContestedActs acts;
    private final AppealWindows windows;
    private final LegalTexts legalTexts;
    private final ObjectProvider<Procedures> procedures;
    private final Clock clock;

    HeroverwegingProcedure(Heroverwegingen heroverwegingen, NotifiedDecisions decisions, ContestedActs acts, AppealWindows windows, LegalTexts legalTexts,
                           ObjectProvider<Procedures> procedures, Clock clock) {
        this.heroverwegingen = heroverwegingen;
        this.decisions = decisions;
        this.acts = acts;
        this.windows = windows;
        this.legalTexts = legalTexts;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public String process() {
        return HeroverwegingModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(CaseworkModel.REGISTER_DEFENCE);
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.REGISTER_DEFENCE -> "T-HOR-01";
            case CaseworkModel.SIGN -> "T-REC-05";
            default -> HeroverwegingModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return HeroverwegingModel.DECISION_TERM;
    }

    /** What the contested procedure cannot undo can only be confirmed. */
    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        Heroverweging request = heroverwegingen.get(dossier);
        List<PossibleDecision> possible = new ArrayList<>();
        possible.add(new PossibleDecision(HeroverwegingModel.CONFIRMED, "beslissen dat de bestreden beslissing blijft zoals ze is", true,
                "beslissing-heroverweging-bevestigd", "Antwoord op uw vraag om heroverweging: onze beslissing blijft"));
        if (request.restart() != null) {
            possible.add(new PossibleDecision(HeroverwegingModel.AMENDED, "beslissen dat de bestreden beslissing herzien wordt", false,
                    "beslissing-heroverweging-herzien", "Antwoord op uw vraag om heroverweging: wij nemen een nieuwe beslissing"));
        }
        if (acts.of(request.contested()).isPresent()) {
            possible.add(new PossibleDecision(HeroverwegingModel.WITHDRAWN, "beslissen dat de bestreden beslissing ingetrokken wordt", false,
                    "beslissing-heroverweging-ingetrokken", "Antwoord op uw vraag om heroverweging: wij trekken onze beslissing in"));
        }
        return possible;
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        Heroverweging request = heroverwegingen.get(dossier);
        NotifiedDecisions.Decision decision = decisions.find(request.besluit()).orElseThrow();
        Map<String, Object> proposal = new HashMap<>(Map.of("rechtsgrond", legalTexts.inForce("RECHTSGROND_HEROVERWEGING", LocalDate.now(clock)),
                "feiten", "%s vroeg op %s om de beslissing van %s in dossier %s te heroverwegen. De vraag steunt op deze gronden:\n%s".formatted(decision.subject(),
                        Dates.prose(request.receivedOn()), Dates.prose(decision.signedOn()), decision.dossier(), request.grounds()),
                "beroepsclausule", decision.appealClause()));
        heroverwegingen.explanation(dossier).ifPresent(explained -> {
            proposal.put("motieven", explained.answer());
            proposal.put("uitkomst", !explained.outlook().equals("GUNSTIG") ? HeroverwegingModel.CONFIRMED
                    : request.restart() == null ? HeroverwegingModel.WITHDRAWN : HeroverwegingModel.AMENDED);
        });
        return proposal;
    }

    /** Who asks may explain; nothing is intended yet. */
    @Override
    public Intention intention(String dossier) {
        return new Intention("heroverweging-horen", "U kunt uw vraag om heroverweging toelichten", Map.of());
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        Heroverweging request = heroverwegingen.get(dossier);
        NotifiedDecisions.Decision decision = decisions.find(request.besluit()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        Map<String, Object> contested = procedures.getObject().of(request.contested()).letterFacts(request.contested());
        List.of("straat", "postcode", "gemeente").forEach(key -> facts.put(key, contested.get(key)));
        facts.values().removeIf(value -> value == null);
        facts.put("bestredenBeslissing", decision.title());
        facts.put("bestredenVan", decision.signedOn());
        facts.put("bestredenDossier", decision.dossier());
        facts.put("nietOntvankelijkOmdat", request.inadmissibleGround());
        facts.put("herneemtBij", request.restartLabel());
        windows.ofLetter(decision.letter()).ifPresentOrElse(window -> {
            facts.put("beroepTotEnMet", window.days().last());
            facts.put("beroepVoorbij", window.days().last().isBefore(LocalDate.now(clock)) ? true : null);
        }, () -> facts.put("andereRechter", true));
        return facts;
    }

    @Override
    public void outlook(String dossier, String outlook) {
        heroverwegingen.outlook(dossier, outlook);
    }
}
