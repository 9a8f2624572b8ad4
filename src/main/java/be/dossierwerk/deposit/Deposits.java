package be.dossierwerk.deposit;

import be.dossierwerk.deposit.DepositLedger.Draft;
import be.dossierwerk.deposit.DepositMovement.Kind;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deposits, for procedures and other modules. An account is named by its recognition dossier. Asks no role: the use case that calls
 * it already did. Amounts in euro, in whole cents; nothing is ever changed or deleted (procedures.md 1.12, D6).
 */
@Service
public class Deposits {

    /** The table in {@code bpmn/waarborg} that says who gets the rest. */
    static final String TABLE = "waarborg-bestemming";

    private static final Set<Kind> SETTLES = EnumSet.of(Kind.GEDEBLOKKEERD, Kind.VRIJGEGEVEN, Kind.VERBEURD, Kind.NAAR_BOEDEL);

    /** Money that came in for the recognition of an undertaking. */
    public record Payment(String dossier, String enterpriseNumber, BigDecimal amount, LocalDate paidOn, String reference) { }

    /** Money for a creditor: {@code authority} is the dossier with the decision, {@code ground} names that decision. */
    public record Call(String dossier, BigDecimal amount, Beneficiary to, String authority, String ground, String reason) { }

    private final DepositLedger ledger;
    private final DecisionTables tables;
    private final Optional<ClaimsLedger> claims;

    Deposits(DepositLedger ledger, DecisionTables tables, Optional<ClaimsLedger> claims) {
        this.ledger = ledger;
        this.tables = tables;
        this.claims = claims;
    }

    /** The account of a recognition dossier. */
    public Optional<DepositStanding> of(String dossier) {
        return ledger.find(dossier);
    }

    /** The accounts of an undertaking that hold money, oldest first. */
    public List<DepositStanding> openFor(String enterpriseNumber) {
        return ledger.dossiersOf(enterpriseNumber).stream().map(ledger::get).filter(standing -> standing.balance().signum() > 0).toList();
    }

    /** Whether {@link #concerning} finds an account; one short question, for the page that draws its tabs. */
    public boolean concerns(String dossier) {
        return !ledger.dossiersConcerning(dossier).isEmpty();
    }

    /** The accounts that this dossier opened or moved money on. */
    public List<DepositStanding> concerning(String dossier) {
        return ledger.dossiersConcerning(dossier).stream().map(ledger::get).toList();
    }

    /**
     * Opens the account with the first payment and blocks it. Told again with the same facts it does nothing; told with other facts
     * the earlier payment is countered, for what was confirmed last counts.
     * @throws Refused deposit.amount, deposit.future, deposit.settled, deposit.below-zero
     */
    @Transactional
    public DepositStanding received(Payment payment) {
        checkAmount(payment.amount());
        checkDay(payment.paidOn());
        ledger.lock(payment.dossier(), payment.dossier());
        Optional<DepositStanding> before = ledger.find(payment.dossier());
        if (before.isEmpty()) {
            ledger.open(payment.dossier(), payment.enterpriseNumber(), payment.reference(), payment.paidOn());
        } else {
            checkNotSettled(before.get());
            List<DepositMovement> earlier = before.get().paymentsIn();
            if (earlier.stream().anyMatch(movement -> same(movement, payment))) {
                return before.get();
            }
            earlier.forEach(movement -> ledger.add(payment.dossier(), counter(movement, payment.dossier(), "De storting werd opnieuw nagegaan")));
        }
        ledger.add(payment.dossier(), new Draft(Kind.GESTORT, payment.amount(), payment.paidOn(), payment.dossier(), null, null,
                payment.reference(), "Storting bij de Deposito- en Consignatiekas", null));
        if (!ledger.get(payment.dossier()).blocked()) {
            ledger.add(payment.dossier(), new Draft(Kind.GEBLOKKEERD, BigDecimal.ZERO, ledger.today(), payment.dossier(), null, null, null,
                    "Voorwaarde C11 van de erkenning", null));
        }
        ledger.tell(payment.dossier(), payment.dossier(), "WAARBORG_GESTORT", "%s noteerde dat de waarborg van %s op %s gestort werd. De waarborg is geblokkeerd."
                .formatted(ledger.actor(), Euros.prose(payment.amount()), Dates.prose(payment.paidOn())), null);
        return notBelowZero(payment.dossier());
    }

    /** What the undertaking of this account owes the department by decisions. @throws Refused deposit.unknown */
    public BigDecimal owedToDepartment(String dossier) {
        return owed(ledger.get(dossier).enterpriseNumber()).stream().map(ClaimsLedger.Claim::due).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How the balance would be divided now; writes nothing. @throws Refused deposit.unknown, deposit.settled, deposit.debt, deposit.end, deposit.no-destination */
    public Settlement proposal(String dossier, DepositEnd end, Debts debts) {
        return divided(dossier, end, debts, tables::look);
    }

    private Settlement divided(String dossier, DepositEnd end, Debts debts, BiFunction<String, Map<String, Object>, List<Map<String, Object>>> asked) {
        DepositStanding standing = ledger.get(dossier);
        checkNotSettled(standing);
        check(end, debts);
        List<Map<String, Object>> answers = asked.apply(TABLE, Map.of("einde", end.code()));
        if (answers.isEmpty()) {
            throw new Refused("deposit.no-destination");
        }
        Map<String, Object> answer = answers.get(0);
        List<Beneficiary> order = Arrays.stream(((String) answer.get("volgorde")).split(", ")).map(Beneficiary::valueOf).toList();
        return Settlement.of(end, standing.balance(), debts, order, Beneficiary.valueOf((String) answer.get("bestemming")), (String) answer.get("grond"));
    }

    /**
     * Ends the account as the table says: debts first, then the rest; the balance is zero afterwards. {@code authority}: the dossier that ended it.
     * What goes to the department pays its open claims, oldest first, and stands in their ledger too. An account without money is left as it is.
     * @throws Refused as {@link #proposal}, deposit.suspended
     */
    @Transactional
    public Settlement release(String dossier, DepositEnd end, Debts debts, String authority, String reason) {
        List<ClaimsLedger.Claim> owed = lockWithClaims(dossier, authority);
        notSuspended(dossier);
        Settlement settlement = divided(dossier, end, debts, (table, facts) -> tables.ask(table, dossier, facts));
        if (settlement.payouts().isEmpty()) {
            return settlement;
        }
        LocalDate today = ledger.today();
        boolean goesBack = settlement.payouts().stream().anyMatch(payout -> payout.kind() == Kind.VRIJGEGEVEN);
        if (goesBack && ledger.get(dossier).blocked()) {
            ledger.add(dossier, new Draft(Kind.GEDEBLOKKEERD, BigDecimal.ZERO, today, authority, null, null, null, settlement.ground(), reason));
        }
        for (Settlement.Payout payout : settlement.payouts()) {
            BigDecimal left = payout.to() == Beneficiary.DEPARTEMENT ? pay(owed, dossier, payout, authority, settlement.ground(), reason) : payout.amount();
            if (left.signum() > 0) {
                ledger.add(dossier, new Draft(payout.kind(), left, today, authority, payout.to(), null, null, settlement.ground(), reason));
            }
        }
        String divided = settlement.payouts().stream().map(payout -> "%s voor %s".formatted(Euros.prose(payout.amount()), payout.to().words()))
                .collect(Collectors.joining(", "));
        ledger.tell(dossier, authority, "WAARBORG_AFGEREKEND", "De waarborg van %s werd op %s afgerekend: %s.".formatted(
                Euros.prose(settlement.balance()), Dates.prose(today), divided), reason);
        return settlement;
    }

    /** @return what is left for the department when its claims are paid */
    private BigDecimal pay(List<ClaimsLedger.Claim> owed, String dossier, Settlement.Payout payout, String authority, String ground, String reason) {
        BigDecimal left = payout.amount();
        for (ClaimsLedger.Claim claim : owed) {
            BigDecimal paid = left.min(claim.due());
            if (paid.signum() > 0) {
                long movement = ledger.add(dossier, new Draft(payout.kind(), paid, ledger.today(), authority, payout.to(), null, null, ground, reason, true));
                claims.orElseThrow().paid(claim, paid, dossier, movement);
                left = left.subtract(paid);
            }
        }
        return left;
    }

    /** All dossiers at once and in one order; what is owed is read when nobody can change it any more. */
    private List<ClaimsLedger.Claim> lockWithClaims(String dossier, String authority) {
        String undertaking = ledger.get(dossier).enterpriseNumber();
        ledger.lock(Stream.concat(Stream.of(dossier, authority), owed(undertaking).stream().map(ClaimsLedger.Claim::dossier)));
        return owed(undertaking);
    }

    private List<ClaimsLedger.Claim> owed(String undertaking) {
        return claims.map(all -> all.owed(undertaking)).orElse(List.of());
    }

    /**
     * Undoes every movement that this dossier made on the account, the last one first; what the deposit paid of a claim is open again there.
     * @throws Refused deposit.unknown, deposit.reason, deposit.below-zero
     */
    @Transactional
    public void undo(String dossier, String authority, String reason) {
        DepositStanding before = ledger.get(dossier);
        List<DepositMovement> ours = before.movements().stream().filter(movement -> movement.authority().equals(authority)
                && movement.kind() != Kind.TEGENGEBOEKT && !before.isCountered(movement)).toList();
        counterAll(dossier, ours, authority, reason);
    }

    private void counterAll(String dossier, List<DepositMovement> ours, String authority, String reason) {
        checkReason(reason);
        ledger.lock(Stream.concat(Stream.of(dossier, authority), ours.stream().filter(DepositMovement::linked).map(movement -> claims.orElseThrow().claimOf(movement.id()))));
        for (int i = ours.size() - 1; i >= 0; i--) {
            DepositMovement movement = ours.get(i);
            counter(dossier, movement.id(), authority, reason);
            if (movement.linked()) {
                ClaimsLedger other = claims.orElseThrow();
                other.unpaid(other.claimOf(movement.id()), movement.id(), reason.strip());
            }
        }
    }

    /**
     * Takes money for a creditor, for a module that keeps the other half in a ledger of its own and counters both; the answer is the movement.
     * @throws Refused deposit.unknown, deposit.suspended, deposit.amount, deposit.more-than-balance
     */
    @Transactional
    public long call(Call call) {
        return claim(call, true);
    }

    /** As {@link #call}; {@code linked} where another ledger holds the other half. */
    @Transactional
    long claim(Call call, boolean linked) {
        checkAmount(call.amount());
        ledger.lock(call.dossier(), call.authority());
        DepositStanding standing = notSuspended(call.dossier());
        if (call.amount().compareTo(standing.balance()) > 0) {
            throw new Refused("deposit.more-than-balance", Euros.prose(standing.balance()));
        }
        long movement = ledger.add(call.dossier(), new Draft(Kind.AANGESPROKEN, call.amount(), ledger.today(), call.authority(), call.to(), null, null,
                call.ground(), call.reason(), linked));
        ledger.tell(call.dossier(), call.authority(), "WAARBORG_AANGESPROKEN", "%s sprak de waarborg aan voor %s, bestemd voor %s.".formatted(
                ledger.actor(), Euros.prose(call.amount()), call.to().words()), call.reason());
        return movement;
    }

    /**
     * Undoes a movement by a counter-entry, which stays visible beside it.
     * @throws Refused deposit.unknown, deposit.reason, deposit.movement-unknown, deposit.countered, deposit.counter-of-counter, deposit.below-zero
     */
    @Transactional
    public long counter(String dossier, long movement, String authority, String reason) {
        checkReason(reason);
        ledger.lock(dossier, authority);
        DepositStanding standing = ledger.get(dossier);
        DepositMovement undone = standing.movements().stream().filter(one -> one.id() == movement).findFirst()
                .orElseThrow(() -> new Refused("deposit.movement-unknown"));
        if (undone.kind() == Kind.TEGENGEBOEKT) {
            throw new Refused("deposit.counter-of-counter");
        }
        if (standing.isCountered(undone)) {
            throw new Refused("deposit.countered");
        }
        long counter = ledger.add(dossier, counter(undone, authority, reason.strip()));
        ledger.tell(dossier, authority, "WAARBORG_TEGENGEBOEKT", "%s boekte een beweging op de waarborg tegen: %s van %s.".formatted(
                ledger.actor(), Sentences.what(undone), Dates.prose(undone.valuedOn())), reason.strip());
        notBelowZero(dossier);
        return counter;
    }

    /** As {@link #counter}, but not for half of what stands in two ledgers. @throws Refused also deposit.linked */
    @Transactional
    long counterByHand(String dossier, long movement, String authority, String reason) {
        ledger.get(dossier).movements().stream().filter(one -> one.id() == movement && one.linked()).findFirst().ifPresent(one -> {
            throw new Refused("deposit.linked", claims.map(all -> all.claimOf(one.id())).orElse(one.authority()));
        });
        return counter(dossier, movement, authority, reason);
    }

    /** Pays in what a call took away. @throws Refused deposit.unknown, deposit.amount, deposit.future, deposit.settled */
    @Transactional
    void replenish(String dossier, BigDecimal amount, LocalDate paidOn, String reference) {
        checkAmount(amount);
        checkDay(paidOn);
        ledger.lock(dossier, dossier);
        checkNotSettled(ledger.get(dossier));
        ledger.add(dossier, new Draft(Kind.AANGEVULD, amount, paidOn, dossier, null, null, reference, "Storting bij de Deposito- en Consignatiekas", null));
        ledger.tell(dossier, dossier, "WAARBORG_AANGEVULD", "%s noteerde dat de waarborg op %s met %s aangevuld werd.".formatted(
                ledger.actor(), Dates.prose(paidOn), Euros.prose(amount)), null);
    }

    /**
     * A ruling suspends the decision of that dossier, or the suspension ends: meanwhile nothing is taken from the account. A second time changes nothing.
     * @throws Refused deposit.unknown, deposit.reason
     */
    @Transactional
    public void suspend(String dossier, boolean suspend, String authority, String reason) {
        checkReason(reason);
        ledger.lock(dossier, authority);
        if (ledger.get(dossier).suspended() == suspend) {
            return;
        }
        ledger.add(dossier, new Draft(suspend ? Kind.GESCHORST : Kind.HERVAT, BigDecimal.ZERO, ledger.today(), authority, null, null, null,
                "Schorsing van de beslissing", reason.strip()));
        ledger.tell(dossier, authority, suspend ? "WAARBORG_GESCHORST" : "WAARBORG_HERVAT", suspend
                ? "De waarborg staat stil zolang de beslissing geschorst is: er gaat niets af." : "De waarborg staat niet langer stil: de schorsing is voorbij.", reason.strip());
    }

    /** What that recognition dossier settled at its own end is countered, because its decision fell away; money that came in stays. Without a settlement nothing happens. */
    @Transactional
    public void undoSettlement(String dossier, String reason) {
        DepositStanding before = ledger.get(dossier);
        List<DepositMovement> settled = before.movements().stream().filter(movement -> movement.authority().equals(dossier) && !before.isCountered(movement)
                && (movement.linked() || SETTLES.contains(movement.kind()))).toList();
        if (before.state().settled() || settled.stream().anyMatch(DepositMovement::linked)) {
            counterAll(dossier, settled, dossier, reason);
        }
    }

    /** Blocks the account or frees it. @throws Refused deposit.unknown, deposit.reason, deposit.empty, deposit.blocked, deposit.not-blocked */
    @Transactional
    void block(String dossier, boolean block, String ground, String reason) {
        checkReason(reason);
        ledger.lock(dossier, dossier);
        DepositStanding standing = ledger.get(dossier);
        if (standing.balance().signum() == 0) {
            throw new Refused("deposit.empty");
        }
        if (standing.blocked() == block) {
            throw new Refused(block ? "deposit.blocked" : "deposit.not-blocked");
        }
        ledger.add(dossier, new Draft(block ? Kind.GEBLOKKEERD : Kind.GEDEBLOKKEERD, BigDecimal.ZERO, ledger.today(), dossier, null, null, null,
                ground, reason.strip()));
        ledger.tell(dossier, dossier, block ? "WAARBORG_GEBLOKKEERD" : "WAARBORG_GEDEBLOKKEERD", "%s %s de waarborg van %s.".formatted(
                ledger.actor(), block ? "blokkeerde" : "deblokkeerde", Euros.prose(standing.balance())), reason.strip());
    }

    private DepositStanding notSuspended(String dossier) {
        DepositStanding standing = ledger.get(dossier);
        if (standing.suspended()) {
            throw new Refused("deposit.suspended");
        }
        return standing;
    }

    private DepositStanding notBelowZero(String dossier) {
        DepositStanding standing = ledger.get(dossier);
        if (standing.balance().signum() < 0) {
            throw new Refused("deposit.below-zero", Euros.prose(standing.balance().negate()));
        }
        return standing;
    }

    private static Draft counter(DepositMovement undone, String authority, String reason) {
        return new Draft(Kind.TEGENGEBOEKT, undone.amount(), undone.valuedOn(), authority, null, undone.id(), null, "Tegenboeking", reason);
    }

    private static boolean same(DepositMovement movement, Payment payment) {
        return movement.amount().compareTo(payment.amount()) == 0 && movement.valuedOn().equals(payment.paidOn())
                && java.util.Objects.equals(movement.reference(), payment.reference());
    }

    private static void checkAmount(BigDecimal amount) {
        if (!Euros.payable(amount)) {
            throw new Refused("deposit.amount", List.of(new Refused.Field("amount", "deposit.amount")));
        }
    }

    private void checkDay(LocalDate day) {
        if (day == null || day.isAfter(ledger.today())) {
            throw new Refused("deposit.future", List.of(new Refused.Field("paidOn", "deposit.future")));
        }
    }

    private static void check(DepositEnd end, Debts debts) {
        List<Refused.Field> wrong = new ArrayList<>();
        debt(wrong, "socialSecurity", debts.socialSecurity());
        debt(wrong, "department", debts.department());
        debt(wrong, "tax", debts.tax());
        if (!wrong.isEmpty()) {
            throw new Refused("deposit.debt", wrong);
        }
        if (end == null) {
            throw new Refused("deposit.end", List.of(new Refused.Field("end", "deposit.end")));
        }
    }

    private static void debt(List<Refused.Field> wrong, String field, BigDecimal debt) {
        if (debt == null || debt.signum() != 0 && !Euros.payable(debt)) {
            wrong.add(new Refused.Field(field, "deposit.debt"));
        }
    }

    private static void checkReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("deposit.reason", List.of(new Refused.Field("reason", "deposit.reason")));
        }
    }

    private static void checkNotSettled(DepositStanding standing) {
        if (standing.state().settled()) {
            throw new Refused("deposit.settled", standing.dossier());
        }
    }
}
