package be.dossierwerk.payment;

import static be.dossierwerk.payment.PaymentDesk.AN;
import static be.dossierwerk.payment.PaymentDesk.BEA;
import static be.dossierwerk.payment.PaymentDesk.LIEVE;
import static be.dossierwerk.payment.PaymentDesk.NELE;
import static be.dossierwerk.payment.PaymentDesk.TODAY;
import static be.dossierwerk.payment.PaymentDesk.TOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.payment.BankLine.Outcome;
import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** Payment runs on a real PostgreSQL: the whole course, what is refused, and two people or machines at the same moment. */
class PaymentRunTest {

    private static PaymentDesk desk;

    @BeforeAll
    static void boot() throws Exception {
        desk = new PaymentDesk();
    }

    @AfterAll
    static void shutDown() throws Exception {
        desk.close();
    }

    /** Each test begins with nothing to pay. */
    @AfterEach
    void nothing_is_left_payable() {
        desk.sql().sql("select number from payment_run where state in ('VOORBEREID', 'TERUGGESTUURD', 'GOEDGEKEURD', 'VRIJGEGEVEN')").query(String.class).list()
                .forEach(run -> desk.does(LIEVE, () -> desk.bean(WithdrawRun.class).withdraw(run, "Opruimen na de test")));
        desk.sql().sql("select dossier from payment_standing where state in ('BETAALBAAR', 'BETWIST')").query(String.class).list()
                .forEach(dossier -> desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Opruimen na de test")));
        desk.bank.collect();
    }

    @Test
    void a_claim_goes_from_the_decision_to_the_bank_and_is_paid_once() {
        String first = desk.granted("1250.00");
        String second = desk.granted("0.01");
        String run = desk.prepared();

        assertThat(desk.run(run).total()).isEqualTo("1250.01");
        assertThat(desk.lines(run)).extracting(RunLine::endToEnd).containsExactly(first + "-B1", second + "-B1");
        desk.refused("payment.run.not-now", NELE, () -> desk.bean(SendRun.class).send(run));
        desk.checked(run);
        desk.refused("payment.run.not-now", NELE, () -> desk.bean(SendRun.class).send(run));
        desk.released(run);
        assertThat(desk.bank.collect()).isEmpty();
        desk.sent(run);
        List<InventedBank.Asked> asked = desk.bank.collect();
        assertThat(asked).extracting(InventedBank.Asked::endToEnd, each -> each.amount().toString())
                .containsExactly(tuple(first + "-B1", "1250.00"), tuple(second + "-B1", "0.01"));
        assertThat(desk.run(run).state()).isEqualTo(RunState.VERZONDEN);
        assertThat(desk.standing(first).state()).isEqualTo(PayableState.VERZONDEN);

        BankReport report = desk.read(desk.bank.statement(InventedBank.debit(first + "-B1", "1250.00", TODAY, "R1-" + first)));
        assertThat(report.lines()).extracting(BankLine::outcome).containsExactly(Outcome.BETAALD);
        assertThat(desk.standing(first).state()).isEqualTo(PayableState.BETAALD);
        assertThat(desk.standing(second).state()).isEqualTo(PayableState.VERZONDEN);
        assertThat(desk.heard(first)).containsExactly("PAID 2027-03-12 1250.00");
        assertThat(desk.heard(second)).isEmpty();
        assertThat(desk.run(run).settled()).isEqualTo(1);
        assertThat(desk.history(first)).containsExactly(
                "An Peeters gaf 1.250,00 euro vrij voor betaling aan Poetsbrigade bv op rekening BE43 0689 9999 9501, op grond van de beslissing van 1 maart 2027.",
                "Nele Hermans nam de betaling van 1.250,00 euro aan Poetsbrigade bv op in betaalronde " + run + ".",
                "Tom Willems controleerde de betaling van 1.250,00 euro aan Poetsbrigade bv in betaalronde " + run + " en keurde ze goed.",
                "Lieve Goossens gaf betaalronde " + run + " vrij, met de betaling van 1.250,00 euro aan Poetsbrigade bv.",
                "Nele Hermans maakte het betaalbestand van betaalronde " + run + ", met de betaling van 1.250,00 euro aan Poetsbrigade bv op rekening "
                        + "BE43 0689 9999 9501. Kenmerk: " + first + "-B1.",
                "De bank betaalde 1.250,00 euro op vrijdag 12 maart 2027. Kenmerk: " + first + "-B1.");
        assertThat(desk.history(run)).containsExactly(
                "Nele Hermans bereidde betaalronde " + run + " voor: 2 betalingen, samen 1.250,01 euro, te betalen vanaf vrijdag 12 maart 2027.",
                "Tom Willems controleerde betaalronde " + run + " en keurde ze goed: 2 betalingen, samen 1.250,01 euro.",
                "Lieve Goossens gaf betaalronde " + run + " vrij: 2 betalingen, samen 1.250,01 euro.",
                "Nele Hermans maakte het betaalbestand DOSSIERWERK-" + run + ".xml van betaalronde " + run + ": 2 betalingen, samen 1.250,01 euro.",
                "Nele Hermans leverde het betaalbestand DOSSIERWERK-" + run + ".xml af voor de bank.",
                "Nele Hermans las het bankbestand \"bank.xml\" in. Van betaalronde " + run + ": 1 betaald.");
        desk.refused("payment.run.nothing", NELE, desk::prepared);
    }

    @Test
    void the_kept_file_is_the_delivered_file_and_sending_again_writes_nothing() throws IOException {
        desk.granted("10.00");
        String run = desk.wholeRun();
        Path file = desk.folder.resolve("uit").resolve("DOSSIERWERK-" + run + ".xml");
        byte[] delivered = Files.readAllBytes(file);

        PaymentFile kept = desk.as(TOM, () -> desk.bean(ShowRuns.class).file(run));
        assertThat(kept.content()).isEqualTo(delivered);
        assertThat(kept.sha256()).isEqualTo(CreditTransferFile.sha256(delivered));
        assertThat(names()).containsExactly("DOSSIERWERK-" + run + ".xml");
        desk.bank.collect();
        desk.sent(run);
        desk.bean(FinishDeliveries.class).round();
        assertThat(names()).isEmpty();
    }

    @Test
    void a_file_that_could_not_be_delivered_is_delivered_later_as_it_was() throws IOException {
        String dossier = desk.granted("10.00");
        String run = desk.prepared();
        desk.checked(run);
        desk.released(run);
        Path folder = desk.folder.resolve("uit");
        Files.createDirectories(folder.getParent());
        desk.bank.collect();
        Files.deleteIfExists(folder);
        Files.writeString(folder, "in the way");

        desk.refused("payment.file.delivery", NELE, () -> desk.bean(SendRun.class).send(run));
        assertThat(desk.run(run).state()).isEqualTo(RunState.BESTAND_KLAAR);
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.VERZONDEN);
        desk.refused("payment.run.not-now", LIEVE, () -> desk.bean(WithdrawRun.class).withdraw(run, "Toch niet"));
        Files.delete(folder);
        desk.bean(FinishDeliveries.class).round();

        assertThat(desk.run(run).state()).isEqualTo(RunState.VERZONDEN);
        assertThat(desk.bank.collect()).extracting(InventedBank.Asked::endToEnd).containsExactly(dossier + "-B1");
        assertThat(desk.history(run)).last().isEqualTo("Dossierwerk leverde het betaalbestand DOSSIERWERK-" + run + ".xml af voor de bank.");
    }

    @Test
    void what_the_bank_returned_or_refused_is_paid_again_under_another_reference() {
        String returned = desk.granted("300.00");
        String refused = desk.granted("400.00");
        String run = desk.wholeRun();
        desk.bank.collect();
        desk.read(desk.bank.statement(InventedBank.debit(returned + "-B1", "300.00", TODAY, "A" + returned)));
        desk.refused("payment.run.nothing", NELE, desk::prepared);
        desk.read(desk.bank.report("DOSSIERWERK-" + run, "", InventedBank.status(refused + "-B1", "RJCT", "AC01")));
        desk.read(desk.bank.statement(InventedBank.credit(returned + "-B1", "300.00", TODAY.plusDays(2), "B" + returned, "AC04")));

        assertThat(desk.standing(returned).state()).isEqualTo(PayableState.BETAALBAAR);
        assertThat(desk.standing(returned).why()).isEqualTo("AC04, de rekening is afgesloten");
        assertThat(desk.heard(returned)).containsExactly("PAID 2027-03-12 300.00", "RETURNED AC04, de rekening is afgesloten");
        assertThat(desk.heard(refused)).containsExactly("RETURNED AC01, het rekeningnummer klopt niet");
        desk.does(AN, () -> desk.bean(ChangeAccount.class).change(returned, "Poetsbrigade bv", "BE71 0961 2345 6769", "Nieuwe rekening, brief van 14 maart"));
        String second = desk.wholeRun();
        assertThat(desk.lines(second)).extracting(RunLine::endToEnd, RunLine::iban, RunLine::accountChangedBy).containsExactly(
                tuple(returned + "-B2", "BE71096123456769", "An Peeters"),
                tuple(refused + "-B2", PaymentDesk.IBAN, null));
        assertThat(desk.bank.collect()).hasSize(2);
        desk.read(desk.bank.statement(InventedBank.debit(returned + "-B2", "300.00", TODAY.plusDays(4), "C" + returned),
                InventedBank.debit(refused + "-B2", "400.00", TODAY.plusDays(4), "C" + refused)));
        assertThat(desk.standing(returned).state()).isEqualTo(PayableState.BETAALD);
        assertThat(desk.standing(returned).movements()).extracting(PayableStanding.Movement::kind, PayableStanding.Movement::attempt).containsExactly(
                step(Kind.TOEGEVOEGD, 0), step(Kind.IN_RONDE, 1), step(Kind.VERZONDEN, 1), step(Kind.BETAALD, 1), step(Kind.TERUGGESTORT, 1), step(Kind.REKENING, 0),
                step(Kind.IN_RONDE, 2), step(Kind.VERZONDEN, 2), step(Kind.BETAALD, 2));
    }

    @Test
    void the_same_file_and_the_same_entry_change_nothing_the_second_time() {
        String dossier = desk.granted("77.70");
        desk.wholeRun();
        String debit = InventedBank.debit(dossier + "-B1", "77.70", TODAY, "R" + dossier);
        byte[] statement = desk.bank.statement(debit);
        assertThat(desk.read(statement).first()).isTrue();
        BankReport again = desk.read(statement);
        BankReport sameEntry = desk.read(desk.bank.statement(debit, debit));

        assertThat(again.first()).isFalse();
        assertThat(again.lines()).extracting(BankLine::outcome).containsExactly(Outcome.BETAALD);
        assertThat(sameEntry.lines()).extracting(BankLine::outcome).containsExactly(Outcome.AL_GELEZEN, Outcome.AL_GELEZEN);
        assertThat(desk.heard(dossier)).hasSize(1);
        assertThat(desk.history(dossier).stream().filter(line -> line.startsWith("De bank"))).hasSize(1);
    }

    @Test
    void a_return_before_its_payment_waits_and_the_file_may_come_back() {
        String dossier = desk.granted("5.00");
        desk.wholeRun();
        byte[] later = desk.bank.statement(InventedBank.credit(dossier + "-B1", "5.00", TODAY.plusDays(1), "2" + dossier, "MS03"));
        assertThat(desk.read(later).lines()).extracting(BankLine::outcome).containsExactly(Outcome.TE_VROEG);
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.VERZONDEN);
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "5.00", TODAY, "1" + dossier)));

        assertThat(desk.read(later).lines()).extracting(BankLine::outcome).containsExactly(Outcome.TERUGGESTORT);
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALBAAR);
        assertThat(desk.read(later).first()).isFalse();
    }

    @Test
    void a_contradiction_is_reported_and_stops_the_next_payment_until_the_head_clears_it() {
        String dossier = desk.granted("900.00");
        String run = desk.wholeRun();
        desk.read(desk.bank.report("DOSSIERWERK-" + run, "", InventedBank.status(dossier + "-B1", "RJCT", "AC06")));
        String next = desk.prepared();
        desk.checked(next);
        String debit = InventedBank.debit(dossier + "-B1", "900.00", TODAY, "X" + dossier);
        assertThat(desk.read(desk.bank.statement(debit)).lines()).extracting(BankLine::outcome, BankLine::why)
                .containsExactly(tuple(Outcome.TEGENSTRIJDIG, BankLine.Why.PAID_AFTER_REJECTION));

        desk.refused("payment.run.doubt", LIEVE, () -> desk.bean(ReleaseRun.class).release(next));
        desk.does(NELE, () -> desk.bean(WithdrawRun.class).withdraw(next, "De bank betaalde toch"));
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETWIST);
        desk.refused("payment.run.nothing", NELE, desk::prepared);
        desk.refused("security.role-missing", NELE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.ONGEWIJZIGD, null, "Ik weet het zeker"));
        desk.does(LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.ONGEWIJZIGD, null, "De bank bevestigt dat ze de boeking herriep"));
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALBAAR);
        desk.read(desk.bank.statement(debit));
        assertThat(desk.standing(dossier).doubted()).as("the same words of the bank do not make it wait again").isFalse();
        assertThat(desk.history(dossier)).contains("De bank en onze boeken spreken elkaar tegen over de betaling met kenmerk " + dossier + "-B1: "
                + "de bank boekte deze betaling nadat ze geweigerd was. De betaling wacht tot iemand dat uitklaart.");
    }

    @Test
    void lines_that_do_not_match_are_reported_beside_those_that_do() {
        String good = desk.granted("1.00");
        String other = desk.granted("2.00");
        String foreign = desk.granted("3.00");
        desk.wholeRun();
        BankReport report = desk.read(desk.bank.statement(InventedBank.debit(other + "-B1", "2.01", TODAY, "a"), InventedBank.debit("NIET-VAN-ONS", "8.00", TODAY, "b"),
                InventedBank.entry("DBIT", foreign + "-B1", "3.00", "USD", "BOOK", TODAY, "c", null), InventedBank.entry("DBIT", null, "4.00", "EUR", "BOOK", TODAY, "d", null),
                InventedBank.debit(good + "-B1", "1.00", TODAY, "e")));

        assertThat(report.lines()).extracting(BankLine::place, BankLine::outcome).containsExactly(tuple("1", Outcome.ANDER_BEDRAG),
                tuple("2", Outcome.ONBEKEND), tuple("3", Outcome.ANDERE_MUNT),
                tuple("4", Outcome.ONLEESBAAR), tuple("5", Outcome.BETAALD));
        assertThat(report.forPerson()).isEqualTo(4);
        assertThat(desk.standing(good).state()).isEqualTo(PayableState.BETAALD);
        assertThat(desk.standing(other).state()).isEqualTo(PayableState.VERZONDEN);
        assertThat(desk.standing(other).doubted()).isTrue();
        assertThat(desk.as(NELE, () -> desk.bean(ShowRuns.class).bankFile(report.id())).lines()).isEqualTo(report.lines());
    }

    @Test
    void a_file_is_read_whole_or_not_at_all() {
        String first = desk.granted("1.00");
        String second = desk.granted("2.00");
        String run = desk.wholeRun();
        byte[] file = desk.bank.statement(InventedBank.debit(first + "-B1", "1.00", TODAY, "W1" + first), InventedBank.debit(second + "-B1", "2.00", TODAY, "W2" + first));
        PaymentDesk.DEAF.set(second);
        try {
            assertThatThrownBy(() -> desk.read(file)).hasMessageContaining("out of order");
        } finally {
            PaymentDesk.DEAF.set(null);
        }
        assertThat(Stream.of(first, second).map(desk::standing)).extracting(PayableStanding::state).containsOnly(PayableState.VERZONDEN);
        assertThat(desk.heard(first)).isEmpty();
        assertThat(desk.history(run)).hasSize(5);
        assertThat(desk.read(file).first()).isTrue();
        assertThat(Stream.of(first, second).map(desk::standing)).extracting(PayableStanding::state).containsOnly(PayableState.BETAALD);
    }

    @Test
    void the_lists_say_what_waits_and_why() {
        String fresh = desk.granted("1.00");
        String returned = desk.granted("2.00");
        String run = desk.as(NELE, () -> desk.bean(PrepareRun.class).prepare(TODAY, List.of(fresh)));
        assertThat(desk.lines(run)).extracting(RunLine::dossier).containsExactly(returned);
        desk.checked(run);
        desk.released(run);
        desk.sent(run);
        BankReport report = desk.read(desk.bank.report("DOSSIERWERK-" + run, "", InventedBank.status(returned + "-B1", "RJCT", "AC04"), InventedBank.status("X", "RJCT", "AC04")));
        ShowRuns show = desk.bean(ShowRuns.class);

        assertThat(desk.as(TOM, () -> show.waiting(10)).oldestReady()).extracting(WaitingPayable::dossier, WaitingPayable::why)
                .containsExactly(tuple(fresh, null), tuple(returned, "AC04, de rekening is afgesloten"));
        assertThat(desk.as(TOM, () -> show.waiting(1))).extracting(WaitingPayables::ready, WaitingPayables::held, all -> all.oldestReady().size())
                .containsExactly(2, 0, 1);
        assertThat(desk.as(TOM, () -> show.bankFiles(1))).extracting(BankFileSummary::id, BankFileSummary::lines, BankFileSummary::forPerson)
                .containsExactly(tuple(report.id(), 2, 1));
        assertThat(desk.as(TOM, () -> show.latest(1))).extracting(PaymentRun::number, PaymentRun::settled).containsExactly(tuple(run, 1));
        desk.read(desk.bank.statement(InventedBank.debit(returned + "-B1", "2.00", TODAY, "L" + returned)));
        assertThat(desk.as(TOM, () -> show.doubted(10))).extracting(WaitingPayable::dossier).contains(returned);
        assertThat(desk.as(TOM, () -> show.waiting(10)).oldestReady()).extracting(WaitingPayable::dossier).containsExactly(fresh);
        desk.refused("security.role-missing", AN, () -> show.waiting(10));
    }

    @Test
    void who_waits_for_something_else_takes_no_place_in_a_run() {
        List<String> held = Stream.generate(() -> desk.granted("1.00")).limit(PrepareRun.MOST_LINES).toList();
        String leftOut = desk.granted("2.00");
        List<String> free = List.of(desk.granted("3.00"), desk.granted("4.00"));
        PaymentDesk.HELD.addAll(held);
        try {
            String run = desk.as(NELE, () -> desk.bean(PrepareRun.class).prepare(TODAY, List.of(leftOut)));
            assertThat(desk.lines(run)).extracting(RunLine::dossier).containsExactlyElementsOf(free);
        } finally {
            PaymentDesk.HELD.clear();
        }
        assertThat(desk.lines(desk.prepared())).as("the oldest first, and no more than a bank takes").extracting(RunLine::dossier).containsExactlyElementsOf(held);
    }

    /** More than one page of them, so that both are counted to the end. */
    @Test
    void what_is_ready_and_what_is_held_back_are_counted_apart_without_a_question_for_each() {
        List<String> all = Stream.generate(() -> desk.granted("1.00")).limit(PrepareRun.MOST_LINES + 7).toList();
        List<String> held = List.of(all.get(1), all.get(4), all.get(PrepareRun.MOST_LINES + 2));
        PaymentDesk.HELD.addAll(held);
        PaymentDesk.HELD_ASKED.set(0);
        try {
            WaitingPayables waiting = desk.as(TOM, () -> desk.bean(ShowRuns.class).waiting(2));
            assertThat(waiting.ready()).isEqualTo(PrepareRun.MOST_LINES + 4);
            assertThat(waiting.held()).isEqualTo(3);
            assertThat(waiting.oldestReady()).extracting(WaitingPayable::dossier).containsExactly(all.get(0), all.get(2));
            assertThat(waiting.oldestHeld()).extracting(WaitingPayable::dossier).containsExactly(all.get(1), all.get(4));
            assertThat(PaymentDesk.HELD_ASKED).as("once a page").hasValue(2);
        } finally {
            PaymentDesk.HELD.clear();
        }
    }

    @Test
    void a_file_that_the_bank_refused_as_a_whole_opens_every_payment_again() {
        String first = desk.granted("1.00");
        String second = desk.granted("2.00");
        String run = desk.wholeRun();
        desk.refused("payment.bank.total", NELE, () -> desk.read(desk.bank.report("DOSSIERWERK-" + run, "<OrgnlNbOfTxs>3</OrgnlNbOfTxs><GrpSts>RJCT</GrpSts>")));
        desk.refused("payment.bank.total", NELE, () -> desk.read(desk.bank.report("DOSSIERWERK-" + run, "<OrgnlCtrlSum>3.01</OrgnlCtrlSum><GrpSts>RJCT</GrpSts>")));
        assertThat(desk.standing(first).state()).isEqualTo(PayableState.VERZONDEN);
        BankReport report = desk.read(desk.bank.report("DOSSIERWERK-" + run,
                "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>3.00</OrgnlCtrlSum><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>"));

        assertThat(report.lines()).extracting(BankLine::outcome).containsExactly(Outcome.GEWEIGERD, Outcome.GEWEIGERD);
        assertThat(Stream.of(first, second).map(desk::standing)).extracting(PayableStanding::state).containsOnly(PayableState.BETAALBAAR);
        assertThat(desk.standing(second).why()).isEqualTo("FF01, het bestand klopt niet");
    }

    @Test
    void three_people_must_agree() {
        desk.granted("10.00");
        desk.refused("security.role-missing", TOM, () -> desk.bean(PrepareRun.class).prepare(TODAY, List.of()));
        String run = desk.prepared();
        Actor everything = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD));
        desk.refused("payment.run.second-person", everything, () -> desk.bean(CheckRun.class).check(run, true, null));
        desk.refused("security.role-missing", LIEVE, () -> desk.bean(CheckRun.class).check(run, true, null));
        desk.does(BEA, () -> desk.bean(CheckRun.class).check(run, true, null));
        desk.refused("security.role-missing", TOM, () -> desk.bean(ReleaseRun.class).release(run));
        desk.refused("payment.run.second-person", everything, () -> desk.bean(ReleaseRun.class).release(run));
        desk.refused("payment.run.second-person", new Actor("bea", "Bea Smets", Set.of(Roles.HEAD)), () -> desk.bean(ReleaseRun.class).release(run));
        desk.released(run);
        desk.refused("security.role-missing", TOM, () -> desk.bean(SendRun.class).send(run));
        desk.refused("security.role-missing", AN, () -> desk.bean(ReadBankFile.class).read("x", new byte[0]));
        desk.refused("security.role-missing", NELE, () -> desk.bean(WithdrawRun.class).withdraw(run, "Vrijgegeven: alleen het hoofd"));
        desk.does(LIEVE, () -> desk.bean(WithdrawRun.class).withdraw(run, "Toch nog een vraag"));
        assertThat(desk.run(run).allows(PaymentRun.Act.SEND, NELE)).isFalse();
    }

    @Test
    void who_gave_an_account_does_not_approve_its_payment() {
        String dossier = desk.granted("10.00");
        desk.does(TOM, () -> desk.bean(ChangeAccount.class).change(dossier, "Iemand anders", "BE71096123456769", "Zei de telefoon"));
        String run = desk.prepared();

        desk.refused("payment.run.own-account", TOM, () -> desk.bean(CheckRun.class).check(run, true, null));
        desk.does(BEA, () -> desk.bean(CheckRun.class).check(run, true, null));
        desk.refused("payment.payable.in-run", AN, () -> desk.bean(ChangeAccount.class).change(dossier, "Nog iemand", PaymentDesk.IBAN, "Zei de telefoon"));
        desk.refused("security.role-missing", NELE, () -> desk.bean(ChangeAccount.class).change(dossier, "Nele", PaymentDesk.IBAN, "Boekhouding kiest geen rekening"));
    }

    @Test
    void a_run_that_is_sent_back_or_withdrawn_gives_its_payables_free() {
        String dossier = desk.granted("10.00");
        String run = desk.prepared();
        desk.refused("payment.reason", TOM, () -> desk.bean(CheckRun.class).check(run, false, " "));
        desk.does(TOM, () -> desk.bean(CheckRun.class).check(run, false, "De rekening is niet die van de onderneming"));
        assertThat(desk.run(run).state()).isEqualTo(RunState.TERUGGESTUURD);
        desk.refused("payment.run.not-now", BEA, () -> desk.bean(CheckRun.class).check(run, true, null));
        desk.refused("payment.payable.in-run", AN, () -> desk.bean(Payables.class).withdraw(dossier, "Beslissing vernietigd"));
        desk.does(NELE, () -> desk.bean(WithdrawRun.class).withdraw(run, "Rekening wordt nagevraagd"));

        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALBAAR);
        assertThat(desk.lines(run)).extracting(RunLine::state).containsExactly(LineState.VERVALLEN);
        desk.refused("payment.run.nothing", NELE, () -> desk.bean(PrepareRun.class).prepare(TODAY, List.of(dossier)));
        assertThat(desk.lines(desk.prepared())).extracting(RunLine::endToEnd).containsExactly(dossier + "-B2");
    }

    @Test
    void a_payable_is_handed_over_once_and_withdrawn_for_good() {
        String dossier = desk.granted("10.00");
        desk.does(AN, () -> desk.bean(Payables.class).add(PaymentDesk.payable(dossier, "10")));
        desk.refused("payment.payable.other-facts", AN, () -> desk.bean(Payables.class).add(PaymentDesk.payable(dossier, "10.01")));
        desk.refused("payment.payable.unknown", AN, () -> desk.bean(Payables.class).withdraw("DC-NIET", "Bestaat niet"));
        desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Beslissing vernietigd"));
        desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Nog eens"));

        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.INGETROKKEN);
        assertThat(desk.standing(dossier).why()).isEqualTo("Beslissing vernietigd");
        assertThat(desk.history(dossier)).hasSize(2).last().isEqualTo("An Peeters trok de betaling van 10,00 euro aan Poetsbrigade bv in.");
        desk.refused("payment.payable.withdrawn", AN, () -> desk.bean(Payables.class).add(PaymentDesk.payable(dossier, "10.00")));
        desk.refused("payment.run.nothing", NELE, desk::prepared);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "dossier       | dc-lower  | Naam | BE43068999999501 | 1.00  | Vrij                    | Besluit",
            "beneficiary   | DC-X-1    | -    | BE43068999999501 | 1.00  | Vrij                    | Besluit",
            "iban          | DC-X-1    | Naam | BE43068999999502 | 1.00  | Vrij                    | Besluit",
            "amount        | DC-X-1    | Naam | BE43068999999501 | 0     | Vrij                    | Besluit",
            "amount        | DC-X-1    | Naam | BE43068999999501 | 1.001 | Vrij                    | Besluit",
            "amount        | DC-X-1    | Naam | BE43068999999501 | -1.00 | Vrij                    | Besluit",
            "communication | DC-X-1    | Naam | BE43068999999501 | 1.00  | +++090/9337/55494+++    | Besluit",
            "communication | DC-X-1    | Naam | BE43068999999501 | 1.00  | -                       | Besluit",
            "grantedBy     | DC-X-1    | Naam | BE43068999999501 | 1.00  | +++090/9337/55493+++    | -"})
    void a_payable_that_cannot_be_paid_is_refused(String field, String dossier, String name, String iban, BigDecimal amount, String communication, String granted) {
        Refused refused = catchThrowableOfType(Refused.class, () -> desk.does(AN, () -> desk.bean(Payables.class)
                .add(new Payable(dossier, name, iban, amount, communication, granted))));
        assertThat(refused).hasMessage("payment.payable.invalid");
        assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61})
    void a_run_is_paid_within_sixty_days(int days) {
        desk.granted("1.00");
        desk.refused("payment.run.day", NELE, () -> desk.bean(PrepareRun.class).prepare(TODAY.plusDays(days), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update payment_run set total = total + 0.01 where number = :run", "update payment_run set lines = 3 where number = :run",
            "update payment_line set amount = amount + 1 where run = (select id from payment_run where number = :run)",
            "update payment_run set total = 11 where number = :run; update payment_line set amount = 11 where run = (select id from payment_run where number = :run)"})
    void a_run_whose_total_differs_from_its_claims_goes_nowhere(String harm) {
        desk.granted("10.00");
        String run = desk.prepared();
        // Whoever can switch the guards off could do this; the acts look themselves.
        var jdbc = desk.sql();
        jdbc.sql("set session_replication_role = replica; " + harm.replace(":run", "'" + run + "'") + "; set session_replication_role = origin").update();
        desk.refused("payment.run.total", TOM, () -> desk.bean(CheckRun.class).check(run, true, null));
        assertThat(desk.run(run).state()).isEqualTo(RunState.VOORBEREID);
        jdbc.sql("set session_replication_role = replica; update payment_run set state = 'GOEDGEKEURD', checked_by = 'tom', checked_by_name = 'Tom', checked_at = now() "
                + "where number = '" + run + "'; set session_replication_role = origin").update();
        desk.refused("payment.run.total", LIEVE, () -> desk.bean(ReleaseRun.class).release(run));
        jdbc.sql("set session_replication_role = replica; update payment_run set state = 'VRIJGEGEVEN', released_by = 'lieve', released_by_name = 'Lieve', "
                + "released_at = now() where number = '" + run + "'; set session_replication_role = origin").update();
        desk.refused("payment.run.total", NELE, () -> desk.bean(SendRun.class).send(run));
        assertThat(desk.bank.collect()).isEmpty();
    }

    @Test
    void the_database_refuses_a_file_for_a_run_whose_total_differs() {
        desk.granted("10.00");
        String run = desk.prepared();
        desk.checked(run);
        desk.released(run);
        var jdbc = desk.sql();
        jdbc.sql("set session_replication_role = replica; update payment_run set total = 9.99 where number = '" + run + "'; set session_replication_role = origin").update();

        assertThatThrownBy(() -> jdbc.sql("update payment_run set state = 'BESTAND_KLAAR' where number = ?").param(run).update())
                .hasMessageContaining("differs from its lines");
    }

    @Test
    void the_database_itself_keeps_a_payable_in_one_live_line() {
        String dossier = desk.granted("10.00");
        String run = desk.prepared();
        String copy = "insert into payment_line (run, payable, attempt, end_to_end, amount, beneficiary, iban, state) "
                + "select run, payable, 2, end_to_end || 'x', amount, beneficiary, iban, 'IN_RONDE' from payment_line where end_to_end = '" + dossier + "-B1'";
        assertThatThrownBy(() -> desk.sql().sql(copy).update()).hasMessageContaining("payment_line_live");
        desk.checked(run);
        desk.released(run);
        desk.sent(run);
        for (String statement : List.of("update payment_line set state = 'VERVALLEN' where end_to_end = '" + dossier + "-B1'",
                "update payment_line set state = 'TERUGGESTORT' where end_to_end = '" + dossier + "-B1'",
                "update payment_run set state = 'INGETROKKEN', reason = 'x' where number = '" + run + "'",
                "update payment_run set released_by = 'x' where number = '" + run + "'")) {
            assertThatThrownBy(() -> desk.sql().sql(statement).update()).as(statement).hasMessageContaining("cannot go from");
        }
        assertThatThrownBy(() -> desk.sql().sql("insert into payment_movement (payable, kind, reason, recorded_at, recorded_by, recorded_by_name) "
                + "select payable, 'INGETROKKEN', 'x', now(), 'x', 'x' from payment_line where end_to_end = '" + dossier + "-B1'").update())
                .hasMessageContaining("is in a run or paid");
        assertThatThrownBy(() -> desk.sql().sql("insert into payment_file (run, message_id, content, sha256, created_at) select run, 'SECOND', content, sha256, now() "
                + "from payment_file where message_id = 'DOSSIERWERK-" + run + "'").update()).hasMessageContaining("payment_file_one_per_run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update payment_movement set kind = 'BETAALD'", "delete from payment_movement", "truncate payment_movement", "delete from payment_line",
            "update payment_payable set amount = 1", "delete from payment_payable", "update payment_file set sha256 = 'x'", "delete from payment_file",
            "delete from payment_run", "truncate payment_run cascade", "update payment_account set iban = 'x'", "delete from payment_bank_line",
            "update payment_bank_file set too_early = 0"})
    void the_database_changes_and_deletes_nothing(String statement) {
        assertThatThrownBy(() -> desk.sql().sql(statement).update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void two_who_do_the_same_at_the_same_moment_do_it_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            String dossier = desk.granted("12.34");
            assertThat(both(machine -> machine.getBean(PrepareRun.class).prepare(TODAY, List.of()), NELE, BEA)).containsExactlyInAnyOrder("done", "payment.run.nothing");
            String run = desk.standing(dossier).run();
            String preparer = desk.run(run).prepared().id();
            assertThat(both(machine -> machine.getBean(CheckRun.class).check(run, true, null), TOM, TOM)).containsExactlyInAnyOrder("done", "payment.run.not-now");
            assertThat(both(machine -> machine.getBean(ReleaseRun.class).release(run), LIEVE, LIEVE)).containsExactlyInAnyOrder("done", "payment.run.not-now");
            assertThat(both(machine -> machine.getBean(SendRun.class).send(run), NELE, LIEVE)).containsExactly("done", "done");
            assertThat(desk.bank.collect()).hasSize(1);
            byte[] statement = desk.bank.statement(InventedBank.debit(dossier + "-B1", "12.34", TODAY, "R" + dossier));
            assertThat(both(machine -> machine.getBean(ReadBankFile.class).read("bank.xml", statement), NELE, TOM)).containsExactly("done", "done");

            assertThat(preparer).isIn("nele", "bea");
            assertThat(desk.heard(dossier)).hasSize(1);
            assertThat(desk.history(run)).hasSize(6);
            assertThat(desk.standing(dossier).movements()).extracting(PayableStanding.Movement::kind)
                    .containsExactly(Kind.TOEGEVOEGD, Kind.IN_RONDE, Kind.VERZONDEN, Kind.BETAALD);
        }
    }

    @Test
    void opposite_acts_at_the_same_moment_leave_one_of_them() throws Exception {
        for (int i = 0; i < 5; i++) {
            String dossier = desk.dossier();
            assertThat(both(machine -> machine.getBean(Payables.class).add(PaymentDesk.payable(dossier, "5.00")), AN, AN)).containsExactly("done", "done");
            List<String> prepareOrWithdraw = each(NELE, machine -> machine.getBean(PrepareRun.class).prepare(TODAY, List.of()), AN,
                    machine -> machine.getBean(Payables.class).withdraw(dossier, "Beslissing vernietigd"));
            assertThat(prepareOrWithdraw).isIn(List.of("done", "payment.payable.in-run"), List.of("payment.run.nothing", "done"));
            if (prepareOrWithdraw.get(0).equals("done")) {
                String run = desk.standing(dossier).run();
                desk.checked(run);
                assertThat(each(LIEVE, machine -> machine.getBean(ReleaseRun.class).release(run), NELE, machine -> machine.getBean(WithdrawRun.class).withdraw(run, "Fout")))
                        .isIn(List.of("done", "security.role-missing"), List.of("payment.run.not-now", "done"));
                if (desk.run(run).state() == RunState.VRIJGEGEVEN) {
                    List<String> sendOrWithdraw = each(NELE, machine -> machine.getBean(SendRun.class).send(run), LIEVE,
                            machine -> machine.getBean(WithdrawRun.class).withdraw(run, "Fout"));
                    assertThat(sendOrWithdraw).isIn(List.of("done", "payment.run.not-now"), List.of("payment.run.not-now", "done"));
                    assertThat(desk.bank.collect()).hasSize(sendOrWithdraw.get(0).equals("done") ? 1 : 0);
                }
            }
            // A run that was withdrawn gave its payable back; the next turn begins with nothing to pay.
            if (desk.standing(dossier).state() == PayableState.BETAALBAAR) {
                desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Volgende beurt"));
            }
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(desk.folder.resolve("uit"))) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static Tuple step(Kind kind, int attempt) {
        return tuple(kind, attempt);
    }

    private static List<String> both(Consumer<ApplicationContext> act, Actor one, Actor other) throws Exception {
        return each(one, act, other, act);
    }

    /** One on each machine, at the same moment: "done", or the key of the refusal. */
    private static List<String> each(Actor one, Consumer<ApplicationContext> act, Actor other, Consumer<ApplicationContext> otherAct) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<String>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> answer(desk.spring, one, act, start)));
            answers.add(threads.submit(() -> answer(desk.otherMachine, other, otherAct, start)));
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private static String answer(ApplicationContext machine, Actor actor, Consumer<ApplicationContext> act, CyclicBarrier start) throws Exception {
        start.await();
        try {
            desk.does(actor, () -> act.accept(machine));
            return "done";
        } catch (Refused refused) {
            return refused.key();
        }
    }
}
