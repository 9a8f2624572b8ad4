package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a bank's file, and which files are not read at all. */
class BankFileTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 12);
    private static final String DEBIT = InventedBank.debit("A-B1", "10.00", DAY, "R1");
    private static final String CREDIT = InventedBank.credit("B-B1", "4.00", DAY, "R2", "AC04");

    private final InventedBank bank = new InventedBank(Path.of("nowhere"));

    @Test
    void a_statement_gives_each_entry_with_its_reference() {
        BankFile file = read(bank.statement(DEBIT, CREDIT, InventedBank.entry("DBIT", "C-B1", "5.00", "EUR", "PDNG", DAY, null, null)));

        assertThat(file.kind()).isEqualTo(BankFile.Kind.CAMT_053);
        assertThat(file.entries()).extracting(BankEntry::place, BankEntry::endToEnd, BankEntry::direction, entry -> entry.amount().toString(), BankEntry::currency,
                BankEntry::bookedOn, BankEntry::bankReference, BankEntry::booked).containsExactly(
                tuple("1", "A-B1", Direction.AF, "10.00", "EUR", DAY, "R1", true), tuple("2", "B-B1", Direction.BIJ, "4.00", "EUR", DAY, "R2", true),
                tuple("3", "C-B1", Direction.AF, "5.00", "EUR", DAY, null, false));
        assertThat(file.entries().get(1).reason()).isEqualTo("AC04, de rekening is afgesloten");
    }

    @Test
    void an_entry_for_several_payments_gives_each_of_them() {
        String entry = "<Ntry><Amt Ccy=\"EUR\">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2027-03-12T08:00:00+01:00</DtTm></BookgDt>"
                + "<AcctSvcrRef>R9</AcctSvcrRef><NtryDtls>%s%s</NtryDtls></Ntry>";
        String first = "<TxDtls><Refs><EndToEndId>A-B1</EndToEndId></Refs><Amt Ccy=\"EUR\">10.00</Amt></TxDtls>";
        String second = "<TxDtls><Refs><AcctSvcrRef>OWN</AcctSvcrRef><EndToEndId>B-B1</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">%s</Amt></TxAmt></AmtDtls></TxDtls>";
        BankFile file = read(bank.statement(entry.formatted(first, second.formatted("20.00"))));

        assertThat(file.entries()).extracting(BankEntry::place, BankEntry::endToEnd, each -> each.amount().toString(), BankEntry::bookedOn, BankEntry::bankReference)
                .containsExactly(tuple("1.1", "A-B1", "10.00", DAY, "R9#1"), tuple("1.2", "B-B1", "20.00", DAY, "OWN"));
        refused("payment.bank.total", bank.statement(entry.formatted(first, second.formatted("20.01"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"abc | 2027-03-12 | DBIT | amount", "1.00 | 12/03/2027 | DBIT | day", "1.00 | 2027-03-12 | XXXX | direction"})
    void what_cannot_be_read_is_left_empty_and_the_rest_stays(String amount, String day, String direction, String unread) {
        BankEntry entry = read(bank.statement(DEBIT.replace("10.00", amount).replace("2027-03-12", day).replace("DBIT", direction), CREDIT)).entries().get(0);

        assertThat(entry.amount() == null).isEqualTo(unread.equals("amount"));
        assertThat(entry.bookedOn() == null).isEqualTo(unread.equals("day"));
        assertThat(entry.direction() == Direction.ONBEKEND).isEqualTo(unread.equals("direction"));
        assertThat(entry.endToEnd()).isEqualTo("A-B1");
    }

    /** What cannot be kept or counted cannot be read either; the other lines can. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-10.00 | 2027-03-12 | A-B1", "1E99999 | 2027-03-12 | A-B1", "1E-99999 | 2027-03-12 | A-B1", "99999999999999.00 | 2027-03-12 | A-B1",
            "10.00 | 1899-01-01 | A-B1", "10.00 | 9999-12-31 | A-B1", "10.00 | 2027-03-12 | A-B1-0123456789-0123456789-0123456789"})
    void a_line_beyond_the_limits_of_the_standard_is_not_read(String amount, String day, String reference) {
        List<BankEntry> entries = read(bank.statement(InventedBank.debit(reference, amount, DAY, "R1").replace("2027-03-12", day), CREDIT)).entries();

        assertThat(entries.get(0)).satisfies(entry -> assertThat(entry.amount() == null || entry.bookedOn() == null || entry.endToEnd() == null).isTrue());
        assertThat(entries.get(1).endToEnd()).isEqualTo("B-B1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "99999999999999"})
    void a_total_that_no_bank_writes_refuses_the_file_at_once(String sum) {
        refused("payment.bank.unreadable", bank.statementOf(InventedBank.OUR_IBAN, "<TxsSummry><TtlNtries><Sum>" + sum + "</Sum></TtlNtries></TxsSummry>", DEBIT));
        refused("payment.bank.unreadable", bank.report("M1", "<OrgnlCtrlSum>" + sum + "</OrgnlCtrlSum><GrpSts>RJCT</GrpSts>"));
    }

    @Test
    void a_file_without_a_bottom_is_refused() {
        refused("payment.bank.unreadable", InventedBank.document("camt.053.001.08", "<a>".repeat(100_000) + "</a>".repeat(100_000)));
        refused("payment.bank.unreadable", ("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + new String(bank.statement(DEBIT.replace("A-B1", "&b;")), StandardCharsets.UTF_8).replaceFirst("<\\?xml.*?\\?>", "")).getBytes(StandardCharsets.UTF_8));
    }

    /** Damaged anywhere and in any way, a file is either read or refused; nothing else happens. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_damaged_file_is_read_or_refused(long seed) {
        Random random = new Random(seed);
        String[] scraps = {"", "<", ">", "&", "&#0;", "-", "9", "99999999999999999999", "<Ntry>", "</Ntry>", "<Amt>", "EUR", "BOOK", "  ", "\u0000", "é", "<TxDtls/>", "1E9", "T25:00"};
        for (int i = 0; i < 150; i++) {
            byte[] whole = i % 2 == 0 ? bank.statement(DEBIT, CREDIT) : bank.report("M1", "<GrpSts>PART</GrpSts>", InventedBank.status("A-B1", "RJCT", "AC01"));
            String text = new String(whole, StandardCharsets.UTF_8);
            int at = random.nextInt(text.length());
            int until = Math.min(text.length(), at + random.nextInt(30));
            byte[] damaged = (text.substring(0, at) + scraps[random.nextInt(scraps.length)] + text.substring(until)).getBytes(StandardCharsets.UTF_8);
            try {
                assertThat(read(damaged).entries()).allSatisfy(entry -> assertThat(entry.direction()).isNotNull());
            } catch (Refused refused) {
                assertThat(refused.key()).startsWith("payment.bank.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTPROVIDED", " "})
    void no_reference_is_no_reference(String told) {
        assertThat(read(bank.statement(DEBIT.replace("A-B1", told))).entries().get(0).endToEnd()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>14.00</Sum></TtlNtries></TxsSummry>                                   | true",
            "<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries></TxsSummry>                                                   | false",
            "<TxsSummry><TtlNtries><Sum>14.01</Sum></TtlNtries></TxsSummry>                                                             | false",
            "<TxsSummry><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>10.00</Sum></TtlDbtNtries></TxsSummry>                             | true",
            "<TxsSummry><TtlDbtNtries><Sum>14.00</Sum></TtlDbtNtries></TxsSummry>                                                       | false",
            "<TxsSummry><TtlCdtNtries><Sum>4.01</Sum></TtlCdtNtries></TxsSummry>                                                        | false",
            "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Bal> | true",
            "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal> | false"})
    void a_total_that_differs_refuses_the_whole_file(String totals, boolean holds) {
        byte[] file = bank.statementOf(InventedBank.OUR_IBAN, totals, DEBIT, CREDIT);
        if (holds) {
            assertThat(read(file).entries()).hasSize(2);
        } else {
            refused("payment.bank.total", file);
        }
    }

    @Test
    void a_status_report_gives_the_fate_of_each_payment() {
        BankFile file = read(bank.report("M1", "<GrpSts>PART</GrpSts>", InventedBank.status("A-B1", "RJCT", "AC01"), InventedBank.status("B-B1", "ACSP", null),
                InventedBank.status("C-B1", "ACSC", null), InventedBank.status("D-B1", "WHAT", null)));

        assertThat(file.kind()).isEqualTo(BankFile.Kind.PAIN_002);
        assertThat(file.entries()).extracting(BankEntry::endToEnd, BankEntry::direction, BankEntry::message).containsExactly(tuple("A-B1", Direction.GEWEIGERD, "M1"),
                tuple("B-B1", Direction.AANVAARD, "M1"), tuple("C-B1", Direction.UITGEVOERD, "M1"), tuple("D-B1", Direction.ONBEKEND, "M1"));
        assertThat(file.entries().get(0).reason()).isEqualTo("AC01, het rekeningnummer klopt niet");
        assertThat(file.wholes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RJCT, true", "ACCP, false", "ACTC, false"})
    void a_status_of_the_whole_file_speaks_for_all_its_payments(String status, boolean refused) {
        assertThat(read(bank.report("M1", "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>3.00</OrgnlCtrlSum><GrpSts>" + status + "</GrpSts>")).wholes())
                .extracting(BankFile.Whole::message, BankFile.Whole::refused, BankFile.Whole::count, whole -> whole.total().toString())
                .containsExactly(tuple("M1", refused, 2, "3.00"));
    }

    @Test
    void a_payment_without_a_status_has_that_of_the_whole() {
        byte[] file = bank.report("M1", "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>", InventedBank.status("A-B1", null, null));
        assertThat(read(file).entries()).extracting(BankEntry::direction, BankEntry::reason).containsExactly(tuple(Direction.GEWEIGERD, "FF01, het bestand klopt niet"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"payment.bank.unreadable | geen xml", "payment.bank.unreadable | <Document", "payment.bank.kind | <a/>",
            "payment.bank.kind | <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"/>",
            "payment.bank.unreadable | <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>",
            "payment.bank.unreadable | <!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">&x;</Document>"})
    void what_is_no_file_of_a_bank_is_refused(String key, String content) {
        refused(key, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void half_a_file_and_a_statement_of_another_account_are_refused() {
        byte[] whole = bank.statement(DEBIT);
        refused("payment.bank.unreadable", Arrays.copyOf(whole, whole.length - 20));
        refused("payment.bank.encoding", new byte[] {'<', 'a', '>', (byte) 0xe9, '<', '/', 'a', '>'});
        refused("payment.bank.account", bank.statementOf("BE43068999999501", "", DEBIT));
        refused("payment.bank.unreadable", new byte[0]);
    }

    private static BankFile read(byte[] content) {
        return BankFile.read(content, InventedBank.OUR_IBAN);
    }

    private static void refused(String key, byte[] content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(Refused.class).hasMessage(key);
    }
}
