package be.dossierwerk.deposit;

import be.dossierwerk.deposit.DepositMovement.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Balance in euro and state of one account: a function of its movements alone, in the order in which they were recorded. */
public record DepositStanding(String dossier, String enterpriseNumber, String reference, List<DepositMovement> movements) {

    public DepositStanding {
        movements = List.copyOf(movements);
    }

    public BigDecimal balance() {
        return sum(counting());
    }

    public DepositState state() {
        List<DepositMovement> counting = counting();
        BigDecimal balance = sum(counting);
        if (balance.signum() == 0) {
            return counting.stream().filter(movement -> movement.kind().sign() < 0).reduce((earlier, later) -> later)
                    .map(last -> last.kind() == Kind.AANGESPROKEN ? DepositState.UITGEPUT : DepositState.valueOf(last.kind().name()))
                    .orElse(DepositState.LEEG);
        }
        BigDecimal lost = of(counting, Kind.AANGESPROKEN).subtract(of(counting, Kind.AANGEVULD));
        if (lost.signum() > 0) {
            return DepositState.AANGESPROKEN;
        }
        return blocked() ? DepositState.GEBLOKKEERD : DepositState.GESTORT;
    }

    /** The undertaking cannot get at the money; it can still be called on for its debts. */
    public boolean blocked() {
        return counting().stream().map(DepositMovement::kind).filter(kind -> kind == Kind.GEBLOKKEERD || kind == Kind.GEDEBLOKKEERD)
                .reduce((earlier, later) -> later).map(last -> last == Kind.GEBLOKKEERD).orElse(false);
    }

    /** A ruling suspends the decision that touches this deposit: nothing is taken from it. */
    public boolean suspended() {
        return counting().stream().map(DepositMovement::kind).filter(kind -> kind == Kind.GESCHORST || kind == Kind.HERVAT)
                .reduce((earlier, later) -> later).map(last -> last == Kind.GESCHORST).orElse(false);
    }

    /** Whether a later counter-entry undid the movement. */
    public boolean isCountered(DepositMovement movement) {
        return countered().contains(movement.id());
    }

    /** What counts: without counter-entries and what they undid. */
    private List<DepositMovement> counting() {
        Set<Long> countered = countered();
        return movements.stream().filter(movement -> movement.kind() != Kind.TEGENGEBOEKT && !countered.contains(movement.id())).toList();
    }

    /** The payment that counts, after corrections. */
    List<DepositMovement> paymentsIn() {
        return counting().stream().filter(movement -> movement.kind() == Kind.GESTORT).toList();
    }

    private Set<Long> countered() {
        return movements.stream().map(DepositMovement::counters).filter(id -> id != null).collect(Collectors.toSet());
    }

    private static BigDecimal of(List<DepositMovement> counting, Kind kind) {
        return counting.stream().filter(movement -> movement.kind() == kind).map(DepositMovement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<DepositMovement> counting) {
        return counting.stream().map(DepositMovement::signed).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
