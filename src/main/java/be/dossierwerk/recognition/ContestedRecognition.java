package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.ReopenProcedure;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.recognition.Recognitions.Recognition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a grant or a refusal of a recognition when somebody else rules on it (procedures.md 1.10). */
@Service
class ContestedRecognition implements ContestedAct {

    private static final String REFUSED = "GEWEIGERD";
    private static final String ISSUING_COMPANY = "uitgifte";
    private static final List<Restart> STEPS = List.of(new Restart("CallActivity_Volledigheid", "Volledigheid nagaan"),
            new Restart("Gateway_OnderzoekStarten", "Bronnen, plan en waarborg nagaan"), new Restart("UserTask_VoorwaardenBeoordelen", "Voorwaarden beoordelen"),
            new Restart("UserTask_NotaOpstellen", "Nota opstellen"), new Restart("CallActivity_Horen", "Aanvrager horen"),
            new Restart("CallActivity_Commissie", "Advies van de commissie vragen"), new Restart("CallActivity_Besluit", "Beslissing opstellen"));

    private final ContestedDecisions decisions;
    private final ReopenProcedure reopenProcedure;
    private final ChangeRecognition changeRecognition;
    private final Recognitions recognitions;
    private final Deposits deposits;
    private final Letters letters;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ContestedRecognition(ContestedDecisions decisions, ReopenProcedure reopenProcedure, ChangeRecognition changeRecognition, Recognitions recognitions, Deposits deposits,
                         Letters letters, AuditLog audit, JdbcClient jdbc) {
        this.decisions = decisions;
        this.reopenProcedure = reopenProcedure;
        this.changeRecognition = changeRecognition;
        this.recognitions = recognitions;
        this.deposits = deposits;
        this.letters = letters;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return RecognitionModel.PROCESS;
    }

    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return STEPS;
    }

    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.suspend(dossier, besluit, on, reason)) {
            return;
        }
        if (decisions.outcome(besluit).equals(REFUSED)) {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "Een geschorste weigering geeft nog geen erkenning: er verandert niets in het register."));
        } else if (changeRecognition.suspend(dossier, dossier, on, reason)) {
            tellIssuingCompany(dossier, "ERKENNING_GESCHORST", on);
        }
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.resume(dossier, besluit, on, reason) && changeRecognition.resume(dossier, dossier, on, reason)) {
            tellIssuingCompany(dossier, "ERKENNING_WERKT_OPNIEUW", on);
        }
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.annul(dossier, besluit, on, reason)) {
            return;
        }
        if (decisions.outcome(besluit).equals(REFUSED)) {
            takeDepositBack(dossier, reason);
            jdbc.sql("update recognition set status = 'IN_AANVRAAG' where dossier = ? and status = 'GEWEIGERD'").param(dossier).update();
        } else {
            changeRecognition.undo(dossier, reason);
            tellIssuingCompany(dossier, "ERKENNING_VERNIETIGD", on);
        }
    }

    /** The deposit that went back at the refusal is a condition again: the ledger says so, and a person checks whether the money is there. */
    private void takeDepositBack(String dossier, String reason) {
        if (deposits.of(dossier).isPresent()) {
            deposits.undoSettlement(dossier, reason);
        }
        if (jdbc.sql("update recognition set deposit_status = 'GEBLOKKEERD' where dossier = ? and deposit_status = 'VRIJGEGEVEN'").param(dossier).update() > 0) {
            audit.record(AuditLog.Entry.of(dossier, "WAARBORG_OPNIEUW_NODIG",
                    "De vrijgave van de borgsom werd tegengeboekt. Kreeg de onderneming het geld al terug, dan moet ze het opnieuw storten voor een erkenning."));
        }
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        Restart step = ReopenProcedure.step(STEPS, element);
        // The committee has its own term only where it is still asked.
        List<String> terms = element.equals("CallActivity_Besluit") ? List.of(RecognitionModel.DECISION_TERM, RecognitionModel.INTERNAL_TERM)
                : List.of(RecognitionModel.DECISION_TERM, CaseworkModel.ADVICE_TERM, RecognitionModel.INTERNAL_TERM);
        reopenProcedure.at(dossier, new ReopenProcedure.Start(step, terms, CaseworkModel.OUTLOOK.with(outlook(dossier))), on, because);
    }

    /** The path behind the hearing asks for it. */
    private String outlook(String dossier) {
        return jdbc.sql("select coalesce(outlook, 'GUNSTIG') from recognition where dossier = ?").param(dossier).query(String.class).single();
    }

    private void tellIssuingCompany(String dossier, String message, LocalDate on) {
        Recognition recognition = recognitions.of(dossier);
        letters.notifySystem(dossier, ISSUING_COMPANY, message, Map.of("erkenningsnummer", recognition.recognitionNumber(),
                "ondernemingsnummer", recognition.enterpriseNumber(), "naam", recognition.name(), "vanaf", on.toString()));
        audit.record(AuditLog.Entry.of(dossier, "UITGIFTE_VERWITTIGD", "Het uitgiftebedrijf kreeg bericht over de erkenning."));
    }
}
