package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.Euros;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks which plans have an instalment whose day is past and sends those fines to the reminder. */
@Service
public class MissedFineInstalments {

    private static final Logger LOG = LoggerFactory.getLogger(MissedFineInstalments.class);

    private final Fines fines;
    private final FineCourse course;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MissedFineInstalments(Fines fines, FineCourse course, AuditLog audit, PlatformTransactionManager transactions, Clock clock) {
        this.fines = fines;
        this.course = course;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return how many plans were missed; one that fails does not hold up the others */
    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
    public int look() {
        int missed = 0;
        for (String dossier : fines.collected()) {
            try {
                missed += Boolean.TRUE.equals(transaction.execute(status -> missed(dossier))) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("The plan of {} was not looked at; the next round tries again", dossier, e);
            }
        }
        return missed;
    }

    private boolean missed(String dossier) {
        if (!course.awaits(FineModel.INSTALMENT_MISSED, dossier)) {
            return false;
        }
        var plan = fines.locked(dossier).planOn(LocalDate.now(clock));
        if (plan.isEmpty() || plan.get().overdue().signum() == 0) {
            return false;
        }
        audit.record(AuditLog.Entry.of(dossier, "AFLOSSING_GEMIST", "Een aflossing werd niet op tijd betaald. Het achterstallige bedrag is %s."
                .formatted(Euros.prose(plan.get().overdue()))));
        return course.tell(FineModel.INSTALMENT_MISSED, dossier);
    }
}
