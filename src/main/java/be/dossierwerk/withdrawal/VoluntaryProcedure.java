package be.dossierwerk.withdrawal;

import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecoveryStanding;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the voluntary withdrawal (procedures.md 1.2). */
@Component
class VoluntaryProcedure implements Procedure, WaitingFor, EndsRecognition {

    private final VoluntaryRequests requests;
    private final Recognitions recognitions;
    private final Recoveries recoveries;
    private final Dossiers dossiers;
    private final LegalTexts legalTexts;
    private final Clock clock;

    VoluntaryProcedure(VoluntaryRequests requests, Recognitions recognitions, Recoveries recoveries, Dossiers dossiers, LegalTexts legalTexts, Clock clock) {
        this.requests = requests;
        this.recognitions = recognitions;
        this.recoveries = recoveries;
        this.dossiers = dossiers;
        this.legalTexts = legalTexts;
        this.clock = clock;
    }

    @Override
    public String process() {
        return VoluntaryModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of();
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case VoluntaryModel.SETTLE_MATTERS -> VoluntaryModel.MATTERS_TERM;
            case "UserTask_Ondertekenen" -> "T-REC-05";
            default -> VoluntaryModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return VoluntaryModel.DECISION_TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of(new PossibleDecision("INGETROKKEN", "beslissen dat de erkenning op verzoek ingetrokken wordt", false,
                "beslissing-intrekking-vrijwillig", "Beslissing: intrekking van uw erkenning op uw verzoek"));
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        VoluntaryRequests.Request request = requests.get(dossier);
        var recognition = recognitions.of(request.recognition());
        List<VoluntaryMatter> matters = requests.matters(dossier);
        LocalDate today = LocalDate.now(clock);
        return Map.of("uitkomst", "INGETROKKEN", "rechtsgrond", legalTexts.inForce("RECHTSGROND_INTREKKING_VRIJWILLIG", today),
                "feiten", "%s vroeg op %s om erkenning %s in te trekken vanaf %s. De reden is %s.%s %s%s".formatted(recognition.name(),
                        Dates.prose(dossiers.get(dossier).receivedOn()), recognition.recognitionNumber(), Dates.prose(request.effectiveOn()), request.reason().inWords(),
                        request.successor() == null ? "" : " De opvolger heeft ondernemingsnummer " + EnterpriseNumber.format(request.successor()) + ".",
                        request.bindEvidence(), matters.isEmpty() ? "" : "\n" + matters.stream().map(VoluntaryMatter::evidence).collect(Collectors.joining("\n"))),
                "motieven", "De onderneming vraagt zelf om de intrekking. Het verzoek is ondertekend door iemand die de onderneming mag verbinden. "
                        + "De erkenning eindigt op de gevraagde datum.", "ingangsdatum", request.effectiveOn(),
                "beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", today));
    }

    /** Who gets what it asked for is not heard first: no building block asks this. */
    @Override
    public Intention intention(String dossier) {
        throw new IllegalStateException("a voluntary withdrawal has no hearing");
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        VoluntaryRequests.Request request = requests.get(dossier);
        var recognition = recognitions.of(request.recognition());
        Map<String, Object> facts = new HashMap<>();
        facts.put("straat", recognition.street());
        facts.put("postcode", recognition.postalCode());
        facts.put("gemeente", recognition.municipality());
        facts.put("erkenningsnummer", recognition.recognitionNumber());
        facts.put("intrekkingVanaf", request.effectiveOn());
        facts.put("opvolger", request.successor() == null ? null : EnterpriseNumber.format(request.successor()));
        facts.put("openstaandePunten", requests.matters(dossier).stream().map(VoluntaryMatter::evidence).toList());
        return facts;
    }

    /** Without a hearing there is no outlook that could change. */
    @Override
    public void outlook(String dossier, String outlook) {
        throw new IllegalStateException("a voluntary withdrawal has no hearing");
    }

    @Override
    public Ending ending(String dossier) {
        VoluntaryRequests.Request request = requests.get(dossier);
        return new Ending(request.recognition(), RecognitionStatus.INGETROKKEN_VRIJWILLIG, request.effectiveOn(), request.reason().name(), request.successor(),
                DepositEnd.VOLUNTARY, new Debts(requests.fromDeposit(dossier, "RSZ"), recoveriesFromDeposit(dossier),
                requests.fromDeposit(dossier, "FISCUS")));
    }

    /** What is owed now, for something may have been paid, set off or decided since the matters were found. */
    private BigDecimal recoveriesFromDeposit(String dossier) {
        return requests.matters(dossier).stream().filter(matter -> matter.kind().equals("TERUGVORDERING") && matter.byDeposit())
                .map(matter -> recoveries.of(matter.reference()).map(RecoveryStanding::due).orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
