package be.dossierwerk.payment;

import be.dossierwerk.shared.MovableClock;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CreditorReferenceInformation2;
import com.prowidesoftware.swift.model.mx.dic.CreditorReferenceType1Choice;
import com.prowidesoftware.swift.model.mx.dic.CreditorReferenceType2;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.DocumentType3Code;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import com.prowidesoftware.swift.model.mx.dic.StructuredRemittanceInformation16;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * The order to the bank: ISO 20022 pain.001.001.09, a SEPA credit transfer (EPC 132-08). A function of the run alone, so that building it twice gives the
 * same bytes. Each payment is booked apart, so that the bank's answer names it.
 */
final class CreditTransferFile {

    static {
        MessageContexts.remember();
    }

    private static final MxWriteConfiguration PLAIN = plain();
    private static final String CURRENCY = "EUR";
    private static final int LONGEST_NAME = 70;

    private CreditTransferFile() { }

    /** Elements without a prefix, as banks show them in their examples. */
    private static MxWriteConfiguration plain() {
        MxWriteConfiguration configuration = new MxWriteConfiguration();
        configuration.useCategoryAsDocumentPrefix = false;
        configuration.documentPrefix = null;
        return configuration;
    }

    /** What the bank uses to recognise a file that it had already. */
    static String messageId(String run) {
        return "DOSSIERWERK-" + run;
    }

    static String instructionId(String run) {
        return messageId(run) + "-1";
    }

    /** @throws be.dossierwerk.shared.Refused payment.file.invalid when the file is not what the standard and the run ask */
    static PaymentFile of(PaymentRun run, List<RunLine> lines, Debtor.Account debtor) {
        CustomerCreditTransferInitiationV09 order = new CustomerCreditTransferInitiationV09();
        order.setGrpHdr(new GroupHeader85().setMsgId(messageId(run.number()))
                .setCreDtTm(run.released().at().atZone(MovableClock.BRUSSELS).toOffsetDateTime().withNano(0))
                .setNbOfTxs(String.valueOf(lines.size())).setCtrlSum(run.total()).setInitgPty(party(debtor.name())));
        LocalDate released = LocalDate.ofInstant(run.released().at(), MovableClock.BRUSSELS);
        PaymentInstruction30 instruction = new PaymentInstruction30().setPmtInfId(instructionId(run.number())).setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false).setNbOfTxs(String.valueOf(lines.size())).setCtrlSum(run.total())
                .setPmtTpInf(new PaymentTypeInformation26().addSvcLvl(new ServiceLevel8Choice().setCd("SEPA")))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(run.day().isBefore(released) ? released : run.day()))
                .setDbtr(party(debtor.name())).setDbtrAcct(account(debtor.iban())).setDbtrAgt(bank(debtor.bic()))
                .setChrgBr(ChargeBearerType1Code.SLEV);
        lines.forEach(line -> instruction.addCdtTrfTxInf(transfer(line)));
        order.addPmtInf(instruction);
        byte[] content = new MxPain00100109().setCstmrCdtTrfInitn(order).message(PLAIN).getBytes(StandardCharsets.UTF_8);
        CreditTransferCheck.check(content, run, lines);
        return new PaymentFile(messageId(run.number()), content, sha256(content));
    }

    private static CreditTransferTransaction34 transfer(RunLine line) {
        return new CreditTransferTransaction34().setPmtId(new PaymentIdentification6().setInstrId(line.endToEnd()).setEndToEndId(line.endToEnd()))
                .setAmt(new AmountType4Choice().setInstdAmt(new ActiveOrHistoricCurrencyAndAmount().setCcy(CURRENCY).setValue(line.amount())))
                .setCdtr(party(line.beneficiary())).setCdtrAcct(account(line.iban())).setRmtInf(remittance(line.communication()));
    }

    private static RemittanceInformation16 remittance(String communication) {
        if (!communication.startsWith("+++")) {
            return new RemittanceInformation16().addUstrd(latin(communication));
        }
        // The Belgian structured communication, as Febelfin prescribes it.
        return new RemittanceInformation16().addStrd(new StructuredRemittanceInformation16().setCdtrRefInf(new CreditorReferenceInformation2()
                .setTp(new CreditorReferenceType2().setCdOrPrtry(new CreditorReferenceType1Choice().setCd(DocumentType3Code.SCOR)).setIssr("BBA"))
                .setRef(communication.replaceAll("[^0-9]", ""))));
    }

    private static PartyIdentification135 party(String name) {
        String latin = latin(name);
        return new PartyIdentification135().setNm(latin.length() <= LONGEST_NAME ? latin : latin.substring(0, LONGEST_NAME));
    }

    private static CashAccount38 account(String iban) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(iban));
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(String bic) {
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(bic == null
                ? bank.setOthr(new GenericFinancialIdentification1().setId("NOTPROVIDED")) : bank.setBICFI(bic));
    }

    /** Only the characters that every bank of the SEPA must take; one of ours for each, so that lengths stay. */
    static String latin(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace("&", "+")
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ").strip();
        // A text may neither begin nor end with a slash, nor hold two.
        String slashes = plain.replaceAll("//+", "/").replaceAll("^/+|/+$", "").strip();
        return slashes.isEmpty() ? "-" : slashes;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
