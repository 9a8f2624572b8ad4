package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the dossier of a budget year and starts the procedure: each January by itself, or when a person asks (procedures.md 1.8). */
@Service
public class StartBudgetYear {

    private static final Logger LOG = LoggerFactory.getLogger(StartBudgetYear.class);
    private static final String SUBJECT = "OPLEIDINGSBUDGET";

    private final BudgetVersions versions;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StartBudgetYear(BudgetVersions versions, Dossiers dossiers, Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit,
                    PlatformTransactionManager transactions, Clock clock) {
        this.versions = versions;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Asked twice it is one dossier.
     * @return the number of the dossier of that year
     * @throws Refused security.role-missing; trainingbudget.year when the year has not begun or is more than a year ago
     */
    @Transactional
    public String start(int year) {
        currentActor.require(Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.FINANCE);
        return open(year);
    }

    /** A person who was faster, or another instance of the product: then there is nothing to do. */
    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT6H")
    void eachJanuary() {
        LocalDate today = LocalDate.now(clock);
        if (today.getMonth() != Month.JANUARY || versions.dossier(today.getYear()).isPresent()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> currentActor.as(Actor.SYSTEM, () -> open(today.getYear())));
        } catch (RuntimeException e) {
            LOG.error("The budget of {} was not started; the next round tries again", today.getYear(), e);
        }
    }

    private String open(int year) {
        LocalDate today = LocalDate.now(clock);
        if (year > today.getYear() || year < today.getYear() - 1) {
            throw new Refused("trainingbudget.year", String.valueOf(today.getYear() - 1), String.valueOf(today.getYear()));
        }
        audit.lock(SUBJECT);
        Optional<String> before = versions.dossier(year);
        if (before.isPresent()) {
            return before.get();
        }
        String dossier = dossiers.open(new Dossiers.NewDossier(BudgetModel.PROCESS, "OFB", "Opleidingsbudget " + year, null, null, "AMBTSHALVE", today, null, null));
        versions.open(year, dossier);
        terms.start(dossier, BudgetModel.TERM, today);
        processes.start(BudgetModel.PROCESS, dossier, Map.of());
        return dossier;
    }
}
