package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the building blocks ask of an openness request (procedures.md 1.10): the judgements of its documents are the decision. */
@Component
class OpenbaarheidProcedure implements Procedure, WaitingFor {

    private static final String LETTER = "beslissing-openbaarheid";

    private final Requests requests;
    private final OpenbaarheidRequests openbaarheid;
    private final OpennessExceptions exceptions;
    private final Dossiers dossiers;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final AuditLog audit;
    private final Clock clock;

    OpenbaarheidProcedure(Requests requests, OpenbaarheidRequests openbaarheid, OpennessExceptions exceptions, Dossiers dossiers, LegalTexts legalTexts, Terms terms,
                          AuditLog audit, Clock clock) {
        this.requests = requests;
        this.openbaarheid = openbaarheid;
        this.exceptions = exceptions;
        this.dossiers = dossiers;
        this.legalTexts = legalTexts;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String process() {
        return OpenbaarheidModel.PROCESS;
    }

    @Override
    public Optional<Acknowledgement> acknowledgement(String dossier) {
        return Optional.of(new Acknowledgement("T-REC-00", "openbaarheid-ontvangst"));
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(OpenbaarheidModel.REGISTER_CLARIFICATION);
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case OpenbaarheidModel.REGISTER_CLARIFICATION -> OpenbaarheidModel.CLARIFICATION_TERM;
            case "UserTask_Ondertekenen" -> "T-REC-05";
            default -> OpenbaarheidModel.TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return OpenbaarheidModel.TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        Set<DocumentJudgement> judgements = openbaarheid.items(dossier).stream().map(OpenbaarheidRequests.Item::judgement).collect(Collectors.toSet());
        if (judgements.equals(Set.of(DocumentJudgement.OPENBAAR))) {
            return List.of(new PossibleDecision("TOEGESTAAN", "de toegang tot alle documenten te geven", false, LETTER, "Beslissing: u krijgt de documenten die u vroeg"));
        }
        return List.of(judgements.equals(Set.of(DocumentJudgement.NIET_OPENBAAR))
                ? new PossibleDecision("GEWEIGERD", "de toegang te weigeren", true, LETTER, "Beslissing: u krijgt de documenten die u vroeg niet")
                : new PossibleDecision("GEDEELTELIJK_TOEGESTAAN", "de toegang voor een deel te geven", true, LETTER, "Beslissing: u krijgt een deel van de documenten die u vroeg"));
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        LocalDate today = LocalDate.now(clock);
        Dossiers.Details details = dossiers.get(dossier);
        List<OpenbaarheidRequests.Item> items = openbaarheid.items(dossier);
        return Map.of("uitkomst", possibleDecisions(dossier).get(0).code(), "rechtsgrond", legalTexts.inForce("RECHTSGROND_OPENBAARHEID", today),
                "feiten", "%s vroeg op %s: %s.".formatted(details.subject(), Dates.prose(details.receivedOn()),
                        items.stream().map(OpenbaarheidRequests.Item::description).collect(Collectors.joining("; "))),
                "motieven", items.stream().map(this::motive).collect(Collectors.joining("\n")),
                "beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE_OPENBAARHEID", today));
    }

    /** The reasons are those of the judgements: a draft from before the last one says something else. */
    @Override
    public Instant draftsFrom(String dossier) {
        return audit.of(dossier).stream().filter(line -> line.action().equals(JudgeDocument.JUDGED)).map(AuditLog.Line::at).reduce((earlier, later) -> later).orElse(null);
    }

    /** An openness request has no hearing: no building block asks this. */
    @Override
    public Intention intention(String dossier) {
        throw new IllegalStateException("an openness request has no hearing");
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        Map<String, Object> facts = new HashMap<>(requests.address(dossier));
        facts.put("uiterlijk", terms.due(dossier, OpenbaarheidModel.TERM));
        List<OpenbaarheidRequests.Item> items = openbaarheid.items(dossier);
        facts.put("gevraagd", items.stream().map(OpenbaarheidRequests.Item::description).toList());
        facts.put("documenten", items.stream().filter(item -> item.judgement() != null).map(item -> {
            Map<String, Object> document = new HashMap<>(Map.of("omschrijving", item.description(), "oordeel", item.judgement().inWords()));
            if (item.exception() != null) {
                document.put("grond", ground(item));
                document.put("motief", item.reason());
            }
            return document;
        }).toList());
        return facts;
    }

    @Override
    public void outlook(String dossier, String outlook) {
        throw new IllegalStateException("an openness request has no hearing");
    }

    private String motive(OpenbaarheidRequests.Item item) {
        return item.exception() == null ? "%s: dit document is openbaar; geen uitzondering staat in de weg.".formatted(item.description())
                : "%s: %s staat %s in de weg. %s".formatted(item.description(), ground(item), item.judgement() == DocumentJudgement.GEDEELTELIJK
                        ? "voor een deel" : "de toegang", item.reason());
    }

    private String ground(OpenbaarheidRequests.Item item) {
        return exceptions.find(item.exception(), LocalDate.now(clock)).map(OpennessExceptions.Ground::inWords).orElse(item.exception());
    }
}
