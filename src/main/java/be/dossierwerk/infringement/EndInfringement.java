package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.LimitationKind;
import be.dossierwerk.recovery.StartRecovery;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.withdrawal.EndModel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the notified decision of an infringement file brings, and the ends of the procedure (procedures.md 1.4). */
@Service
public class EndInfringement {

    private final Cases cases;
    private final Retentions retentions;
    private final Recognitions recognitions;
    private final ChangeRecognition changeRecognition;
    private final Dossiers dossiers;
    private final StartRecovery startRecovery;
    private final ReceiveInspectionReport receiveInspectionReport;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    EndInfringement(Cases cases, Retentions retentions, Recognitions recognitions, ChangeRecognition changeRecognition, Dossiers dossiers,
                    StartRecovery startRecovery, ReceiveInspectionReport receiveInspectionReport, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.retentions = retentions;
        this.recognitions = recognitions;
        this.changeRecognition = changeRecognition;
        this.dossiers = dossiers;
        this.startRecovery = startRecovery;
        this.receiveInspectionReport = receiveInspectionReport;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whatever was decided, the retention ends with it; what was received unduly is claimed back, unless the file ends without follow-up. */
    @Transactional
    public void carryOut(String dossier) {
        retentions.change(dossier, "OPGEHEVEN", null, "De beslissing over de inbreuken is genomen.", null);
        Cases.Case file = cases.of(dossier);
        if (file.undueAmount().signum() > 0 && !cases.signedOutcome(dossier).equals("ZONDER_GEVOLG") && !claimed(dossier)) {
            BigDecimal blocked = retentions.blocked(dossier);
            startRecovery.start(file.enterpriseNumber(), dossier, LimitationKind.GEWOON, "Onterecht ontvangen bedrag van %s %s.%s"
                    .formatted(Euros.prose(file.undueAmount()), byDecisionIn(dossier), blocked.signum() == 0 ? ""
                            : " Het uitgiftebedrijf hield al %s in: verreken dat eerst.".formatted(Euros.prose(blocked))));
        }
    }

    /** How the reason of a recovery names the decision that it follows from. */
    static String byDecisionIn(String dossier) {
        return "volgens de beslissing in dossier " + dossier;
    }

    /** A handler may have started the recovery by hand before the decision. */
    private boolean claimed(String dossier) {
        return jdbc.sql("""
                select exists (select 1 from dossier_link l join dossier d on d.number = case when l.dossier = :dossier then l.other else l.dossier end
                where :dossier in (l.dossier, l.other) and d.procedure = 'terugvordering' and d.closed_on is null)""").param("dossier", dossier)
                .query(Boolean.class).single();
    }

    /** Closes the file with the outcome that was signed; a warning or a withdrawal counts as a repeat for three years. */
    @Transactional
    public void record(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        String outcome = cases.signedOutcome(dossier);
        jdbc.sql("update infringement_case set outcome = ?, decided_on = ? where dossier = ?").params(outcome, today, dossier).update();
        terms.stopAll(dossier, today);
        boolean withdraws = outcome.startsWith("INTREKKING");
        dossiers.close(dossier, withdraws && !recognitions.changedBy(cases.of(dossier).recognition(), dossier) ? EndModel.NOTHING_LEFT : outcome, today);
        receiveInspectionReport.carryOn(dossier, outcome.equals("INTREKKING_ZONDER_VOORWAARDEN"));
    }

    /** The withdrawal waits for the conditions: the recognition holds on conditions, a dossier of its own follows them. */
    @Transactional
    public void startFollowUp(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        Cases.Case file = cases.of(dossier);
        var recognition = recognitions.of(file.recognition());
        if (!changeRecognition.to(RecognitionStatus.ERKEND_VOORWAARDELIJK, file.recognition(), today, dossier, "INB-3", null)) {
            record(dossier);
            return;
        }
        var own = dossiers.get(dossier);
        String followUp = dossiers.open(new Dossiers.NewDossier(InfringementModel.FOLLOW_UP, "OPV", recognition.name(), recognition.enterpriseNumber(),
                recognition.municipality(), "AMBTSHALVE", today, null, own.email()));
        if (own.handler() != null) {
            dossiers.handler(followUp, own.handler(), own.handlerName());
        }
        jdbc.sql("insert into withdrawal_follow_up (dossier, infringement_case, recognition) values (?, ?, ?)").params(followUp, dossier, file.recognition()).update();
        dossiers.link(dossier, followUp, "Opvolging van de voorwaarden");
        audit.record(AuditLog.Entry.of(dossier, "OPVOLGING_GESTART", "Dossier %s volgt de voorwaarden op.".formatted(followUp)));
        processes.start(InfringementModel.FOLLOW_UP, followUp, Map.of());
        record(dossier);
    }
}
