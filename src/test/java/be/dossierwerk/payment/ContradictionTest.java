package be.dossierwerk.payment;

import static be.dossierwerk.payment.PaymentDesk.AN;
import static be.dossierwerk.payment.PaymentDesk.LIEVE;
import static be.dossierwerk.payment.PaymentDesk.NELE;
import static be.dossierwerk.payment.PaymentDesk.TODAY;
import static be.dossierwerk.payment.PaymentDesk.TOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.payment.BankLine.Outcome;
import be.dossierwerk.payment.BankLine.Why;
import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank tells and nobody can match waits for a person, who says with a reason what is true; nothing else decides it. */
class ContradictionTest {

    private static PaymentDesk desk;

    @BeforeAll
    static void boot() throws Exception {
        desk = new PaymentDesk();
    }

    @AfterAll
    static void shutDown() throws Exception {
        desk.close();
    }

    @Test
    void a_wrong_amount_that_the_bank_put_right_is_paid_once_and_closes_the_claim() {
        String dossier = sent("200.00");
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "201.00", TODAY, "W" + dossier)));
        assertThat(desk.standing(dossier)).extracting(PayableStanding::state, PayableStanding::doubted, PayableStanding::disputed, PayableStanding::bankSaid)
                .containsExactly(PayableState.VERZONDEN, true, LineState.VERZONDEN, "het bedrag is een ander dan het bedrag van de opdracht");
        assertThat(desk.standing(dossier).clearings()).containsExactlyInAnyOrder(Clearing.values());

        clear(dossier, Clearing.BETAALD, TODAY, "De bank nam 1 euro terug, brief van 12 maart");
        PayableStanding standing = desk.standing(dossier);
        assertThat(standing.state()).isEqualTo(PayableState.BETAALD);
        assertThat(standing.doubted()).isFalse();
        assertThat(standing.movements()).extracting(PayableStanding.Movement::kind, PayableStanding.Movement::valuedOn)
                .endsWith(tuple(Kind.TOCH_BETAALD, TODAY), tuple(Kind.UITGEKLAARD, null));
        assertThat(desk.heard(dossier)).containsExactly("PAID 2027-03-12 200.00");
        assertThat(desk.history(dossier)).last().isEqualTo("Lieve Goossens klaarde de tegenstrijdigheid over de betaling uit: de begunstigde kreeg 200,00 euro op "
                + "vrijdag 12 maart 2027.");
        assertThat(desk.history(standing.run())).last().asString().contains("over de betaling van dossier " + dossier + " uit");
        RunLine line = desk.lines(standing.run()).stream().filter(each -> each.dossier().equals(dossier)).findFirst().orElseThrow();
        assertThat(line).extracting(RunLine::state, RunLine::paidOn, RunLine::why)
                .containsExactly(LineState.BETAALD, TODAY, "De bank nam 1 euro terug, brief van 12 maart");
        desk.refused("payment.run.nothing", NELE, desk::prepared);
        desk.refused("payment.payable.no-doubt", LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.ONGEWIJZIGD, null, "Nog eens"));
    }

    @Test
    void a_wrong_amount_of_which_nothing_arrived_is_paid_again() {
        String dossier = sent("210.00");
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "2.10", TODAY, "N" + dossier)));
        clear(dossier, Clearing.NIET_BETAALD, null, "De bank draaide de boeking terug en voert de opdracht niet meer uit");

        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALBAAR);
        assertThat(desk.heard(dossier)).containsExactly("RETURNED De bank draaide de boeking terug en voert de opdracht niet meer uit");
        String again = desk.wholeRun();
        assertThat(desk.lines(again)).extracting(RunLine::endToEnd).contains(dossier + "-B2");
        // The first order is booked after all: that is one too many, and a person hears of it at once.
        assertThat(desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "210.00", TODAY, "L" + dossier))).lines())
                .extracting(BankLine::outcome, BankLine::why).containsExactly(tuple(Outcome.TEGENSTRIJDIG, Why.PAID_AFTER_REJECTION));
        assertThat(desk.standing(dossier).clearings()).as("the other order is under way").containsExactly(Clearing.ONGEWIJZIGD);
        desk.refused("payment.doubt.clearing", LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.BETAALD, TODAY, "Toch betaald"));
        desk.read(desk.bank.report("DOSSIERWERK-" + again, "", InventedBank.status(dossier + "-B2", "RJCT", "AM05")));
        clear(dossier, Clearing.BETAALD, TODAY, "De eerste opdracht is bij de begunstigde");
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALD);
        desk.refused("payment.run.nothing", NELE, desk::prepared);
    }

    @Test
    void a_payment_that_the_bank_made_after_refusing_it_is_not_made_again_and_can_still_come_back() {
        String dossier = sent("220.00");
        String run = desk.standing(dossier).run();
        desk.read(desk.bank.report("DOSSIERWERK-" + run, "", InventedBank.status(dossier + "-B1", "RJCT", "AC06")));
        String debit = InventedBank.debit(dossier + "-B1", "220.00", TODAY, "P" + dossier);
        desk.read(desk.bank.statement(debit));
        assertThat(desk.standing(dossier).clearings()).isEqualTo(Set.of(Clearing.BETAALD, Clearing.ONGEWIJZIGD));
        desk.refused("payment.doubt.clearing", LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.NIET_BETAALD, null, "Kan niet"));
        clear(dossier, Clearing.BETAALD, TODAY, "De begunstigde bevestigt de ontvangst");

        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALD);
        assertThat(desk.read(desk.bank.statement(debit)).lines()).extracting(BankLine::outcome).as("the very booking is known now").containsExactly(Outcome.AL_GELEZEN);
        assertThat(desk.read(desk.bank.statement(InventedBank.credit(dossier + "-B1", "220.00", TODAY.plusDays(3), "T" + dossier, "MS02"))).lines())
                .extracting(BankLine::outcome).containsExactly(Outcome.TERUGGESTORT);
        assertThat(desk.heard(dossier)).containsExactly("RETURNED AC06, de rekening is geblokkeerd", "PAID 2027-03-12 220.00",
                "RETURNED MS02, de begunstigde weigerde de betaling");
        // And once more: paid after the return, cleared, returned again. Each step is kept.
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "220.00", TODAY.plusDays(4), "Q" + dossier)));
        clear(dossier, Clearing.BETAALD, TODAY, "De bank betaalde een tweede keer");
        assertThat(desk.read(desk.bank.statement(InventedBank.credit(dossier + "-B1", "220.00", TODAY.plusDays(5), "U" + dossier, "MS02"))).lines())
                .extracting(BankLine::outcome).containsExactly(Outcome.TERUGGESTORT);
        assertThat(desk.standing(dossier).state()).isEqualTo(PayableState.BETAALBAAR);
        desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Opruimen na de test"));
    }

    @Test
    void a_payment_that_was_booked_twice_stays_paid_when_the_bank_takes_one_back() {
        String dossier = sent("230.00");
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "230.00", TODAY, "1" + dossier)));
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "230.00", TODAY.plusDays(1), "2" + dossier)));
        assertThat(desk.standing(dossier)).extracting(PayableStanding::state, PayableStanding::doubted).containsExactly(PayableState.BETAALD, true);
        assertThat(desk.standing(dossier).clearings()).containsExactly(Clearing.ONGEWIJZIGD);
        clear(dossier, Clearing.ONGEWIJZIGD, null, "De bank boekte de tweede keer zelf terug");

        assertThat(desk.standing(dossier)).extracting(PayableStanding::state, PayableStanding::doubted).containsExactly(PayableState.BETAALD, false);
        assertThat(desk.heard(dossier)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"BETAALD, -, payment.doubt.day", "BETAALD, 2027-03-13, payment.doubt.day", "BETAALD, 2026-03-11, payment.doubt.day",
            "-, -, payment.doubt.clearing"})
    void a_clearing_without_what_it_needs_is_refused(Clearing clearing, LocalDate day, String key) {
        String dossier = sent("240.00");
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "2.40", TODAY, "D" + dossier)));
        desk.refused(key, LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, clearing, day, "Een reden"));
        desk.refused("payment.reason", LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.ONGEWIJZIGD, null, " "));
        desk.refused("security.role-missing", NELE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.ONGEWIJZIGD, null, "Een reden"));
        assertThat(desk.standing(dossier).doubted()).isTrue();
        clear(dossier, Clearing.BETAALD, TODAY, "Opgeruimd na de test");
    }

    @Test
    void a_line_that_belongs_to_nothing_waits_until_a_person_says_what_it_is() {
        String dossier = sent("250.00");
        long file = desk.read(desk.bank.statement(InventedBank.debit("NIET-VAN-ONS", "8.00", TODAY, "V" + dossier),
                InventedBank.entry("DBIT", dossier + "-B1", null, "EUR", "BOOK", TODAY, "X" + dossier, null),
                InventedBank.debit(dossier + "-B1", "249.00", TODAY, "Y" + dossier))).id();
        assertThat(openOf(file)).containsExactly(1, 2);
        assertThat(summary(file).forPerson()).isEqualTo(3);
        desk.refused("payment.bank.contradiction", NELE, () -> desk.bean(SettleBankLine.class).settle(file, 3, "Dit hoort bij een betaling"));
        desk.refused("payment.reason", NELE, () -> desk.bean(SettleBankLine.class).settle(file, 1, ""));
        desk.refused("security.role-missing", AN, () -> desk.bean(SettleBankLine.class).settle(file, 1, "Niet mijn werk"));

        desk.does(NELE, () -> desk.bean(SettleBankLine.class).settle(file, 1, "Bankkosten van februari"));
        desk.does(TOM, () -> desk.bean(SettleBankLine.class).settle(file, 2, "De bank stuurt een nieuw afschrift"));
        desk.refused("payment.bank.settled", NELE, () -> desk.bean(SettleBankLine.class).settle(file, 1, "Nog eens"));
        desk.refused("payment.bank.settled", NELE, () -> desk.bean(SettleBankLine.class).settle(file, 99, "Bestaat niet"));
        assertThat(openOf(file)).isEmpty();
        assertThat(desk.history(ReadBankFile.SUBJECT)).contains("Nele Hermans handelde verrichting 1 van het bankbestand \"bank.xml\" af, met kenmerk \"NIET-VAN-ONS\".");
        assertThat(desk.history(dossier)).last().asString().startsWith("Tom Willems handelde verrichting 2");
        assertThat(desk.as(NELE, () -> desk.bean(ShowRuns.class).bankFile(file)).lines()).extracting(line -> line.settled() == null ? null : line.settled().reason())
                .containsExactly("Bankkosten van februari", "De bank stuurt een nieuw afschrift", null);
        clear(dossier, Clearing.BETAALD, TODAY, "De bank paste 1 euro bij");
        assertThat(summary(file).forPerson()).as("cleared with its payment").isZero();
        // The same words in another file need no person again.
        long again = desk.read(desk.bank.statement(InventedBank.debit("NIET-VAN-ONS", "8.00", TODAY, "V" + dossier))).id();
        assertThat(openOf(again)).isEmpty();
        assertThatThrownBy(() -> desk.sql().sql("delete from payment_bank_settlement").update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void a_line_that_came_too_early_is_off_the_list_when_its_file_is_read_again() {
        String dossier = sent("260.00");
        byte[] returned = desk.bank.statement(InventedBank.credit(dossier + "-B1", "260.00", TODAY.plusDays(1), "2" + dossier, "MS03"));
        long early = desk.read(returned).id();
        assertThat(openOf(early)).containsExactly(1);
        desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "260.00", TODAY, "1" + dossier)));
        long later = desk.read(returned).id();

        assertThat(openOf(early)).isEmpty();
        assertThat(openOf(later)).isEmpty();
        desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Opruimen na de test"));
    }

    @Test
    void the_database_itself_brings_no_order_back_to_paid_without_a_contradiction() {
        String dossier = sent("270.00");
        desk.read(desk.bank.report("DOSSIERWERK-" + desk.standing(dossier).run(), "", InventedBank.status(dossier + "-B1", "RJCT", "AC06")));
        assertThatThrownBy(() -> desk.sql().sql("update payment_line set state = 'BETAALD' where end_to_end = ?").param(dossier + "-B1").update())
                .hasMessageContaining("cannot go from GEWEIGERD to BETAALD");
        desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Opruimen na de test"));
    }

    /** Damaged anywhere, a file is refused with words for people or read whole; a payment never stands differently from what its movements say. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void a_damaged_file_leaves_nothing_half_done(long seed) {
        Random random = new Random(seed);
        String[] scraps = {"", "<", "9", "-", "<Ntry>", "<Amt>", "\u0000", "1E9", "BOOK", "</TxDtls>", "DBIT", "0000000000000000000000000000000000000000000"};
        String paid = sent("280.00");
        String returned = sent("281.00");
        for (int i = 0; i < 40; i++) {
            String text = new String(desk.bank.statement(InventedBank.debit(paid + "-B1", "280.00", TODAY, "F" + i), InventedBank.debit(returned + "-B1", "281.00", TODAY, "G" + i),
                    InventedBank.credit(returned + "-B1", "281.00", TODAY.plusDays(1), "H" + i, "MS03")), StandardCharsets.UTF_8);
            int at = random.nextInt(text.length());
            byte[] damaged = (text.substring(0, at) + scraps[random.nextInt(scraps.length)] + text.substring(Math.min(text.length(), at + random.nextInt(12))))
                    .getBytes(StandardCharsets.UTF_8);
            int files = count("payment_bank_file");
            int movements = count("payment_movement");
            try {
                desk.read(damaged);
            } catch (Refused refused) {
                assertThat(refused.key()).startsWith("payment.bank.");
                assertThat(count("payment_bank_file")).isEqualTo(files);
                assertThat(count("payment_movement")).isEqualTo(movements);
            }
        }
        assertThat(desk.sql().sql("""
                select count(*) from payment_line l where (l.state in ('BETAALD', 'TERUGGESTORT')) is distinct from
                exists (select from payment_movement m where m.line = l.id and m.kind in ('BETAALD', 'TOCH_BETAALD'))""").query(Integer.class).single()).isZero();
        for (String dossier : List.of(paid, returned)) {
            if (desk.standing(dossier).doubted()) {
                clear(dossier, Clearing.ONGEWIJZIGD, null, "Opruimen na de test");
            }
            if (desk.standing(dossier).state() == PayableState.BETAALBAAR) {
                desk.does(AN, () -> desk.bean(Payables.class).withdraw(dossier, "Opruimen na de test"));
            }
        }
    }

    private static String sent(String amount) {
        String dossier = desk.granted(amount);
        desk.wholeRun();
        desk.bank.collect();
        return dossier;
    }

    private static void clear(String dossier, Clearing clearing, LocalDate day, String reason) {
        desk.does(LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, clearing, day, reason));
    }

    private static List<Integer> openOf(long file) {
        return desk.as(TOM, () -> desk.bean(ShowRuns.class).openBankLines(1000)).stream().filter(open -> open.file() == file).map(open -> open.line().position()).toList();
    }

    private static BankFileSummary summary(long file) {
        return desk.as(TOM, () -> desk.bean(ShowRuns.class).bankFiles(100)).stream().filter(each -> each.id() == file).findFirst().orElseThrow();
    }

    private static int count(String table) {
        return desk.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
