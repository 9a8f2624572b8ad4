package be.dossierwerk.trainingbudget;

import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The training budget of one undertaking in one year as its movements make it, in euro. {@code recognition}: the dossier of its recognition;
 * {@code sentence} and {@code sums} say in Dutch why it got this amount.
 */
public record BudgetStanding(long account, String enterpriseNumber, int year, String recognition, Basis basis, String sentence, String sums,
                             List<BudgetMovement> movements) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    public BudgetStanding {
        movements = List.copyOf(movements);
    }

    public BigDecimal granted() {
        return sum(Kind.TOEGEKEND, null);
    }

    /** Committed and not yet paid or released. */
    public BigDecimal committed() {
        return committed(null);
    }

    public BigDecimal paid() {
        return sum(Kind.BETAALD, null);
    }

    /** What can still be committed. */
    public BigDecimal left() {
        return granted().subtract(committed()).subtract(paid());
    }

    /** Of one dossier. */
    public BigDecimal committed(String dossier) {
        return sum(Kind.VASTGELEGD, dossier).subtract(sum(Kind.VRIJGEGEVEN, dossier)).subtract(sum(Kind.BETAALD, dossier));
    }

    /** To one dossier. */
    public BigDecimal paid(String dossier) {
        return sum(Kind.BETAALD, dossier);
    }

    public boolean isCountered(BudgetMovement movement) {
        return undone().contains(movement.id());
    }

    /** The sums hold: nothing is below zero, also not of one dossier. */
    boolean sound() {
        return left().signum() >= 0 && movements.stream().map(BudgetMovement::authority).distinct().allMatch(dossier -> committed(dossier).signum() >= 0);
    }

    private BigDecimal sum(Kind kind, String dossier) {
        Set<Long> undone = undone();
        return movements.stream().filter(one -> one.kind() == kind && !undone.contains(one.id()) && (dossier == null || one.authority().equals(dossier)))
                .map(BudgetMovement::amount).reduce(NOTHING, BigDecimal::add);
    }

    private Set<Long> undone() {
        return movements.stream().map(BudgetMovement::counters).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
