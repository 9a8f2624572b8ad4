package be.dossierwerk.trainingbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.payment.PayableBalances.Balance;
import be.dossierwerk.payment.PayableBalances;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The budget of a year from proposal to payment, with letters and newcomers, on a real PostgreSQL; every test has a year of its own. */
class TrainingBudgetTest {

    private static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final Actor BOTH = new Actor("bo", "Bo Maes", Set.of(Roles.TEAM_LEAD, Roles.FINANCE));
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    // The beans are proxies that ask for a transaction; a test speaks to what is behind them.
    private static final Processes PROCESSES = mock(Processes.class);
    private static final SendApplicantLetter SENDER = mock(SendApplicantLetter.class);
    private static final PayableBalances BANK = mock(PayableBalances.class);
    private static final String BIG = "0403170701";
    private static final String SMALL = "0417497106";
    private static final String LEFT = "0206731645";
    private static final String NEW = "0447042986";

    @Configuration
    @EnableTransactionManagement
    @ComponentScan(basePackages = "be.dossierwerk.trainingbudget", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(ui|process)\\..*|.*Test.*"))
    static class Module { }

    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static int lastYear = 2030;

    private int year;

    @BeforeAll
    static void boot() throws Exception {
        DataSource data = OwnDatabase.migrated();
        clock = new MovableClock();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/trainingbudget");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        Terms terms = mock(Terms.class);
        spring.registerBean(Terms.class, () -> terms);
        spring.registerBean(Processes.class, () -> PROCESSES);
        spring.registerBean(SendApplicantLetter.class, () -> SENDER);
        spring.registerBean(PayableBalances.class, () -> BANK);
        spring.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
        spring.registerBean(InventedDossiers.class);
        // Of these modules only the classes that are asked something; their constructors are their own business.
        for (String name : List.of("be.dossierwerk.activity.VoucherActivity", "be.dossierwerk.parameter.DatedParameters", "be.dossierwerk.parameter.RecordParameter", "be.dossierwerk.recognition.Recognitions")) {
            spring.registerBean(Class.forName(name));
        }
        spring.register(CurrentActor.class, AuditLog.class, Texts.class, Module.class);
        spring.refresh();
        undertaking("DC-ERK-2019-00001", BIG, "Poets bv", "2019-05-01", null);
        undertaking("DC-ERK-2019-00002", SMALL, "Strijk vzw", "2019-05-01", null);
        undertaking("DC-ERK-2019-00003", LEFT, "Weg nv", "2019-05-01", "2020-06-01");
    }

    /** Numbers as the dossier module gives them. */
    static class InventedDossiers extends Dossiers {

        InventedDossiers(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, java.time.Clock clock) {
            super(jdbc, currentActor, audit, clock);
        }
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    /** Each test in the January of a new year, with figures of the year before. */
    @BeforeEach
    void newYear() {
        lastYear += 2;
        year = lastYear;
        clock.moveTo(ZonedDateTime.of(LocalDate.of(year, 1, 6).atTime(14, 2), MovableClock.BRUSSELS));
        doNothing().when(SENDER).send(anyString(), anyString(), anyString(), any());
        clearInvocations(SENDER, PROCESSES);
        when(BANK.of(any())).thenReturn(Map.of());
        figures(year - 1, Map.of(BIG, 30_000, SMALL, 1_999, LEFT, 10_000));
    }

    @Test
    void the_proposal_follows_figures_recognitions_and_parameters_and_says_why() {
        parameters("100000.00", "10000.00");
        start();
        BudgetVersion version = propose();

        // 90 000 x 30 000 / 41 999: the share of who has no budget stays unspent.
        assertThat(shares(version)).containsExactlyInAnyOrder("Poets bv AANDEEL 64287.24", "Strijk vzw ONDER_DREMPEL 0.00", "Weg nv NIET_ERKEND 0.00");
        assertThat(version.granted()).isEqualTo("64287.24");
        assertThat(version.left()).isEqualTo("35712.76");
        assertThat(version.allVouchers()).isEqualTo(41_999);
        assertThat(bean(BudgetOverview.class).shares(version.id(), "poets", null, 0, 10)).singleElement().satisfies(share -> {
            assertThat(share.sentence()).contains("30.000 dienstencheques");
            assertThat(share.sums()).contains("× 30.000 ÷ 41.999 cheques").endsWith("afgerond 64.287,24 euro");
        });
        assertThat(bean(BudgetOverview.class).shares(version.id(), "0417.497", Basis.ONDER_DREMPEL, 0, 10)).hasSize(1);
        assertThat(bean(BudgetOverview.class).shares(version.id(), "", Basis.NIEUW, 0, 10)).isEmpty();
        assertThat(history(version.dossier())).last().isEqualTo("Tom Willems stelde versie 1 van de verdeling voor, met de erkenningen op "
                + be.dossierwerk.shared.Dates.prose(LocalDate.of(year, 1, 6)) + ": 64.287,24 euro voor 1 onderneming.");
    }

    @Test
    void the_same_input_gives_no_new_version_and_other_input_another_print() {
        parameters("100000.00", "10000.00");
        start();
        BudgetVersion one = propose();
        assertThat(propose().version()).isEqualTo(one.version());
        parameters("100000.01", "10000.00");
        BudgetVersion two = propose();

        assertThat(two.version()).isEqualTo(2);
        assertThat(two.fingerprint()).hasSize(64).isNotEqualTo(one.fingerprint());
        assertThat(bean(BudgetOverview.class).versions(year)).extracting(BudgetVersion::granted).containsExactly(one.granted(), two.granted());
    }

    @Test
    void what_nobody_recorded_is_asked_of_a_person_and_never_zero() {
        start();
        Refused missing = catchThrowableOfType(Refused.class, () -> propose());
        assertThat(missing).hasMessage("trainingbudget.parameter-missing");
        assertThat(missing.args()[1]).isEqualTo("Totaal budget van het jaar, Reserve voor nieuwe ondernemingen");
        parameter(BudgetParameter.TOTAAL, "100000", true);
        assertThat(catchThrowableOfType(Refused.class, () -> propose()).args()[1]).isEqualTo("Reserve voor nieuwe ondernemingen");
        parameter(BudgetParameter.RESERVE, "100000.01", true);
        refused("trainingbudget.reserve-above-total", TOM, this::propose);

        assertThat(bean(BudgetOverview.class).versions(year)).isEmpty();
        assertThat(bean(BudgetOverview.class).current(year)).isEmpty();
    }

    @Test
    void a_year_with_a_missing_month_is_not_shared_out() {
        lastYear += 2;
        year = lastYear;
        clock.moveTo(ZonedDateTime.of(LocalDate.of(year, 1, 6).atTime(14, 2), MovableClock.BRUSSELS));
        parameters("100000.00", "10000.00");
        start();
        refused("activity.months.missing", TOM, this::propose);
    }

    @Test
    void only_the_right_people_start_propose_and_record_and_never_the_same_one() {
        parameters("100000.00", "10000.00");
        refused("security.role-missing", AN, () -> bean(StartBudgetYear.class).start(year));
        refused("trainingbudget.year", TOM, () -> bean(StartBudgetYear.class).start(year + 1));
        refused("trainingbudget.unknown-year", TOM, () -> bean(ProposeBudget.class).propose(year, today()));
        String dossier = start();
        assertThat(start()).isEqualTo(dossier);
        verify(PROCESSES, times(1)).start(eq("opleidingsbudget"), eq(dossier), any());
        refused("security.role-missing", NELE, () -> bean(ProposeBudget.class).propose(year, today()));
        refused("trainingbudget.reference", TOM, () -> bean(ProposeBudget.class).propose(year, today().plusDays(1)));
        refused("trainingbudget.reference", TOM, () -> bean(ProposeBudget.class).propose(year, LocalDate.of(year - 1, 12, 31)));
        refused("trainingbudget.not-proposed", NELE, () -> record("VAK-1"));
        as(BOTH, () -> bean(ProposeBudget.class).propose(year, today()));
        refused("trainingbudget.four-eyes", BOTH, () -> record("VAK-1"));
        refused("security.role-missing", TOM, () -> record("VAK-1"));
        refused("trainingbudget.commitment-number", NELE, () -> record(" "));
        as(NELE, () -> record("VAK-1"));
        refused("trainingbudget.recorded", NELE, () -> record("VAK-1"));
        refused("trainingbudget.recorded", TOM, this::propose);
        assertThat(history(dossier)).last().isEqualTo("Nele Hermans keek versie 1 van de verdeling na en legde 64.287,24 euro vast, met vastleggingsnummer VAK-1. "
                + "Er vertrekt een brief naar 2 erkende ondernemingen.");
    }

    @Test
    void each_january_starts_its_year_by_itself_and_once() {
        clock.moveTo(ZonedDateTime.of(LocalDate.of(year, 2, 1).atTime(0, 30), MovableClock.BRUSSELS));
        bean(StartBudgetYear.class).eachJanuary();
        assertThat(bean(BudgetOverview.class).dossier(year)).isEmpty();
        clock.moveTo(ZonedDateTime.of(LocalDate.of(year, 1, 31).atTime(23, 30), MovableClock.BRUSSELS));
        bean(StartBudgetYear.class).eachJanuary();
        bean(StartBudgetYear.class).eachJanuary();

        String dossier = bean(BudgetOverview.class).dossier(year).orElseThrow();
        verify(PROCESSES, times(1)).start(eq("opleidingsbudget"), eq(dossier), any());
        assertThat(history(dossier)).first().asString().startsWith("Dossierwerk opende dit dossier voor Opleidingsbudget " + year);
    }

    @Test
    void a_proposal_whose_figures_changed_since_is_not_recorded() {
        parameters("100000.00", "10000.00");
        start();
        propose();
        supersede(year - 1, BIG, 31_000);
        refused("trainingbudget.inputs-changed", NELE, () -> record("VAK-1"));
        assertThat(bean(Budgets.class).of(BIG, year)).isEmpty();
        propose();
        as(NELE, () -> record("VAK-1"));
        assertThat(standing(BIG).granted()).isEqualTo("64885.22");
    }

    @Test
    void money_is_committed_paid_and_released_up_to_what_is_left() {
        recorded();
        assertThat(standing(BIG).left()).isEqualTo("64287.24");
        commit("DC-OFT-1", "60000.00");
        commit("DC-OFT-1", "60000.00");
        refused("trainingbudget.committed-other", NELE, () -> commit("DC-OFT-1", "60000.01"));
        Refused tooMuch = catchThrowableOfType(Refused.class, () -> commit("DC-OFT-2", "4287.25"));
        assertThat(tooMuch).hasMessage("trainingbudget.more-than-left");
        assertThat(tooMuch.args()).containsExactly("4.287,25 euro", "4.287,24 euro", String.valueOf(year));
        commit("DC-OFT-2", "4287.24");
        refused("trainingbudget.more-than-committed", NELE, () -> pay("DC-OFT-2", "4287.25"));
        refused("trainingbudget.more-than-committed", NELE, () -> pay("DC-OFT-3", "0.01"));
        pay("DC-OFT-1", "50000.00");
        pay("DC-OFT-1", "50000.00");
        refused("trainingbudget.paid-other", NELE, () -> pay("DC-OFT-1", "50000.01"));

        BudgetStanding standing = standing(BIG);
        assertThat(List.of(standing.granted(), standing.committed(), standing.paid(), standing.left()).toString()).isEqualTo("[64287.24, 14287.24, 50000.00, 0.00]");
        refused("trainingbudget.reason", NELE, () -> release("DC-OFT-1", " "));
        release("DC-OFT-1", "De rest is niet nodig");
        release("DC-OFT-1", "Nog eens");
        assertThat(standing(BIG).left()).isEqualTo("10000.00");
        assertThat(standing(BIG).movements()).extracting(BudgetMovement::kind)
                .containsExactly(Kind.TOEGEKEND, Kind.VASTGELEGD, Kind.VASTGELEGD, Kind.BETAALD, Kind.VRIJGEGEVEN);
        assertThat(history("DC-ERK-2019-00001")).last().isEqualTo("Op het opleidingsbudget van %d kwam 10.000,00 euro vrij die voor dossier DC-OFT-1 vastgelegd was.".formatted(year));
        assertThat(history("DC-OFT-1")).last().asString().endsWith("Het is het budget van onderneming 0403.170.701.");
        assertThat(bean(Budgets.class).concerning("DC-OFT-2")).extracting(BudgetStanding::enterpriseNumber).contains(BIG);
        BudgetOverview.Use use = bean(BudgetOverview.class).use(year);
        assertThat(List.of(use.granted(), use.committed(), use.paid()).toString()).isEqualTo("[64287.24, 4287.24, 50000.00]");
    }

    @Test
    void commitments_at_the_same_moment_never_take_more_than_there_is() throws Exception {
        recorded();
        CyclicBarrier together = new CyclicBarrier(6);
        ExecutorService six = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> claims = IntStream.range(0, 6).mapToObj(i -> (Callable<Boolean>) () -> {
                together.await();
                try {
                    commit("DC-OFT-9" + i, "20000.00");
                    return true;
                } catch (Refused refused) {
                    assertThat(refused).hasMessage("trainingbudget.more-than-left");
                    return false;
                }
            }).toList();
            int winners = 0;
            for (Future<Boolean> each : six.invokeAll(claims)) {
                winners += each.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(3);
            assertThat(standing(BIG).left()).isEqualTo("4287.24");
        } finally {
            six.shutdownNow();
        }
    }

    @Test
    void without_a_budget_nothing_can_be_committed() {
        recorded();
        refused("trainingbudget.no-budget", NELE, () -> bean(Budgets.class).commit(LEFT, year, "DC-OFT-1", BigDecimal.ONE));
        refused("trainingbudget.no-budget", NELE, () -> bean(Budgets.class).commit(BIG, year + 1, "DC-OFT-1", BigDecimal.ONE));
        refused("trainingbudget.more-than-left", NELE, () -> bean(Budgets.class).commit(SMALL, year, "DC-OFT-1", new BigDecimal("0.01")));
        assertThat(standing(SMALL).movements()).isEmpty();
        assertThat(standing(SMALL).sentence()).contains("geen opleidingsbudget voor u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "1000000000000"})
    void only_whole_cents_above_zero_are_money(String amount) {
        refused("trainingbudget.amount", NELE, () -> commit("DC-OFT-1", amount));
        refused("trainingbudget.amount", NELE, () -> pay("DC-OFT-1", amount));
    }

    @Test
    void a_counter_entry_undoes_a_movement_once_and_never_below_zero() {
        recorded();
        commit("DC-OFT-1", "100.00");
        pay("DC-OFT-1", "40.00");
        long granted = standing(BIG).movements().get(0).id();
        long committed = standing(BIG).movements().get(1).id();
        long paid = standing(BIG).movements().get(2).id();
        refused("security.role-missing", TOM, () -> counter(paid, "Fout"));
        refused("trainingbudget.below-zero", NELE, () -> counter(granted, "Fout"));
        refused("trainingbudget.below-zero", NELE, () -> counter(committed, "Fout"));
        refused("trainingbudget.movement-unknown", NELE, () -> counter(paid + 1_000, "Fout"));
        as(NELE, () -> counter(paid, "Verkeerde rekening"));
        assertThat(standing(BIG).committed("DC-OFT-1")).isEqualTo("100.00");
        refused("trainingbudget.countered", NELE, () -> counter(paid, "Fout"));
        refused("trainingbudget.counter-of-counter", NELE, () -> counter(standing(BIG).movements().get(3).id(), "Fout"));
        pay("DC-OFT-1", "45.00");
        assertThat(standing(BIG).paid()).isEqualTo("45.00");
        assertThat(standing(BIG).movements()).hasSize(5);
    }

    @Test
    void any_sequence_of_movements_reconciles_to_the_cent() {
        Random random = new Random(20310106);
        recorded();
        Map<String, long[]> books = new HashMap<>();
        long granted = 6_428_724;
        for (int step = 0; step < 150; step++) {
            String dossier = "DC-OFR-" + random.nextInt(12);
            long[] book = books.computeIfAbsent(dossier, key -> new long[2]);
            long cents = 1 + random.nextInt(1_500_000);
            String amount = BigDecimal.valueOf(cents, 2).toPlainString();
            long left = granted - books.values().stream().mapToLong(each -> each[0] + each[1]).sum();
            switch (random.nextInt(3)) {
                case 0 -> {
                    if (book[0] + book[1] > 0) {
                        if (book[0] + book[1] != cents) {
                            refused("trainingbudget.committed-other", NELE, () -> commit(dossier, amount));
                        }
                    } else if (cents > left) {
                        refused("trainingbudget.more-than-left", NELE, () -> commit(dossier, amount));
                    } else {
                        commit(dossier, amount);
                        book[0] = cents;
                    }
                }
                case 1 -> {
                    if (book[1] > 0) {
                        if (book[1] != cents) {
                            refused("trainingbudget.paid-other", NELE, () -> pay(dossier, amount));
                        }
                    } else if (cents > book[0]) {
                        refused("trainingbudget.more-than-committed", NELE, () -> pay(dossier, amount));
                    } else {
                        pay(dossier, amount);
                        book[0] -= cents;
                        book[1] = cents;
                    }
                }
                default -> {
                    release(dossier, "Vrij");
                    book[0] = 0;
                }
            }
            assertThat(standing(BIG).left()).isEqualTo(BigDecimal.valueOf(granted - books.values().stream().mapToLong(each -> each[0] + each[1]).sum(), 2));
        }
        assertThat(standing(BIG).paid().signum()).isPositive();
    }

    @Test
    void every_recognised_undertaking_gets_one_letter_and_the_procedure_goes_on_when_all_are_gone() {
        String dossier = recorded();
        when(PROCESSES.awaits(BudgetModel.LETTERS_DONE, dossier)).thenReturn(true);
        in(() -> {
            bean(PrepareBudgetLetters.class).prepare(dossier);
            bean(PrepareBudgetLetters.class).prepare(dossier);
        });
        doThrow(new Refused("dossier.unknown", "DC-ERK-2019-00002")).when(SENDER).send(eq("DC-ERK-2019-00002"), anyString(), anyString(), any());
        assertThat(bean(BudgetLetters.class).run(1)).isEqualTo(1);
        verify(PROCESSES, never()).correlate(anyString(), eq(dossier), any());
        assertThat(bean(BudgetLetters.class).run(10)).isEqualTo(1);

        verify(SENDER).send(eq("DC-ERK-2019-00001"), eq("budgetbrief"), eq("Uw opleidingsbudget voor " + year),
                org.mockito.ArgumentMatchers.argThat(facts -> facts.get("bedrag").equals("64.287,24 euro") && facts.get("erkenningsnummer").equals("V1")));
        verify(PROCESSES).correlate(BudgetModel.LETTERS_DONE, dossier, Map.of("alleBrievenWeg", false));
        assertThat(bean(BudgetOverview.class).letters(year)).isEqualTo(new BudgetOverview.Letters(0, 1, 1, 0));
        assertThat(bean(BudgetOverview.class).failedLetters(year, 10)).extracting(BudgetOverview.FailedLetter::name, BudgetOverview.FailedLetter::message)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Strijk vzw", "dossier.unknown"));
        assertThat(history("DC-ERK-2019-00001")).contains("Voor %d kreeg de onderneming een opleidingsbudget van 64.287,24 euro.".formatted(year));
        assertThat(history("DC-ERK-2019-00002")).doesNotContain("Voor %d kreeg de onderneming geen opleidingsbudget.".formatted(year));

        doNothing().when(SENDER).send(anyString(), anyString(), anyString(), any());
        bean(BudgetLetters.class).settle(year, true);
        assertThat(bean(BudgetLetters.class).run(10)).isEqualTo(1);
        verify(PROCESSES).correlate(BudgetModel.LETTERS_DONE, dossier, Map.of("alleBrievenWeg", true));
        assertThat(history("DC-ERK-2019-00002")).contains("Voor %d kreeg de onderneming geen opleidingsbudget.".formatted(year));
    }

    @Test
    void newcomers_are_paid_from_the_reserve_in_the_order_of_their_recognition() {
        parameters("100000.00", "1600.00");
        start();
        undertaking("DC-ERK-%d-00011".formatted(year), NEW, "Eerst bv", year + "-02-01", null);
        undertaking("DC-ERK-%d-00012".formatted(year), "0833333318", "Dan bv", year + "-05-01", null);
        undertaking("DC-ERK-%d-00013".formatted(year), "0400000002", "Laatst bv", year + "-08-01", null);
        try {
            propose();
            as(NELE, () -> record("VAK-1"));
            assertThat(as(NELE, () -> bean(GrantNewcomers.class).grant(year)).granted()).isEmpty();
            clock.moveTo(ZonedDateTime.of(LocalDate.of(year, 9, 1).atTime(9, 0), MovableClock.BRUSSELS));
            refused("security.role-missing", TOM, () -> bean(GrantNewcomers.class).grant(year));
            assertThat(bean(GrantNewcomers.class).pending(year)).containsExactly("Eerst bv", "Dan bv", "Laatst bv");
            GrantNewcomers.Outcome outcome = as(NELE, () -> bean(GrantNewcomers.class).grant(year));

            // 1 000 and 750 are more than 1 600; who comes after that does not overtake.
            assertThat(outcome).isEqualTo(new GrantNewcomers.Outcome(List.of("Eerst bv"), List.of("Dan bv", "Laatst bv")));
            assertThat(bean(GrantNewcomers.class).pending(year)).containsExactly("Dan bv", "Laatst bv");
            assertThat(standing(NEW).granted()).isEqualTo("1000.00");
            assertThat(standing(NEW).basis()).isEqualTo(Basis.NIEUW);
            assertThat(as(NELE, () -> bean(GrantNewcomers.class).grant(year)).granted()).isEmpty();
        } finally {
            bean(JdbcClient.class).sql("delete from recognition where recognised_on >= ?").param(LocalDate.of(year, 1, 1)).update();
        }
    }

    @Test
    void three_thousand_undertakings_share_and_every_cent_is_found_again() {
        JdbcClient jdbc = bean(JdbcClient.class);
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                select 'DC-ERK-2018-' || lpad(n::text, 5, '0'), lpad((900000000 + n)::text, 10, '0'), 'Onderneming ' || n, 'Gent', 'EERSTE', '{}', 'ERKEND', 'M' || n, date '2018-01-01'
                from generate_series(1, 3000) n""").update();
        try {
            jdbc.sql("""
                    insert into activity_month (enterprise_number, month, vouchers, amount, import, file_row)
                    select lpad((900000000 + n)::text, 10, '0'), ?, 1000 + (n * 7919) % 60000, 0, ?, n + 100 from generate_series(1, 3000) n""")
                    .params(LocalDate.of(year - 1, 12, 1), importOf(year - 1)).update();
            parameters("4321000.07", "100000.00");
            start();
            BudgetVersion version = propose();
            as(NELE, () -> record("VAK-1"));

            assertThat(version.granted()).isLessThan(new BigDecimal("4221000.07")).isGreaterThan(new BigDecimal("4100000.00"));
            assertThat(bean(BudgetOverview.class).use(year).granted()).isEqualTo(version.granted());
            assertThat(jdbc.sql("select count(*) from training_account where year = ?").param(year).query(Integer.class).single()).isEqualTo(3_002);
            assertThat(bean(BudgetOverview.class).shares(version.id(), "", null, 2_950, 50)).hasSize(50);
            assertThat(stillHolds(version)).isTrue();
        } finally {
            jdbc.sql("delete from recognition where dossier like 'DC-ERK-2018-%'").update();
        }
    }

    private static boolean stillHolds(BudgetVersion version) {
        return bean(ProposeBudget.class).stillHolds(version);
    }

    @Test
    void the_overview_adds_up_to_the_cent_and_names_the_claims_behind_each() {
        recorded();
        commit("DC-OFT-1", "60000.00");
        commit("DC-OFT-2", "1000.00");
        commit("DC-OFT-3", "0.24");
        pay("DC-OFT-1", "50000.00");
        release("DC-OFT-3", "Ingetrokken");
        as(NELE, () -> counter(standing(BIG).movements().get(2).id(), "Fout dossier"));
        FundOverview overview = bean(FundOverview.class);

        assertThat(as(NELE, () -> overview.totals(year))).isEqualTo(new FundOverview.Totals(2, euros("64287.24"), euros("10000.00"), euros("50000.00"), 3));
        assertThat(as(NELE, () -> overview.totals(year)).left()).isEqualTo("4287.24");
        List<FundOverview.Row> rows = as(NELE, () -> overview.rows(year, "", null, 0, 10));
        assertThat(rows).extracting(row -> row.name() + " " + row.granted() + " " + row.committed() + " " + row.paid() + " " + row.left() + " " + row.claims())
                .containsExactly("Poets bv 64287.24 10000.00 50000.00 4287.24 3", "Strijk vzw 0.00 0.00 0.00 0.00 0");
        assertThat(rows.get(0).left()).isEqualTo(standing(BIG).left());
        assertThat(as(NELE, () -> overview.row(year, SMALL))).contains(rows.get(1));
        assertThat(as(NELE, () -> overview.row(year, LEFT))).isEmpty();
        assertThat(as(NELE, () -> overview.claims(year, BIG))).extracting(claim -> claim.dossier() + " " + claim.committed() + " " + claim.paid())
                .containsExactly("DC-OFT-1 10000.00 50000.00", "DC-OFT-2 0.00 0.00", "DC-OFT-3 0.00 0.00");
        assertThat(as(NELE, () -> overview.claims(year, SMALL))).isEmpty();
        assertThat(as(NELE, () -> overview.claims(year, null))).hasSize(3);
        assertThat(as(NELE, overview::years)).startsWith(year);
        refused("security.role-missing", AN, () -> overview.totals(year));
        refused("security.role-missing", AN, () -> overview.claims(year, null));
    }

    @Test
    void the_overview_finds_by_name_number_and_use() {
        recorded();
        commit("DC-OFT-1", "64287.24");
        assertThat(found("poets", null)).containsExactly(BIG);
        assertThat(found("0417.497", null)).containsExactly(SMALL);
        assertThat(found("", FundOverview.Filter.MET_AANVRAAG)).containsExactly(BIG);
        assertThat(found("", FundOverview.Filter.MET_VASTLEGGING)).containsExactly(BIG);
        assertThat(found("", FundOverview.Filter.OPGEBRUIKT)).containsExactly(BIG);
        release("DC-OFT-1", "Fout");
        assertThat(found("", FundOverview.Filter.MET_AANVRAAG)).containsExactly(BIG);
        assertThat(found("", FundOverview.Filter.MET_VASTLEGGING)).isEmpty();
        assertThat(found("", FundOverview.Filter.OPGEBRUIKT)).isEmpty();
        assertThat(found("zz", null)).isEmpty();
    }

    private List<String> found(String text, FundOverview.Filter filter) {
        return as(NELE, () -> bean(FundOverview.class).rows(year, text, filter, 0, 10)).stream().map(FundOverview.Row::enterpriseNumber).toList();
    }

    @Test
    void what_is_paid_here_is_held_against_what_the_bank_paid() {
        recorded();
        commit("DC-OFT-1", "100.00");
        commit("DC-OFT-2", "200.00");
        pay("DC-OFT-1", "100.00");
        FundOverview overview = bean(FundOverview.class);
        when(BANK.of(List.of("DC-OFT-1", "DC-OFT-2"))).thenReturn(Map.of("DC-OFT-1", bank("100.00", PayableState.BETAALD), "DC-OFT-2", bank("200.00", PayableState.VERZONDEN)));
        FundOverview.Reconciliation same = as(NELE, () -> overview.reconcile(year));
        assertThat(same.holds()).isTrue();
        assertThat(List.of(same.budget(), same.bank()).toString()).isEqualTo("[100.00, 100.00]");

        when(BANK.of(List.of("DC-OFT-1", "DC-OFT-2"))).thenReturn(Map.of("DC-OFT-1", bank("100.00", PayableState.BETAALBAAR), "DC-OFT-2", bank("200.00", PayableState.BETAALD)));
        FundOverview.Reconciliation other = as(NELE, () -> overview.reconcile(year));
        assertThat(other.holds()).isFalse();
        assertThat(List.of(other.budget(), other.bank()).toString()).isEqualTo("[100.00, 200.00]");
        assertThat(other.differences()).extracting(FundOverview.Claim::dossier).containsExactly("DC-OFT-1", "DC-OFT-2");
    }

    @Test
    void a_spreadsheet_gets_every_undertaking_every_claim_and_the_sums() {
        bean(JdbcClient.class).sql("update recognition set name = '=Strijk;\"vzw\"' where dossier = 'DC-ERK-2019-00002'").update();
        try {
            recorded();
            commit("DC-OFT-1", "100.00");
            pay("DC-OFT-1", "40.50");
            when(BANK.of(List.of("DC-OFT-1"))).thenReturn(Map.of("DC-OFT-1", new Balance(euros("40.50"), PayableState.BETAALD, "BET-2031-001", LocalDate.of(2031, 3, 5))));
            StringBuilder undertakings = new StringBuilder();
            StringBuilder claims = new StringBuilder();
            as(NELE, () -> {
                bean(ExportFundOverview.class).undertakings(year, undertakings);
                bean(ExportFundOverview.class).claims(year, claims);
                return null;
            });
            assertThat(undertakings.toString().lines()).containsExactly(
                    "\uFEFFjaar;ondernemingsnummer;naam;erkenningsdossier;grond;toegekend;vastgelegd;betaald;over;aanvragen",
                    year + ";0417497106;\"'=Strijk;\"\"vzw\"\"\";DC-ERK-2019-00002;ONDER_DREMPEL;0,00;0,00;0,00;0,00;0",
                    year + ";0403170701;Poets bv;DC-ERK-2019-00001;AANDEEL;64287,24;59,50;40,50;64187,24;1",
                    year + ";;Totaal;;;64287,24;59,50;40,50;64187,24;1");
            assertThat(claims.toString().lines()).containsExactly(
                    "\uFEFFjaar;ondernemingsnummer;naam;dossier;vastgelegd;betaald;betaling;betaalronde;betaald op;betaald door de bank",
                    year + ";0403170701;Poets bv;DC-OFT-1;59,50;40,50;BETAALD;BET-2031-001;2031-03-05;40,50");
            StringBuilder nothing = new StringBuilder();
            refused("security.role-missing", AN, () -> {
                bean(ExportFundOverview.class).undertakings(year, nothing);
                return null;
            });
            assertThat(nothing).isEmpty();
        } finally {
            bean(JdbcClient.class).sql("update recognition set name = 'Strijk vzw' where dossier = 'DC-ERK-2019-00002'").update();
        }
    }

    @Test
    void a_version_is_computed_again_from_what_was_kept_whatever_changed_since() {
        recorded();
        BudgetVersion version = bean(BudgetOverview.class).current(year).orElseThrow();
        supersede(year - 1, BIG, 31_000);
        assertThat(stillHolds(version)).isFalse();
        assertThat(bean(RecomputeBudget.class).recompute(version)).isEqualTo(3);

        JdbcClient jdbc = bean(JdbcClient.class);
        in(() -> {
            // Not even the owner of the database changes it unseen.
            jdbc.sql("alter table training_share disable trigger training_share_append_only").update();
            jdbc.sql("update training_share set amount = amount + 0.01 where version = ? and enterprise_number = ?").params(version.id(), BIG).update();
            jdbc.sql("alter table training_share enable trigger training_share_append_only").update();
        });
        Refused refused = catchThrowableOfType(Refused.class, () -> bean(RecomputeBudget.class).recompute(version));
        assertThat(refused).hasMessage("trainingbudget.recomputed-differs");
        assertThat(refused.args()[0]).isEqualTo("0403.170.701");
    }

    @Test
    void what_nobody_gets_is_explained_to_the_cent() {
        recorded();
        BudgetVersion version = bean(BudgetOverview.class).current(year).orElseThrow();
        BudgetOverview.Leftover leftover = bean(BudgetOverview.class).leftover(version);
        assertThat(List.of(leftover.ofReserve(), leftover.ofOthers()).toString()).isEqualTo("[10000.00, 25712.76]");
        assertThat(leftover.ofReserve().add(leftover.ofOthers())).isEqualTo(version.left());
        undertaking("DC-ERK-%d-00021".formatted(year), NEW, "Later bv", year + "-05-01", null);
        try {
            clock.moveTo(ZonedDateTime.of(LocalDate.of(year, 6, 1).atTime(9, 0), MovableClock.BRUSSELS));
            as(NELE, () -> bean(GrantNewcomers.class).grant(year));
            assertThat(standing(NEW).granted()).isEqualTo("750.00");
            assertThat(bean(BudgetOverview.class).leftover(version)).isEqualTo(new BudgetOverview.Leftover(euros("9250.00"), euros("25712.76")));
        } finally {
            bean(JdbcClient.class).sql("delete from recognition where recognised_on >= ?").param(LocalDate.of(year, 1, 1)).update();
        }
    }

    private static Balance bank(String amount, PayableState state) {
        return new Balance(euros(amount), state, null, null);
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void a_wrong_parameter_names_every_field() {
        Refused refused = catchThrowableOfType(Refused.class, () -> as(NELE, () -> {
            bean(RecordParameter.class).record(new DatedParameter<>(BudgetParameter.DREMPEL_CHEQUES, new BigDecimal("1999.5"), LocalDate.of(2031, 1, 2),
                    LocalDate.of(2031, 1, 1), " "));
            return null;
        }));
        assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("amount", "validTo", "source");
        refused("security.role-missing", TOM, () -> {
            parameter(BudgetParameter.RESERVE, "1", false);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update training_movement set amount = 1", "delete from training_movement", "truncate training_movement", "delete from training_account",
            "update training_share set amount = 0", "delete from training_version", "update training_record set commitment_number = 'x'", "delete from dated_parameter"})
    void the_database_changes_and_deletes_nothing(String statement) {
        assertThatThrownBy(() -> bean(JdbcClient.class).sql(statement).update()).hasMessageContaining("never changed or deleted");
    }

    private String recorded() {
        parameters("100000.00", "10000.00");
        String dossier = start();
        propose();
        as(NELE, () -> record("VAK-" + year));
        return dossier;
    }

    private String start() {
        return as(TOM, () -> bean(StartBudgetYear.class).start(year));
    }

    private BudgetVersion propose() {
        return as(TOM, () -> bean(ProposeBudget.class).propose(year, today()));
    }

    private BudgetVersion record(String number) {
        return bean(RecordBudget.class).record(year, number);
    }

    private BudgetStanding commit(String dossier, String amount) {
        return as(NELE, () -> bean(Budgets.class).commit(BIG, year, dossier, new BigDecimal(amount)));
    }

    private BudgetStanding pay(String dossier, String amount) {
        return as(NELE, () -> bean(Budgets.class).pay(BIG, year, dossier, new BigDecimal(amount)));
    }

    private BudgetStanding release(String dossier, String reason) {
        return as(NELE, () -> bean(Budgets.class).release(BIG, year, dossier, reason));
    }

    private BudgetStanding counter(long movement, String reason) {
        return bean(CounterBudgetMovement.class).counter(BIG, year, movement, reason);
    }

    private BudgetStanding standing(String enterprise) {
        return bean(Budgets.class).of(enterprise, year).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void parameters(String total, String reserve) {
        parameter(BudgetParameter.TOTAAL, total, true);
        parameter(BudgetParameter.RESERVE, reserve, true);
    }

    private void parameter(BudgetParameter parameter, String amount, boolean byFinance) {
        Runnable record = () -> bean(RecordParameter.class).record(new DatedParameter<>(parameter, new BigDecimal(amount), LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31), "Begroting"));
        if (byFinance) {
            as(NELE, () -> {
                record.run();
                return null;
            });
        } else {
            record.run();
        }
    }

    private List<String> shares(BudgetVersion version) {
        return bean(BudgetOverview.class).shares(version.id(), "", null, 0, 100).stream().map(share -> share.name() + " " + share.basis() + " " + share.amount()).toList();
    }

    /** A twelfth a month, the rest in December. */
    private static void figures(int year, Map<String, Integer> vouchers) {
        long id = importOf(year);
        List<Object[]> rows = new ArrayList<>();
        int line = 1;
        for (var each : vouchers.entrySet()) {
            for (int month = 1; month <= 12; month++) {
                int count = each.getValue() / 12 + (month == 12 ? each.getValue() % 12 : 0);
                rows.add(new Object[] {each.getKey(), LocalDate.of(year, month, 1), count, BigDecimal.ZERO, id, ++line});
            }
        }
        rows.forEach(row -> bean(JdbcClient.class).sql("insert into activity_month (enterprise_number, month, vouchers, amount, import, file_row) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(row)).update());
    }

    private static void supersede(int year, String enterprise, int total) {
        long id = importOf(year);
        bean(JdbcClient.class).sql("update activity_month set superseded_by = ? where enterprise_number = ? and month = ? and superseded_by is null")
                .params(id, enterprise, LocalDate.of(year, 12, 1)).update();
        bean(JdbcClient.class).sql("""
                insert into activity_month (enterprise_number, month, vouchers, amount, import, file_row)
                select ?, ?, ? - sum(vouchers), 0, ?, 2 from activity_month where enterprise_number = ? and superseded_by is null and extract(year from month) = ?""")
                .params(enterprise, LocalDate.of(year, 12, 1), total, id, enterprise, year).update();
    }

    private static long importOf(int year) {
        return bean(JdbcClient.class).sql("""
                insert into activity_import (file_name, sha256, received_at, received_by, received_by_name, rows, accepted, rejected, months, replaced, status)
                values ('cijfers.csv', md5(random()::text), now(), 'nele', 'Nele Hermans', 1, 1, 0, '{}', '{}', 'VOLLEDIG') returning id""").query(Long.class).single();
    }

    private static void undertaking(String dossier, String enterprise, String name, String recognised, String ended) {
        String number = "V" + Integer.parseInt(dossier.substring(dossier.length() - 5)) + (dossier.contains("-2019-") ? "" : "-" + dossier.substring(7, 11));
        bean(JdbcClient.class).sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on, ended_on)
                values (?, ?, ?, 'Gent', 'EERSTE', '{}', ?, ?, ?::date, ?::date)""")
                .params(dossier, enterprise, name, ended == null ? "ERKEND" : "INGETROKKEN_VRIJWILLIG", number, recognised, ended).update();
    }

    private static void in(Runnable work) {
        new org.springframework.transaction.support.TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    private static void refused(String key, Actor actor, Supplier<?> work) {
        assertThatThrownBy(() -> as(actor, work)).isInstanceOf(Refused.class).hasMessage(key);
    }

    private static List<String> history(String dossier) {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return bean(CurrentActor.class).as(actor, work);
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }
}
