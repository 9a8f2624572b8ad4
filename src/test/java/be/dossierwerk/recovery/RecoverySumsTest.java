package be.dossierwerk.recovery;

import be.dossierwerk.shared.InstalmentPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums of a recovery: lines, balance, plan and limitation; to the cent. */
class RecoverySumsTest {

    private static final YearMonth MAY = YearMonth.of(2020, 5);

    /** Half a cent goes up; each line is rounded by itself. */
    @ParameterizedTest
    @CsvSource({
            "14.36,   9.00,  1,      14.36,      9.00,      23.36",
            "14.36,   9.00,  100,    1436.00,    900.00,    2336.00",
            "14.36,   9.00,  999999, 14359985.64, 8999991.00, 23359976.64",
            "14.365,  9.00,  1,      14.37,      9.00,      23.37",
            "14.3649, 9.00,  1,      14.36,      9.00,      23.36",
            "14.3651, 9.005, 1,      14.37,      9.01,      23.38",
            "14.3625, 9.00,  2,      28.73,      18.00,     46.73",
            "0.0050,  0.01,  3,      0.02,       0.03,      0.05",
            "0.0001,  0.01,  49,     0.00,       0.49,      0.49",
            "0.0001,  0.01,  50,     0.01,       0.50,      0.51"})
    void a_line_is_the_number_of_vouchers_times_the_rates(BigDecimal intervention, BigDecimal purchase, int vouchers, BigDecimal first, BigDecimal second, BigDecimal total) {
        Calculation calculation = Calculation.of(List.of(unproven(MAY, vouchers)), month -> Optional.of(rate(intervention, purchase)));

        assertThat(calculation.lines().get(0).intervention()).isEqualTo(first);
        assertThat(calculation.lines().get(0).purchase()).isEqualTo(second);
        assertThat(calculation.total()).isEqualTo(total);
    }

    @Test
    void the_total_is_the_sum_of_the_rounded_lines() {
        Calculation calculation = Calculation.of(Collections.nCopies(3, unproven(MAY, 1)), month -> Optional.of(rate(new BigDecimal("0.005"), new BigDecimal("1"))));

        assertThat(calculation.total()).isEqualTo("3.03");
    }

    @Test
    void proven_work_costs_nothing_and_needs_no_rate() {
        Calculation calculation = Calculation.of(List.of(new VoucherLine(MAY, 40, true, "Loonfiches")), month -> Optional.empty());

        assertThat(calculation.total()).isEqualTo("0.00");
        assertThat(calculation.oldest()).isEmpty();
    }

    @Test
    void a_month_without_a_rate_is_refused_and_never_zero() {
        Refused refused = catchThrowableOfType(Refused.class, () -> Calculation.of(List.of(unproven(MAY, 1), unproven(YearMonth.of(2019, 12), 1),
                unproven(YearMonth.of(2021, 1), 2)), month -> month.equals(MAY) ? Optional.of(rate(BigDecimal.ONE, BigDecimal.ONE)) : Optional.empty()));

        assertThat(refused.key()).isEqualTo("recovery.no-rate");
        assertThat(refused.args()).containsExactly("12/2019, 01/2021");
        assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("lines[1].month", "lines[2].month");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "2020-01-01, 2020-12-31, 2019-12, false", "2020-01-01, 2020-12-31, 2020-01, true", "2020-01-01, 2020-12-31, 2020-12, true",
            "2020-01-01, 2020-12-31, 2021-01, false", "2020-01-01, -, 2031-07, true"})
    void a_rate_covers_whole_months(LocalDate from, LocalDate to, YearMonth month, boolean covered) {
        assertThat(new VoucherRate(from, to, BigDecimal.ONE, BigDecimal.ONE, "Bron").covers(month)).isEqualTo(covered);
    }

    /** Each entry is a kind and an amount; {@code !n} counters the n-th entry. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "                                                          | 0.00    | GEOPEND",
            "VASTGESTELD 100                                           | 100.00  | TE_BETALEN",
            "VASTGESTELD 100, BETALING 40, VERREKENING 30, WAARBORG 29.99 | 0.01 | TE_BETALEN",
            "VASTGESTELD 100, BETALING 100                             | 0.00    | VOLDAAN",
            "VASTGESTELD 100, VERMINDERING 100                         | 0.00    | KWIJTGESCHOLDEN",
            "VASTGESTELD 100, VERMINDERING 60, BETALING 40             | 0.00    | VOLDAAN",
            "VASTGESTELD 100, BETALING 100.01                          | -0.01   | TERUG_TE_BETALEN",
            "VASTGESTELD 100, BETALING 100.01, TERUGBETALING 0.01      | 0.00    | VOLDAAN",
            "VASTGESTELD 100, BETALING 40, !2                          | 100.00  | TE_BETALEN",
            "VASTGESTELD 100, BETALING 40, !1                          | -40.00  | TERUG_TE_BETALEN",
            "VASTGESTELD 100, BETALING 40, !1, TERUGBETALING 40        | 0.00    | VERNIETIGD",
            "VASTGESTELD 100, !1                                       | 0.00    | VERNIETIGD",
            "VASTGESTELD 100, !1, VASTGESTELD 90                       | 90.00   | TE_BETALEN"})
    void balance_and_state_follow_from_the_entries(String entries, BigDecimal balance, RecoveryState state) {
        RecoveryStanding standing = standing(parse(entries));

        assertThat(standing.balance()).isEqualTo(balance);
        assertThat(standing.due()).isEqualTo(balance.max(new BigDecimal("0.00")));
        assertThat(standing.due().subtract(standing.overpaid())).isEqualTo(balance);
        assertThat(standing.state()).isEqualTo(state);
    }

    @Test
    void undoing_every_entry_in_any_order_leaves_nothing() {
        Random random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            List<RecoveryEntry> entries = new ArrayList<>();
            int length = 1 + random.nextInt(12);
            BigDecimal sum = new BigDecimal("0.00");
            for (int n = 1; n <= length; n++) {
                RecoveryEntry entry = entry(n, Kind.values()[random.nextInt(Kind.values().length - 1)], BigDecimal.valueOf(1 + random.nextInt(9_999_999), 2), null);
                entries.add(entry);
                sum = sum.add(entry.amount().multiply(BigDecimal.valueOf(entry.kind().sign())));
            }
            assertThat(standing(entries).balance()).isEqualTo(sum);
            List<RecoveryEntry> undone = new ArrayList<>(entries);
            Collections.shuffle(undone, random);
            undone.forEach(entry -> entries.add(entry(entries.size() + 1, Kind.TEGENGEBOEKT, entry.amount(), entry.id())));

            assertThat(standing(entries).balance()).isEqualTo("0.00");
        }
    }

    @ParameterizedTest
    @CsvSource({"100.00, 3, '33.33, 33.33, 33.34'", "100.00, 1, 100.00", "0.05, 4, '0.01, 0.01, 0.01, 0.02'", "2336.00, 12, '194.66, 194.66, 194.66, 194.66, 194.66, 194.66, 194.66, 194.66, 194.66, 194.66, 194.66, 194.74'"})
    void the_last_instalment_takes_the_rounding(BigDecimal balance, int count, String amounts) {
        List<Instalment> instalments = InstalmentPlan.spread(balance, count, LocalDate.of(2027, 1, 31));

        assertThat(instalments.stream().map(instalment -> instalment.amount().toString()).collect(Collectors.joining(", "))).isEqualTo(amounts);
        assertThat(instalments.stream().map(Instalment::dueOn)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_instalment_is_never_less_than_a_cent() {
        assertThatThrownBy(() -> InstalmentPlan.spread(new BigDecimal("0.02"), 3, LocalDate.of(2027, 1, 31))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_spread_paid_and_still_open_always_adds_up() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            int count = 1 + random.nextInt(24);
            BigDecimal total = BigDecimal.valueOf(count + random.nextInt(5_000_000), 2);
            InstalmentPlan plan = new InstalmentPlan(LocalDate.of(2027, 1, 1), "An", total, InstalmentPlan.spread(total, count, LocalDate.of(2027, 1, 31)));
            BigDecimal balance = BigDecimal.valueOf(random.nextInt(6_000_000) - 500_000, 2);
            LocalDate today = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(900));

            InstalmentPlan.Standing standing = plan.standing(balance, today);

            assertThat(sum(plan.instalments().stream().map(Instalment::amount).toList())).isEqualTo(total);
            BigDecimal open = sum(standing.items().stream().map(InstalmentPlan.Item::open).toList());
            assertThat(open.add(standing.uncovered())).isEqualTo(balance.max(new BigDecimal("0.00")));
            assertThat(standing.overdue()).isLessThanOrEqualTo(open);
            assertThat(standing.items()).allSatisfy(item -> assertThat(item.overdue()).isEqualTo(item.dueOn().isBefore(today) && item.open().signum() > 0));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "100.00, 2027-01-31, '0 -, 0 -, 0 -',          0.00,  0.00",
            "100.00, 2027-02-01, '0 late, 0 -, 0 -',       33.33, 0.00",
            "66.67,  2027-02-01, '33.33 -, 0 -, 0 -',      0.00,  0.00",
            "66.68,  2027-03-01, '33.32 late, 0 late, 0 -', 33.34, 0.00",
            "50.00,  2027-04-01, '33.33 -, 16.67 late, 0 late', 50.00, 0.00",
            "0.00,   2027-04-01, '33.33 -, 33.33 -, 33.34 -', 0.00, 0.00",
            "-5.00,  2027-04-01, '33.33 -, 33.33 -, 33.34 -', 0.00, 0.00",
            "120.00, 2027-01-31, '0 -, 0 -, 0 -',          0.00,  20.00"})
    void payments_fill_the_instalments_in_their_order(BigDecimal balance, LocalDate today, String items, BigDecimal overdue, BigDecimal uncovered) {
        BigDecimal total = new BigDecimal("100.00");
        InstalmentPlan plan = new InstalmentPlan(LocalDate.of(2027, 1, 1), "An", total, InstalmentPlan.spread(total, 3, LocalDate.of(2027, 1, 31)));

        InstalmentPlan.Standing standing = plan.standing(balance, today);

        assertThat(standing.items().stream().map(item -> (item.paid().signum() == 0 ? "0" : item.paid()) + (item.overdue() ? " late" : " -"))
                .collect(Collectors.joining(", "))).isEqualTo(items);
        assertThat(standing.overdue()).isEqualTo(overdue);
        assertThat(standing.uncovered()).isEqualTo(uncovered);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-31, LOOPT", "2024-11-01, BIJNA", "2025-04-30, BIJNA", "2025-05-01, VERJAARD"})
    void the_alarm_sounds_six_months_before_the_claim_lapses(LocalDate today, Limitation.Phase phase) {
        assertThat(new Limitation(LimitationKind.GEWOON, LocalDate.of(2020, 5, 1), 5, 6, "Bron").phase(today)).isEqualTo(phase);
    }

    private static List<RecoveryEntry> parse(String entries) {
        List<RecoveryEntry> parsed = new ArrayList<>();
        for (String one : entries == null ? new String[0] : entries.strip().split(",\\s*")) {
            int id = parsed.size() + 1;
            parsed.add(one.startsWith("!") ? entry(id, Kind.TEGENGEBOEKT, parsed.get(Integer.parseInt(one.substring(1)) - 1).amount(), Long.valueOf(one.substring(1)))
                    : entry(id, Kind.valueOf(one.split(" ")[0]), new BigDecimal(one.split(" ")[1]), null));
        }
        return parsed;
    }

    private static RecoveryEntry entry(long id, Kind kind, BigDecimal amount, Long counters) {
        return new RecoveryEntry(id, kind, amount.setScale(2), LocalDate.of(2027, 3, 12), counters, null, null, null, null, "Nele Hermans");
    }

    private static RecoveryStanding standing(List<RecoveryEntry> entries) {
        return new RecoveryStanding("DC-TER-2027-00001", "0403170701", null, entries, null, null);
    }

    private static VoucherLine unproven(YearMonth month, int vouchers) {
        return new VoucherLine(month, vouchers, false, "Geen prestaties gevonden");
    }

    private static VoucherRate rate(BigDecimal intervention, BigDecimal purchase) {
        return new VoucherRate(LocalDate.of(2020, 1, 1), null, intervention, purchase, "Bron");
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
