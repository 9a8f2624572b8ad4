package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.ReopenProcedure;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the approval or refusal of a training when somebody else rules on it (procedures.md 1.7, 1.10). */
@Service
class ContestedTraining implements ContestedAct {

    private static final Restart DECIDE = new Restart("CallActivity_Besluit", "Beslissing opstellen");
    private static final List<Restart> STEPS = List.of(new Restart("UserTask_Vooronderzoek", "Opleiding onderzoeken"),
            new Restart("UserTask_OpleidingAgenderen", "Advies van de commissie vragen"), DECIDE);

    private final ContestedDecisions decisions;
    private final ReopenProcedure reopenProcedure;
    private final Trainings trainings;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ContestedTraining(ContestedDecisions decisions, ReopenProcedure reopenProcedure, Trainings trainings, Dossiers dossiers, AuditLog audit, JdbcClient jdbc) {
        this.decisions = decisions;
        this.reopenProcedure = reopenProcedure;
        this.trainings = trainings;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return TrainingModel.PROCESS;
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
        if (suspendApproval(dossier, on)) {
            audit.record(AuditLog.Entry.of(dossier, "GOEDKEURING_GESCHORST", "De opleiding staat niet in de openbare lijst vanaf %s, zolang de goedkeuring geschorst is.".formatted(
                    Dates.prose(on))).because(reason));
        } else {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "Een geschorste weigering keurt de opleiding nog niet goed: er verandert niets."));
        }
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.resume(dossier, besluit, on, reason) && suspendApproval(dossier, null)) {
            audit.record(AuditLog.Entry.of(dossier, "GOEDKEURING_HERVAT", "De opleiding staat vanaf %s weer in de openbare lijst.".formatted(Dates.prose(on))).because(reason));
        }
    }

    private boolean suspendApproval(String dossier, LocalDate on) {
        return jdbc.sql("update training set suspended_on = ? where dossier = ? and status = 'GOEDGEKEURD'").params(Arrays.asList(on, dossier)).update() > 0;
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.annul(dossier, besluit, on, reason)) {
            return;
        }
        boolean approved = trainings.get(dossier).status() == TrainingStatus.GOEDGEKEURD;
        jdbc.sql("update training set status = 'GEADVISEERD', approved_on = null, suspended_on = null where dossier = ?").param(dossier).update();
        if (approved) {
            audit.record(AuditLog.Entry.of(dossier, "GOEDKEURING_VERVALLEN", "De opleiding staat niet meer in de openbare lijst. Wat al terugbetaald is, blijft terugbetaald.").because(reason));
        }
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        Restart step = ReopenProcedure.step(STEPS, element);
        Training training = trainings.get(dossier);
        if (training.inGroup()) {
            // The file of the group ends again with its last training.
            audit.lock(training.file());
            dossiers.reopen(training.file(), because);
        }
        List<String> terms = step == DECIDE ? List.of(TrainingModel.DECISION_TERM, TrainingModel.AFTER_ADVICE_TERM) : List.of(TrainingModel.DECISION_TERM, TrainingModel.ADVICE_TERM);
        reopenProcedure.at(dossier, new ReopenProcedure.Start(step, terms, Map.of()), on, because);
    }
}
