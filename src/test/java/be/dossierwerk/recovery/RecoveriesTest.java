package be.dossierwerk.recovery;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.shared.InstalmentPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.deposit.Beneficiary;
import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.deposit.DepositMovement;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.DepositState;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.deposit.CounterMovement;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Recoveries from calculation to payment, plan, deposit, reduction and annulment, on a real PostgreSQL. */
class RecoveriesTest {

    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 12);
    private static final String UNDERTAKING = "0403170701";
    private static final YearMonth MAY = YearMonth.of(2020, 5);

    @Configuration
    @EnableTransactionManagement
    @ComponentScan(basePackages = {"be.dossierwerk.recovery", "be.dossierwerk.deposit"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(ui|process)\\..*|.*Test.*|"
                    + ".*\\.(StartRecovery|FollowRecovery|CourseLetters|FollowLedger|EnterLines|ReviewCalculation|RecoveryProcedure|MissedInstalments|WatchRecoveries|"
                    + "AnnulRecovery|RecoveryRulings|ContestedRecovery)"))
    static class Modules { }

    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static int serial;

    @BeforeAll
    static void boot() throws Exception {
        DataSource data = OwnDatabase.migrated();
        clock = new MovableClock();
        Dossiers dossiers = mock(Dossiers.class);
        when(dossiers.get(anyString())).thenAnswer(asked -> {
            if (asked.getArgument(0).equals("DC-TER-1999-00001")) {
                throw new Refused("dossier.unknown", asked.<String>getArgument(0));
            }
            return null;
        });
        DecisionTables tables = mock(DecisionTables.class);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Dossiers.class, () -> dossiers);
        spring.registerBean(DecisionTables.class, () -> tables);
        // No recovery of this test is suspended.
        spring.registerBean(Terms.class, () -> mock(Terms.class));
        spring.register(CurrentActor.class, AuditLog.class, Modules.class);
        spring.refresh();
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    @BeforeEach
    void today() {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
    }

    @Test
    void vouchers_without_work_are_computed_stored_and_compared() {
        String dossier = opened();
        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.GEOPEND);
        refused("recovery.not-computed", AN, () -> bean(Recoveries.class).recompute(dossier));
        Calculation computed = as(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(MAY, 100),
                new VoucherLine(MAY.plusMonths(1), 40, true, "Loonfiches van juni"))));

        assertThat(computed.total()).isEqualTo("2336.00");
        assertThat(standing(dossier).calculation()).isEqualTo(computed);
        assertThat(bean(Recoveries.class).lines(dossier)).extracting(line -> line.amount().toString()).containsExactly("2336.00", "0.00");
        assertThat(as(NELE, () -> bean(Recoveries.class).recompute(dossier)).same()).isTrue();
        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.BEREKEND);
        assertThat(history(dossier)).containsExactly("Dossierwerk opende een terugvordering van onderneming 0403.170.701.",
                "An Peeters berekende de terugvordering: 2.336,00 euro.");
    }

    @Test
    void a_month_without_a_rate_waits_for_a_person_and_stores_nothing() {
        String dossier = opened();
        Refused refused = catchThrowableOfType(Refused.class, () -> as(AN, () -> bean(ComputeRecovery.class).compute(dossier,
                List.of(unproven(MAY, 1), unproven(YearMonth.of(2001, 12), 1)))));

        assertThat(refused).hasMessage("recovery.no-rate");
        assertThat(refused.args()).containsExactly("12/2001");
        assertThat(standing(dossier).calculation()).isNull();
    }

    @Test
    void a_rate_that_changes_later_is_seen_before_the_decision() {
        YearMonth month = YearMonth.of(2010, 3);
        rate(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31), "13.30", "7.50");
        String dossier = opened();
        as(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(month, 10))));
        rate(LocalDate.of(2010, 3, 1), LocalDate.of(2010, 3, 31), "13.305", "7.50");

        Recoveries.Comparison comparison = as(AN, () -> bean(Recoveries.class).recompute(dossier));
        assertThat(comparison.same()).isFalse();
        assertThat(comparison.stored().total()).isEqualTo("208.00");
        assertThat(comparison.recomputed().total()).isEqualTo("208.05");
        refused("recovery.calculation-changed", AN, () -> decide(dossier, "208.00"));
        as(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(month, 10))));
        decide(dossier, "208.05");
        assertThat(bean(Recoveries.class).balance(dossier)).isEqualTo("208.05");
        refused("recovery.no-rate", AN, () -> bean(ComputeRecovery.class).compute(opened(), List.of(unproven(YearMonth.of(2010, 4), 1))));
    }

    @Test
    void wrong_lines_and_rates_name_every_field() {
        String dossier = opened();
        refused("recovery.lines.none", AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of()));
        assertThat(fields(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(new VoucherLine(YearMonth.of(2024, 4), 0, false, " "),
                new VoucherLine(null, 1_000_001, true, null))))).containsExactly("lines[0].month", "lines[0].vouchers", "lines[0].evidence",
                "lines[1].month", "lines[1].vouchers", "lines[1].evidence");
        assertThat(fields(JOKE, () -> {
            bean(RecordVoucherRate.class).record(new VoucherRate(LocalDate.of(2022, 1, 2), LocalDate.of(2022, 6, 29), new BigDecimal("1.00001"), BigDecimal.ZERO, ""));
            return null;
        })).containsExactly("validFrom", "validTo", "intervention", "purchasePrice", "source");
    }

    @Test
    void the_decision_takes_over_the_calculation_to_the_cent_and_once() {
        String dossier = opened();
        as(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(MAY, 100))));
        refused("recovery.other-amount", AN, () -> decide(dossier, "2335.99"));
        decide(dossier, "2336.00");

        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.TE_BETALEN);
        refused("recovery.decided", AN, () -> decide(dossier, "2336.00"));
        refused("recovery.decided", AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(MAY, 1))));
        refused("recovery.exists", AN, () -> open(dossier));
        refused("dossier.unknown", AN, () -> open("DC-TER-1999-00001"));
        assertThatThrownBy(() -> bean(Recoveries.class).open(next(), "0403170702")).hasMessage("recovery.enterprise-number");
    }

    @Test
    void a_payment_too_much_is_shown_and_refunded() {
        String dossier = decided(100);
        as(NELE, () -> pay(dossier, "2336.50"));

        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.TERUG_TE_BETALEN);
        assertThat(standing(dossier).overpaid()).isEqualTo("0.50");
        assertThat(history(dossier)).last().isEqualTo("Nele Hermans noteerde een betaling van 2.336,50 euro op dinsdag 12 maart 2024. De onderneming krijgt 0,50 euro terug.");
        refused("recovery.more-than-overpaid", NELE, () -> refund(dossier, "0.51"));
        assertThat(bean(Recoveries.class).openFor(UNDERTAKING)).extracting(RecoveryStanding::dossier).contains(dossier);
        as(NELE, () -> refund(dossier, "0.50"));
        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.VOLDAAN);
        assertThat(bean(Recoveries.class).openFor("0403.170.701")).extracting(RecoveryStanding::dossier).doesNotContain(dossier);
    }

    @Test
    void a_plan_adds_up_and_tells_what_is_overdue_as_time_goes_by() {
        String dossier = decided(100);
        List<Instalment> three = InstalmentPlan.spread(new BigDecimal("2336.00"), 3, LocalDate.of(2024, 3, 31));
        refused("shared.plan.sum", AN, () -> agree(dossier, three.subList(0, 2)));
        assertThat(fields(AN, () -> agree(dossier, List.of(new Instalment(TODAY.minusDays(1), BigDecimal.TEN), new Instalment(TODAY, BigDecimal.ZERO),
                new Instalment(TODAY, BigDecimal.ONE))))).containsExactly("instalments[0].dueOn", "instalments[1].amount", "instalments[2].dueOn");
        as(AN, () -> agree(dossier, three));
        as(NELE, () -> pay(dossier, "800.00"));

        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.AFBETALING);
        assertThat(bean(Recoveries.class).plan(dossier).orElseThrow().items()).extracting(item -> item.paid() + " " + item.overdue())
                .containsExactly("778.66 false", "21.34 false", "0.00 false");
        clock.moveTo(ZonedDateTime.of(LocalDate.of(2024, 5, 1).atStartOfDay(), MovableClock.BRUSSELS));
        assertThat(bean(Recoveries.class).plan(dossier).orElseThrow().overdue()).isEqualTo("757.32");
        as(AN, () -> agree(dossier, List.of(new Instalment(LocalDate.of(2024, 6, 1), new BigDecimal("1536")))));
        assertThat(bean(Recoveries.class).plan(dossier).orElseThrow().overdue()).isEqualTo("0.00");
        refused("recovery.nothing-due", AN, () -> agree(opened(), three));
    }

    @Test
    void pending_interventions_are_set_off_up_to_the_debt() {
        String dossier = decided(100);
        refused("recovery.more-than-due", NELE, () -> bean(SetOff.class).setOff(dossier, new BigDecimal("2336.01"), "Betaling week 11"));
        refused("recovery.reason", NELE, () -> bean(SetOff.class).setOff(dossier, BigDecimal.TEN, " "));
        as(NELE, () -> bean(SetOff.class).setOff(dossier, new BigDecimal("2336.00"), "Betaling week 11"));

        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.VOLDAAN);
    }

    @Test
    void a_call_on_the_deposit_stands_in_both_ledgers_and_is_undone_in_both() {
        String dossier = decided(100);
        String recognition = "DC-ERK-2024-%05d".formatted(++serial);
        bean(Deposits.class).received(new Deposits.Payment(recognition, UNDERTAKING, new BigDecimal("2000"), TODAY, null));
        refused("deposit.more-than-balance", NELE, () -> bean(CallOnDeposit.class).call(dossier, recognition, new BigDecimal("2000.01")));
        refused("recovery.more-than-due", NELE, () -> bean(CallOnDeposit.class).call(dossier, recognition, new BigDecimal("2336.01")));
        refused("recovery.other-undertaking", NELE, () -> bean(CallOnDeposit.class).call(dossier, "DC-ERK-1999-00001", BigDecimal.TEN));
        long entry = as(NELE, () -> bean(CallOnDeposit.class).call(dossier, recognition, new BigDecimal("2000")));

        assertThat(standing(dossier).balance()).isEqualTo("336.00");
        assertThat(deposit(recognition).state()).isEqualTo(DepositState.UITGEPUT);
        DepositMovement movement = deposit(recognition).movements().get(2);
        assertThat(movement.authority()).isEqualTo(dossier);
        refused("deposit.linked", NELE, () -> bean(CounterMovement.class).counter(recognition, movement.id(), recognition, "Alleen hier"));
        as(JOKE, () -> counter(dossier, entry, "Verkeerde onderneming"));
        assertThat(standing(dossier).balance()).isEqualTo("2336.00");
        assertThat(deposit(recognition).balance()).isEqualTo("2000.00");
        refused("recovery.countered", JOKE, () -> counter(dossier, entry, "Nog eens"));
    }

    /** Vouchers of each recovery at 23.36 euro, oldest first; the deposit; what is owed to social security and the department; what each recovery got; the rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "100         | 25000.00 | 0        | 2336.00 | 2336.00              | 22664.00",
            "100         | 2335.99  | 0        | 2336.00 | 2335.99              | 0.00",
            "100         | 1000.00  | 999.99   | 2336.00 | 0.01                 | 0.00",
            "100         | 1000.00  | 1000.00  | 2336.00 | 0.00                 | 0.00",
            "1, 2, 3     | 100.00   | 0        | 140.16  | 23.36, 46.72, 29.92  | 0.00",
            "1, 2, 3     | 25000.00 | 1200.55  | 140.16  | 23.36, 46.72, 70.08  | 23659.29",
            "1, 2        | 25000.00 | 0        | 30.03   | 23.36, 6.67          | 24969.97",
            "1           | 25000.00 | 0        | 100.00  | 23.36                | 24900.00",
            "1           | 25000.00 | 0        | 0.00    | 0.00                 | 25000.00"})
    void a_settled_deposit_pays_the_recoveries_in_both_ledgers_and_is_undone_in_both(String vouchers, String deposited, String socialSecurity, String department,
            String got, String rest) {
        when(bean(DecisionTables.class).ask(anyString(), anyString(), anyMap())).thenReturn(List.of(Map.of("volgorde", "RSZ, DEPARTEMENT, FISCUS", "bestemming", "ONDERNEMING",
                "grond", "Proef")));
        String undertaking = enterpriseNumber();
        List<String> dossiers = new ArrayList<>();
        for (String each : vouchers.split(", *")) {
            dossiers.add(decidedOf(undertaking, Integer.parseInt(each)));
        }
        List<BigDecimal> before = dossiers.stream().map(dossier -> standing(dossier).due()).toList();
        // One that is not decided and one of somebody else are left alone.
        String undecided = next();
        bean(Recoveries.class).open(undecided, undertaking);
        String stranger = decided(1);
        String recognition = "DC-ERK-2024-%05d".formatted(++serial);
        String ending = "DC-INV-2024-%05d".formatted(++serial);
        bean(Deposits.class).received(new Deposits.Payment(recognition, undertaking, new BigDecimal(deposited), TODAY, null));
        bean(Deposits.class).release(recognition, DepositEnd.VOLUNTARY, new Debts(new BigDecimal(socialSecurity), new BigDecimal(department), BigDecimal.ZERO), ending,
                "Einde");

        String[] each = got.split(", *");
        for (int i = 0; i < dossiers.size(); i++) {
            RecoveryStanding standing = standing(dossiers.get(i));
            assertThat(standing.sum(Kind.WAARBORG)).isEqualTo(each[i]);
            assertThat(standing.due()).isEqualTo(before.get(i).subtract(new BigDecimal(each[i])));
            // Both halves of each payment are the same amount, from the same deposit.
            standing.entries().stream().filter(entry -> entry.kind() == Kind.WAARBORG).forEach(entry -> assertThat(deposit(recognition).movements())
                    .filteredOn(movement -> movement.id() == entry.depositMovement()).singleElement().satisfies(movement -> {
                        assertThat(movement.amount()).isEqualTo(entry.amount());
                        assertThat(movement.linked()).isTrue();
                        refused("deposit.linked", NELE, () -> bean(CounterMovement.class).counter(recognition, movement.id(), recognition, "Alleen hier"));
                    }));
        }
        assertThat(deposit(recognition).balance()).isEqualTo("0.00");
        assertThat(deposit(recognition).movements().stream().filter(movement -> movement.to() == Beneficiary.ONDERNEMING).map(DepositMovement::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)).isEqualTo(rest);
        assertThat(standing(undecided).entries()).isEmpty();
        assertThat(standing(stranger).balance()).isEqualTo("23.36");

        bean(Deposits.class).undo(recognition, ending, "De beslissing is vernietigd.");
        bean(Deposits.class).undo(recognition, ending, "Nog eens.");
        for (int i = 0; i < dossiers.size(); i++) {
            assertThat(standing(dossiers.get(i)).due()).isEqualTo(before.get(i));
        }
        assertThat(deposit(recognition).balance()).isEqualTo(deposited);
    }

    @Test
    void a_payment_by_a_settled_deposit_can_be_undone_from_the_recovery_alone() {
        when(bean(DecisionTables.class).ask(anyString(), anyString(), anyMap())).thenReturn(List.of(Map.of("volgorde", "RSZ, DEPARTEMENT, FISCUS", "bestemming", "SCHATKIST", "grond", "Proef")));
        String undertaking = enterpriseNumber();
        String dossier = decidedOf(undertaking, 10);
        String recognition = "DC-ERK-2024-%05d".formatted(++serial);
        String ending = "DC-INB-2024-%05d".formatted(++serial);
        bean(Deposits.class).received(new Deposits.Payment(recognition, undertaking, new BigDecimal("233.61"), TODAY, null));
        bean(Deposits.class).release(recognition, DepositEnd.NON_COMPLIANCE, new Debts(BigDecimal.ZERO, new BigDecimal("233.60"), BigDecimal.ZERO), ending, null);
        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.VOLDAAN);
        long entry = standing(dossier).entries().get(1).id();
        as(NELE, () -> counter(dossier, entry, "Verkeerde terugvordering"));
        assertThat(standing(dossier).due()).isEqualTo("233.60");
        assertThat(deposit(recognition).balance()).isEqualTo("233.60");
        // The whole is undone later: what was undone before is not undone twice.
        bean(Deposits.class).undo(recognition, ending, "Vernietigd");
        assertThat(standing(dossier).due()).isEqualTo("233.60");
        assertThat(deposit(recognition).balance()).isEqualTo("233.61");
    }

    @Test
    void a_settlement_that_fails_half_way_leaves_both_ledgers_as_they_were() {
        when(bean(DecisionTables.class).ask(anyString(), anyString(), anyMap())).thenReturn(List.of(Map.of("volgorde", "RSZ, DEPARTEMENT, FISCUS", "bestemming", "SCHATKIST", "grond", "Proef")));
        String undertaking = enterpriseNumber();
        String dossier = decidedOf(undertaking, 10);
        String recognition = "DC-ERK-2024-%05d".formatted(++serial);
        bean(Deposits.class).received(new Deposits.Payment(recognition, undertaking, new BigDecimal("500"), TODAY, null));
        TransactionTemplate transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            bean(Deposits.class).release(recognition, DepositEnd.NON_COMPLIANCE, new Debts(BigDecimal.ZERO, new BigDecimal("233.60"), BigDecimal.ZERO), recognition, null);
            throw new IllegalStateException("What follows fails");
        })).hasMessage("What follows fails");
        assertThat(standing(dossier).due()).isEqualTo("233.60");
        assertThat(deposit(recognition).balance()).isEqualTo("500.00");
    }

    @Test
    void a_debt_is_waived_by_two_people_with_a_reason() {
        String dossier = decided(100);
        refused("recovery.reason", JOKE, () -> bean(ProposeReduction.class).propose(dossier, BigDecimal.TEN, ""));
        refused("recovery.more-than-due", JOKE, () -> bean(ProposeReduction.class).propose(dossier, new BigDecimal("2336.01"), "Te veel"));
        long proposal = as(JOKE, () -> bean(ProposeReduction.class).propose(dossier, new BigDecimal("2336.00"), "Overmacht door brand"));
        assertThat(standing(dossier).balance()).isEqualTo("2336.00");
        assertThat(bean(Recoveries.class).openReductions(dossier)).extracting(Reduction::proposedByName).containsExactly("Joke Claes");
        refused("recovery.four-eyes", JOKE, () -> bean(ReduceRecovery.class).reduce(proposal));
        refused("security.role-missing", NELE, () -> bean(ReduceRecovery.class).reduce(proposal));
        as(TOM, () -> bean(ReduceRecovery.class).reduce(proposal));

        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.KWIJTGESCHOLDEN);
        refused("recovery.reduction-decided", TOM, () -> bean(ReduceRecovery.class).reduce(proposal));
        assertThat(history(dossier)).last().isEqualTo("Tom Willems verminderde de terugvordering met 2.336,00 euro, zoals Joke Claes voorstelde.");
    }

    @Test
    void a_reduction_that_is_rejected_or_too_large_by_now_changes_nothing() {
        String dossier = decided(100);
        long rejected = as(JOKE, () -> bean(ProposeReduction.class).propose(dossier, BigDecimal.TEN, "Vraag van de onderneming"));
        as(TOM, () -> reject(rejected, "Geen grond"));
        refused("recovery.reduction-decided", TOM, () -> bean(ReduceRecovery.class).reduce(rejected));
        refused("recovery.reduction-decided", TOM, () -> reject(rejected, "Nog eens"));
        long late = as(JOKE, () -> bean(ProposeReduction.class).propose(dossier, new BigDecimal("2000"), "Overmacht"));
        as(NELE, () -> pay(dossier, "1000"));

        refused("recovery.more-than-due", TOM, () -> bean(ReduceRecovery.class).reduce(late));
        assertThat(standing(dossier).balance()).isEqualTo("1336.00");
    }

    @Test
    void an_annulled_decision_makes_what_was_paid_refundable() {
        String dossier = decided(100);
        as(NELE, () -> pay(dossier, "500"));
        long decision = standing(dossier).decision().orElseThrow().id();
        as(JOKE, () -> counter(dossier, decision, "Arrest van de arbeidsrechtbank"));

        assertThat(standing(dossier).overpaid()).isEqualTo("500.00");
        assertThat(standing(dossier).entries()).extracting(RecoveryEntry::kind).containsExactly(Kind.VASTGESTELD, Kind.BETALING, Kind.TEGENGEBOEKT);
        assertThat(history(dossier)).last().isEqualTo("De beslissing tot terugvordering van 2.336,00 euro is vernietigd. De onderneming moet niets meer betalen; "
                + "het departement moet 500,00 euro terugbetalen.");
        assertThatThrownBy(() -> bean(Recoveries.class).annulled(dossier, "Nog eens")).hasMessage("recovery.not-decided");
        as(NELE, () -> refund(dossier, "500"));
        assertThat(standing(dossier).state()).isEqualTo(RecoveryState.VERNIETIGD);
    }

    @ParameterizedTest
    @CsvSource({Roles.HANDLER + ", 1000", Roles.FINANCE + ", 0110", Roles.LAWYER + ", 0011", Roles.TEAM_LEAD + ", 0001", Roles.INTAKE + ", 0000",
            Roles.AUDITOR + ", 0000"})
    void each_role_does_its_own_part(String role, String may) {
        String dossier = decided(100);
        Actor person = new Actor("p", "Persoon", Set.of(role));
        long payment = as(NELE, () -> pay(dossier, "1"));
        String fresh = opened();

        assertThat((allowed(person, () -> bean(ComputeRecovery.class).compute(fresh, List.of(unproven(MAY, 1)))) ? "1" : "0")
                + (allowed(person, () -> pay(dossier, "1")) ? "1" : "0")
                + (allowed(person, () -> counter(dossier, payment, "Fout")) ? "1" : "0")
                + (allowed(person, () -> bean(ProposeReduction.class).propose(dossier, BigDecimal.ONE, "Reden")) ? "1" : "0")).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recovery", "recovery_calculation", "recovery_line", "recovery_entry", "recovery_reduction", "recovery_reduction_rejection",
            "instalment_plan", "instalment", "voucher_rate", "limitation_term"})
    void the_database_changes_and_deletes_nothing(String table) {
        String column = bean(JdbcClient.class).sql("select column_name from information_schema.columns where table_name = ? and ordinal_position = 2")
                .param(table).query(String.class).single();
        for (String statement : List.of("delete from " + table, "update " + table + " set " + column + " = " + column, "truncate " + table + " cascade")) {
            assertThatThrownBy(() -> bean(JdbcClient.class).sql(statement).update()).as(statement).hasMessageContaining("never changed or deleted");
        }
    }

    @Test
    void the_database_itself_asks_for_a_second_person() {
        String dossier = decided(100);
        long proposal = as(JOKE, () -> bean(ProposeReduction.class).propose(dossier, BigDecimal.ONE, "Reden"));

        assertThatThrownBy(() -> bean(JdbcClient.class).sql("""
                insert into recovery_entry (dossier, kind, amount, valued_on, reduction, proposed_by, recorded_at, recorded_by, recorded_by_name)
                values (?, 'VERMINDERING', 1, current_date, ?, 'joke', now(), 'joke', 'Joke Claes')""").params(dossier, proposal).update())
                .hasMessageContaining("recovery_entry_reduced_by_two_people");
    }

    @Test
    void any_sequence_of_entries_reconciles_to_the_cent() {
        Random random = new Random(20240312);
        for (int run = 0; run < 6; run++) {
            String dossier = decided(100 + random.nextInt(400));
            String recognition = "DC-ERK-2024-%05d".formatted(++serial);
            bean(Deposits.class).received(new Deposits.Payment(recognition, UNDERTAKING, new BigDecimal("25000"), TODAY, null));
            long owed = cents(standing(dossier).balance());
            long onDeposit = 2_500_000;
            List<long[]> undoable = new ArrayList<>();
            for (int step = 0; step < 25; step++) {
                long sum = 1 + random.nextInt(400_000);
                BigDecimal amount = BigDecimal.valueOf(sum, 2);
                boolean fits = sum <= Math.max(owed, 0);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        undoable.add(new long[] {as(NELE, () -> pay(dossier, amount.toPlainString())), -sum, 0});
                        owed -= sum;
                    }
                    case 1 -> {
                        if (fits) {
                            undoable.add(new long[] {as(NELE, () -> bean(SetOff.class).setOff(dossier, amount, "Week")), -sum, 0});
                            owed -= sum;
                        } else {
                            refused("recovery.more-than-due", NELE, () -> bean(SetOff.class).setOff(dossier, amount, "Week"));
                        }
                    }
                    case 2 -> {
                        if (fits && sum <= onDeposit) {
                            undoable.add(new long[] {as(NELE, () -> bean(CallOnDeposit.class).call(dossier, recognition, amount)), -sum, sum});
                            owed -= sum;
                            onDeposit -= sum;
                        }
                    }
                    case 3 -> {
                        if (sum <= -owed) {
                            undoable.add(new long[] {as(NELE, () -> refund(dossier, amount.toPlainString())), sum, 0});
                            owed += sum;
                        } else {
                            refused("recovery.more-than-overpaid", NELE, () -> refund(dossier, amount.toPlainString()));
                        }
                    }
                    default -> {
                        if (!undoable.isEmpty()) {
                            long[] undone = undoable.remove(random.nextInt(undoable.size()));
                            as(NELE, () -> counter(dossier, undone[0], "Fout"));
                            owed -= undone[1];
                            onDeposit += undone[2];
                        }
                    }
                }
                assertThat(cents(standing(dossier).balance())).isEqualTo(owed);
                assertThat(cents(deposit(recognition).balance())).isEqualTo(onDeposit);
            }
        }
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    private static String opened() {
        String dossier = next();
        open(dossier);
        return dossier;
    }

    private static Void open(String dossier) {
        bean(Recoveries.class).open(dossier, "0403.170.701");
        return null;
    }

    /** A valid number that no other test uses. */
    private static String enterpriseNumber() {
        int first = 5_000_000 + ++serial;
        return "0%07d%02d".formatted(first, 97 - first % 97);
    }

    private static String decidedOf(String undertaking, int vouchers) {
        String dossier = next();
        bean(Recoveries.class).open(dossier, undertaking);
        Calculation calculation = as(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(MAY, vouchers))));
        decide(dossier, calculation.total().toPlainString());
        return dossier;
    }

    private static String decided(int vouchers) {
        String dossier = opened();
        Calculation calculation = as(AN, () -> bean(ComputeRecovery.class).compute(dossier, List.of(unproven(MAY, vouchers))));
        decide(dossier, calculation.total().toPlainString());
        return dossier;
    }

    private static Void decide(String dossier, String amount) {
        bean(Recoveries.class).decided(new BigDecimal(amount), dossier);
        return null;
    }

    private static void rate(LocalDate from, LocalDate to, String intervention, String purchase) {
        as(JOKE, () -> {
            bean(RecordVoucherRate.class).record(new VoucherRate(from, to, new BigDecimal(intervention), new BigDecimal(purchase), "Proefbron"));
            return null;
        });
    }

    private static VoucherLine unproven(YearMonth month, int vouchers) {
        return new VoucherLine(month, vouchers, false, "Geen prestaties gevonden");
    }

    private static long pay(String dossier, String amount) {
        return bean(RecordPayment.class).record(dossier, new BigDecimal(amount), LocalDate.now(clock), "+++123/4567/89012+++");
    }

    private static long refund(String dossier, String amount) {
        return bean(RefundOverpayment.class).refund(dossier, new BigDecimal(amount), LocalDate.now(clock), null);
    }

    private static Void agree(String dossier, List<Instalment> instalments) {
        bean(AgreeInstalments.class).agree(dossier, instalments);
        return null;
    }

    private static Void counter(String dossier, long entry, String reason) {
        bean(CounterEntry.class).counter(dossier, entry, reason);
        return null;
    }

    private static Void reject(long proposal, String reason) {
        bean(RejectReduction.class).reject(proposal, reason);
        return null;
    }

    private static DepositStanding deposit(String dossier) {
        return bean(Deposits.class).of(dossier).orElseThrow();
    }

    private static boolean allowed(Actor actor, Supplier<?> work) {
        try {
            as(actor, work);
            return true;
        } catch (Refused refused) {
            assertThat(refused).hasMessage("security.role-missing");
            return false;
        }
    }

    private static List<String> fields(Actor actor, Supplier<?> work) {
        return catchThrowableOfType(Refused.class, () -> as(actor, work)).fields().stream().map(Refused.Field::name).toList();
    }

    private static void refused(String key, Actor actor, Supplier<?> work) {
        assertThatThrownBy(() -> as(actor, work)).isInstanceOf(Refused.class).hasMessage(key);
    }

    private static List<String> history(String dossier) {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private static RecoveryStanding standing(String dossier) {
        return bean(Recoveries.class).of(dossier).orElseThrow();
    }

    private static String next() {
        return "DC-TER-2024-%05d".formatted(++serial);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return bean(CurrentActor.class).as(actor, work);
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }
}
