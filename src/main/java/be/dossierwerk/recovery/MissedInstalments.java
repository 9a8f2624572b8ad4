package be.dossierwerk.recovery;

import be.dossierwerk.engine.Processes;
import be.dossierwerk.shared.Euros;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks which plans have an instalment whose day is past and sends those recoveries back to the reminder. */
@Service
public class MissedInstalments {

    private static final Logger LOG = LoggerFactory.getLogger(MissedInstalments.class);

    private final RecoveryCourse course;
    private final RecoveryLedger ledger;
    private final Standstill standstill;
    private final Processes processes;
    private final TransactionTemplate transaction;

    MissedInstalments(RecoveryCourse course, RecoveryLedger ledger, Standstill standstill, Processes processes, PlatformTransactionManager transactions) {
        this.course = course;
        this.ledger = ledger;
        this.standstill = standstill;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many plans were missed; one that fails does not hold up the others */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    public int look() {
        int missed = 0;
        for (String dossier : course.open()) {
            try {
                missed += Boolean.TRUE.equals(transaction.execute(status -> missed(dossier))) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("The plan of {} was not looked at; the next round tries again", dossier, e);
            }
        }
        return missed;
    }

    private boolean missed(String dossier) {
        if (!processes.awaits(RecoveryModel.INSTALMENT_MISSED, dossier) || standstill.of(dossier)) {
            return false;
        }
        var plan = ledger.locked(dossier).plan(ledger.today());
        if (plan.isEmpty() || plan.get().overdue().signum() == 0) {
            return false;
        }
        ledger.tell(dossier, "AFLOSSING_GEMIST", "De onderneming betaalde een aflossing niet op tijd. Het achterstallige bedrag is %s."
                .formatted(Euros.prose(plan.get().overdue())), null);
        processes.correlate(RecoveryModel.INSTALMENT_MISSED, dossier, Map.of());
        return true;
    }
}
