package be.dossierwerk.fine;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the administrative fine (procedures.md 1.6). */
@Component
class FineProcedure implements Procedure, WaitingFor {

    private final Fines fines;
    private final FineTerm fineTerm;
    private final InfringementFile infringements;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Clock clock;

    FineProcedure(Fines fines, FineTerm fineTerm, InfringementFile infringements, Recognitions recognitions, Dossiers dossiers, LegalTexts legalTexts, Terms terms,
                  JdbcClient jdbc, Clock clock) {
        this.fines = fines;
        this.fineTerm = fineTerm;
        this.infringements = infringements;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.legalTexts = legalTexts;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String process() {
        return FineModel.PROCESS;
    }

    @Override
    public String handledBy() {
        return Roles.FINES;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(FineModel.RECORD_PROSECUTOR, FineModel.RECORD_RULING, CaseworkModel.REGISTER_DEFENCE);
    }

    @Override
    public Set<String> waitingForThird() {
        return Set.of(FineModel.RECORD_PROSECUTOR, FineModel.RECORD_RULING);
    }

    /** Even while the signature or the post is waited for, the last day is what counts. */
    @Override
    public String termOf(String taskKey) {
        return taskKey.equals(CaseworkModel.REGISTER_DEFENCE) ? "T-HOR-01" : FineModel.IMPOSE_TERM;
    }

    @Override
    public String decisionTerm() {
        return FineModel.IMPOSE_TERM;
    }

    /** Without a fine nothing is lost after the last day. */
    @Override
    public LocalDate lastDay(String dossier, String outcome) {
        return outcome.equals(FineModel.IMPOSED) ? fineTerm.lastDay(dossier).orElse(null) : null;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        PossibleDecision none = new PossibleDecision(FineModel.NONE, "beslissen dat er geen geldboete komt", false, "beslissing-geen-geldboete",
                "Beslissing: geen administratieve geldboete");
        return fines.get(dossier).proposal() == null ? List.of(none) : List.of(new PossibleDecision(FineModel.IMPOSED, "een geldboete op te leggen", true,
                "beslissing-geldboete", "Beslissing: administratieve geldboete"), none);
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        Fine fine = fines.get(dossier);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("uitkomst", fine.proposal() == null ? FineModel.NONE : FineModel.IMPOSED);
        proposal.put("rechtsgrond", legalTexts.inForce("RECHTSGROND_GELDBOETE", today));
        proposal.put("feiten", facts(fine));
        proposal.put("motieven", fine.proposal() == null ? "" : fine.proposal().because());
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEP_GELDBOETE", today));
        return proposal;
    }

    @Override
    public Intention intention(String dossier) {
        return new Intention("voornemen-geldboete", "Voornemen om een administratieve geldboete op te leggen", Map.of("feiten", facts(fines.get(dossier)),
                "rechtsgrond", legalTexts.inForce("RECHTSGROND_GELDBOETE", LocalDate.now(clock))));
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        Fine fine = fines.get(dossier);
        Map<String, Object> facts = new HashMap<>();
        recognitions.latest(dossiers.get(dossier).enterpriseNumber()).ifPresent(recognition -> facts.putAll(recognition.letterFacts()));
        facts.put("procesVerbaal", fine.report().number());
        facts.put("procesVerbaalVan", fine.report().on());
        if (fine.proposal() != null) {
            facts.put("bedrag", Euros.prose(fine.amount().orElse(fine.proposal().amount())));
        }
        facts.put("saldo", Euros.prose(fine.due()));
        facts.put("betaaltermijn", terms.length(FineModel.PAYMENT_TERM));
        facts.put("rekening", legalTexts.inForce("REKENING_GELDBOETE", LocalDate.now(clock)));
        return facts;
    }

    @Override
    public void outlook(String dossier, String outlook) {
        jdbc.sql("update fine set outlook = ? where dossier = ?").params(outlook, dossier).update();
    }

    private String facts(Fine fine) {
        Map<String, String> names = infringements.kinds();
        return "Proces-verbaal %s van %s: %s.\n%s".formatted(fine.report().number(), Dates.prose(fine.report().on()),
                fine.report().offences().stream().map(code -> names.getOrDefault(code, code)).collect(Collectors.joining("; ")), fine.report().facts());
    }
}
