package be.dossierwerk.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deposit.DepositMovement.Kind;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.stubbing.Answer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The deposit on a real PostgreSQL, with the real table of D6. */
class DepositsTest {

    private static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final String UNDERTAKING = "0403170701";

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private static AnnotationConfigApplicationContext spring;
    private static int serial;

    @BeforeAll
    static void boot() throws Exception {
        DataSource data = OwnDatabase.empty();
        Flyway.configure().dataSource(data).locations("classpath:db/migration").target("202611211439?").load().migrate();
        confirmed(data, "DC-ERK-2026-00001", true, "GEBLOKKEERD", "25000.00");
        confirmed(data, "DC-ERK-2026-00002", true, "VRIJGEGEVEN", "24999.99");
        confirmed(data, "DC-ERK-2026-00003", false, null, "25000.00");
        Flyway.configure().dataSource(data).locations("classpath:db/migration").load().migrate();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        DecisionTables tables = table();
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(DecisionTables.class, () -> tables);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, DepositLedger.class, Deposits.class, PayDeposit.class, ReplenishDeposit.class,
                BlockDeposit.class, UnblockDeposit.class, ProposeSettlement.class, SettleDeposit.class, ClaimFromDeposit.class, CounterMovement.class);
        spring.refresh();
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    @Test
    void what_recognition_confirmed_before_is_an_account_now() {
        assertThat(standing("DC-ERK-2026-00001").balance()).isEqualTo("25000.00");
        assertThat(standing("DC-ERK-2026-00001").state()).isEqualTo(DepositState.GEBLOKKEERD);
        assertThat(standing("DC-ERK-2026-00002").movements()).extracting(DepositMovement::kind, DepositMovement::to, movement -> movement.amount().toString())
                .containsExactly(tuple(Kind.GESTORT, null, "24999.99"), tuple(Kind.GEBLOKKEERD, null, "0.00"), tuple(Kind.GEDEBLOKKEERD, null, "0.00"),
                        tuple(Kind.VRIJGEGEVEN, Beneficiary.ONDERNEMING, "24999.99"));
        assertThat(standing("DC-ERK-2026-00002").state()).isEqualTo(DepositState.VRIJGEGEVEN);
        assertThat(bean(Deposits.class).of("DC-ERK-2026-00003")).isEmpty();
    }

    @Test
    void a_payment_opens_the_account_and_the_same_payment_told_twice_counts_once() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        pay(dossier, "25000.00", "DCK-1");

        assertThat(standing(dossier).movements()).extracting(DepositMovement::kind).containsExactly(Kind.GESTORT, Kind.GEBLOKKEERD);
        assertThat(history(dossier)).containsExactly(
                "Nele Hermans noteerde dat de waarborg van 25.000,00 euro op donderdag 11 maart 2027 gestort werd. De waarborg is geblokkeerd.");
    }

    @Test
    void a_payment_that_is_confirmed_otherwise_counters_the_earlier_one() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        pay(dossier, "25000.50", "DCK-1");

        assertThat(standing(dossier).balance()).isEqualTo("25000.50");
        assertThat(standing(dossier).movements()).extracting(DepositMovement::kind)
                .containsExactly(Kind.GESTORT, Kind.GEBLOKKEERD, Kind.TEGENGEBOEKT, Kind.GESTORT);
        assertThat(standing(dossier).state()).isEqualTo(DepositState.GEBLOKKEERD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "REFUSED        | VRIJGEGEVEN | VRIJGEGEVEN ONDERNEMING 23900.00",
            "NO_FOLLOW_UP   | VRIJGEGEVEN | VRIJGEGEVEN ONDERNEMING 23900.00",
            "VOLUNTARY      | VRIJGEGEVEN | VRIJGEGEVEN ONDERNEMING 23900.00",
            "NON_COMPLIANCE | VERBEURD    | VERBEURD SCHATKIST 23900.00",
            "BANKRUPTCY     | NAAR_BOEDEL | NAAR_BOEDEL BOEDEL 23900.00"})
    void the_rest_goes_where_the_table_says(DepositEnd end, DepositState state, String rest) {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        Debts debts = new Debts(new BigDecimal("1000"), BigDecimal.ZERO, new BigDecimal("100.00"));

        Settlement proposed = as(JOKE, () -> bean(ProposeSettlement.class).propose(dossier, end, debts));
        assertThat(standing(dossier).balance()).isEqualTo("25000.00");
        Settlement settled = as(NELE, () -> bean(SettleDeposit.class).settle(dossier, end, debts, "DC-INT-2027-00001", "Besluit van 12 maart"));

        assertThat(settled).isEqualTo(proposed);
        assertThat(standing(dossier).movements().stream().filter(movement -> movement.kind().sign() < 0)
                .map(movement -> movement.kind() + " " + movement.to() + " " + movement.amount()))
                .containsExactly("AANGESPROKEN RSZ 1000.00", "AANGESPROKEN FISCUS 100.00", rest);
        assertThat(standing(dossier).balance()).isEqualTo("0.00");
        assertThat(standing(dossier).state()).isEqualTo(state);
        assertThat(history("DC-INT-2027-00001")).last().asString().contains("1.000,00 euro voor de RSZ, 100,00 euro voor de fiscus").endsWith("dossier " + dossier + ".");
        refused("deposit.settled", NELE, () -> bean(SettleDeposit.class).settle(dossier, end, debts, dossier, "Nog eens"));
        refused("deposit.settled", NELE, () -> pay(dossier, "1.00", "DCK-2"));
    }

    @Test
    void an_end_that_the_table_does_not_know_pays_nobody() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        when(bean(DecisionTables.class).ask(eq(Deposits.TABLE), anyString(), eq(Map.of("einde", "FAILLISSEMENT")))).thenReturn(List.of());
        try {
            refused("deposit.no-destination", NELE, () -> bean(SettleDeposit.class).settle(dossier, DepositEnd.BANKRUPTCY, Debts.NONE, dossier, "Vonnis"));
        } finally {
            answer(bean(DecisionTables.class));
        }
        assertThat(standing(dossier).balance()).isEqualTo("25000.00");
    }

    @Test
    void a_call_never_takes_more_than_there_is_and_can_be_filled_up_again() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        refused("deposit.more-than-balance", NELE, () -> call(dossier, "25000.01"));
        as(NELE, () -> call(dossier, "25000.00"));

        assertThat(standing(dossier).state()).isEqualTo(DepositState.UITGEPUT);
        assertThat(bean(Deposits.class).openFor(UNDERTAKING)).extracting(DepositStanding::dossier).doesNotContain(dossier);
        refused("deposit.more-than-balance", NELE, () -> call(dossier, "0.01"));
        as(NELE, () -> {
            bean(ReplenishDeposit.class).replenish(dossier, new BigDecimal("25000"), TODAY, "DCK-2");
            return null;
        });
        assertThat(standing(dossier).state()).isEqualTo(DepositState.GEBLOKKEERD);
        assertThat(bean(Deposits.class).openFor(UNDERTAKING)).extracting(DepositStanding::dossier).contains(dossier);
        assertThat(bean(Deposits.class).concerning("DC-TER-2027-00001")).extracting(DepositStanding::dossier).contains(dossier);
    }

    @Test
    void a_counter_entry_undoes_a_movement_once_and_both_stay_visible() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        long paid = standing(dossier).movements().get(0).id();
        long called = as(NELE, () -> call(dossier, "400.40"));
        refused("deposit.below-zero", NELE, () -> counter(dossier, paid, "Foute storting"));
        refused("deposit.reason", NELE, () -> counter(dossier, called, " "));
        refused("deposit.movement-unknown", NELE, () -> counter(dossier, called + 1_000, "Bestaat niet"));
        long counter = as(JOKE, () -> counter(dossier, called, "Beslissing vernietigd"));

        assertThat(standing(dossier).balance()).isEqualTo("25000.00");
        assertThat(standing(dossier).state()).isEqualTo(DepositState.GEBLOKKEERD);
        assertThat(standing(dossier).movements()).hasSize(4).extracting(DepositMovement::counters).last().isEqualTo(called);
        assertThat(history(dossier)).last().isEqualTo(
                "Joke Claes boekte een beweging op de waarborg tegen: de aanspraak van 400,40 euro voor het departement van vrijdag 12 maart 2027.");
        refused("deposit.countered", NELE, () -> counter(dossier, called, "Nog eens"));
        refused("deposit.counter-of-counter", NELE, () -> counter(dossier, counter, "Toch niet"));
    }

    @Test
    void a_deposit_is_blocked_and_freed_with_a_reason() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");
        refused("deposit.blocked", AN, () -> block(dossier));
        refused("security.role-missing", AN, () -> unblock(dossier, "Reden"));
        refused("deposit.reason", JOKE, () -> unblock(dossier, ""));
        as(JOKE, () -> unblock(dossier, "Alle schulden zijn betaald"));
        assertThat(standing(dossier).state()).isEqualTo(DepositState.GESTORT);
        refused("deposit.not-blocked", JOKE, () -> unblock(dossier, "Nog eens"));
        as(AN, () -> block(dossier));
        assertThat(standing(dossier).state()).isEqualTo(DepositState.GEBLOKKEERD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001", "1000000000000"})
    void only_whole_cents_above_zero_are_money(String amount) {
        refused("deposit.amount", NELE, () -> pay(next(), amount, "DCK-1"));
    }

    @Test
    void money_of_tomorrow_is_not_there_yet() {
        refused("deposit.future", NELE, () -> bean(PayDeposit.class).pay(new Deposits.Payment(next(), UNDERTAKING, BigDecimal.TEN, TODAY.plusDays(1), null)));
    }

    @Test
    void only_who_keeps_the_books_moves_money() {
        String dossier = next();
        pay(dossier, "25000.00", "DCK-1");

        refused("security.role-missing", AN, () -> call(dossier, "1.00"));
        refused("security.role-missing", AN, () -> counter(dossier, standing(dossier).movements().get(0).id(), "Fout"));
        refused("security.role-missing", AN, () -> bean(SettleDeposit.class).settle(dossier, DepositEnd.VOLUNTARY, Debts.NONE, dossier, "Stopt"));
        refused("deposit.unknown", NELE, () -> call("DC-ERK-1999-00001", "1.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update deposit_movement set amount = 1", "delete from deposit_movement", "truncate deposit_movement", "delete from deposit_account",
            "update deposit_account set reference = 'x'", "truncate deposit_account cascade"})
    void the_database_changes_and_deletes_nothing(String statement) {
        assertThatThrownBy(() -> bean(JdbcClient.class).sql(statement).update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void any_sequence_of_movements_reconciles_to_the_cent() {
        Random random = new Random(20270312);
        for (int run = 0; run < 8; run++) {
            String dossier = next();
            pay(dossier, "25000.00", "DCK-" + run);
            long expected = 2_500_000;
            List<long[]> undoable = new ArrayList<>();
            for (int step = 0; step < 25; step++) {
                long cents = 1 + random.nextInt(1_200_000);
                String amount = BigDecimal.valueOf(cents, 2).toPlainString();
                long now = expected;
                switch (random.nextInt(3)) {
                    case 0 -> {
                        if (cents > now) {
                            refused("deposit.more-than-balance", NELE, () -> call(dossier, amount));
                        } else {
                            undoable.add(new long[] {as(NELE, () -> call(dossier, amount)), cents});
                            expected -= cents;
                        }
                    }
                    case 1 -> {
                        as(NELE, () -> {
                            bean(ReplenishDeposit.class).replenish(dossier, new BigDecimal(amount), TODAY, null);
                            return null;
                        });
                        List<DepositMovement> movements = standing(dossier).movements();
                        undoable.add(new long[] {movements.get(movements.size() - 1).id(), -cents});
                        expected += cents;
                    }
                    default -> {
                        if (!undoable.isEmpty()) {
                            long[] undone = undoable.remove(random.nextInt(undoable.size()));
                            if (now + undone[1] < 0) {
                                refused("deposit.below-zero", NELE, () -> counter(dossier, undone[0], "Fout"));
                            } else {
                                as(NELE, () -> counter(dossier, undone[0], "Fout"));
                                expected += undone[1];
                            }
                        }
                    }
                }
                assertThat(standing(dossier).balance()).isEqualTo(BigDecimal.valueOf(expected, 2));
            }
            Settlement settlement = as(NELE, () -> bean(SettleDeposit.class).settle(dossier, DepositEnd.NON_COMPLIANCE,
                    new Debts(new BigDecimal("0.01"), new BigDecimal("0.02"), new BigDecimal("0.03")), dossier, "Intrekking"));
            assertThat(settlement.balance()).isEqualTo(BigDecimal.valueOf(expected, 2));
            assertThat(standing(dossier).balance()).isEqualTo("0.00");
        }
    }

    private static void confirmed(DataSource data, String dossier, boolean confirmed, String status, String amount) {
        JdbcClient.create(data).sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, deposit_confirmed, deposit_amount,
                                         deposit_paid_on, deposit_reference, deposit_status)
                values (?, ?, 'Poets bv', 'Gent', 'EERSTE', '{}', 'GEWEIGERD', ?, ?, date '2026-11-02', 'DCK-7', ?)""")
                .params(dossier, UNDERTAKING, confirmed, new BigDecimal(amount), status).update();
    }

    /** The table of the product on a stand-alone engine. */
    private static DecisionTables table() {
        DecisionTables tables = mock(DecisionTables.class);
        answer(tables);
        return tables;
    }

    private static void answer(DecisionTables tables) {
        Answer<List<Map<String, Object>>> asTheProduct = asked -> {
            DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
            try (InputStream file = Files.newInputStream(Path.of("bpmn/waarborg/waarborg-bestemming.dmn"))) {
                DmnDecision decision = engine.parseDecision(asked.getArgument(0), file);
                return engine.evaluateDecisionTable(decision, asked.<Map<String, Object>>getArgument(asked.getArguments().length - 1)).getResultList();
            }
        };
        doAnswer(asTheProduct).when(tables).ask(anyString(), anyString(), any());
        doAnswer(asTheProduct).when(tables).look(anyString(), any());
    }

    private static DepositStanding pay(String dossier, String amount, String reference) {
        return as(NELE, () -> bean(PayDeposit.class).pay(new Deposits.Payment(dossier, UNDERTAKING, new BigDecimal(amount), TODAY.minusDays(1), reference)));
    }

    private static long call(String dossier, String amount) {
        return bean(ClaimFromDeposit.class).call(new Deposits.Call(dossier, new BigDecimal(amount), Beneficiary.DEPARTEMENT, "DC-TER-2027-00001", "Terugvordering", null));
    }

    private static long counter(String dossier, long movement, String reason) {
        return bean(CounterMovement.class).counter(dossier, movement, dossier, reason);
    }

    private static Void block(String dossier) {
        bean(BlockDeposit.class).block(dossier, "Inbreukdossier", "Er loopt een onderzoek");
        return null;
    }

    private static Void unblock(String dossier, String reason) {
        bean(UnblockDeposit.class).unblock(dossier, "Beslissing van de teamleider", reason);
        return null;
    }

    private static void refused(String key, Actor actor, Supplier<?> work) {
        assertThatThrownBy(() -> as(actor, work)).isInstanceOf(Refused.class).hasMessage(key);
    }

    private static List<String> history(String dossier) {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private static DepositStanding standing(String dossier) {
        return bean(Deposits.class).of(dossier).orElseThrow();
    }

    private static String next() {
        return "DC-ERK-2027-%05d".formatted(++serial);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return bean(CurrentActor.class).as(actor, work);
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }
}
