package be.dossierwerk.trainingbudget;

import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shares out the budget of one year, to the cent and never more than there is (procedures.md D8). The same input gives the same answer.
 * Every share is rounded down; the cents that are then over go one by one to the largest remainders, of equal ones to most vouchers, then to
 * the lowest enterprise number. The share of who has no budget stays unspent, because the vouchers of all undertakings divide.
 */
public final class Distribution {

    /** Why somebody gets what it gets. */
    public enum Basis { AANDEEL, NIEUW, ONDER_DREMPEL, NIET_ERKEND }

    /** In euro; {@code threshold}: vouchers from which there is a share; {@code quarters}: what is given when newly recognised, first to fourth quarter. */
    public record Rules(BigDecimal total, BigDecimal reserve, long threshold, List<BigDecimal> quarters) {

        public Rules {
            quarters = List.copyOf(quarters);
            if (quarters.size() != 4 || threshold < 0) {
                throw new IllegalArgumentException("four quarters and a threshold of zero or more");
            }
        }

        BigDecimal toShare() {
            return total.subtract(reserve);
        }
    }

    /** {@code recognisedOn}, {@code endedOn}: of its newest recognition; null when it has none, or when that holds. {@code vouchers}: paid last year. */
    public record Candidate(String enterpriseNumber, LocalDate recognisedOn, LocalDate endedOn, long vouchers) { }

    /** {@code amount} in euro; {@code extraCent}: one of the cents that were over went to this one. */
    public record Share(Candidate candidate, Basis basis, BigDecimal amount, boolean extraCent) { }

    private record Quota(int index, Candidate candidate, BigInteger cents, BigInteger remainder) { }

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final List<Share> shares;
    private final BigDecimal granted;

    private Distribution(List<Share> shares) {
        this.shares = List.copyOf(shares);
        this.granted = shares.stream().map(Share::amount).reduce(NOTHING, BigDecimal::add);
    }

    /**
     * @param reference the day on which a recognition has to hold
     * @param allVouchers paid last year to all undertakings, also those that are not a candidate
     * @throws Refused trainingbudget.reserve-above-total; trainingbudget.reserve-short when newcomers are to get more than the reserve
     */
    public static Distribution of(int year, LocalDate reference, Rules rules, List<Candidate> candidates, long allVouchers) {
        check(rules, candidates, allVouchers);
        List<Share> shares = new ArrayList<>();
        List<Quota> quotas = new ArrayList<>();
        BigInteger toShare = cents(rules.toShare());
        BigInteger all = BigInteger.valueOf(allVouchers);
        for (Candidate candidate : candidates) {
            Basis basis = basis(candidate, year, reference, rules.threshold());
            BigDecimal amount = basis == Basis.NIEUW ? rules.quarters().get(quarter(candidate.recognisedOn()) - 1).setScale(2, RoundingMode.UNNECESSARY) : NOTHING;
            // Nobody can have a part of nothing, also when the threshold is zero.
            if (basis == Basis.AANDEEL && candidate.vouchers() > 0) {
                BigInteger[] divided = toShare.multiply(BigInteger.valueOf(candidate.vouchers())).divideAndRemainder(all);
                quotas.add(new Quota(shares.size(), candidate, divided[0], divided[1]));
                amount = euros(divided[0]);
            }
            shares.add(new Share(candidate, basis, amount, false));
        }
        giveRest(shares, quotas, all);
        BigDecimal toNewcomers = sum(shares, Basis.NIEUW);
        if (toNewcomers.compareTo(rules.reserve()) > 0) {
            throw new Refused("trainingbudget.reserve-short", Euros.prose(toNewcomers), Euros.prose(rules.reserve()));
        }
        return new Distribution(shares);
    }

    /** In the order of the candidates. */
    public List<Share> shares() {
        return shares;
    }

    /** Everything together; never more than the total. */
    public BigDecimal granted() {
        return granted;
    }

    BigDecimal granted(Basis basis) {
        return sum(shares, basis);
    }

    static int quarter(LocalDate day) {
        return (day.getMonthValue() + 2) / 3;
    }

    private static Basis basis(Candidate candidate, int year, LocalDate reference, long threshold) {
        LocalDate since = candidate.recognisedOn();
        boolean holds = since != null && !since.isAfter(reference) && (candidate.endedOn() == null || candidate.endedOn().isAfter(reference));
        if (!holds) {
            return Basis.NIET_ERKEND;
        }
        if (since.getYear() == year) {
            return Basis.NIEUW;
        }
        return candidate.vouchers() >= threshold ? Basis.AANDEEL : Basis.ONDER_DREMPEL;
    }

    private static void giveRest(List<Share> shares, List<Quota> quotas, BigInteger all) {
        if (quotas.isEmpty()) {
            return;
        }
        // Less than one cent for each, and together whole cents: so there are never more cents than remainders.
        int over = quotas.stream().map(Quota::remainder).reduce(BigInteger.ZERO, BigInteger::add).divide(all).intValueExact();
        quotas.stream().sorted(Comparator.comparing(Quota::remainder).reversed()
                        .thenComparing(quota -> quota.candidate().vouchers(), Comparator.reverseOrder())
                        .thenComparing(quota -> quota.candidate().enterpriseNumber()))
                .limit(over).forEach(quota -> shares.set(quota.index(), new Share(quota.candidate(), Basis.AANDEEL, euros(quota.cents().add(BigInteger.ONE)), true)));
    }

    private static void check(Rules rules, List<Candidate> candidates, long allVouchers) {
        if (rules.reserve().signum() < 0 || rules.reserve().compareTo(rules.total()) > 0) {
            throw new Refused("trainingbudget.reserve-above-total", Euros.prose(rules.reserve()), Euros.prose(rules.total()));
        }
        Set<String> seen = new HashSet<>();
        long sum = 0;
        for (Candidate candidate : candidates) {
            if (candidate.vouchers() < 0 || !seen.add(candidate.enterpriseNumber())) {
                throw new IllegalArgumentException("wrong or twice: " + candidate);
            }
            sum += candidate.vouchers();
        }
        if (sum > allVouchers) {
            throw new IllegalArgumentException("the parts are more than the whole: " + sum + " of " + allVouchers);
        }
    }

    private static BigDecimal sum(List<Share> shares, Basis basis) {
        return shares.stream().filter(share -> share.basis() == basis).map(Share::amount).reduce(NOTHING, BigDecimal::add);
    }

    private static BigInteger cents(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.UNNECESSARY).unscaledValue();
    }

    private static BigDecimal euros(BigInteger cents) {
        return new BigDecimal(cents, 2);
    }
}
