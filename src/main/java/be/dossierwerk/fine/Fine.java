package be.dossierwerk.fine;

import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.shared.InstalmentPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A fine as it stands. What is not known yet is null; {@code plan} is the newest that counts, or null. */
public record Fine(String dossier, Report report, Prosecutor prosecutor, Opportunity opportunity, String outlook, Proposal proposal, Appeal appeal,
                   List<FineEntry> entries, InstalmentPlan plan) {

    /** {@code offences}: codes of the catalogue of infringements; {@code fromDossier}: the infringement file, or null. */
    public record Report(String number, LocalDate on, List<String> offences, String facts, String fromDossier) { }

    /** {@code lastDay}: the last day to impose a fine; null when the prosecutor prosecutes. */
    public record Prosecutor(boolean prosecutes, LocalDate on, LocalDate lastDay) { }

    public record Opportunity(boolean opportune, String because) { }

    public record Proposal(String level, int workers, BigDecimal amount, String because) { }

    /** {@code ruling}: BEVESTIGD, VERMINDERD or VERNIETIGD; null as long as the court did not rule. */
    public record Appeal(LocalDate filedOn, String roleNumber, String ruling, LocalDate ruledOn, String because) { }

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    public Fine {
        entries = List.copyOf(entries);
        // A plan from before the ruling counts no more.
        plan = plan != null && appeal != null && appeal.ruledOn() != null && plan.agreedOn().isBefore(appeal.ruledOn()) ? null : plan;
    }

    /** What is owed; negative when too much was paid. */
    public BigDecimal balance() {
        return counting().stream().map(entry -> entry.amount().multiply(BigDecimal.valueOf(entry.kind().sign()))).reduce(NOTHING, BigDecimal::add);
    }

    public BigDecimal due() {
        return balance().max(NOTHING);
    }

    public BigDecimal overpaid() {
        return balance().negate().max(NOTHING);
    }

    /** The amount that was imposed and still counts. */
    public Optional<FineEntry> imposed() {
        return counting().stream().filter(entry -> entry.kind() == Kind.OPGELEGD).findFirst();
    }

    /** What has to be paid in all: what was imposed, less what the court took off; empty when nothing is imposed. */
    public Optional<BigDecimal> amount() {
        return imposed().map(imposed -> counting().stream().filter(entry -> entry.kind() == Kind.VERMINDERING).map(FineEntry::amount)
                .reduce(imposed.amount(), BigDecimal::subtract));
    }

    /** The plan on a day; empty without one, or when nothing is imposed any more. */
    public Optional<InstalmentPlan.Standing> planOn(LocalDate today) {
        return plan == null || imposed().isEmpty() ? Optional.empty() : Optional.of(plan.standing(balance(), today));
    }

    /** Whether the court still has to rule. */
    public boolean underAppeal() {
        return appeal != null && appeal.ruling() == null && imposed().isPresent();
    }

    public boolean isCountered(FineEntry entry) {
        return countered().contains(entry.id());
    }

    List<FineEntry> counting() {
        Set<Long> countered = countered();
        return entries.stream().filter(entry -> entry.kind() != Kind.TEGENGEBOEKT && !countered.contains(entry.id())).toList();
    }

    private Set<Long> countered() {
        return entries.stream().map(FineEntry::counters).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
