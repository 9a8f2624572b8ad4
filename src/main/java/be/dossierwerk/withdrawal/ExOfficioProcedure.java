package be.dossierwerk.withdrawal;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deposit.Debts;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.shared.Dates;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the ex officio procedure (procedures.md 1.3). */
@Component
class ExOfficioProcedure implements Procedure, WaitingFor, EndsRecognition {

    static final String WITHDRAWAL_LETTER = "beslissing-ambtshalve-intrekking";

    private final ExOfficioFiles files;
    private final ExOfficioGrounds grounds;
    private final Recognitions recognitions;
    private final LegalTexts legalTexts;
    private final Recoveries recoveries;
    private final Letters letters;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExOfficioProcedure(ExOfficioFiles files, ExOfficioGrounds grounds, Recognitions recognitions, LegalTexts legalTexts, Recoveries recoveries, Letters letters,
                       JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.grounds = grounds;
        this.recognitions = recognitions;
        this.legalTexts = legalTexts;
        this.recoveries = recoveries;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String process() {
        return ExOfficioModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(CaseworkModel.REGISTER_DEFENCE, ExOfficioModel.CHECK_REGULARISATION);
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.REGISTER_DEFENCE -> "T-HOR-01";
            case ExOfficioModel.CHECK_REGULARISATION -> ExOfficioModel.REGULARISATION_TERM;
            case CaseworkModel.PLACE_ON_AGENDA, CaseworkModel.RECORD_ADVICE -> CaseworkModel.ADVICE_TERM;
            case CaseworkModel.SIGN -> "T-REC-05";
            default -> ExOfficioModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return ExOfficioModel.DECISION_TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of(new PossibleDecision(ExOfficioModel.WITHDRAWN, "beslissen dat de erkenning ambtshalve wordt ingetrokken", true, WITHDRAWAL_LETTER,
                        "Beslissing: ambtshalve intrekking van uw erkenning"),
                new PossibleDecision(ExOfficioModel.NO_CONSEQUENCE, "beslissen dat de erkenning blijft bestaan", false, "beslissing-geen-ambtshalve-intrekking",
                        "Beslissing: uw erkenning blijft bestaan"));
    }

    @Override
    public boolean headApproves(String dossier, String outcome) {
        return true;
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        ExOfficioFile file = files.get(dossier);
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("uitkomst", ExOfficioModel.WITHDRAWN);
        proposal.put("rechtsgrond", legalGround(file));
        proposal.put("feiten", facts(file));
        proposal.put("motieven", reasons(file));
        if (!grounds.find(file.ground(), LocalDate.now(clock)).orElseThrow().bound()) {
            proposal.put("evenredigheid", "Een lichtere maatregel volstaat niet: de onderneming voldoet niet aan een voorwaarde van de erkenning en zij bracht dat "
                    + "niet in orde, hoewel zij daarvoor de kans kreeg.");
        }
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", LocalDate.now(clock)));
        return proposal;
    }

    @Override
    public Intention intention(String dossier) {
        ExOfficioFile file = files.get(dossier);
        Map<String, Object> facts = new HashMap<>(Map.of("feiten", file.evidence(), "rechtsgrond", legalGround(file)));
        if (file.ground().equals(ExOfficioGround.ARREARS)) {
            facts.put("regulariseren", "Betaal uw schuld of vraag een afbetalingsplan en leef het na. Bezorg ons het bewijs.");
        } else if (file.ground().equals(ExOfficioGround.INACTIVE)) {
            facts.put("regulariseren", "Toon ons dat u wel dienstencheques indiende of binnenkort weer activiteit hebt.");
        }
        return new Intention("voornemen-ambtshalve", "Voornemen: ambtshalve intrekking van uw erkenning", facts);
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        ExOfficioFile file = files.get(dossier);
        var recognition = recognitions.of(file.recognition());
        Map<String, Object> facts = recognition.letterFacts();
        facts.put("grond", groundName(file));
        facts.put("fraude", file.fraud() ? "ja" : null);
        facts.put("opvolger", file.successor());
        return facts;
    }

    @Override
    public String adviceAbout() {
        return "de ambtshalve intrekking van de erkenning";
    }

    @Override
    public void outlook(String dossier, String outlook) {
        jdbc.sql("update ex_officio set outlook = ? where dossier = ?").params(outlook, dossier).update();
    }

    @Override
    public Ending ending(String dossier) {
        ExOfficioFile file = files.get(dossier);
        return new Ending(file.recognition(), RecognitionStatus.INGETROKKEN_AMBTSHALVE, effectiveOn(file), file.ground(), file.successor(), file.depositEnd(),
                new Debts(file.socialDebt(), recoveries.owed(file.enterpriseNumber()), file.taxDebt()));
    }

    String legalGround(ExOfficioFile file) {
        LocalDate today = LocalDate.now(clock);
        String article = grounds.find(file.ground(), today).orElseThrow().article();
        return MessageFormat.format(legalTexts.inForce("RECHTSGROND_AMBTSHALVE", today).replace("'", "''"), article);
    }

    /** The first day of the month after the notification, at once for fraud, never before the notification (procedures.md 1.3). */
    private LocalDate effectiveOn(ExOfficioFile file) {
        // Once the register holds a day, every later consequence takes that day.
        Optional<LocalDate> booked = recognitions.history(file.recognition()).stream()
                .filter(change -> file.dossier().equals(change.byDossier()) && change.status() == RecognitionStatus.INGETROKKEN_AMBTSHALVE
                        && !change.counterEntry() && !change.countered()).map(Recognitions.Change::effectiveOn).reduce((a, b) -> b);
        if (booked.isPresent()) {
            return booked.get();
        }
        LocalDate notified = letters.of(file.dossier()).stream().filter(letter -> letter.kind().equals(WITHDRAWAL_LETTER) && letter.sentOn() != null)
                .map(Letters.Letter::sentOn).max(LocalDate::compareTo).orElseGet(() -> LocalDate.now(clock));
        LocalDate chosen = jdbc.sql("select effective_on from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1")
                .param(file.dossier()).query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).optional().flatMap(Function.identity()).orElse(null);
        if (chosen == null) {
            return file.fraud() ? notified : notified.with(TemporalAdjusters.firstDayOfNextMonth());
        }
        return chosen.isBefore(notified) ? notified : chosen;
    }

    private String facts(ExOfficioFile file) {
        String reaction = files.reaction(file.dossier()).map(answer -> "De onderneming reageerde op %s: %s".formatted(Dates.prose(answer.receivedOn()),
                answer.summary())).orElse(file.hearing().equals("HOREN") ? "De onderneming reageerde niet binnen de termijn op het voornemen."
                : "De onderneming werd ingelicht over deze feiten.");
        return file.evidence() + "\n\n" + reaction + (file.proofNote() == null ? "" : "\n\nRegularisatie: " + file.proofNote());
    }

    private String reasons(ExOfficioFile file) {
        String because = "Uit de feiten blijkt de grond voor een ambtshalve intrekking: " + groundName(file).toLowerCase(java.util.Locale.ROOT) + ".";
        return files.reaction(file.dossier()).filter(reaction -> reaction.answer() != null).map(reaction -> because + "\n\n" + reaction.answer()).orElse(because);
    }

    private String groundName(ExOfficioFile file) {
        return grounds.find(file.ground(), LocalDate.now(clock)).orElseThrow().name();
    }
}
