package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The training budgets, for procedures and other modules: an account is named by undertaking and year. Asks no role: the use case that calls it
 * already did. Amounts in euro, in whole cents; told twice with the same facts it does nothing; nothing is ever changed or deleted (procedures.md 1.8).
 */
@Service
public class Budgets {

    private final BudgetLedger ledger;
    private final AuditLog audit;

    Budgets(BudgetLedger ledger, AuditLog audit) {
        this.ledger = ledger;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<BudgetStanding> of(String enterpriseNumber, int year) {
        return ledger.find(enterpriseNumber, year);
    }

    /** Whether {@link #concerning} finds an account; one short question, for the page that draws its tabs. Not for the dossier of a year. */
    @Transactional(readOnly = true)
    public boolean concerns(String dossier) {
        return ledger.concerns(dossier);
    }

    /** The accounts of the undertaking that this dossier recognised, or on which this dossier moved money; newest year first. */
    @Transactional(readOnly = true)
    public List<BudgetStanding> concerning(String dossier) {
        return ledger.has(dossier) ? ledger.ofRecognition(dossier) : ledger.concerning(dossier);
    }

    /**
     * Sets an amount apart for a dossier.
     * @throws Refused trainingbudget.amount, trainingbudget.no-budget, trainingbudget.committed-other; trainingbudget.more-than-left
     */
    @Transactional
    public BudgetStanding commit(String enterpriseNumber, int year, String dossier, BigDecimal amount) {
        checkAmount(amount);
        BudgetStanding standing = ledger.locked(enterpriseNumber, year, dossier);
        BigDecimal before = standing.committed(dossier).add(standing.paid(dossier));
        if (before.signum() > 0) {
            if (before.compareTo(amount) == 0) {
                return standing;
            }
            throw new Refused("trainingbudget.committed-other", dossier, Euros.prose(before));
        }
        if (amount.compareTo(standing.left()) > 0) {
            throw new Refused("trainingbudget.more-than-left", Euros.prose(amount), Euros.prose(standing.left()), String.valueOf(year));
        }
        ledger.add(standing.account(), Kind.VASTGELEGD, amount, dossier, null, null);
        return told(standing, dossier, "BUDGET_VASTGELEGD", "Op het opleidingsbudget van %d werd %s vastgelegd voor dossier %s.".formatted(year, Euros.prose(amount), dossier), null);
    }

    /** Gives back what is committed for a dossier and not paid; without that there is nothing to do. @throws Refused trainingbudget.no-budget, trainingbudget.reason */
    @Transactional
    public BudgetStanding release(String enterpriseNumber, int year, String dossier, String reason) {
        checkReason(reason);
        BudgetStanding standing = ledger.locked(enterpriseNumber, year, dossier);
        BigDecimal open = standing.committed(dossier);
        if (open.signum() == 0) {
            return standing;
        }
        ledger.add(standing.account(), Kind.VRIJGEGEVEN, open, dossier, null, reason.strip());
        return told(standing, dossier, "BUDGET_VRIJGEGEVEN", "Op het opleidingsbudget van %d kwam %s vrij die voor dossier %s vastgelegd was.".formatted(year, Euros.prose(open),
                dossier), reason.strip());
    }

    /**
     * Pays from what was committed for a dossier; what is not paid stays committed until it is released.
     * @throws Refused trainingbudget.amount, trainingbudget.no-budget, trainingbudget.paid-other; trainingbudget.more-than-committed
     */
    @Transactional
    public BudgetStanding pay(String enterpriseNumber, int year, String dossier, BigDecimal amount) {
        checkAmount(amount);
        BudgetStanding standing = ledger.locked(enterpriseNumber, year, dossier);
        BigDecimal before = standing.paid(dossier);
        if (before.signum() > 0) {
            if (before.compareTo(amount) == 0) {
                return standing;
            }
            throw new Refused("trainingbudget.paid-other", dossier, Euros.prose(before));
        }
        if (amount.compareTo(standing.committed(dossier)) > 0) {
            throw new Refused("trainingbudget.more-than-committed", Euros.prose(amount), dossier, Euros.prose(standing.committed(dossier)));
        }
        ledger.add(standing.account(), Kind.BETAALD, amount, dossier, null, null);
        return told(standing, dossier, "BUDGET_BETAALD", "Van het opleidingsbudget van %d werd %s betaald voor dossier %s.".formatted(year, Euros.prose(amount), dossier), null);
    }

    /**
     * Undoes a movement by a counter-entry, which stays visible beside it.
     * @throws Refused trainingbudget.no-budget, trainingbudget.reason, trainingbudget.movement-unknown, trainingbudget.countered,
     *         trainingbudget.counter-of-counter; trainingbudget.below-zero when other movements build on it
     */
    @Transactional
    public BudgetStanding counter(String enterpriseNumber, int year, long movement, String reason) {
        checkReason(reason);
        String authority = find(ledger.get(enterpriseNumber, year), movement).authority();
        BudgetStanding standing = ledger.locked(enterpriseNumber, year, authority);
        BudgetMovement undone = find(standing, movement);
        if (undone.kind() == Kind.TEGENGEBOEKT) {
            throw new Refused("trainingbudget.counter-of-counter");
        }
        if (standing.isCountered(undone)) {
            throw new Refused("trainingbudget.countered");
        }
        ledger.add(standing.account(), Kind.TEGENGEBOEKT, undone.amount(), authority, undone.id(), reason.strip());
        BudgetStanding after = ledger.byId(standing.account());
        if (!after.sound()) {
            throw new Refused("trainingbudget.below-zero");
        }
        return told(standing, authority, "BUDGET_TEGENGEBOEKT", "Een beweging van %s op het opleidingsbudget van %d werd tegengeboekt.".formatted(Euros.prose(undone.amount()), year),
                reason.strip());
    }

    private static BudgetMovement find(BudgetStanding standing, long movement) {
        return standing.movements().stream().filter(one -> one.id() == movement).findFirst().orElseThrow(() -> new Refused("trainingbudget.movement-unknown"));
    }

    /** In the dossier of the undertaking and in the one it is for. */
    private BudgetStanding told(BudgetStanding before, String dossier, String action, String sentence, String reason) {
        audit.record(AuditLog.Entry.of(before.recognition(), action, sentence).because(reason));
        if (!dossier.equals(before.recognition())) {
            audit.record(AuditLog.Entry.of(dossier, action, sentence + " Het is het budget van onderneming %s.".formatted(EnterpriseNumber.format(before.enterpriseNumber())))
                    .because(reason));
        }
        return ledger.byId(before.account());
    }

    private static void checkAmount(BigDecimal amount) {
        if (!Euros.payable(amount)) {
            throw new Refused("trainingbudget.amount", List.of(new Refused.Field("amount", "trainingbudget.amount")));
        }
    }

    private static void checkReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("trainingbudget.reason", List.of(new Refused.Field("reason", "trainingbudget.reason")));
        }
    }
}
