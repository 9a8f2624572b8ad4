package be.dossierwerk.infringement;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.withdrawal.Ending;
import be.dossierwerk.withdrawal.EndsRecognition;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the building blocks ask of an infringement file; it comes to a decision about the retention, one for each change of it, and at last one about the infringements. */
@Component
class InfringementProcedure implements Procedure, WaitingFor, EndsRecognition {

    /** Also of the follow-up of conditions. */
    static final Set<String> WAITING = Set.of(CaseworkModel.REGISTER_DEFENCE, "UserTask_BewijsRegistreren");
    static final String ENDED = "U mag geen dienstencheques meer aanvaarden voor werk na de ingangsdatum. Uw borgsom gaat na aftrek van schulden naar de schatkist. "
            + "Wie de onderneming bestuurt, kan drie jaar lang geen nieuwe erkenning krijgen.";

    /** The hearing after an urgent measure: hoorplicht, NA_MAATREGEL_HOREN. */
    private static final String WHILE_IT_HOLDS = " Het uitgiftebedrijf kan intussen een deel van uw dienstencheques inhouden. Dat kan niet wachten op uw antwoord. "
            + "U mag ook over die inhouding antwoorden: wij bekijken uw antwoord, ook als ze al loopt.";
    private static final Map<String, String> CORE = Map.of("ZONDER_GEVOLG", "Wij sluiten het inbreukdossier zonder gevolg af.",
            "WAARSCHUWING", "U krijgt een waarschuwing.", "GEREGULARISEERD", "U hebt de inbreuken rechtgezet.",
            "INTREKKING_MET_VOORWAARDEN", "Uw erkenning wordt ingetrokken als u niet op tijd aan de voorwaarden voldoet.",
            "INTREKKING_ZONDER_VOORWAARDEN", "Uw erkenning wordt ingetrokken.",
            "INHOUDING_5EUR", "Het uitgiftebedrijf houdt 5 euro per dienstencheque in.",
            "INHOUDING_VOLLEDIG", "Het uitgiftebedrijf houdt de volledige inruilwaarde van uw dienstencheques in.",
            Cases.NO_RETENTION, "Er komt geen inhouding.");
    private static final Map<String, String> REVIEW_CORE = Map.of(Cases.LOWERED, "Wij verlagen de inhouding tot 5 euro per dienstencheque.",
            Cases.LIFTED, "Wij heffen de inhouding op.", Cases.KEPT, "De inhouding blijft zoals ze is.");
    private static final String STAYS_BLOCKED = " Wat al ingehouden is, blijft geblokkeerd tot wij over de inbreuken beslissen.";
    private static final Map<String, String> REVIEW_EFFECT = Map.of(
            Cases.LOWERED, "Dat geldt vanaf de dag waarop wij deze beslissing verzenden." + STAYS_BLOCKED + " Wij bekijken de inhouding om de drie maanden opnieuw.",
            Cases.LIFTED, "Vanaf de dag waarop wij deze beslissing verzenden, betaalt het uitgiftebedrijf opnieuw de volledige waarde van uw dienstencheques." + STAYS_BLOCKED,
            Cases.KEPT, "Wij bekijken ze binnen drie maanden opnieuw.");
    private static final String RETAINED = "Dit is een bewarende maatregel die niet kon wachten. U mag er nog op antwoorden: wij horen u terwijl ze loopt. "
            + "Wij bekijken ze om de drie maanden opnieuw.";
    private static final Map<String, String> EFFECT = Map.of("ZONDER_GEVOLG", "Een inhouding, als die er was, eindigt.",
            "WAARSCHUWING", "U blijft erkend. Een nieuwe inbreuk binnen drie jaar geldt als herhaling.", "GEREGULARISEERD", "U blijft erkend. Dit dossier is afgesloten.",
            "INTREKKING_MET_VOORWAARDEN", "U blijft intussen erkend. U krijgt een brief met elke voorwaarde, het bewijs en de uiterste dag.",
            "INTREKKING_ZONDER_VOORWAARDEN", ENDED,
            "INHOUDING_5EUR", RETAINED, "INHOUDING_VOLLEDIG", RETAINED, Cases.NO_RETENTION, "Het inbreukdossier loopt voort.");

    private final Cases cases;
    private final DatedParameters parameters;
    private final Additions additions;
    private final Retentions retentions;
    private final ProposeSanction proposeSanction;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final EndAfterInfringement end;
    private final LegalTexts legalTexts;
    private final JdbcClient jdbc;
    private final Clock clock;

    InfringementProcedure(Cases cases, DatedParameters parameters, Additions additions, Retentions retentions, ProposeSanction proposeSanction, Recognitions recognitions, Dossiers dossiers, Decisions decisions,
                          EndAfterInfringement end, LegalTexts legalTexts, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.parameters = parameters;
        this.additions = additions;
        this.retentions = retentions;
        this.proposeSanction = proposeSanction;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.end = end;
        this.legalTexts = legalTexts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String process() {
        return InfringementModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return WAITING;
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.PLACE_ON_AGENDA, CaseworkModel.RECORD_ADVICE -> CaseworkModel.ADVICE_TERM;
            case CaseworkModel.SIGN -> "T-REC-05";
            case CaseworkModel.REGISTER_DEFENCE -> "T-HOR-01";
            case "UserTask_BewijsRegistreren" -> InfringementModel.REGULARISATION_TERM;
            default -> InfringementModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return InfringementModel.DECISION_TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        if (cases.decidesReview(dossier) || cases.decidesRetention(dossier)) {
            // The committee says nothing about a retention: it cannot depart from an advice that came early.
            boolean adverse = decisions.advice(dossier).stream().filter(advice -> advice.advice() != null && !"UITGESTELD".equals(advice.advice()))
                    .findFirst().map(advice -> "ONGUNSTIG".equals(advice.advice())).orElse(true);
            if (cases.decidesReview(dossier)) {
                PossibleDecision lift = decision(Cases.LIFTED, "besluiten tot de opheffing van de inhouding", adverse, "Beslissing: de inhouding wordt opgeheven");
                PossibleDecision keep = decision(Cases.KEPT, "besluiten dat de inhouding blijft", adverse, "Beslissing: de inhouding blijft");
                return retentions.current(dossier).filter(line -> line.kind().equals("VOLLEDIG")).isEmpty() ? List.of(lift, keep)
                        : List.of(decision(Cases.LOWERED, "besluiten tot een verlaging van de inhouding tot 5 euro per dienstencheque", adverse, "Beslissing: de inhouding wordt verlaagd"), lift, keep);
            }
            return List.of(decision("INHOUDING_5EUR", "besluiten tot een inhouding van 5 euro per dienstencheque", adverse, "Beslissing: inhouding"),
                    decision("INHOUDING_VOLLEDIG", "besluiten tot een inhouding van de volledige inruilwaarde", adverse, "Beslissing: inhouding"),
                    decision(Cases.NO_RETENTION, "besluiten dat er geen inhouding komt", adverse, "Beslissing: geen inhouding"));
        }
        return List.of(decision("ZONDER_GEVOLG", "besluiten tot een afsluiting zonder gevolg", false, "Beslissing: zonder gevolg"),
                decision("WAARSCHUWING", "waarschuwen", false, "Beslissing: waarschuwing"),
                decision("GEREGULARISEERD", "besluiten dat de inbreuken rechtgezet zijn", false, "Beslissing: geregulariseerd"),
                decision("INTREKKING_MET_VOORWAARDEN", "besluiten tot een intrekking met voorwaarden", true, "Beslissing: intrekking met voorwaarden"),
                decision("INTREKKING_ZONDER_VOORWAARDEN", "besluiten tot een intrekking zonder voorwaarden", true, "Beslissing: intrekking van de erkenning"));
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        Cases.Case file = cases.of(dossier);
        boolean review = file.reviewWanted() != null;
        boolean retention = review || cases.decidesRetention(dossier);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("rechtsgrond", legalTexts.inForce(retention ? "RECHTSGROND_INHOUDING" : "RECHTSGROND_INBREUK", today));
        String held = review ? retentions.current(dossier).map(line -> "%n%nSinds %s houdt het uitgiftebedrijf %s in. Tot nu hield het %s in.".formatted(
                Dates.prose(Retentions.since(retentions.of(dossier))), Retentions.inWords(line.kind()), Euros.prose(file.reviewBlocked()))).orElse("") : "";
        proposal.put("feiten", retention || file.noteFacts() == null ? "%s%n%n%s".formatted(String.join("; ", cases.named(dossier)), file.facts()) + held : file.noteFacts());
        proposal.put("motieven", review ? file.reviewReason() : retention ? file.retentionReason() : file.noteJudgement());
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", today));
        if (retention) {
            proposal.put("uitkomst", review ? file.reviewWanted() : file.retentionWanted());
        } else {
            proposal.put("voorstel", proposeSanction.inWords(dossier));
            proposal.put("ingangsdatum", today.plusMonths(1).withDayOfMonth(1));
        }
        return proposal;
    }

    /** A withdrawal, or much money to pay back: the head reads it too (procedures.md D13). */
    @Override
    public boolean headApproves(String dossier, String outcome) {
        return outcome.startsWith("INTREKKING") || !Cases.aboutRetention(outcome)
                && cases.of(dossier).undueAmount().compareTo(parameters.get(InfringementParameter.INBREUK_HOOFD_BEDRAG, LocalDate.now(clock))) > 0;
    }

    @Override
    public Intention intention(String dossier) {
        Cases.Case file = cases.of(dossier);
        List<Additions.Report> taken = additions.taken(dossier);
        return new Intention("inbreuk-voornemen", (taken.isEmpty() ? "Voornemen" : "Aanvullend voornemen") + " over vastgestelde inbreuken", Map.of("lijst", cases.named(dossier), "feiten", file.facts(),
                "aanvulling", taken.isEmpty() ? "" : "Wij schreven u al over dit dossier. Intussen kregen wij nieuwe vaststellingen, van %s. U kunt ook daarop antwoorden voor wij beslissen."
                        .formatted(taken.stream().map(report -> Dates.prose(report.dated())).distinct().collect(Collectors.joining(" en van "))),
                "rechtsgrond", legalTexts.inForce("RECHTSGROND_INBREUK", LocalDate.now(clock)),
                "maatregel", (file.severity().equals("LICHT") ? "U kunt een waarschuwing krijgen, of een intrekking van uw erkenning met voorwaarden."
                        : "Uw erkenning kan worden ingetrokken, met of zonder voorwaarden.") + (file.retentionNeeded() ? WHILE_IT_HOLDS : ""),
                "bedrag", file.undueAmount().signum() == 0 ? "" : Euros.prose(file.undueAmount()),
                "stukken", dossiers.documents(dossier).stream().filter(document -> !document.kind().equals(Dossiers.CONFIDENTIAL_KIND)).map(Dossiers.Document::title).toList()));
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        var recognition = recognitions.of(cases.of(dossier).recognition());
        Map<String, Object> facts = recognition.letterFacts();
        String outcome = cases.newestOutcome(dossier);
        if (outcome != null) {
            facts.put("kern", CORE.getOrDefault(outcome, REVIEW_CORE.get(outcome)));
            facts.put("gevolg", EFFECT.getOrDefault(outcome, REVIEW_EFFECT.get(outcome)));
            if (!Cases.aboutRetention(outcome)) {
                facts.put("lijst", cases.named(dossier));
            }
        }
        return facts;
    }

    @Override
    public Optional<Note> note(String dossier) {
        Cases.Case file = cases.of(dossier);
        return file.noteFacts() == null ? Optional.empty() : Optional.of(new Note(file.outlook() == null ? "ONGUNSTIG" : file.outlook(), file.noteFacts(), file.noteJudgement()));
    }

    @Override
    public String adviceAbout() {
        return "de vastgestelde inbreuken";
    }

    @Override
    public String proposalToCommittee(String outlook) {
        return outlook.equals("GUNSTIG") ? "De erkenning behouden." : "De erkenning intrekken, met of zonder voorwaarden.";
    }

    @Override
    public void outlook(String dossier, String outlook) {
        jdbc.sql("update infringement_case set outlook = ? where dossier = ?").params(outlook, dossier).update();
    }

    @Override
    public Ending ending(String dossier) {
        return end.of(dossier, cases.of(dossier).recognition(), "INB-4");
    }

    static PossibleDecision decision(String code, String verb, boolean adverse, String title) {
        return new PossibleDecision(code, verb, adverse, "beslissing-inbreuk", title);
    }
}
