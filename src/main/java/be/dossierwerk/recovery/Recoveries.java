package be.dossierwerk.recovery;

import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recoveries, for procedures and other modules: one per dossier. Asks no role: the use case that calls it already did.
 * Amounts in euro, in whole cents; nothing is ever changed or deleted (procedures.md 1.5, 2.6).
 */
@Service
public class Recoveries {

    /** What was stored and what the lines give with the rates of now. */
    public record Comparison(Calculation stored, Calculation recomputed) {

        public boolean same() {
            return stored.equals(recomputed);
        }
    }

    private final RecoveryLedger ledger;
    private final Dossiers dossiers;
    private final Deposits deposits;

    Recoveries(RecoveryLedger ledger, Dossiers dossiers, Deposits deposits) {
        this.ledger = ledger;
        this.deposits = deposits;
        this.dossiers = dossiers;
    }

    /** For a claim without fraud. @throws Refused as the other {@code open} */
    @Transactional
    public void open(String dossier, String enterpriseNumber) {
        open(dossier, enterpriseNumber, LimitationKind.GEWOON);
    }

    /** @throws Refused dossier.unknown, recovery.enterprise-number, recovery.exists */
    @Transactional
    public void open(String dossier, String enterpriseNumber, LimitationKind limitation) {
        dossiers.get(dossier);
        if (!EnterpriseNumber.isValid(enterpriseNumber)) {
            throw new Refused("recovery.enterprise-number");
        }
        ledger.lock(dossier);
        if (ledger.find(dossier).isPresent()) {
            throw new Refused("recovery.exists", dossier);
        }
        ledger.open(dossier, EnterpriseNumber.parse(enterpriseNumber).digits(), limitation);
        ledger.tell(dossier, "TERUGVORDERING_GEOPEND", "%s opende een terugvordering van onderneming %s.".formatted(
                ledger.actor(), EnterpriseNumber.format(enterpriseNumber)), null);
    }

    /** Whether the dossier has a recovery; one short question, for the page that draws its tabs. */
    public boolean has(String dossier) {
        return ledger.has(dossier);
    }

    /** Whether the procedure leads it: its lines come in through the tasks. */
    public boolean inProcedure(String dossier) {
        return ledger.inProcedure(dossier);
    }

    public Optional<RecoveryStanding> of(String dossier) {
        return ledger.find(dossier);
    }

    /** The lines of the calculation that counts; empty before it. @throws Refused recovery.unknown */
    public List<Calculation.Line> lines(String dossier) {
        Calculation calculation = ledger.get(dossier).calculation();
        return calculation == null ? List.of() : calculation.lines();
    }

    /** What is owed; negative when too much was paid. @throws Refused recovery.unknown */
    public BigDecimal balance(String dossier) {
        return ledger.get(dossier).balance();
    }

    /** The plan as it stands today. @throws Refused recovery.unknown */
    public Optional<InstalmentPlan.Standing> plan(String dossier) {
        return ledger.get(dossier).plan(ledger.today());
    }

    /** The recoveries of an undertaking in which something is still to be calculated, decided, paid or refunded. */
    public List<RecoveryStanding> openFor(String enterpriseNumber) {
        return ledger.dossiersOf(EnterpriseNumber.parse(enterpriseNumber).digits()).stream().map(ledger::get).filter(standing -> standing.state().open()).toList();
    }

    /** What an undertaking still has to pay in all its recoveries together. */
    public BigDecimal owed(String enterpriseNumber) {
        return openFor(enterpriseNumber).stream().map(RecoveryStanding::due).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** After how many years a claim of this kind is time-barred, by the term in force today. */
    public int limitationYears(LimitationKind kind) {
        return ledger.limitationYears(kind);
    }

    /** The reductions that wait for a second person. */
    public List<Reduction> openReductions(String dossier) {
        return ledger.openReductions(dossier);
    }

    /** Every rate that was recorded, newest first. */
    public List<VoucherRate> rates() {
        return ledger.rates();
    }

    /** Computes the stored lines again. @throws Refused recovery.unknown, recovery.not-computed, recovery.no-rate */
    public Comparison recompute(String dossier) {
        Calculation stored = ledger.get(dossier).calculation();
        if (stored == null) {
            throw new Refused("recovery.not-computed");
        }
        return new Comparison(stored, Calculation.of(stored.facts(), ledger::rate));
    }

    /**
     * The decision was notified: from now on the undertaking owes the amount, which is that of a calculation that still holds.
     * @throws Refused recovery.unknown, recovery.decided, recovery.not-computed, recovery.no-rate, recovery.calculation-changed, recovery.other-amount,
     *                 recovery.amount
     */
    @Transactional
    public void decided(BigDecimal amount, String dossier) {
        if (ledger.locked(dossier).decision().isPresent()) {
            throw new Refused("recovery.decided");
        }
        Comparison comparison = recompute(dossier);
        if (!comparison.same()) {
            throw new Refused("recovery.calculation-changed", Euros.prose(comparison.stored().total()), Euros.prose(comparison.recomputed().total()));
        }
        RecoveryLedger.checkAmount(amount);
        if (amount.compareTo(comparison.stored().total()) != 0) {
            throw new Refused("recovery.other-amount", Euros.prose(amount), Euros.prose(comparison.stored().total()));
        }
        ledger.add(dossier, Draft.of(Kind.VASTGESTELD, amount, ledger.today(), null, null));
        ledger.tell(dossier, "TERUGVORDERING_VASTGESTELD", "De terugvordering werd op %s vastgesteld op %s.".formatted(
                Dates.prose(ledger.today()), Euros.prose(amount)), null);
    }

    /**
     * The decision was annulled: nothing is owed any more and what was paid is to be refunded. What was set off, taken from a deposit or waived for it is countered too.
     * @throws Refused recovery.unknown, recovery.reason, recovery.not-decided
     */
    @Transactional
    public void annulled(String dossier, String reason) {
        String why = RecoveryLedger.reason(reason);
        lock(dossier);
        RecoveryStanding standing = ledger.get(dossier);
        RecoveryEntry decision = standing.decision().orElseThrow(() -> new Refused("recovery.not-decided"));
        for (RecoveryEntry entry : restingOn(standing)) {
            if (entry.depositMovement() != null) {
                deposits.counter(entry.depositDossier(), entry.depositMovement(), dossier, why);
            }
            counter(dossier, entry, why);
            ledger.tell(dossier, "TERUGVORDERING_TEGENGEBOEKT", "Met de beslissing vervalt ook %s van %s van %s.%s".formatted(entry.kind().words(), Euros.prose(entry.amount()),
                    Dates.prose(entry.valuedOn()), entry.kind() == Kind.VERREKENING ? " Het departement betaalt die tegemoetkoming nog uit." : ""), why);
        }
        counter(dossier, decision, why);
        ledger.tell(dossier, "TERUGVORDERING_VERNIETIGD", "De beslissing tot terugvordering van %s is vernietigd. De onderneming moet niets meer betalen; %s."
                .formatted(Euros.prose(decision.amount()), toRefund(ledger.get(dossier).overpaid())), why);
        ledger.moved(dossier, RecoveryMoved.What.ANNULLED);
    }

    /** The recovery and the deposits that paid for it, in the order in which everybody takes them: before anything else is locked. */
    void lock(String dossier) {
        ledger.lock(Stream.concat(Stream.of(dossier), ledger.find(dossier).stream().flatMap(standing -> restingOn(standing).stream()).map(RecoveryEntry::depositDossier)
                .filter(Objects::nonNull)));
    }

    /** What counts and has no sense without the decision. */
    private static List<RecoveryEntry> restingOn(RecoveryStanding standing) {
        return standing.entries().stream().filter(entry -> EnumSet.of(Kind.VERREKENING, Kind.WAARBORG, Kind.VERMINDERING).contains(entry.kind()) && !standing.isCountered(entry))
                .toList();
    }

    private void counter(String dossier, RecoveryEntry entry, String why) {
        ledger.add(dossier, new Draft(Kind.TEGENGEBOEKT, entry.amount(), ledger.today(), null, why, entry.id(), null, null, null));
    }

    private static String toRefund(BigDecimal overpaid) {
        return overpaid.signum() == 0 ? "er is niets terug te betalen" : "het departement moet %s terugbetalen".formatted(Euros.prose(overpaid));
    }
}
