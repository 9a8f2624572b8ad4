package be.dossierwerk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.alert.DeliverAlerts;
import be.dossierwerk.alert.MyAlerts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is warned of which recovery, with a moved clock. A claim of May 2020 lapses on 1 May 2025, one with fraud on 1 May 2030; a voucher costs 23.36 euro. */
@DossierwerkTest
class WatchRecoveriesTest {

    private static final String UNDERTAKING = "0590000124";
    private static final LocalDate START = LocalDate.of(2024, 3, 12);
    private static final String NEAR = "Deze terugvordering verjaart op donderdag 1 mei 2025. Er staat nog 23,36 euro open.";
    private static final String TOO_LATE = "Deze terugvordering is verjaard sinds donderdag 1 mei 2025. Er staat nog 23,36 euro open.";

    @Autowired private WatchRecoveries watch;
    @Autowired private DeliverAlerts deliverAlerts;
    @Autowired private MyAlerts myAlerts;
    @Autowired private Dossiers dossiers;
    @Autowired private Recoveries recoveries;
    @Autowired private ComputeRecovery computeRecovery;
    @Autowired private RecordPayment recordPayment;
    @Autowired private RefundOverpayment refundOverpayment;
    @Autowired private CounterEntry counterEntry;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private MovableClock clock;
    private String dossier;

    @BeforeEach
    void the_clock_stands() {
        on(START);
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "GEWOON, 2024-10-31, -", "GEWOON, 2024-11-01, 1 mei 2025", "GEWOON, 2025-04-30, verjaart op", "GEWOON, 2025-05-01, is verjaard sinds", "GEWOON, 2026-01-05, is verjaard sinds",
            "BEDROG, 2025-05-01, -", "BEDROG, 2029-10-31, -", "BEDROG, 2029-11-01, 1 mei 2030", "BEDROG, 2030-05-01, is verjaard sinds"})
    void the_handler_is_warned_from_six_months_before_the_claim_lapses(LimitationKind kind, LocalDate today, String says) {
        decided(kind);
        on(today);
        watch.look();

        assertThat(told("an", today)).hasSize(says == null ? 0 : 1).allSatisfy(sentence -> assertThat(sentence).contains(says).contains("23,36 euro"));
    }

    @Test
    void each_who_can_stop_the_limitation_is_told_once_and_again_when_it_is_too_late() {
        decided(LimitationKind.GEWOON);
        on(LocalDate.of(2024, 12, 2));
        watch.look();
        watch.look();

        for (String person : List.of("an", "joke", "tom")) {
            assertThat(told(person)).as(person).containsExactly(NEAR);
        }
        assertThat(told("bram")).isEmpty();
        assertThat(told("nele")).isEmpty();

        on(LocalDate.of(2025, 5, 2));
        watch.look();
        for (String person : List.of("an", "joke", "tom")) {
            assertThat(told(person)).as(person).containsExactly(TOO_LATE);
        }
    }

    @Test
    void the_amount_follows_what_is_paid_and_nothing_is_left_to_say_once_all_is() {
        decided(LimitationKind.GEWOON);
        on(LocalDate.of(2024, 12, 2));
        watch.look();
        pay("20.00");
        assertThat(told("an")).containsExactly(NEAR.replace("23,36", "3,36"));
        pay("3.36");
        assertThat(told("an")).isEmpty();
    }

    @Test
    void before_the_decision_the_calculation_counts_and_a_file_that_ends_without_one_claims_nothing() {
        opened(LimitationKind.GEWOON, "an");
        on(LocalDate.of(2024, 12, 2));
        watch.look();
        assertThat(told("an")).containsExactly("Deze terugvordering verjaart op donderdag 1 mei 2025. Er is nog geen beslissing; het gaat om 23,36 euro.");

        close("GEEN_TERUGVORDERING");
        watch.look();
        assertThat(told("an")).isEmpty();
    }

    @Test
    void without_a_handler_lawyers_and_team_leads_still_know() {
        opened(LimitationKind.GEWOON, null);
        on(LocalDate.of(2024, 12, 2));
        watch.look();
        assertThat(told("tom")).hasSize(1);
        assertThat(told("joke")).hasSize(1);
    }

    @Test
    void what_was_paid_and_undone_after_the_end_comes_to_the_bookkeeper() {
        decided(LimitationKind.GEWOON);
        long payment = pay("23.36");
        close("VOLDAAN");
        watch.look();
        assertThat(told("nele")).isEmpty();

        as("joke", () -> {
            counterEntry.counter(dossier, payment, "De betaling was van een andere onderneming");
            return null;
        });
        assertThat(told("nele")).containsExactly("Deze terugvordering is afgesloten, maar een boeking werd ongedaan gemaakt. Er staat weer 23,36 euro open: volg de betaling op.");
        assertThat(told("an")).isEmpty();

        pay("25.00");
        assertThat(told("nele")).containsExactly("Deze terugvordering is afgesloten en de onderneming betaalde 1,64 euro te veel. Betaal dat terug.");
        as("nele", () -> refundOverpayment.refund(dossier, new BigDecimal("1.64"), LocalDate.now(clock), null));
        assertThat(told("nele")).isEmpty();
    }

    @Test
    void what_went_to_the_service_that_collects_is_followed_there() {
        decided(LimitationKind.GEWOON);
        close("OVERGEDRAGEN_AAN_INVORDERING");
        watch.look();
        assertThat(told("nele")).isEmpty();
        on(LocalDate.of(2024, 12, 2));
        watch.look();
        assertThat(told("joke")).containsExactly(NEAR);
    }

    private void decided(LimitationKind kind) {
        opened(kind, "an");
        recoveries.decided(new BigDecimal("23.36"), dossier);
    }

    private void opened(LimitationKind kind, String handler) {
        dossier = as("an", () -> {
            String number = dossiers.open(new Dossiers.NewDossier("terugvordering", "TER", "Poets en Plooi bv", UNDERTAKING, "Gent", "AMBTSHALVE", START, handler, null));
            recoveries.open(number, UNDERTAKING, kind);
            computeRecovery.compute(number, List.of(new VoucherLine(YearMonth.of(2020, 5), 1, false, "Geen prestaties gevonden")));
            return number;
        });
    }

    private long pay(String amount) {
        return as("nele", () -> recordPayment.record(dossier, new BigDecimal(amount), LocalDate.now(clock), null));
    }

    private void close(String outcome) {
        as("an", () -> {
            dossiers.close(dossier, outcome, LocalDate.now(clock));
            return null;
        });
    }

    private List<String> told(String person) {
        return told(person, LocalDate.now(clock));
    }

    /** What the person reads at the start of the next week: nobody is disturbed in a weekend. */
    private List<String> told(String person, LocalDate today) {
        on(today.plusDays(7).with(java.time.DayOfWeek.WEDNESDAY));
        deliverAlerts.deliverDue();
        List<String> told = as(person, () -> myAlerts.list(10_000)).stream().filter(alert -> alert.dossier().equals(dossier)).map(MyAlerts.Alert::sentence).toList();
        on(today);
        return told;
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(10, 0), MovableClock.BRUSSELS));
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }
}
