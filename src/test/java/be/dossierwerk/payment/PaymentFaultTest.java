package be.dossierwerk.payment;

import static be.dossierwerk.payment.PaymentDesk.AN;
import static be.dossierwerk.payment.PaymentDesk.LIEVE;
import static be.dossierwerk.payment.PaymentDesk.NELE;
import static be.dossierwerk.payment.PaymentDesk.TODAY;
import static be.dossierwerk.payment.PaymentDesk.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * Stops the machine before every statement and after every commit of each act of a run: of one that is paid at once, and from the refusal on of one that is paid
 * at the second attempt. After each stop the bank takes what is there; every fourth time the head tries to withdraw the run. Then everything is asked again from
 * the beginning, every third time on the other machine, and every answer of the bank is read again: what is paid is what was granted, each time.
 */
class PaymentFaultTest {

    /** One dossier, and what the bank did for it. */
    private static final class Story {

        private final String dossier;
        private final BigDecimal granted;
        private final boolean refusesFirst;
        private final List<byte[]> answers = new ArrayList<>();
        private BigDecimal paid = BigDecimal.ZERO;
        private boolean refused;

        private Story(String dossier, String granted, boolean refusesFirst) {
            this.dossier = dossier;
            this.granted = new BigDecimal(granted);
            this.refusesFirst = refusesFirst;
        }

        /** The bank takes what is there: the first order it refuses perhaps, the others it books. */
        private synchronized void answer(PaymentDesk desk) {
            for (InventedBank.Asked asked : desk.bank.collect()) {
                if (refusesFirst && !refused) {
                    refused = true;
                    answers.add(desk.bank.report(asked.messageId(), "", InventedBank.status(asked.endToEnd(), "RJCT", "AC04")));
                } else {
                    paid = paid.add(asked.amount());
                    answers.add(desk.bank.statement(InventedBank.debit(asked.endToEnd(), asked.amount().toPlainString(), TODAY, "R-" + asked.endToEnd())));
                }
            }
        }

        private synchronized List<byte[]> answers() {
            return List.copyOf(answers);
        }
    }

    private int stops;

    @Test
    void wherever_the_machine_stops_every_claim_is_paid_once() throws Exception {
        try (PaymentDesk desk = new PaymentDesk()) {
            stopEverywhere(desk, false, 0);
            // Its first course is that of the other, up to the answer of the bank.
            stopEverywhere(desk, true, acts(desk, story(desk, false)).size() - 1);
            assertThat(stops).isGreaterThanOrEqualTo(200);
            assertThat(desk.sql().sql("select count(*) from payment_run where state not in ('VERZONDEN', 'INGETROKKEN')").query(Integer.class).single()).isZero();
            assertThat(desk.sql().sql("select count(*) from (select number, row_number() over (order by id) as expected from payment_run) r "
                    + "where split_part(number, '-', 3)::integer <> expected").query(Integer.class).single()).as("gaps in the numbers").isZero();
            assertThat(desk.sql().sql("select sum(amount) from payment_line where state = 'BETAALD'").query(BigDecimal.class).single())
                    .isEqualByComparingTo(desk.sql().sql("select sum(amount) from payment_payable").query(BigDecimal.class).single());
        }
    }

    private void stopEverywhere(PaymentDesk desk, boolean refusesFirst, int firstAct) {
        Story whole = story(desk, refusesFirst);
        List<List<String>> steps = new ArrayList<>();
        for (Consumer<ApplicationContext> act : acts(desk, whole)) {
            desk.data.start();
            act.accept(desk.spring);
            steps.add(desk.data.steps());
        }
        asGranted(desk, whole, "without a stop");
        for (int act = firstAct; act < steps.size(); act++) {
            for (int step = 1; step <= steps.get(act).size(); step++) {
                stopAt(desk, story(desk, refusesFirst), act, step, false);
                if (steps.get(act).get(step - 1).equals("commit")) {
                    stopAt(desk, story(desk, refusesFirst), act, step, true);
                }
            }
        }
    }

    private void stopAt(PaymentDesk desk, Story story, int act, int step, boolean after) {
        List<Consumer<ApplicationContext>> acts = acts(desk, story);
        desk.data.start();
        acts.subList(0, act).forEach(before -> before.accept(desk.spring));
        desk.data.stopAt(step, after);
        try {
            acts.get(act).accept(desk.spring);
        } catch (Refused | AssertionError unexpected) {
            throw unexpected;
        } catch (RuntimeException stopped) {
            assertThat(desk.data.stopped()).as("act %s, step %s: %s", act, step, stopped).isTrue();
        }
        String where = "act " + act + (after ? ", after" : ", before") + " step " + step + ": " + last(desk.data.steps());
        assertThat(desk.data.stopped()).as(where).isTrue();
        // The bank may have taken the file before anybody here knows that it was delivered.
        story.answer(desk);
        desk.data.start();
        if (++stops % 4 == 0) {
            where += ", then given up";
            for (String run : runsOf(desk, story)) {
                ask(desk, LIEVE, () -> desk.bean(WithdrawRun.class).withdraw(run, "De machine viel stil"));
            }
        }
        ApplicationContext machine = stops % 3 == 0 ? desk.otherMachine : desk.spring;
        acts.forEach(again -> again.accept(machine));
        asGranted(desk, story, where);
        if (stops % 10 == 0) {
            acts.forEach(again -> again.accept(desk.spring));
            asGranted(desk, story, where + ", and asked once more");
        }
    }

    /** The whole course by two people on two machines at the same instant, and once more afterwards. */
    @Test
    void two_machines_that_do_everything_at_once_pay_once() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (PaymentDesk desk = new PaymentDesk()) {
            for (int i = 0; i < 15; i++) {
                Story story = story(desk, i % 2 == 0);
                CyclicBarrier start = new CyclicBarrier(2);
                for (Future<Void> one : threads.invokeAll(Stream.of(desk.spring, desk.otherMachine).<Callable<Void>>map(machine -> () -> {
                    start.await();
                    acts(desk, story).forEach(act -> act.accept(machine));
                    return null;
                }).toList())) {
                    one.get();
                }
                acts(desk, story).forEach(act -> act.accept(desk.spring));
                asGranted(desk, story, "turn " + i);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Story story(PaymentDesk desk, boolean refusesFirst) {
        return new Story(desk.dossier(), refusesFirst ? "80.50" : "120.00", refusesFirst);
    }

    /** Everything that people and machines ask, a second time after a refusal; what was done already is refused or does nothing. */
    private static List<Consumer<ApplicationContext>> acts(PaymentDesk desk, Story story) {
        List<Consumer<ApplicationContext>> acts = new ArrayList<>();
        acts.add(machine -> ask(desk, AN, () -> machine.getBean(Payables.class).add(PaymentDesk.payable(story.dossier, story.granted.toPlainString()))));
        for (int round = 0; round < (story.refusesFirst ? 2 : 1); round++) {
            acts.add(machine -> ask(desk, NELE, () -> machine.getBean(PrepareRun.class).prepare(TODAY, List.of())));
            acts.add(machine -> runsOf(desk, story).forEach(run -> ask(desk, TOM, () -> machine.getBean(CheckRun.class).check(run, true, null))));
            acts.add(machine -> runsOf(desk, story).forEach(run -> ask(desk, LIEVE, () -> machine.getBean(ReleaseRun.class).release(run))));
            acts.add(machine -> runsOf(desk, story).forEach(run -> ask(desk, NELE, () -> machine.getBean(SendRun.class).send(run))));
            acts.add(machine -> {
                story.answer(desk);
                story.answers().forEach(file -> ask(desk, NELE, () -> machine.getBean(ReadBankFile.class).read("bank.xml", file)));
            });
        }
        return acts;
    }

    private static void asGranted(PaymentDesk desk, Story story, String where) {
        assertThat(story.paid).as(where).isEqualTo(story.granted);
        String paid = "PAID 2027-03-12 " + story.granted;
        assertThat(desk.heard(story.dossier)).as(where).isEqualTo(story.refusesFirst ? List.of("RETURNED AC04, de rekening is afgesloten", paid) : List.of(paid));
        PayableStanding standing = desk.standing(story.dossier);
        assertThat(standing.state()).as(where).isEqualTo(PayableState.BETAALD);
        assertThat(standing.doubted()).as(where).isFalse();
        assertThat(standing.movements()).as(where).filteredOn(movement -> movement.kind() == Kind.BETAALD).hasSize(1);
        assertThat(desk.history(story.dossier)).as(where).filteredOn(line -> line.startsWith("De bank betaalde")).hasSize(1);
        assertThat(desk.sql().sql("select sum(l.amount) from payment_line l join payment_payable p on p.id = l.payable where p.dossier = ? and l.state = 'BETAALD'")
                .param(story.dossier).query(BigDecimal.class).single()).as(where).isEqualTo(story.granted);
        List<String> sent = desk.sql().sql("""
                select r.number from payment_run r join payment_file f on f.run = r.id join payment_line l on l.run = r.id join payment_payable p on p.id = l.payable
                where p.dossier = ? and r.state = 'VERZONDEN'""").param(story.dossier).query(String.class).list();
        assertThat(sent).as(where).hasSize(story.refusesFirst ? 2 : 1);
        sent.forEach(run -> assertThat(desk.history(run)).as(where).filteredOn(line -> line.contains("leverde het betaalbestand")).hasSize(1));
    }

    private static List<String> runsOf(PaymentDesk desk, Story story) {
        return desk.sql().sql("""
                select r.number from payment_run r join payment_line l on l.run = r.id join payment_payable p on p.id = l.payable
                where p.dossier = ? order by r.number""").param(story.dossier).query(String.class).list();
    }

    private static void ask(PaymentDesk desk, Actor actor, Runnable act) {
        try {
            desk.does(actor, act);
        } catch (Refused done) {
            // What was done before the stop is not done again.
            assertThat(done.key()).isIn("payment.run.nothing", "payment.run.not-now");
        }
    }

    private static String last(List<String> steps) {
        return steps.get(steps.size() - 1).replaceAll("\\s+", " ");
    }
}
