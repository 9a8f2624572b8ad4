package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.payment.PaymentRun.Signature;
import be.dossierwerk.shared.Refused;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order to the bank, part by part. */
class CreditTransferFileTest {

    private static final Instant RELEASED = Instant.parse("2027-03-12T22:30:15.123Z");
    private static final Debtor.Account DEBTOR = new Debtor.Account("Departement Werk", "BE68539007547034", null);

    @Test
    void the_header_counts_and_adds_up() {
        CustomerCreditTransferInitiationV09 order = read(CreditTransferFile.of(run("2027-03-15", "1250.01", 2), List.of(line(1, "1250.00", "Vrij"), line(2, "0.01", "Vrij")), DEBTOR));

        assertThat(order.getGrpHdr().getMsgId()).isEqualTo("DOSSIERWERK-BET-2027-001").hasSizeLessThanOrEqualTo(35);
        assertThat(order.getGrpHdr().getNbOfTxs()).isEqualTo("2");
        assertThat(order.getGrpHdr().getCtrlSum()).isEqualTo("1250.01");
        assertThat(order.getGrpHdr().getInitgPty().getNm()).isEqualTo("Departement Werk");
        assertThat(order.getGrpHdr().getCreDtTm().toInstant()).isEqualTo("2027-03-12T22:30:15Z");
        assertThat(order.getPmtInf()).hasSize(1);
        var instruction = order.getPmtInf().get(0);
        assertThat(instruction.getPmtInfId()).isEqualTo("DOSSIERWERK-BET-2027-001-1").hasSizeLessThanOrEqualTo(35);
        assertThat(instruction.getNbOfTxs()).isEqualTo("2");
        assertThat(instruction.getCtrlSum()).isEqualTo("1250.01");
        assertThat(instruction.isBtchBookg()).as("each payment is booked apart").isFalse();
        assertThat(instruction.getPmtTpInf().getSvcLvl().get(0).getCd()).isEqualTo("SEPA");
        assertThat(instruction.getChrgBr().value()).isEqualTo("SLEV");
        assertThat(instruction.getDbtrAcct().getId().getIBAN()).isEqualTo("BE68539007547034");
        assertThat(instruction.getDbtrAgt().getFinInstnId().getOthr().getId()).isEqualTo("NOTPROVIDED");
        assertThat(instruction.getReqdExctnDt().getDt()).isEqualTo("2027-03-15");
    }

    @Test
    void the_same_run_gives_the_same_bytes() {
        List<RunLine> lines = List.of(line(1, "10.00", "Vrij"), line(2, "20.00", "+++090/9337/55493+++"));
        PaymentFile first = CreditTransferFile.of(run("2027-03-15", "30.00", 2), lines, DEBTOR);
        PaymentFile second = CreditTransferFile.of(run("2027-03-15", "30.00", 2), lines, DEBTOR);

        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.sha256()).isEqualTo(first.sha256()).hasSize(64);
        assertThat(first.fileName()).isEqualTo("DOSSIERWERK-BET-2027-001.xml");
        assertThat(new String(first.content(), StandardCharsets.UTF_8)).startsWith("<?xml").contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
    }

    /** Released late in the evening in Brussels: a new day there. */
    @ParameterizedTest
    @CsvSource({"2027-03-11, 2027-03-12", "2027-03-12, 2027-03-12", "2027-03-13, 2027-03-13"})
    void a_day_that_passed_before_the_release_becomes_the_day_of_the_release(String day, String asked) {
        CustomerCreditTransferInitiationV09 order = read(CreditTransferFile.of(run(day, "10.00", 1), List.of(line("10.00", "Vrij")), DEBTOR));
        assertThat(order.getPmtInf().get(0).getReqdExctnDt().getDt()).isEqualTo(asked);
    }

    @Test
    void a_payment_says_who_gets_how_much_and_why() {
        CreditTransferTransaction34 free = transfer(line("1250.00", "Terugbetaling opleiding"), DEBTOR);
        assertThat(free.getPmtId().getEndToEndId()).isEqualTo("DC-OFT-2027-00001-B1");
        assertThat(free.getAmt().getInstdAmt().getValue()).isEqualTo("1250.00");
        assertThat(free.getAmt().getInstdAmt().getCcy()).isEqualTo("EUR");
        assertThat(free.getCdtr().getNm()).isEqualTo("Cafe + Co");
        assertThat(free.getCdtrAcct().getId().getIBAN()).isEqualTo("BE43068999999501");
        assertThat(free.getRmtInf().getUstrd()).containsExactly("Terugbetaling opleiding");
        assertThat(free.getRmtInf().getStrd()).isEmpty();

        CreditTransferTransaction34 structured = transfer(line("1.00", "+++090/9337/55493+++"), new Debtor.Account("D", "BE68539007547034", "GKCCBEBB"));
        assertThat(structured.getRmtInf().getUstrd()).isEmpty();
        var reference = structured.getRmtInf().getStrd().get(0).getCdtrRefInf();
        assertThat(reference.getRef()).isEqualTo("090933755493");
        assertThat(reference.getTp().getIssr()).isEqualTo("BBA");
        assertThat(reference.getTp().getCdOrPrtry().getCd().value()).isEqualTo("SCOR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Café & Co          | Cafe + Co", "Łódź €100          | odz  100", "//Straat//weg/     | Straat/weg", "Ça va? (ja), 'nee' | Ca va? (ja), 'nee'",
            "<b>x</b>           | b x /b", "日本                 | -", "a_b*c              | a b c"})
    void only_characters_that_every_bank_takes_go_out(String text, String sent) {
        assertThat(CreditTransferFile.latin(text)).isEqualTo(sent);
    }

    /** Whatever is changed in a good file, it is not sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "(<NbOfTxs>)2                         | $13",
            "(?s)(<PmtInf>.*<NbOfTxs>)2           | $11",
            "(<CtrlSum>)30.00                     | $130.01",
            "(?s)(<PmtInf>.*<CtrlSum>)30.00       | $129.99",
            "(<InstdAmt Ccy=.EUR.>)10.00          | $110.01",
            "(<InstdAmt Ccy=.EUR.>)10.00          | $110.001",
            "(<InstdAmt Ccy=.EUR.>)10.00          | $1-10.00",
            "(<InstdAmt Ccy=.EUR.>)10.00          | $10.00",
            "Ccy=.EUR.                            | Ccy='USD'",
            "Ccy=.EUR.                            | A='B'",
            "BE43068999999501                     | BE71096123456769",
            "BE43068999999501                     | be43068999999501",
            "Cafe . Co                            | Café",
            "(?s)(<Cdtr>.*?<Nm>).*?(</Nm>)        | $1$2",
            "DC-OFT-2027-00001-B2                 | DC-OFT-2027-00001-B1",
            "(<EndToEndId>)DC                     | $1/DC",
            "<EndToEndId>DC-OFT-2027-00001-B2</EndToEndId> | ''",
            "(<MsgId>)DOSSIERWERK                 | $1DOSSIER",
            "(<PmtInfId>)DOSSIERWERK              | $1DOSSIER",
            "<PmtMtd>TRF                          | <PmtMtd>CHK",
            "<ChrgBr>SLEV                         | <ChrgBr>DEBT",
            "<ChrgBr>SLEV</ChrgBr>                | ''",
            "<Cd>SEPA                             | <Cd>URGP",
            "(<ReqdExctnDt>\\s*<Dt>)2027-03-15    | $12027-02-30",
            "(?s)(<Cdtr>.*?</Cdtr>)(.*?)(<CdtrAcct>.*?</CdtrAcct>) | $3$2$1",
            "(</Dbtr>)                            | $1<UltmtDbtr><Nm>Iemand</Nm></UltmtDbtr>",
            "pain.001.001.09                      | pain.001.001.03",
            "<CstmrCdtTrfInitn>                   | <!DOCTYPE x><CstmrCdtTrfInitn>",
            "</CstmrCdtTrfInitn>                  | ''"})
    void a_file_that_is_not_the_standard_or_not_the_run_is_not_sent(String from, String to) {
        PaymentRun run = run("2027-03-15", "30.00", 2);
        List<RunLine> lines = List.of(line(1, "10.00", "Vrij"), line(2, "20.00", "+++090/9337/55493+++"));
        String good = new String(CreditTransferFile.of(run, lines, DEBTOR).content(), StandardCharsets.UTF_8);
        assertThat(CreditTransferCheck.wrong(good.getBytes(StandardCharsets.UTF_8), run, lines)).isNull();

        String harmed = good.replaceFirst(from, to);
        assertThat(harmed).as("the harm").isNotEqualTo(good);
        assertThatThrownBy(() -> CreditTransferCheck.check(harmed.getBytes(StandardCharsets.UTF_8), run, lines)).isInstanceOf(Refused.class)
                .hasMessage("payment.file.invalid");
    }

    @Test
    void two_payments_with_one_reference_and_a_run_that_says_something_else_are_not_written() {
        List<RunLine> twice = List.of(line(1, "10.00", "Vrij"), line(1, "20.00", "Vrij"));
        assertThatThrownBy(() -> CreditTransferFile.of(run("2027-03-15", "30.00", 2), twice, DEBTOR)).hasMessage("payment.file.invalid");
        List<RunLine> good = List.of(line(1, "10.00", "Vrij"), line(2, "20.00", "Vrij"));
        assertThatThrownBy(() -> CreditTransferFile.of(run("2027-03-15", "30.01", 2), good, DEBTOR)).hasMessage("payment.file.invalid");
        assertThatThrownBy(() -> CreditTransferFile.of(run("2027-03-15", "30.00", 3), good, DEBTOR)).hasMessage("payment.file.invalid");
        assertThatThrownBy(() -> CreditTransferFile.of(run("2027-03-15", "0.00", 0), List.of(), DEBTOR)).hasMessage("payment.file.invalid");
    }

    /** Any run whose payables were accepted gives a good file whose parts add up to the cent. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_parts_of_any_file_add_up_to_its_total(long seed) {
        Random random = new Random(seed);
        String[] texts = {"Łódź & Zn", "//weg//", "日本", "O'Neill (bv)", "a".repeat(70), "€ 100 * 3", "-", "Ça va?", "<x>&amp;"};
        List<RunLine> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        int count = 1 + random.nextInt(60);
        for (int i = 1; i <= count; i++) {
            BigDecimal amount = BigDecimal.valueOf(1 + (random.nextInt(4) == 0 ? random.nextLong(99_999_999_999L) : random.nextLong(100_000)), 2);
            String communication = random.nextInt(3) == 0 ? "+++090/9337/55493+++" : texts[random.nextInt(texts.length)] + " " + i;
            lines.add(new RunLine(i, i, "D-" + i, 1, "D-" + i + "-B1", texts[random.nextInt(texts.length)], "BE43068999999501", amount, communication, "besluit",
                    LineState.IN_RONDE, null, null, null, false));
            total = total.add(amount);
        }
        CustomerCreditTransferInitiationV09 order = read(CreditTransferFile.of(run("2027-03-15", total.toPlainString(), count), lines, DEBTOR));

        assertThat(order.getPmtInf().get(0).getCdtTrfTxInf().stream().map(each -> each.getAmt().getInstdAmt().getValue()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total).isEqualByComparingTo(order.getGrpHdr().getCtrlSum());
        assertThat(order.getPmtInf().get(0).getCdtTrfTxInf()).extracting(each -> each.getPmtId().getEndToEndId()).doesNotHaveDuplicates().hasSize(count);
    }

    private static CreditTransferTransaction34 transfer(RunLine line, Debtor.Account debtor) {
        return read(CreditTransferFile.of(run("2027-03-15", line.amount().toPlainString(), 1), List.of(line), debtor)).getPmtInf().get(0).getCdtTrfTxInf().get(0);
    }

    private static CustomerCreditTransferInitiationV09 read(PaymentFile file) {
        return MxPain00100109.parse(new String(file.content(), StandardCharsets.UTF_8)).getCstmrCdtTrfInitn();
    }

    private static PaymentRun run(String day, String total, int lines) {
        return new PaymentRun(1, "BET-2027-001", LocalDate.parse(day), RunState.VRIJGEGEVEN, new BigDecimal(total), lines, 0, new Signature("nele", "Nele", RELEASED),
                new Signature("tom", "Tom", RELEASED), new Signature("lieve", "Lieve", RELEASED), null, null);
    }

    private static RunLine line(String amount, String communication) {
        return line(1, amount, communication);
    }

    private static RunLine line(int attempt, String amount, String communication) {
        return new RunLine(attempt, 1, "DC-OFT-2027-00001", attempt, "DC-OFT-2027-00001-B" + attempt, "Café & Co", "BE43068999999501", new BigDecimal(amount), communication, "besluit",
                LineState.IN_RONDE, null, null, null, false);
    }
}
