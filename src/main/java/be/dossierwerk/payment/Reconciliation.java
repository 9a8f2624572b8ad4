package be.dossierwerk.payment;

import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.payment.BankLine.Outcome;
import be.dossierwerk.payment.BankLine.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each line of a bank's file means for our orders, without writing anything. What left the account goes before what came in, whatever the order of the
 * file; the answer has the order of the file.
 */
final class Reconciliation {

    private static final String CURRENCY = "EUR";

    /** A booking that was read before. */
    record Booking(LocalDate on, String reference) { }

    /** {@code paid} and {@code returned} are null when the bank booked no such thing; {@code message} is the id of the file that ordered it, or null. */
    record Order(long line, long payable, String dossier, String run, String message, BigDecimal amount, LineState state, Booking paid, Booking returned) { }

    record Judged(BankEntry entry, Outcome outcome, Why why, Order order) { }

    private final Map<String, Order> orders;
    private final Map<String, LineState> states = new HashMap<>();
    private final Map<String, Booking> paid = new HashMap<>();
    private final Map<String, Booking> returned = new HashMap<>();
    /** Booked by this very file: there the same day is no proof of the same entry. */
    private final Map<String, Booking> here = new HashMap<>();

    private Reconciliation(Map<String, Order> orders) {
        this.orders = orders;
        orders.forEach((endToEnd, order) -> {
            states.put(endToEnd, order.state());
            paid.put(endToEnd, order.paid());
            returned.put(endToEnd, order.returned());
        });
    }

    /** {@code orders} by what the bank gives back as the reference of our order. */
    static List<Judged> judge(List<BankEntry> entries, Map<String, Order> orders) {
        Reconciliation reconciliation = new Reconciliation(orders);
        Judged[] judged = new Judged[entries.size()];
        List<Integer> inTime = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            inTime.add(i);
        }
        inTime.sort(Comparator.comparing((Integer i) -> entries.get(i).bookedOn(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(i -> entries.get(i).direction()));
        inTime.forEach(i -> judged[i] = reconciliation.judge(entries.get(i)));
        return List.of(judged);
    }

    private Judged judge(BankEntry entry) {
        boolean money = entry.direction() == Direction.AF || entry.direction() == Direction.BIJ;
        if (entry.endToEnd() == null) {
            return wrong(entry, Outcome.ONLEESBAAR, Why.NO_REFERENCE, null);
        }
        Order order = orders.get(entry.endToEnd());
        if (order == null) {
            return wrong(entry, Outcome.ONBEKEND, Why.UNKNOWN_REFERENCE, null);
        }
        if (entry.direction() == Direction.ONBEKEND) {
            return wrong(entry, Outcome.ONLEESBAAR, Why.NO_DIRECTION, order);
        }
        if (money && entry.amount() == null) {
            return wrong(entry, Outcome.ONLEESBAAR, Why.NO_AMOUNT, order);
        }
        if (!entry.booked()) {
            return wrong(entry, Outcome.NIET_GEBOEKT, null, order);
        }
        if (money && entry.bookedOn() == null) {
            return wrong(entry, Outcome.ONLEESBAAR, Why.NO_DAY, order);
        }
        if (entry.amount() != null && !CURRENCY.equals(entry.currency())) {
            return wrong(entry, Outcome.ANDERE_MUNT, Why.OTHER_CURRENCY, order);
        }
        if (entry.amount() != null && entry.amount().compareTo(order.amount()) != 0) {
            return wrong(entry, Outcome.ANDER_BEDRAG, Why.OTHER_AMOUNT, order);
        }
        if (entry.message() != null && !entry.message().equals(order.message())) {
            return contradiction(entry, Why.OTHER_RUN, order);
        }
        return switch (entry.direction()) {
            case AF -> paid(entry, order);
            case BIJ -> returned(entry, order);
            case GEWEIGERD -> rejected(entry, order);
            default -> status(entry, order);
        };
    }

    private Judged paid(BankEntry entry, Order order) {
        String key = entry.endToEnd();
        if (same(entry, paid.get(key), "AF")) {
            return wrong(entry, Outcome.AL_GELEZEN, null, order);
        }
        return switch (states.get(key)) {
            case VERZONDEN -> {
                states.put(key, LineState.BETAALD);
                paid.put(key, booking(entry));
                here.put("AF" + key, booking(entry));
                yield new Judged(entry, Outcome.BETAALD, null, order);
            }
            case BETAALD -> contradiction(entry, Why.PAID_TWICE, order);
            case TERUGGESTORT -> contradiction(entry, Why.PAID_AFTER_RETURN, order);
            case GEWEIGERD -> contradiction(entry, Why.PAID_AFTER_REJECTION, order);
            case IN_RONDE, VERVALLEN -> contradiction(entry, Why.NEVER_SENT, order);
        };
    }

    private Judged returned(BankEntry entry, Order order) {
        String key = entry.endToEnd();
        if (same(entry, returned.get(key), "BIJ")) {
            return wrong(entry, Outcome.AL_GELEZEN, null, order);
        }
        return switch (states.get(key)) {
            case BETAALD -> {
                states.put(key, LineState.TERUGGESTORT);
                returned.put(key, booking(entry));
                here.put("BIJ" + key, booking(entry));
                yield new Judged(entry, Outcome.TERUGGESTORT, null, order);
            }
            case VERZONDEN -> wrong(entry, Outcome.TE_VROEG, Why.RETURNED_BEFORE_PAID, order);
            case TERUGGESTORT -> contradiction(entry, Why.RETURNED_TWICE, order);
            case GEWEIGERD -> contradiction(entry, Why.RETURNED_AFTER_REJECTION, order);
            case IN_RONDE, VERVALLEN -> contradiction(entry, Why.NEVER_SENT, order);
        };
    }

    private Judged rejected(BankEntry entry, Order order) {
        return switch (states.get(entry.endToEnd())) {
            case VERZONDEN -> {
                states.put(entry.endToEnd(), LineState.GEWEIGERD);
                yield new Judged(entry, Outcome.GEWEIGERD, null, order);
            }
            case GEWEIGERD -> wrong(entry, Outcome.AL_GELEZEN, null, order);
            case BETAALD, TERUGGESTORT -> contradiction(entry, Why.REJECTED_AFTER_PAID, order);
            case IN_RONDE, VERVALLEN -> contradiction(entry, Why.NEVER_SENT, order);
        };
    }

    /** Only a booking proves a payment; a status alone changes nothing. */
    private Judged status(BankEntry entry, Order order) {
        return switch (states.get(entry.endToEnd())) {
            case IN_RONDE, VERVALLEN -> contradiction(entry, Why.NEVER_SENT, order);
            case GEWEIGERD -> entry.direction() == Direction.UITGEVOERD ? contradiction(entry, Why.PAID_AFTER_REJECTION, order)
                    : wrong(entry, Outcome.AANVAARD, null, order);
            default -> wrong(entry, Outcome.AANVAARD, null, order);
        };
    }

    /** The same entry of the statement: the same day and the same reference of the bank. In one file, only that reference tells two entries apart. */
    private boolean same(BankEntry entry, Booking known, String direction) {
        if (known == null || !booking(entry).equals(known)) {
            return false;
        }
        Booking fromHere = here.get(direction + entry.endToEnd());
        return fromHere == null || Objects.nonNull(entry.bankReference());
    }

    private static Booking booking(BankEntry entry) {
        return new Booking(entry.bookedOn(), entry.bankReference());
    }

    private static Judged contradiction(BankEntry entry, Why why, Order order) {
        return new Judged(entry, Outcome.TEGENSTRIJDIG, why, order);
    }

    private static Judged wrong(BankEntry entry, Outcome outcome, Why why, Order order) {
        return new Judged(entry, outcome, why, order);
    }
}
