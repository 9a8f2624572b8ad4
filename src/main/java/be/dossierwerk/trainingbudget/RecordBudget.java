package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another person than who proposed it, of the bookkeeping, records the newest proposal: every undertaking then has its budget (procedures.md 1.8, D13). */
@Service
public class RecordBudget {

    private static final int NUMBER_LENGTH = 60;

    private final BudgetVersions versions;
    private final BudgetLedger ledger;
    private final ProposeBudget proposeBudget;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    RecordBudget(BudgetVersions versions, BudgetLedger ledger, ProposeBudget proposeBudget, Terms terms, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.versions = versions;
        this.ledger = ledger;
        this.proposeBudget = proposeBudget;
        this.terms = terms;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param commitmentNumber of the commitment in the accounts of the department
     * @throws Refused security.role-missing; trainingbudget.unknown-year, trainingbudget.not-proposed, trainingbudget.recorded, trainingbudget.four-eyes;
     *         trainingbudget.commitment-number with its field; trainingbudget.inputs-changed when figures, recognitions or parameters are other ones now
     */
    @Transactional
    public BudgetVersion record(int year, String commitmentNumber) {
        var actor = currentActor.require(Roles.FINANCE);
        String dossier = versions.dossier(year).orElseThrow(() -> new Refused("trainingbudget.unknown-year", String.valueOf(year)));
        audit.lock(dossier);
        if (versions.recorded(year).isPresent()) {
            throw new Refused("trainingbudget.recorded", String.valueOf(year));
        }
        BudgetVersion version = versions.newest(year);
        if (version.proposedBy().equals(actor.id())) {
            throw new Refused("trainingbudget.four-eyes");
        }
        if (commitmentNumber == null || commitmentNumber.isBlank() || commitmentNumber.strip().length() > NUMBER_LENGTH) {
            throw new Refused("trainingbudget.commitment-number", List.of(new Refused.Field("vastleggingsnummer", "trainingbudget.commitment-number")));
        }
        if (!proposeBudget.stillHolds(version)) {
            throw new Refused("trainingbudget.inputs-changed", String.valueOf(version.version()));
        }
        versions.record(version, commitmentNumber.strip(), actor);
        int accounts = ledger.openAll(version);
        terms.stop(dossier, BudgetModel.TERM, LocalDate.now(clock));
        audit.record(AuditLog.Entry.of(dossier, "BUDGET_VASTGELEGD", "%s keek versie %d van de verdeling na en legde %s vast, met vastleggingsnummer %s. Er vertrekt een brief naar %s."
                .formatted(actor.name(), version.version(), Euros.prose(version.granted()), commitmentNumber.strip(), ShareWords.counted(accounts, "erkende onderneming", "erkende ondernemingen"))));
        return versions.recorded(year).orElseThrow();
    }
}
