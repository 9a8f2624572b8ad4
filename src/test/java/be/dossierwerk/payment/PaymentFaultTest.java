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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Stops the machine at every statement and after every commit of a run, and of the second run that pays what the bank refused in the first. After each stop
 * the bank takes what is there; every other time the head tries to withdraw the runs. Then everything is asked again from the beginning, and every answer of the
 * bank is read again.
 */
class PaymentFaultTest {

    /** What one story leaves behind with the bank. */
    private static final class Story {

        private final String paidAtOnce;
        private final String refusedFirst;
        private final List<byte[]> answers = new ArrayList<>();
        private final Map<String, BigDecimal> booked = new HashMap<>();
        private boolean refused;

        private Story(String paidAtOnce, String refusedFirst) {
            this.paidAtOnce = paidAtOnce;
            this.refusedFirst = refusedFirst;
        }
    }

    @Test
    void wherever_the_machine_stops_every_claim_is_paid_once() throws Exception {
        try (PaymentDesk desk = new PaymentDesk()) {
            desk.data.start();
            Story whole = story(desk);
            course(desk, whole);
            List<String> steps = desk.data.steps();
            asGranted(desk, whole, "without a stop");
            int stops = 0;
            for (int step = 1; step <= steps.size(); step++) {
                stopAt(desk, step, false);
                stops++;
                if (steps.get(step - 1).equals("commit")) {
                    stopAt(desk, step, true);
                    stops++;
                }
            }
            assertThat(stops).isGreaterThanOrEqualTo(200);
            assertThat(desk.sql().sql("select count(*) from payment_run where state not in ('VERZONDEN', 'INGETROKKEN')").query(Integer.class).single()).isZero();
            assertThat(desk.sql().sql("select count(*) from (select number, row_number() over (order by id) as expected from payment_run) r "
                    + "where split_part(number, '-', 3)::integer <> expected").query(Integer.class).single()).as("gaps in the numbers").isZero();
        }
    }

    private static void stopAt(PaymentDesk desk, int step, boolean after) {
        Story story = story(desk);
        desk.data.stopAt(step, after);
        try {
            course(desk, story);
        } catch (Refused | AssertionError unexpected) {
            throw unexpected;
        } catch (RuntimeException stopped) {
            assertThat(desk.data.stopped()).as("stopped at %s", step).isTrue();
        }
        String where = (after ? "after" : "before") + " step " + step + ": " + last(desk.data.steps());
        assertThat(desk.data.stopped()).as(where).isTrue();
        // The bank may have taken the file before anybody here knows that it was delivered.
        answer(desk, story);
        desk.data.start();
        if (step % 2 == 0) {
            where += ", then given up";
            for (String run : runsOf(desk, story)) {
                ask(desk, LIEVE, () -> desk.bean(WithdrawRun.class).withdraw(run, "De machine viel stil"));
            }
        }
        course(desk, story);
        asGranted(desk, story, where);
        if (step % 10 == 0) {
            course(desk, story);
            asGranted(desk, story, where + ", and asked once more");
        }
    }

    private static Story story(PaymentDesk desk) {
        return new Story(desk.dossier(), desk.dossier());
    }

    /** Two rounds of everything that people and machines ask; what was done already is refused or does nothing. */
    private static void course(PaymentDesk desk, Story story) {
        ask(desk, AN, () -> desk.bean(Payables.class).add(PaymentDesk.payable(story.paidAtOnce, "120.00")));
        ask(desk, AN, () -> desk.bean(Payables.class).add(PaymentDesk.payable(story.refusedFirst, "80.50")));
        for (int round = 0; round < 2; round++) {
            ask(desk, NELE, () -> desk.bean(PrepareRun.class).prepare(TODAY, List.of()));
            for (String run : runsOf(desk, story)) {
                ask(desk, TOM, () -> desk.bean(CheckRun.class).check(run, true, null));
                ask(desk, LIEVE, () -> desk.bean(ReleaseRun.class).release(run));
                ask(desk, NELE, () -> desk.bean(SendRun.class).send(run));
            }
            answer(desk, story);
            List.copyOf(story.answers).forEach(file -> ask(desk, NELE, () -> desk.bean(ReadBankFile.class).read("bank.xml", file)));
        }
    }

    /** The bank refuses the first order of one of the two, and books the others. */
    private static void answer(PaymentDesk desk, Story story) {
        for (InventedBank.Asked asked : desk.bank.collect()) {
            if (asked.endToEnd().startsWith(story.refusedFirst) && !story.refused) {
                story.refused = true;
                story.answers.add(desk.bank.report(asked.messageId(), "", InventedBank.status(asked.endToEnd(), "RJCT", "AC04")));
            } else {
                story.booked.merge(asked.endToEnd().replaceAll("-B[0-9]+$", ""), asked.amount(), BigDecimal::add);
                story.answers.add(desk.bank.statement(InventedBank.debit(asked.endToEnd(), asked.amount().toPlainString(), TODAY, "R-" + asked.endToEnd())));
            }
        }
    }

    private static void asGranted(PaymentDesk desk, Story story, String where) {
        assertThat(story.booked).as(where).isEqualTo(Map.of(story.paidAtOnce, new BigDecimal("120.00"), story.refusedFirst, new BigDecimal("80.50")));
        assertThat(desk.heard(story.paidAtOnce)).as(where).containsExactly("PAID 2027-03-12 120.00");
        assertThat(desk.heard(story.refusedFirst)).as(where).containsExactly("RETURNED AC04, de rekening is afgesloten", "PAID 2027-03-12 80.50");
        for (String dossier : List.of(story.paidAtOnce, story.refusedFirst)) {
            PayableStanding standing = desk.standing(dossier);
            assertThat(standing.state()).as(where).isEqualTo(PayableState.BETAALD);
            assertThat(standing.doubted()).as(where).isFalse();
            assertThat(standing.movements()).as(where).filteredOn(movement -> movement.kind() == Kind.BETAALD).hasSize(1);
            assertThat(desk.history(dossier)).as(where).filteredOn(line -> line.startsWith("De bank betaalde")).hasSize(1);
        }
        List<String> sent = runsOf(desk, story).stream().filter(run -> desk.run(run).state() != RunState.INGETROKKEN).toList();
        assertThat(sent).as(where).hasSize(2);
        for (String run : sent) {
            assertThat(desk.sql().sql("select count(*) from payment_file f join payment_run r on r.id = f.run where r.number = ? and r.state = 'VERZONDEN'")
                    .param(run).query(Integer.class).single()).as(where).isEqualTo(1);
            assertThat(desk.history(run)).as(where).filteredOn(line -> line.contains("leverde het betaalbestand")).hasSize(1);
        }
        assertThat(desk.sql().sql("""
                select count(*) from (select p.id from payment_payable p left join payment_line l on l.payable = p.id and l.state = 'BETAALD'
                group by p.id, p.amount having coalesce(sum(l.amount), 0) <> p.amount) as differs""").query(Integer.class).single()).as(where).isZero();
    }

    private static List<String> runsOf(PaymentDesk desk, Story story) {
        return desk.sql().sql("""
                select distinct r.number from payment_run r join payment_line l on l.run = r.id join payment_payable p on p.id = l.payable
                where p.dossier in (?, ?) order by r.number""").params(story.paidAtOnce, story.refusedFirst).query(String.class).list();
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
