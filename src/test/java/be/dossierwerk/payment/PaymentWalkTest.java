package be.dossierwerk.payment;

import static be.dossierwerk.payment.PaymentDesk.AN;
import static be.dossierwerk.payment.PaymentDesk.BEA;
import static be.dossierwerk.payment.PaymentDesk.LIEVE;
import static be.dossierwerk.payment.PaymentDesk.NELE;
import static be.dossierwerk.payment.PaymentDesk.TODAY;
import static be.dossierwerk.payment.PaymentDesk.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/**
 * People and two machines who do anything in any order, and a bank that pays, refuses and sends back. After every act the totals hold to the cent; in the end
 * the bank has paid exactly what was granted, once.
 */
class PaymentWalkTest {

    private static final Actor[] PEOPLE = {NELE, BEA, TOM, LIEVE, AN};

    private static PaymentDesk desk;

    @BeforeAll
    static void boot() throws Exception {
        desk = new PaymentDesk();
    }

    @AfterAll
    static void shutDown() throws Exception {
        desk.close();
    }

    /** What is true outside: the dossiers of this walk, and what the bank moved for each. */
    private static final class World {

        private final Map<String, BigDecimal> granted = new TreeMap<>();
        private final Map<String, BigDecimal> withBeneficiary = new TreeMap<>();
        private final List<byte[]> files = new ArrayList<>();
        /** Booked, and perhaps to be sent back. */
        private final List<InventedBank.Asked> booked = new ArrayList<>();
        private boolean kind;

        private synchronized String grant(BigDecimal amount) {
            String dossier = desk.dossier();
            granted.put(dossier, amount);
            return dossier;
        }

        private synchronized String any(Random random) {
            return granted.isEmpty() ? "DC-NIET" : List.copyOf(granted.keySet()).get(random.nextInt(granted.size()));
        }

        /** The bank takes what waits, and answers for each order: refused, or booked and perhaps sent back later. */
        private synchronized void bank(Random random) {
            for (InventedBank.Asked asked : desk.bank.collect()) {
                if (!kind && random.nextInt(4) == 0) {
                    files.add(desk.bank.report(asked.messageId(), "", InventedBank.status(asked.endToEnd(), "RJCT", "AC04")));
                } else {
                    move(asked, asked.amount());
                    booked.add(asked);
                    files.add(desk.bank.statement(InventedBank.debit(asked.endToEnd(), asked.amount().toPlainString(), TODAY, "P-" + asked.endToEnd())));
                }
            }
            if (!kind && !booked.isEmpty() && random.nextInt(3) == 0) {
                InventedBank.Asked back = booked.remove(random.nextInt(booked.size()));
                move(back, back.amount().negate());
                files.add(desk.bank.statement(InventedBank.credit(back.endToEnd(), back.amount().toPlainString(), TODAY.plusDays(1), "T-" + back.endToEnd(), "MS03")));
            }
        }

        private void move(InventedBank.Asked asked, BigDecimal amount) {
            String dossier = asked.endToEnd().replaceAll("-B[0-9]+$", "");
            BigDecimal now = withBeneficiary.merge(dossier, amount, BigDecimal::add);
            assertThat(now).as("what the bank paid for %s", dossier).isBetween(BigDecimal.ZERO, granted.get(dossier));
        }

        private synchronized byte[] file(int index) {
            return index < files.size() ? files.get(index) : null;
        }

        private synchronized int size() {
            return files.size();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_people_do_the_totals_hold_and_each_claim_is_paid_once(long seed) {
        Random random = new Random(seed);
        World world = new World();
        for (int i = 0; i < 90; i++) {
            act(world, random, random.nextBoolean() ? desk.spring : desk.otherMachine);
            totalsHold("seed " + seed + ", act " + i);
            listsAgree("seed " + seed + ", act " + i);
        }
        finish(world, random);
        asGranted(world);
    }

    @Test
    void four_people_on_two_machines_at_once_pay_each_claim_once() throws Exception {
        World world = new World();
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> walks = IntStream.range(0, 4).<Callable<Void>>mapToObj(number -> () -> {
                Random random = new Random(100 + number);
                for (int i = 0; i < 120; i++) {
                    act(world, random, number % 2 == 0 ? desk.spring : desk.otherMachine);
                }
                return null;
            }).toList();
            for (Future<Void> walk : threads.invokeAll(walks)) {
                walk.get();
            }
        } finally {
            threads.shutdown();
        }
        totalsHold("after the rush");
        finish(world, new Random(1));
        asGranted(world);
    }

    /** One act of somebody; what cannot be now, or not by this person, is refused. */
    private static void act(World world, Random random, ApplicationContext machine) {
        Actor actor = PEOPLE[random.nextInt(PEOPLE.length)];
        String run = anyRun(random);
        int what = random.nextInt(20);
        try {
            desk.does(actor, () -> {
                switch (what) {
                    case 0, 1, 2 -> {
                        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 100 : 10_000_000), 2);
                        machine.getBean(Payables.class).add(PaymentDesk.payable(world.grant(amount), amount.toPlainString()));
                    }
                    case 3, 4 -> machine.getBean(PrepareRun.class).prepare(TODAY, random.nextBoolean() ? List.of() : List.of(world.any(random)));
                    case 5, 6, 7 -> machine.getBean(CheckRun.class).check(run, random.nextInt(6) > 0, "Klopt niet");
                    case 8, 9, 10 -> machine.getBean(ReleaseRun.class).release(run);
                    case 11, 12, 13 -> machine.getBean(SendRun.class).send(run);
                    case 14 -> machine.getBean(WithdrawRun.class).withdraw(run, "Toch niet");
                    case 15 -> machine.getBean(ChangeAccount.class).change(world.any(random), "Poetsbrigade bv", random.nextBoolean() ? PaymentDesk.IBAN : "BE71096123456769",
                            "Nieuwe rekening");
                    case 16 -> machine.getBean(FinishDeliveries.class).round();
                    case 17 -> world.bank(random);
                    default -> {
                        byte[] file = world.file(random.nextInt(1 + world.size()));
                        if (file != null) {
                            machine.getBean(ReadBankFile.class).read("bank.xml", file);
                        }
                    }
                }
            });
        } catch (Refused refused) {
            assertThat(refused.key()).matches("security\\.role-missing|payment\\.(run|payable|reason|bank).*");
        }
    }

    /** The bank pays everything, everything is asked until nothing is left, and everything the bank ever told is read twice more. */
    private static void finish(World world, Random random) {
        world.kind = true;
        for (int round = 0; round < 3; round++) {
            quietly(NELE, () -> desk.bean(PrepareRun.class).prepare(TODAY, List.of()));
            for (String run : desk.sql().sql("select number from payment_run order by id").query(String.class).list()) {
                quietly(TOM, () -> desk.bean(CheckRun.class).check(run, true, null));
                quietly(BEA, () -> desk.bean(CheckRun.class).check(run, true, null));
                // Of a run of Bea with an account that Tom gave.
                quietly(NELE, () -> desk.bean(CheckRun.class).check(run, true, null));
                quietly(LIEVE, () -> desk.bean(ReleaseRun.class).release(run));
                quietly(NELE, () -> desk.bean(SendRun.class).send(run));
                if (desk.run(run).state() == RunState.TERUGGESTUURD) {
                    quietly(LIEVE, () -> desk.bean(WithdrawRun.class).withdraw(run, "Teruggestuurd"));
                }
            }
            world.bank(random);
            for (int i = 0; i < world.size(); i++) {
                byte[] file = world.file(i);
                quietly(NELE, () -> desk.bean(ReadBankFile.class).read("bank.xml", file));
            }
        }
    }

    private static void asGranted(World world) {
        totalsHold("at the end");
        world.granted.forEach((dossier, amount) -> {
            // Whoever may not grant was refused, so nothing was granted.
            var standing = desk.bean(Payables.class).of(dossier).orElseThrow();
            assertThat(standing.state()).as(dossier).isEqualTo(PayableState.BETAALD);
            assertThat(standing.doubted()).as(dossier).isFalse();
            assertThat(world.withBeneficiary.get(dossier)).as(dossier).isEqualByComparingTo(amount);
        });
        assertThat(world.granted).hasSizeGreaterThan(2);
        assertThat(world.withBeneficiary.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(world.granted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static void totalsHold(String when) {
        assertThat(desk.sql().sql("""
                select count(*) from payment_run r where
                (select (r.total, r.lines) is distinct from (sum(l.amount), count(*)::integer) from payment_line l where l.run = r.id)""").query(Integer.class).single()).as(when + ": runs").isZero();
        assertThat(desk.sql().sql("""
                select count(*) from (select p.id from payment_payable p join payment_line l on l.payable = p.id where l.state in ('IN_RONDE', 'VERZONDEN', 'BETAALD')
                group by p.id, p.amount having count(*) > 1 or sum(l.amount) > p.amount) as too_much""").query(Integer.class).single()).as(when + ": payables").isZero();
        assertThat(desk.sql().sql("select count(*) from payment_run where checked_by = prepared_by or released_by in (prepared_by, checked_by)")
                .query(Integer.class).single()).as(when + ": three people").isZero();
    }

    private static void listsAgree(String when) {
        assertThat(desk.sql().sql("select payable from payment_payable_now order by payable").query(Long.class).list()).as(when)
                .isEqualTo(desk.sql().sql("select payable from payment_standing where state = 'BETAALBAAR' order by payable").query(Long.class).list());
    }

    private static String anyRun(Random random) {
        List<String> runs = desk.sql().sql("select number from payment_run where state not in ('VERZONDEN', 'INGETROKKEN') order by id").query(String.class).list();
        return runs.isEmpty() ? "BET-1999-001" : runs.get(random.nextInt(runs.size()));
    }

    private static void quietly(Actor actor, Runnable act) {
        try {
            desk.does(actor, act);
        } catch (Refused refused) {
            assertThat(refused.key()).startsWith("payment.run.");
        }
    }
}
