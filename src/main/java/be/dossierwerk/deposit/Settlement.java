package be.dossierwerk.deposit;

import be.dossierwerk.deposit.DepositMovement.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a balance is divided: debts first, in the order of the law, the rest to one beneficiary (procedures.md D6). The payouts add up to the
 * balance; {@code unpaid} says per creditor what the deposit could not cover. Amounts in euro.
 */
public record Settlement(DepositEnd end, BigDecimal balance, List<Payout> payouts, Map<Beneficiary, BigDecimal> unpaid, String ground) {

    public record Payout(Kind kind, Beneficiary to, BigDecimal amount) { }

    static Settlement of(DepositEnd end, BigDecimal balance, Debts debts, List<Beneficiary> order, Beneficiary destination, String ground) {
        List<Payout> payouts = new ArrayList<>();
        Map<Beneficiary, BigDecimal> unpaid = new LinkedHashMap<>();
        BigDecimal left = balance;
        for (Beneficiary creditor : order) {
            BigDecimal paid = left.min(debts.to(creditor));
            if (paid.signum() > 0) {
                payouts.add(new Payout(Kind.AANGESPROKEN, creditor, paid));
            }
            if (debts.to(creditor).compareTo(paid) > 0) {
                unpaid.put(creditor, debts.to(creditor).subtract(paid));
            }
            left = left.subtract(paid);
        }
        if (left.signum() > 0) {
            payouts.add(new Payout(kind(destination), destination, left));
        }
        return new Settlement(end, balance, List.copyOf(payouts), Collections.unmodifiableMap(unpaid), ground);
    }

    private static Kind kind(Beneficiary destination) {
        return switch (destination) {
            case ONDERNEMING -> Kind.VRIJGEGEVEN;
            case SCHATKIST -> Kind.VERBEURD;
            case BOEDEL -> Kind.NAAR_BOEDEL;
            default -> throw new IllegalArgumentException(destination + " gets no rest");
        };
    }
}
