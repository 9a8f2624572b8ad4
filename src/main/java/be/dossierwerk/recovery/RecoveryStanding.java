package be.dossierwerk.recovery;

import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.shared.InstalmentPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One recovery as its calculation, ledger and plan make it; amounts in euro. {@code calculation} and {@code plan} are null until there is one,
 * {@code limitation} until something is recovered.
 */
public record RecoveryStanding(String dossier, String enterpriseNumber, Calculation calculation, List<RecoveryEntry> entries, InstalmentPlan plan,
                               Limitation limitation) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    public RecoveryStanding {
        entries = List.copyOf(entries);
    }

    /** What is owed; negative when the undertaking paid too much. */
    public BigDecimal balance() {
        return counting().stream().map(RecoveryEntry::signed).reduce(NOTHING, BigDecimal::add);
    }

    /** What of that kind counts, without what was countered; the sum of all kinds with their signs is the balance. */
    public BigDecimal sum(Kind kind) {
        return counting().stream().filter(entry -> entry.kind() == kind).map(RecoveryEntry::amount).reduce(NOTHING, BigDecimal::add);
    }

    /** What the undertaking still has to pay. */
    public BigDecimal due() {
        return balance().max(NOTHING);
    }

    /** What the department has to give back. */
    public BigDecimal overpaid() {
        return balance().negate().max(NOTHING);
    }

    /** The decision that counts; empty before it and after it was annulled. */
    public Optional<RecoveryEntry> decision() {
        return counting().stream().filter(entry -> entry.kind() == Kind.VASTGESTELD).findFirst();
    }

    public RecoveryState state() {
        int balance = balance().signum();
        if (balance < 0) {
            return RecoveryState.TERUG_TE_BETALEN;
        }
        if (decision().isEmpty() && balance == 0) {
            boolean annulled = entries.stream().anyMatch(entry -> entry.kind() == Kind.VASTGESTELD);
            return annulled ? RecoveryState.VERNIETIGD : calculation == null ? RecoveryState.GEOPEND : RecoveryState.BEREKEND;
        }
        if (balance == 0) {
            boolean waived = counting().stream().allMatch(entry -> entry.kind() == Kind.VASTGESTELD || entry.kind() == Kind.VERMINDERING);
            return waived ? RecoveryState.KWIJTGESCHOLDEN : RecoveryState.VOLDAAN;
        }
        return plan == null ? RecoveryState.TE_BETALEN : RecoveryState.AFBETALING;
    }

    /** The plan on a day; empty without a plan, or when its decision was annulled. */
    public Optional<InstalmentPlan.Standing> plan(LocalDate today) {
        return plan == null || decision().isEmpty() ? Optional.empty() : Optional.of(plan.standing(balance(), today));
    }

    public boolean isCountered(RecoveryEntry entry) {
        return countered().contains(entry.id());
    }

    private List<RecoveryEntry> counting() {
        Set<Long> countered = countered();
        return entries.stream().filter(entry -> entry.kind() != Kind.TEGENGEBOEKT && !countered.contains(entry.id())).toList();
    }

    private Set<Long> countered() {
        return entries.stream().map(RecoveryEntry::counters).filter(id -> id != null).collect(Collectors.toSet());
    }
}
