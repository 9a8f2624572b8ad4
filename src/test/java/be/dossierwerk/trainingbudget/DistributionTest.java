package be.dossierwerk.trainingbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import be.dossierwerk.trainingbudget.Distribution.Candidate;
import be.dossierwerk.trainingbudget.Distribution.Rules;
import be.dossierwerk.trainingbudget.Distribution.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution of procedures.md D8: known sums, and what has to hold for every input. */
class DistributionTest {

    private static final int YEAR = 2027;
    private static final LocalDate REFERENCE = LocalDate.of(2027, 1, 4);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 5, 1);
    private static final List<BigDecimal> QUARTERS = List.of(euros("1000"), euros("750"), euros("500"), euros("250"));
    private static final BigDecimal CENT = euros("0.01");

    @Test
    void the_figures_of_2020_give_each_its_part_of_all_vouchers() {
        Distribution distribution = Distribution.of(YEAR, REFERENCE, rules("4321000.07", "100000"), List.of(since(1, 12_345), since(2, 1_999), since(3, 2_000)), 72_947_559);

        // 422100007 cents x 12345 / 72947559 = 71432.47; x 2000 / 72947559 = 11572.70: together one cent over, for the larger remainder.
        assertThat(distribution.shares()).extracting(share -> share.basis() + " " + share.amount())
                .containsExactly("AANDEEL 714.32", "ONDER_DREMPEL 0.00", "AANDEEL 115.73");
        assertThat(distribution.granted()).isEqualTo("830.05");
    }

    @Test
    void the_cents_that_are_over_go_to_the_largest_remainders() {
        Distribution distribution = Distribution.of(YEAR, REFERENCE, rules("100.00", "0", 1), List.of(since(1, 1), since(2, 1), since(3, 1)), 3);
        assertThat(amounts(distribution)).containsExactly("33.34", "33.33", "33.33");
        assertThat(distribution.shares()).extracting(Share::extraCent).containsExactly(true, false, false);

        // Quotas 14.285714, 28.571428, 57.142857: remainders .5714, .1428, .2857 of a cent.
        Distribution uneven = Distribution.of(YEAR, REFERENCE, rules("100.00", "0", 1), List.of(since(1, 1), since(2, 2), since(3, 4)), 7);
        assertThat(amounts(uneven)).containsExactly("14.29", "28.57", "57.14");
    }

    @Test
    void of_equal_remainders_most_vouchers_go_first_and_then_the_lowest_number() {
        // 50 cents over 4 vouchers: 12.5, 12.5 and 25 cents: one cent over for two equal remainders.
        assertThat(amounts(Distribution.of(YEAR, REFERENCE, rules("0.50", "0", 1), List.of(since(9, 1), since(2, 1), since(5, 2)), 4)))
                .containsExactly("0.12", "0.13", "0.25");
        // 2 cents over 4 vouchers: 0.5 and 1.5 cents.
        assertThat(amounts(Distribution.of(YEAR, REFERENCE, rules("0.02", "0", 1), List.of(since(1, 1), since(2, 3)), 4))).containsExactly("0.00", "0.02");
    }

    @ParameterizedTest
    @CsvSource({"2027-01-01, 1000.00", "2027-03-31, 1000.00", "2027-04-01, 750.00", "2027-06-30, 750.00", "2027-07-01, 500.00", "2027-09-30, 500.00",
            "2027-10-01, 250.00", "2027-12-31, 250.00"})
    void whoever_is_new_gets_the_amount_of_its_quarter_whatever_its_vouchers(LocalDate recognised, String amount) {
        Distribution distribution = Distribution.of(YEAR, LocalDate.of(2027, 12, 31), rules("10000", "5000"),
                List.of(new Candidate("0000000001", recognised, null, 50_000)), 100_000);

        assertThat(distribution.shares()).extracting(share -> share.basis() + " " + share.amount()).containsExactly("NIEUW " + amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "2026-12-31 | -          | 2000 | AANDEEL",
            "2026-12-31 | -          | 1999 | ONDER_DREMPEL",
            "2026-12-31 | 2027-01-05 | 2000 | AANDEEL",
            "2026-12-31 | 2027-01-04 | 2000 | NIET_ERKEND",
            "2026-12-31 | 2026-06-01 | 9000 | NIET_ERKEND",
            "2027-01-04 | -          |    0 | NIEUW",
            "2027-01-05 | -          |    0 | NIET_ERKEND",
            "-          | -          | 9000 | NIET_ERKEND"})
    void who_gets_what_follows_from_recognition_and_vouchers(LocalDate recognised, LocalDate ended, long vouchers, Basis basis) {
        Distribution distribution = Distribution.of(YEAR, REFERENCE, rules("10000", "5000"), List.of(new Candidate("0000000001", recognised, ended, vouchers)), 10_000);

        assertThat(distribution.shares()).extracting(Share::basis).containsExactly(basis);
        assertThat(distribution.granted().signum()).isEqualTo(basis == Basis.AANDEEL || basis == Basis.NIEUW ? 1 : 0);
    }

    @Test
    void newcomers_never_get_more_than_the_reserve() {
        List<Candidate> three = IntStream.range(0, 3).mapToObj(i -> new Candidate("000000000" + i, REFERENCE, null, 0)).toList();
        assertThat(Distribution.of(YEAR, REFERENCE, rules("3000", "3000"), three, 0).granted()).isEqualTo("3000.00");
        Refused refused = catchThrowableOfType(Refused.class, () -> Distribution.of(YEAR, REFERENCE, rules("9999", "2999.99"), three, 0));
        assertThat(refused).hasMessage("trainingbudget.reserve-short");
        assertThat(refused.args()).containsExactly("3.000,00 euro", "2.999,99 euro");
    }

    @Test
    void impossible_input_is_refused() {
        assertThatThrownBy(() -> Distribution.of(YEAR, REFERENCE, rules("100", "100.01"), List.of(), 0)).hasMessage("trainingbudget.reserve-above-total");
        assertThatThrownBy(() -> Distribution.of(YEAR, REFERENCE, rules("100", "0"), List.of(since(1, 5)), 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distribution.of(YEAR, REFERENCE, rules("100", "0"), List.of(since(1, 5), since(1, 5)), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distribution.of(YEAR, REFERENCE, rules("100", "0"), List.of(since(1, -1)), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Distribution.of(YEAR, REFERENCE, rules("100", "0", 0), List.of(since(1, 0)), 0).granted()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 2020, 20270104})
    void whatever_the_input_it_adds_up_to_the_cent_and_stays_within_bounds(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            BigDecimal reserve = BigDecimal.valueOf(random.nextInt(50_000_000), 2);
            BigDecimal total = reserve.add(BigDecimal.valueOf(random.nextInt(run % 7 == 0 ? 40 : 500_000_000), 2));
            Rules rules = new Rules(total, reserve, random.nextInt(3_000), QUARTERS);
            List<Candidate> candidates = candidates(random, 1 + random.nextInt(120), reserve);
            long all = candidates.stream().mapToLong(Candidate::vouchers).sum() + (random.nextBoolean() ? random.nextInt(1_000_000) : 0);
            Distribution distribution = Distribution.of(YEAR, REFERENCE, rules, candidates, all);

            assertThat(distribution.shares()).extracting(Share::candidate).containsExactlyElementsOf(candidates);
            assertThat(distribution.granted()).isEqualTo(distribution.shares().stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isLessThanOrEqualTo(total).isNotNegative();
            assertThat(distribution.granted(Basis.AANDEEL)).isLessThanOrEqualTo(total.subtract(reserve));
            assertThat(distribution.granted(Basis.NIEUW)).isLessThanOrEqualTo(reserve);
            assertThat(Distribution.of(YEAR, REFERENCE, rules, List.copyOf(candidates), all).shares()).as("computed again").isEqualTo(distribution.shares());
            if (all > 0) {
                // What nobody gets: the reserve that is left, and the part that belongs to the vouchers of who has no share.
                long others = all - distribution.shares().stream().filter(share -> share.basis() == Basis.AANDEEL).mapToLong(share -> share.candidate().vouchers()).sum();
                BigDecimal ofOthers = total.subtract(reserve).multiply(BigDecimal.valueOf(others)).divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
                assertThat(total.subtract(distribution.granted()).subtract(reserve.subtract(distribution.granted(Basis.NIEUW))).subtract(ofOthers).abs())
                        .as("leftovers").isLessThan(CENT);
            }
            BigDecimal exactSum = BigDecimal.ZERO;
            for (Share share : distribution.shares()) {
                assertThat(share.amount().scale()).isEqualTo(2);
                assertThat(share.amount()).isNotNegative();
                if (share.basis() == Basis.AANDEEL && all > 0) {
                    BigDecimal exact = total.subtract(reserve).multiply(BigDecimal.valueOf(share.candidate().vouchers())).divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
                    exactSum = exactSum.add(exact);
                    assertThat(share.amount().subtract(exact).abs()).as("less than a cent from its part").isLessThan(CENT);
                }
            }
            // What is not given of the parts together is less than a cent: no cent gets lost in rounding.
            assertThat(exactSum.subtract(distribution.granted(Basis.AANDEEL))).isLessThan(CENT).isGreaterThan(euros("-0.0000001"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 44, 444})
    void the_order_of_the_candidates_changes_nothing_and_more_vouchers_never_give_less(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            Rules rules = rules(BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString(), "0", 10);
            List<Candidate> candidates = candidates(random, 50, BigDecimal.ZERO);
            long all = candidates.stream().mapToLong(Candidate::vouchers).sum();
            Distribution one = Distribution.of(YEAR, REFERENCE, rules, candidates, all);
            List<Candidate> other = new ArrayList<>(candidates);
            Collections.shuffle(other, random);
            Distribution two = Distribution.of(YEAR, REFERENCE, rules, other, all);

            assertThat(byNumber(two)).isEqualTo(byNumber(one));
            List<Share> parts = one.shares().stream().filter(share -> share.basis() == Basis.AANDEEL)
                    .sorted(java.util.Comparator.comparing((Share share) -> share.candidate().vouchers())).toList();
            for (int i = 1; i < parts.size(); i++) {
                if (parts.get(i).candidate().vouchers() > parts.get(i - 1).candidate().vouchers()) {
                    assertThat(parts.get(i).amount()).isGreaterThanOrEqualTo(parts.get(i - 1).amount());
                }
            }
        }
    }

    @Test
    void the_explanation_says_the_sums() {
        Rules rules = rules("4321000.07", "100000");
        Share share = Distribution.of(YEAR, REFERENCE, rules, List.of(since(1, 12_345)), 72_947_559).shares().get(0);

        assertThat(ShareWords.sentence(YEAR, rules, share)).isEqualTo("Uw onderneming was in 2026 erkend en kreeg in dat jaar 12.345 dienstencheques uitbetaald. "
                + "Dat zijn er minstens 2.000. Daarom krijgt u een aandeel in het budget van 2027.");
        assertThat(ShareWords.sums(rules, 72_947_559, share))
                .isEqualTo("(4.321.000,07 euro totaal − 100.000,00 euro reserve) × 12.345 ÷ 72.947.559 cheques = 714,324736, afgerond 714,32 euro");
        assertThat(words(rules, new Candidate("0000000001", LocalDate.of(2027, 1, 4), null, 0))).isEqualTo(
                "Uw onderneming is sinds maandag 4 januari 2027 erkend. Wie in het eerste kwartaal van 2027 erkend wordt, krijgt voor dat jaar een vast bedrag.");
        assertThat(words(rules, since(1, 7))).contains("kreeg in 2026 7 dienstencheques uitbetaald", "vanaf 2.000", "geen opleidingsbudget voor u");
        assertThat(words(rules, new Candidate("0000000001", LONG_AGO, LocalDate.of(2026, 7, 1), 7))).contains("eindigde op woensdag 1 juli 2026");
        Share extra = Distribution.of(YEAR, REFERENCE, rules("100.00", "0", 1), List.of(since(1, 1), since(2, 1), since(3, 1)), 3).shares().get(0);
        assertThat(ShareWords.sentence(YEAR, rules, extra)).contains("bleven er centen over", "u kreeg er een van");
    }

    private static String words(Rules rules, Candidate candidate) {
        return ShareWords.sentence(YEAR, rules, Distribution.of(YEAR, REFERENCE, rules, List.of(candidate), 10_000).shares().get(0));
    }

    private static java.util.Map<String, BigDecimal> byNumber(Distribution distribution) {
        return distribution.shares().stream().collect(Collectors.toMap(share -> share.candidate().enterpriseNumber(), Share::amount));
    }

    /** Of every kind; not more newcomers than the reserve pays. */
    private static List<Candidate> candidates(Random random, int count, BigDecimal reserve) {
        int newcomers = reserve.divideToIntegralValue(QUARTERS.get(0)).intValue();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = "%010d".formatted(i + 1);
            long vouchers = random.nextInt(4) == 0 ? random.nextInt(10) : random.nextInt(random.nextInt(10) == 0 ? 2_000_000 : 6_000);
            switch (random.nextInt(5)) {
                case 0 -> candidates.add(newcomers-- > 0 ? new Candidate(number, REFERENCE, null, vouchers) : since(i + 1, vouchers));
                case 1 -> candidates.add(new Candidate(number, LONG_AGO, REFERENCE.minusDays(random.nextInt(400)), vouchers));
                default -> candidates.add(since(i + 1, vouchers));
            }
        }
        return candidates;
    }

    private static List<String> amounts(Distribution distribution) {
        return distribution.shares().stream().map(share -> share.amount().toPlainString()).toList();
    }

    private static Candidate since(int number, long vouchers) {
        return new Candidate("%010d".formatted(number), LONG_AGO, null, vouchers);
    }

    private static Rules rules(String total, String reserve) {
        return rules(total, reserve, 2_000);
    }

    private static Rules rules(String total, String reserve, long threshold) {
        return new Rules(euros(total), euros(reserve), threshold, QUARTERS);
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}
