package be.dossierwerk.payment;

import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.shared.Refused;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A statement of our account (camt.053.001.08): each entry, and whether the sums that the bank gives are those of the entries. */
final class BankStatement {

    private static final String BOOKED = "BOOK";

    private BankStatement() { }

    /** @throws Refused payment.bank.account, payment.bank.total, payment.bank.unreadable when a total is no amount */
    static BankFile of(BankToCustomerStatementV08 message, String iban) {
        List<BankEntry> entries = new ArrayList<>();
        int place = 0;
        for (AccountStatement9 statement : message.getStmt()) {
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
        return new BankFile(BankFile.Kind.CAMT_053, BankValues.id(message.getGrpHdr() == null ? null : message.getGrpHdr().getMsgId()), entries, List.of());
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
        return new BankEntry(place, BankValues.reference(references == null ? null : references.getEndToEndId()),
                direction == CreditDebitCode.DBIT ? Direction.AF : direction == CreditDebitCode.CRDT ? Direction.BIJ : Direction.ONBEKEND,
                BankValues.amount(amount), BankValues.currency(amount), BankValues.day(entry.getBookgDt()), BankValues.bankReference(reference),
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
                BigDecimal value = BankValues.total(balance.getAmt().getValue());
                return balance.getCdtDbtInd() == CreditDebitCode.DBIT ? value.negate() : value;
            }
        }
        return null;
    }

    private static BigDecimal sum(List<ReportEntry10> entries) {
        return entries.stream().map(entry -> value(entry.getAmt())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(ActiveOrHistoricCurrencyAndAmount amount) {
        BigDecimal value = BankValues.amount(amount);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static void same(String place, BigDecimal told, BigDecimal counted) {
        if (told != null && BankValues.total(told).compareTo(counted) != 0) {
            throw new Refused("payment.bank.total", place, told.toPlainString(), counted.toPlainString());
        }
    }

    private static void same(String place, String told, int counted) {
        if (told != null && !told.strip().equals(String.valueOf(counted))) {
            throw new Refused("payment.bank.total", place, told.strip(), String.valueOf(counted));
        }
    }
}
