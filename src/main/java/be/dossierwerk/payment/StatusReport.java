package be.dossierwerk.payment;

import be.dossierwerk.payment.BankFile.Whole;
import be.dossierwerk.payment.BankLine.Direction;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What became of an order that we sent (pain.002.001.10): of each payment, or of the file as a whole. */
final class StatusReport {

    private static final String REJECTED = "RJCT";

    private StatusReport() { }

    /** @throws be.dossierwerk.shared.Refused payment.bank.unreadable when a total is no amount */
    static BankFile of(CustomerPaymentStatusReportV10 report) {
        List<BankEntry> entries = new ArrayList<>();
        List<Whole> wholes = new ArrayList<>();
        var group = report.getOrgnlGrpInfAndSts();
        String message = group == null ? null : BankValues.reference(group.getOrgnlMsgId());
        int place = 0;
        for (OriginalPaymentInstruction32 instruction : report.getOrgnlPmtInfAndSts()) {
            // What has no status of its own has that of the whole.
            String ofAll = instruction.getPmtInfSts() != null || group == null ? instruction.getPmtInfSts() : group.getGrpSts();
            List<StatusReasonInformation12> why = instruction.getStsRsnInf().isEmpty() && group != null ? group.getStsRsnInf() : instruction.getStsRsnInf();
            if (instruction.getTxInfAndSts().isEmpty()) {
                wholes.add(new Whole(String.valueOf(++place), message, REJECTED.equals(ofAll), reason(why), count(instruction.getOrgnlNbOfTxs()),
                        BankValues.total(instruction.getOrgnlCtrlSum())));
            }
            for (PaymentTransaction105 payment : instruction.getTxInfAndSts()) {
                entries.add(status(String.valueOf(++place), payment, message, payment.getTxSts() == null ? ofAll : payment.getTxSts(),
                        payment.getStsRsnInf().isEmpty() ? why : payment.getStsRsnInf()));
            }
        }
        if (group != null && (place == 0 || group.getOrgnlNbOfTxs() != null || group.getOrgnlCtrlSum() != null)) {
            wholes.add(new Whole(place == 0 ? "1" : "0", message, place == 0 && REJECTED.equals(group.getGrpSts()), reason(group.getStsRsnInf()),
                    count(group.getOrgnlNbOfTxs()), BankValues.total(group.getOrgnlCtrlSum())));
        }
        return new BankFile(BankFile.Kind.PAIN_002, BankValues.id(report.getGrpHdr() == null ? null : report.getGrpHdr().getMsgId()), entries, wholes);
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
        return new BankEntry(place, BankValues.reference(payment.getOrgnlEndToEndId()), direction, amount == null ? null : BankValues.total(amount.getValue()),
                BankValues.currency(amount), null, BankValues.bankReference(payment.getAcctSvcrRef()), true, reason(reasons), message);
    }

    private static String reason(List<StatusReasonInformation12> reasons) {
        List<String> words = reasons.stream().map(reason -> BankReasons.words(reason.getRsn() == null ? null : reason.getRsn().getCd(),
                reason.getRsn() == null ? null : reason.getRsn().getPrtry(), reason.getAddtlInf())).distinct().toList();
        return BankReasons.words(null, null, words);
    }

    private static Integer count(String told) {
        return told != null && told.strip().matches("[0-9]{1,9}") ? Integer.valueOf(told.strip()) : null;
    }
}
