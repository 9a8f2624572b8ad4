package be.dossierwerk.payment;

import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.shared.Refused;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a bank tells: a statement (ISO 20022 camt.053.001.08) or the fate of an order (pain.002.001.10). Reads and adds up; judges nothing.
 * {@code wholes}: our files that the bank refused as a whole.
 */
record BankFile(Kind kind, String messageId, List<BankEntry> entries, List<Whole> wholes) {

    enum Kind { CAMT_053, PAIN_002 }

    /** {@code count} and {@code total}: what the bank says that our file held; null where it does not. */
    record Whole(String place, String message, boolean refused, String reason, Integer count, BigDecimal total) { }

    static {
        MessageContexts.remember();
    }

    private static final Logger LOG = LoggerFactory.getLogger(BankFile.class);
    private static final String CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final String PAIN = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String NONE = "NOTPROVIDED";
    private static final String BOOKED = "BOOK";
    private static final String REJECTED = "RJCT";
    /** Max35Text of the standard. */
    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_DIGITS = 13;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    /** The standard goes no deeper than twenty. */
    private static final int DEEPEST = 50;

    /**
     * {@code iban}: our account; statements of another one are refused.
     * @throws Refused payment.bank.encoding, payment.bank.kind, payment.bank.unreadable, payment.bank.account, payment.bank.total
     */
    static BankFile read(byte[] content, String iban) {
        String xml = text(content);
        String namespace = namespace(content);
        if (CAMT.equals(namespace)) {
            MxCamt05300108 message = parsed(() -> MxCamt05300108.parse(xml));
            if (message == null || message.getBkToCstmrStmt() == null) {
                throw new Refused("payment.bank.unreadable");
            }
            return statements(message, iban);
        }
        if (PAIN.equals(namespace)) {
            MxPain00200110 message = parsed(() -> MxPain00200110.parse(xml));
            if (message == null || message.getCstmrPmtStsRpt() == null) {
                throw new Refused("payment.bank.unreadable");
            }
            return statuses(message.getCstmrPmtStsRpt());
        }
        throw new Refused("payment.bank.kind");
    }

    /** What the library does with nonsense is its own affair; for us the file cannot be read. */
    private static <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (RuntimeException e) {
            LOG.warn("A file of the bank cannot be read", e);
            throw new Refused("payment.bank.unreadable");
        }
    }

    private static BankFile statements(MxCamt05300108 message, String iban) {
        List<BankEntry> entries = new ArrayList<>();
        int place = 0;
        for (AccountStatement9 statement : message.getBkToCstmrStmt().getStmt()) {
            String of = statement.getAcct() == null || statement.getAcct().getId() == null ? null : statement.getAcct().getId().getIBAN();
            if (!iban.equals(of)) {
                throw new Refused("payment.bank.account", Objects.toString(of, "-"), iban);
            }
            checkTotals(statement);
            for (ReportEntry10 entry : statement.getNtry()) {
                place++;
                List<EntryTransaction10> payments = entry.getNtryDtls().stream().flatMap(details -> details.getTxDtls().stream()).toList();
                if (payments.isEmpty()) {
                    entries.add(entry(String.valueOf(place), entry, null, 0));
                }
                for (int i = 0; i < payments.size(); i++) {
                    entries.add(entry(payments.size() == 1 ? String.valueOf(place) : place + "." + (i + 1), entry, payments.get(i), payments.size() == 1 ? 0 : i + 1));
                }
                checkDetails(place, entry, payments);
            }
        }
        return new BankFile(Kind.CAMT_053, id(message.getBkToCstmrStmt().getGrpHdr() == null ? null : message.getBkToCstmrStmt().getGrpHdr().getMsgId()), entries, List.of());
    }

    /** {@code number}: which of several payments, or 0 for the only one. */
    private static BankEntry entry(String place, ReportEntry10 entry, EntryTransaction10 payment, int number) {
        var references = payment == null ? null : payment.getRefs();
        ActiveOrHistoricCurrencyAndAmount amount = payment == null ? entry.getAmt() : amount(entry, payment, number == 0);
        CreditDebitCode direction = payment == null || payment.getCdtDbtInd() == null ? entry.getCdtDbtInd() : payment.getCdtDbtInd();
        String reference = references == null ? null : references.getAcctSvcrRef();
        if (reference == null) {
            String ofEntry = entry.getAcctSvcrRef() == null ? entry.getNtryRef() : entry.getAcctSvcrRef();
            reference = ofEntry == null || number == 0 ? ofEntry : ofEntry + "#" + number;
        }
        var returned = payment == null ? null : payment.getRtrInf();
        String reason = BankReasons.words(returned == null || returned.getRsn() == null ? null : returned.getRsn().getCd(),
                returned == null || returned.getRsn() == null ? null : returned.getRsn().getPrtry(), returned == null ? List.of() : returned.getAddtlInf());
        return new BankEntry(place, reference(references == null ? null : references.getEndToEndId()),
                direction == CreditDebitCode.DBIT ? Direction.AF : direction == CreditDebitCode.CRDT ? Direction.BIJ : Direction.ONBEKEND,
                amount(amount), currency(amount), day(entry.getBookgDt()), bankReference(reference),
                entry.getSts() != null && BOOKED.equals(entry.getSts().getCd()), reason, null);
    }

    private static ActiveOrHistoricCurrencyAndAmount amount(ReportEntry10 entry, EntryTransaction10 payment, boolean only) {
        var details = payment.getAmtDtls();
        if (payment.getAmt() != null) {
            return payment.getAmt();
        }
        if (details != null && details.getTxAmt() != null && details.getTxAmt().getAmt() != null) {
            return details.getTxAmt().getAmt();
        }
        if (details != null && details.getInstdAmt() != null && details.getInstdAmt().getAmt() != null) {
            return details.getInstdAmt().getAmt();
        }
        return only ? entry.getAmt() : null;
    }

    private static void checkDetails(int place, ReportEntry10 entry, List<EntryTransaction10> payments) {
        if (payments.size() > 1 && entry.getAmt() != null && entry.getAmt().getValue() != null) {
            BigDecimal sum = payments.stream().map(payment -> {
                BigDecimal value = value(amount(entry, payment, false));
                return payment.getCdtDbtInd() == null || payment.getCdtDbtInd() == entry.getCdtDbtInd() ? value : value.negate();
            }).reduce(BigDecimal.ZERO, BigDecimal::add);
            same(String.valueOf(place), entry.getAmt().getValue(), sum);
        }
    }

    private static void checkTotals(AccountStatement9 statement) {
        List<ReportEntry10> entries = statement.getNtry();
        String place = Objects.toString(statement.getId(), "-");
        var told = statement.getTxsSummry();
        if (told != null && told.getTtlNtries() != null) {
            same(place, told.getTtlNtries().getSum(), sum(entries));
            same(place, told.getTtlNtries().getNbOfNtries(), entries.size());
        }
        if (told != null && told.getTtlDbtNtries() != null) {
            List<ReportEntry10> debits = entries.stream().filter(entry -> entry.getCdtDbtInd() == CreditDebitCode.DBIT).toList();
            same(place, told.getTtlDbtNtries().getSum(), sum(debits));
            same(place, told.getTtlDbtNtries().getNbOfNtries(), debits.size());
        }
        if (told != null && told.getTtlCdtNtries() != null) {
            List<ReportEntry10> credits = entries.stream().filter(entry -> entry.getCdtDbtInd() == CreditDebitCode.CRDT).toList();
            same(place, told.getTtlCdtNtries().getSum(), sum(credits));
            same(place, told.getTtlCdtNtries().getNbOfNtries(), credits.size());
        }
        BigDecimal opening = balance(statement, "OPBD");
        BigDecimal closing = balance(statement, "CLBD");
        if (opening != null && closing != null) {
            BigDecimal moved = entries.stream().filter(entry -> entry.getSts() != null && BOOKED.equals(entry.getSts().getCd()))
                    .map(entry -> entry.getCdtDbtInd() == CreditDebitCode.DBIT ? value(entry.getAmt()).negate() : value(entry.getAmt()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            same(place, closing, opening.add(moved));
        }
    }

    private static BigDecimal balance(AccountStatement9 statement, String code) {
        for (CashBalance8 balance : statement.getBal()) {
            if (balance.getTp() != null && balance.getTp().getCdOrPrtry() != null && code.equals(balance.getTp().getCdOrPrtry().getCd())
                    && balance.getAmt() != null && balance.getAmt().getValue() != null) {
                BigDecimal value = total(balance.getAmt().getValue());
                return balance.getCdtDbtInd() == CreditDebitCode.DBIT ? value.negate() : value;
            }
        }
        return null;
    }

    private static BankFile statuses(CustomerPaymentStatusReportV10 report) {
        List<BankEntry> entries = new ArrayList<>();
        List<Whole> wholes = new ArrayList<>();
        var group = report.getOrgnlGrpInfAndSts();
        String message = group == null ? null : reference(group.getOrgnlMsgId());
        int place = 0;
        for (OriginalPaymentInstruction32 instruction : report.getOrgnlPmtInfAndSts()) {
            // What has no status of its own has that of the whole.
            String ofAll = instruction.getPmtInfSts() != null || group == null ? instruction.getPmtInfSts() : group.getGrpSts();
            List<StatusReasonInformation12> why = instruction.getStsRsnInf().isEmpty() && group != null ? group.getStsRsnInf() : instruction.getStsRsnInf();
            if (instruction.getTxInfAndSts().isEmpty()) {
                wholes.add(new Whole(String.valueOf(++place), message, REJECTED.equals(ofAll), reason(why), count(instruction.getOrgnlNbOfTxs()),
                        total(instruction.getOrgnlCtrlSum())));
            }
            for (PaymentTransaction105 payment : instruction.getTxInfAndSts()) {
                entries.add(status(String.valueOf(++place), payment, message, payment.getTxSts() == null ? ofAll : payment.getTxSts(),
                        payment.getStsRsnInf().isEmpty() ? why : payment.getStsRsnInf()));
            }
        }
        if (group != null && (place == 0 || group.getOrgnlNbOfTxs() != null || group.getOrgnlCtrlSum() != null)) {
            wholes.add(new Whole(place == 0 ? "1" : "0", message, place == 0 && REJECTED.equals(group.getGrpSts()), reason(group.getStsRsnInf()),
                    count(group.getOrgnlNbOfTxs()), total(group.getOrgnlCtrlSum())));
        }
        return new BankFile(Kind.PAIN_002, id(report.getGrpHdr() == null ? null : report.getGrpHdr().getMsgId()), entries, wholes);
    }

    private static BankEntry status(String place, PaymentTransaction105 payment, String message, String status, List<StatusReasonInformation12> reasons) {
        var original = payment.getOrgnlTxRef();
        ActiveOrHistoricCurrencyAndAmount amount = original == null || original.getAmt() == null ? null : original.getAmt().getInstdAmt();
        Direction direction = switch (Objects.toString(status, "")) {
            case REJECTED -> Direction.GEWEIGERD;
            case "ACSC", "ACCC" -> Direction.UITGEVOERD;
            case "ACTC", "ACCP", "ACSP", "ACWC", "ACWP", "ACFC", "RCVD", "PDNG" -> Direction.AANVAARD;
            default -> Direction.ONBEKEND;
        };
        return new BankEntry(place, reference(payment.getOrgnlEndToEndId()), direction, amount == null ? null : total(amount.getValue()),
                currency(amount), null, bankReference(payment.getAcctSvcrRef()), true, reason(reasons), message);
    }

    private static String reason(List<StatusReasonInformation12> reasons) {
        List<String> words = reasons.stream().map(reason -> BankReasons.words(reason.getRsn() == null ? null : reason.getRsn().getCd(),
                reason.getRsn() == null ? null : reason.getRsn().getPrtry(), reason.getAddtlInf())).distinct().toList();
        return BankReasons.words(null, null, words);
    }

    private static BigDecimal sum(List<ReportEntry10> entries) {
        return entries.stream().map(entry -> value(entry.getAmt())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(ActiveOrHistoricCurrencyAndAmount amount) {
        BigDecimal value = amount(amount);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static void same(String place, BigDecimal told, BigDecimal counted) {
        if (told != null && total(told).compareTo(counted) != 0) {
            throw new Refused("payment.bank.total", place, told.toPlainString(), counted.toPlainString());
        }
    }

    private static void same(String place, String told, int counted) {
        if (told != null && !told.strip().equals(String.valueOf(counted))) {
            throw new Refused("payment.bank.total", place, told.strip(), String.valueOf(counted));
        }
    }

    private static Integer count(String told) {
        return told != null && told.strip().matches("[0-9]{1,9}") ? Integer.valueOf(told.strip()) : null;
    }

    private static LocalDate day(DateAndDateTime2Choice choice) {
        LocalDate day = choice == null ? null : choice.getDt() != null ? choice.getDt() : choice.getDtTm() == null ? null : choice.getDtTm().toLocalDate();
        return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
    }

    private static String reference(String endToEnd) {
        String plain = blankIsNone(endToEnd);
        return plain == null || NONE.equals(plain) || plain.length() > LONGEST_REFERENCE ? null : plain;
    }

    /** Longer than the standard allows it still tells two entries apart. */
    private static String bankReference(String told) {
        String plain = blankIsNone(told);
        return plain == null || plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
    }

    /** Null when it is no amount of the standard: not negative, at most thirteen digits before the comma and five behind it. */
    private static BigDecimal amount(ActiveOrHistoricCurrencyAndAmount told) {
        BigDecimal value = told == null ? null : told.getValue();
        return value == null || value.signum() < 0 || !sensible(value) ? null : value;
    }

    private static String currency(ActiveOrHistoricCurrencyAndAmount told) {
        return told == null || told.getCcy() == null || !told.getCcy().matches("[A-Z]{3}") ? null : told.getCcy();
    }

    /** Also guards every sum: a number such as 1E999999999 would be written out. */
    private static boolean sensible(BigDecimal value) {
        return value.scale() >= -MOST_DIGITS && value.scale() <= 5 && value.precision() - value.scale() <= MOST_DIGITS;
    }

    private static BigDecimal total(BigDecimal told) {
        if (told != null && !sensible(told)) {
            throw new Refused("payment.bank.unreadable");
        }
        return told;
    }

    private static String blankIsNone(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String id(String told) {
        return Objects.toString(bankReference(told), "-");
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused("payment.bank.encoding");
        }
    }

    /** Of the document itself, also where an envelope stands around it. */
    private static String namespace(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String found = null;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            int depth = 0;
            // To the end: half a file is no file.
            while (reader.hasNext()) {
                int event = reader.next();
                depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
                if (event == XMLStreamReader.DTD || depth > DEEPEST) {
                    throw new Refused("payment.bank.unreadable");
                }
                if (event == XMLStreamReader.START_ELEMENT && found == null && reader.getLocalName().equals("Document")) {
                    found = Objects.toString(reader.getNamespaceURI(), "");
                }
            }
        } catch (XMLStreamException e) {
            throw new Refused("payment.bank.unreadable");
        }
        return found;
    }
}
