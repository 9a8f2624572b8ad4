package be.dossierwerk.recovery;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a recovery dossier beside the dossier that led to it and starts the procedure (procedures.md 1.5). Asks no role: a procedure may start it too. */
@Service
public class StartRecovery {

    /** A link keeps 500 characters, with its first word. */
    private static final int LINK_REASON = 480;

    private final Dossiers dossiers;
    private final Recoveries recoveries;
    private final RecoveryLedger ledger;
    private final RecoveryCourse course;
    private final Terms terms;
    private final Processes processes;
    private final Clock clock;

    StartRecovery(Dossiers dossiers, Recoveries recoveries, RecoveryLedger ledger, RecoveryCourse course, Terms terms,
                  Processes processes, Clock clock) {
        this.dossiers = dossiers;
        this.recoveries = recoveries;
        this.ledger = ledger;
        this.course = course;
        this.terms = terms;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * Asked twice with the same reason while it is open, it is one dossier.
     * @return the number of the recovery dossier
     * @throws Refused dossier.unknown, recovery.enterprise-number, recovery.reason; recovery.from-open when another recovery of that dossier is open
     */
    @Transactional
    public String start(String enterpriseNumber, String fromDossier, LimitationKind kind, String reason) {
        Dossiers.Details from = dossiers.get(fromDossier);
        String why = RecoveryLedger.reason(reason);
        if (!EnterpriseNumber.isValid(enterpriseNumber)) {
            throw new Refused("recovery.enterprise-number");
        }
        ledger.lock(fromDossier);
        for (RecoveryCourse.Origin before : course.from(fromDossier)) {
            if (before.open() && before.reason().equals(why)) {
                return before.dossier();
            }
            if (before.open()) {
                throw new Refused("recovery.from-open", fromDossier, before.dossier());
            }
        }
        LocalDate today = LocalDate.now(clock);
        String dossier = dossiers.open(new Dossiers.NewDossier(RecoveryModel.PROCESS, "TER", from.subject(), EnterpriseNumber.parse(enterpriseNumber).digits(),
                from.municipality(), "AMBTSHALVE", today, null, from.email()));
        if (from.handler() != null) {
            dossiers.handler(dossier, from.handler(), from.handlerName());
        }
        dossiers.link(dossier, fromDossier, "Terugvordering: " + (why.length() > LINK_REASON ? why.substring(0, LINK_REASON) : why));
        recoveries.open(dossier, enterpriseNumber, kind);
        course.open(dossier, fromDossier, why);
        terms.start(dossier, RecoveryModel.DECISION_TERM, today);
        processes.start(RecoveryModel.PROCESS, dossier, Map.of());
        return dossier;
    }
}
