package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.payment.Reconciliation.Booking;
import be.dossierwerk.payment.Reconciliation.Judged;
import be.dossierwerk.payment.Reconciliation.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of the bank against every state of an order. */
class ReconciliationTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 12);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // order     | the bank says | outcome      | why
            "IN_RONDE     | AF            | TEGENSTRIJDIG | NEVER_SENT",
            "IN_RONDE     | BIJ           | TEGENSTRIJDIG | NEVER_SENT",
            "IN_RONDE     | GEWEIGERD     | TEGENSTRIJDIG | NEVER_SENT",
            "IN_RONDE     | AANVAARD      | TEGENSTRIJDIG | NEVER_SENT",
            "VERVALLEN    | AF            | TEGENSTRIJDIG | NEVER_SENT",
            "VERVALLEN    | GEWEIGERD     | TEGENSTRIJDIG | NEVER_SENT",
            "VERZONDEN    | AF            | BETAALD       | -",
            "VERZONDEN    | BIJ           | TE_VROEG      | RETURNED_BEFORE_PAID",
            "VERZONDEN    | GEWEIGERD     | GEWEIGERD     | -",
            "VERZONDEN    | AANVAARD      | AANVAARD      | -",
            "VERZONDEN    | UITGEVOERD    | AANVAARD      | -",
            "BETAALD      | AF            | TEGENSTRIJDIG | PAID_TWICE",
            "BETAALD      | AF-SAME       | AL_GELEZEN    | -",
            "BETAALD      | BIJ           | TERUGGESTORT  | -",
            "BETAALD      | GEWEIGERD     | TEGENSTRIJDIG | REJECTED_AFTER_PAID",
            "BETAALD      | UITGEVOERD    | AANVAARD      | -",
            "TERUGGESTORT | AF            | TEGENSTRIJDIG | PAID_AFTER_RETURN",
            "TERUGGESTORT | AF-SAME       | AL_GELEZEN    | -",
            "TERUGGESTORT | BIJ           | TEGENSTRIJDIG | RETURNED_TWICE",
            "TERUGGESTORT | BIJ-SAME      | AL_GELEZEN    | -",
            "TERUGGESTORT | GEWEIGERD     | TEGENSTRIJDIG | REJECTED_AFTER_PAID",
            "GEWEIGERD    | AF            | TEGENSTRIJDIG | PAID_AFTER_REJECTION",
            "GEWEIGERD    | BIJ           | TEGENSTRIJDIG | RETURNED_AFTER_REJECTION",
            "GEWEIGERD    | GEWEIGERD     | AL_GELEZEN    | -",
            "GEWEIGERD    | AANVAARD      | AANVAARD      | -",
            "GEWEIGERD    | UITGEVOERD    | TEGENSTRIJDIG | PAID_AFTER_REJECTION"})
    void a_line_means_what_the_order_allows(LineState state, String told, BankLine.Outcome outcome, BankLine.Why why) {
        boolean same = told.endsWith("-SAME");
        Direction direction = Direction.valueOf(told.replace("-SAME", ""));
        boolean money = direction == Direction.AF || direction == Direction.BIJ;
        String reference = same ? direction == Direction.AF ? "PAID" : "BACK" : "NEW";
        BankEntry entry = new BankEntry("1", "A-B1", direction, money ? new BigDecimal("10.0") : null, money ? "EUR" : null, money ? DAY : null, reference, true, "reden",
                money ? null : "M1");

        Judged judged = Reconciliation.judge(List.of(entry), Map.of("A-B1", order(state))).get(0);
        assertThat(judged.outcome()).isEqualTo(outcome);
        assertThat(judged.why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // reference | direction | amount | currency | booked | day | message | outcome | why
            "-      | AF        | 10.00 | EUR | true  | 2027-03-12 | -  | ONLEESBAAR    | NO_REFERENCE",
            "X-B1   | AF        | 10.00 | EUR | true  | 2027-03-12 | -  | ONBEKEND      | UNKNOWN_REFERENCE",
            "a-b1   | AF        | 10.00 | EUR | true  | 2027-03-12 | -  | ONBEKEND      | UNKNOWN_REFERENCE",
            "A-B1   | ONBEKEND  | 10.00 | EUR | true  | 2027-03-12 | -  | ONLEESBAAR    | NO_DIRECTION",
            "A-B1   | AF        | -     | EUR | true  | 2027-03-12 | -  | ONLEESBAAR    | NO_AMOUNT",
            "A-B1   | AF        | 10.00 | EUR | true  | -          | -  | ONLEESBAAR    | NO_DAY",
            "A-B1   | AF        | 10.00 | EUR | false | 2027-03-12 | -  | NIET_GEBOEKT  | -",
            "A-B1   | AF        | 10.01 | EUR | true  | 2027-03-12 | -  | ANDER_BEDRAG  | OTHER_AMOUNT",
            "A-B1   | AF        | 9.99  | EUR | true  | 2027-03-12 | -  | ANDER_BEDRAG  | OTHER_AMOUNT",
            "A-B1   | AF        | 10.00 | USD | true  | 2027-03-12 | -  | ANDERE_MUNT   | OTHER_CURRENCY",
            "A-B1   | AF        | 10.00 | -   | true  | 2027-03-12 | -  | ANDERE_MUNT   | OTHER_CURRENCY",
            "A-B1   | GEWEIGERD | 10.01 | EUR | true  | -          | M1 | ANDER_BEDRAG  | OTHER_AMOUNT",
            "A-B1   | GEWEIGERD | -     | -   | true  | -          | M2 | TEGENSTRIJDIG | OTHER_RUN"})
    void a_line_that_does_not_fit_says_why(String reference, Direction direction, BigDecimal amount, String currency, boolean booked, LocalDate day, String message,
                                           BankLine.Outcome outcome, BankLine.Why why) {
        BankEntry entry = new BankEntry("1", reference, direction, amount, currency, day, "R", booked, "reden", message);
        Judged judged = Reconciliation.judge(List.of(entry), Map.of("A-B1", order(LineState.VERZONDEN))).get(0);
        assertThat(judged.outcome()).isEqualTo(outcome);
        assertThat(judged.why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "BIJ 13 R2; AF 12 R1             | TERUGGESTORT; BETAALD",
            "BIJ 12 R2; AF 12 R1             | TERUGGESTORT; BETAALD",
            "AF 12 R1; AF 12 R1              | BETAALD; AL_GELEZEN",
            "AF 12 R1; AF 12 R2              | BETAALD; TEGENSTRIJDIG",
            "AF 12 -; AF 12 -                | BETAALD; TEGENSTRIJDIG",
            "AF 13 R1; AF 12 R1              | TEGENSTRIJDIG; BETAALD",
            "AF 12 R1; BIJ 13 R2; AF 14 R3   | BETAALD; TERUGGESTORT; TEGENSTRIJDIG",
            "AF 12 R1; BIJ 13 R2; BIJ 13 R2  | BETAALD; TERUGGESTORT; AL_GELEZEN"})
    void one_file_is_read_in_the_order_of_the_days(String lines, String outcomes) {
        List<BankEntry> entries = new ArrayList<>();
        for (String line : lines.split("; ")) {
            String[] parts = line.strip().split(" ");
            entries.add(new BankEntry("1", "A-B1", Direction.valueOf(parts[0]), new BigDecimal("10.00"), "EUR", DAY.withDayOfMonth(Integer.parseInt(parts[1])),
                    parts[2].equals("-") ? null : parts[2], true, "reden", null));
        }
        assertThat(Reconciliation.judge(entries, Map.of("A-B1", order(LineState.VERZONDEN)))).extracting(judged -> judged.outcome().name())
                .containsExactly(outcomes.strip().split("; "));
    }

    @Test
    void an_entry_without_a_reference_of_the_bank_is_the_same_when_it_comes_in_another_file() {
        BankEntry entry = new BankEntry("1", "A-B1", Direction.AF, new BigDecimal("10.00"), "EUR", DAY, null, true, "reden", null);
        Order paid = new Order(1, 1, "A", "BET-2027-001", "M1", new BigDecimal("10.00"), LineState.BETAALD, new Booking(DAY, null), null);
        assertThat(Reconciliation.judge(List.of(entry), Map.of("A-B1", paid)).get(0).outcome()).isEqualTo(BankLine.Outcome.AL_GELEZEN);
    }

    private static Order order(LineState state) {
        boolean paid = state == LineState.BETAALD || state == LineState.TERUGGESTORT;
        return new Order(1, 1, "A", "BET-2027-001", "M1", new BigDecimal("10.00"), state, paid ? new Booking(DAY, "PAID") : null,
                state == LineState.TERUGGESTORT ? new Booking(DAY, "BACK") : null);
    }
}
