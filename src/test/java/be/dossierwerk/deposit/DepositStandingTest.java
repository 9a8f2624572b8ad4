package be.dossierwerk.deposit;

import static be.dossierwerk.deposit.DepositMovement.Kind.AANGESPROKEN;
import static be.dossierwerk.deposit.DepositMovement.Kind.TEGENGEBOEKT;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deposit.DepositMovement.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balance, state and division of a deposit are functions of its movements; to the cent. */
class DepositStandingTest {

    /** Each movement is a kind and an amount; {@code !n} counters the n-th movement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "                                                                               | 0.00     | LEEG         | false",
            "GESTORT 25000                                                                  | 25000.00 | GESTORT      | false",
            "GESTORT 25000, GEBLOKKEERD 0                                                   | 25000.00 | GEBLOKKEERD  | true",
            "GESTORT 25000, GEBLOKKEERD 0, GEDEBLOKKEERD 0                                  | 25000.00 | GESTORT      | false",
            "GESTORT 25000, GEBLOKKEERD 0, AANGESPROKEN 0.01                                | 24999.99 | AANGESPROKEN | true",
            "GESTORT 25000, GEBLOKKEERD 0, AANGESPROKEN 25000                               | 0.00     | UITGEPUT     | true",
            "GESTORT 25000, GEBLOKKEERD 0, AANGESPROKEN 100, AANGEVULD 99.99                | 24999.99 | AANGESPROKEN | true",
            "GESTORT 25000, GEBLOKKEERD 0, AANGESPROKEN 100, AANGEVULD 100                  | 25000.00 | GEBLOKKEERD  | true",
            "GESTORT 25000, GEDEBLOKKEERD 0, VRIJGEGEVEN 25000                              | 0.00     | VRIJGEGEVEN  | false",
            "GESTORT 25000, GEBLOKKEERD 0, AANGESPROKEN 5000, VERBEURD 20000                | 0.00     | VERBEURD     | true",
            "GESTORT 25000, GEBLOKKEERD 0, NAAR_BOEDEL 25000                                | 0.00     | NAAR_BOEDEL  | true",
            "GESTORT 25000, GEBLOKKEERD 0, VERBEURD 25000, !3                               | 25000.00 | GEBLOKKEERD  | true",
            "GESTORT 25000, GEBLOKKEERD 0, !2                                               | 25000.00 | GESTORT      | false",
            "GESTORT 25000, GEBLOKKEERD 0, GEDEBLOKKEERD 0, !3                              | 25000.00 | GEBLOKKEERD  | true",
            "GESTORT 25000, !1                                                              | 0.00     | LEEG         | false",
            "GESTORT 25000, !1, GESTORT 25000.01                                            | 25000.01 | GESTORT      | false",
            "GESTORT 25000, AANGESPROKEN 100, !2, AANGESPROKEN 50                           | 24950.00 | AANGESPROKEN | false"})
    void balance_and_state_follow_from_the_movements(String movements, BigDecimal balance, DepositState state, boolean blocked) {
        DepositStanding standing = standing(parse(movements));

        assertThat(standing.balance()).isEqualTo(balance);
        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.blocked()).isEqualTo(blocked);
    }

    /** procedures.md D6: the debts in the order RSZ, department, tax; each gets at most what the ones before it left. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "25000.00 | 0       | 0        | 0       | VRIJGEGEVEN ONDERNEMING 25000.00                                                       | ''",
            "25000.00 | 1000.01 | 0        | 0       | AANGESPROKEN RSZ 1000.01; VRIJGEGEVEN ONDERNEMING 23999.99                             | ''",
            "25000.00 | 100     | 200      | 300     | AANGESPROKEN RSZ 100; AANGESPROKEN DEPARTEMENT 200; AANGESPROKEN FISCUS 300; VRIJGEGEVEN ONDERNEMING 24400.00 | ''",
            "25000.00 | 0       | 25000.00 | 0       | AANGESPROKEN DEPARTEMENT 25000.00                                                      | ''",
            "25000.00 | 0       | 25000.01 | 5       | AANGESPROKEN DEPARTEMENT 25000.00                                                      | DEPARTEMENT 0.01; FISCUS 5.00",
            "100.00   | 60      | 60       | 60      | AANGESPROKEN RSZ 60; AANGESPROKEN DEPARTEMENT 40.00                                    | DEPARTEMENT 20.00; FISCUS 60.00",
            "0.00     | 1       | 0        | 0       | ''                                                                                     | RSZ 1.00"})
    void debts_go_first_in_the_order_of_the_law(BigDecimal balance, BigDecimal rsz, BigDecimal department, BigDecimal tax, String payouts, String unpaid) {
        Settlement settlement = Settlement.of(DepositEnd.VOLUNTARY, balance, new Debts(rsz, department, tax),
                List.of(Beneficiary.RSZ, Beneficiary.DEPARTEMENT, Beneficiary.FISCUS), Beneficiary.ONDERNEMING, "Grond");

        assertThat(settlement.payouts().stream().map(payout -> payout.kind() + " " + payout.to() + " " + payout.amount()).collect(Collectors.joining("; ")))
                .isEqualTo(payouts);
        assertThat(settlement.unpaid().entrySet().stream().map(debt -> debt.getKey() + " " + debt.getValue()).collect(Collectors.joining("; ")))
                .isEqualTo(unpaid);
    }

    @Test
    void every_cent_of_a_settlement_is_accounted_for() {
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            BigDecimal balance = cents(random, 3_000_000);
            Debts debts = new Debts(cents(random, 1_500_000), cents(random, 1_500_000), cents(random, 1_500_000));
            Beneficiary rest = List.of(Beneficiary.ONDERNEMING, Beneficiary.SCHATKIST, Beneficiary.BOEDEL).get(random.nextInt(3));

            Settlement settlement = Settlement.of(DepositEnd.VOLUNTARY, balance, debts,
                    List.of(Beneficiary.RSZ, Beneficiary.DEPARTEMENT, Beneficiary.FISCUS), rest, "Grond");

            BigDecimal owed = debts.socialSecurity().add(debts.department()).add(debts.tax());
            BigDecimal unpaid = settlement.unpaid().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(settlement.payouts().stream().map(Settlement.Payout::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(balance);
            assertThat(settlement.payouts().stream().filter(payout -> payout.kind() == AANGESPROKEN).map(Settlement.Payout::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add).add(unpaid)).isEqualByComparingTo(owed);
            assertThat(unpaid.signum() > 0 && settlement.payouts().stream().anyMatch(payout -> payout.to() == rest)).isFalse();
        }
    }

    @Test
    void undoing_every_movement_in_any_order_leaves_nothing() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<DepositMovement> movements = new ArrayList<>();
            List<Kind> kinds = Arrays.stream(Kind.values()).filter(kind -> kind != TEGENGEBOEKT).toList();
            int length = 1 + random.nextInt(12);
            for (int n = 1; n <= length; n++) {
                movements.add(movement(n, kinds.get(random.nextInt(kinds.size())), cents(random, 2_500_000), null));
            }
            List<DepositMovement> undone = new ArrayList<>(movements);
            java.util.Collections.shuffle(undone, random);
            List<DepositMovement> all = new ArrayList<>(movements);
            undone.forEach(movement -> all.add(movement(all.size() + 1, TEGENGEBOEKT, movement.amount(), movement.id())));

            assertThat(standing(all).balance()).isEqualByComparingTo("0");
            assertThat(standing(all).state()).isEqualTo(DepositState.LEEG);
            assertThat(standing(all).blocked()).isFalse();
        }
    }

    private static List<DepositMovement> parse(String movements) {
        List<DepositMovement> parsed = new ArrayList<>();
        for (String one : movements == null ? new String[0] : movements.strip().split(",\\s*")) {
            int id = parsed.size() + 1;
            parsed.add(one.startsWith("!") ? movement(id, TEGENGEBOEKT, parsed.get(Integer.parseInt(one.substring(1)) - 1).amount(), Long.valueOf(one.substring(1)))
                    : movement(id, Kind.valueOf(one.split(" ")[0]), new BigDecimal(one.split(" ")[1]), null));
        }
        return parsed;
    }

    private static DepositMovement movement(long id, Kind kind, BigDecimal amount, Long counters) {
        return new DepositMovement(id, kind, amount.setScale(2), LocalDate.of(2027, 3, 12), "DC-ERK-2027-00001", null, counters, null, "Grond", null, false,
                Instant.EPOCH, "Nele Hermans");
    }

    private static DepositStanding standing(List<DepositMovement> movements) {
        return new DepositStanding("DC-ERK-2027-00001", "0403170701", null, movements);
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most), 2);
    }
}
