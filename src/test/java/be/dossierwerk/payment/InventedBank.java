package be.dossierwerk.payment;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A bank that takes files out of the folder, pays what they ask, knows a message id that it had, and answers in camt.053 and pain.002. */
public final class InventedBank {

    static final String OUR_IBAN = "BE68539007547034";

    /** An order that the bank took. */
    record Asked(String messageId, String endToEnd, String iban, BigDecimal amount) { }

    private final Path folder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Asked> taken = new LinkedHashMap<>();
    private final List<String> deliveries = new ArrayList<>();
    private int statements;

    public InventedBank(Path folder) {
        this.folder = folder;
    }

    /** Empties the folder. The same message twice is one message; with other content it is an error. Gives the orders that are new. */
    List<Asked> collect() {
        List<Asked> fresh = new ArrayList<>();
        if (!Files.exists(folder)) {
            return fresh;
        }
        try (Stream<Path> waiting = Files.list(folder)) {
            for (Path file : waiting.filter(path -> path.toString().endsWith(".xml")).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                Files.delete(file);
                var order = MxPain00100109.parse(new String(content, StandardCharsets.UTF_8)).getCstmrCdtTrfInitn();
                String messageId = order.getGrpHdr().getMsgId();
                deliveries.add(messageId);
                byte[] before = files.putIfAbsent(messageId, content);
                if (before != null) {
                    if (!Arrays.equals(before, content)) {
                        throw new AssertionError("two files with the message id " + messageId);
                    }
                    continue;
                }
                order.getPmtInf().forEach(instruction -> instruction.getCdtTrfTxInf().forEach(transfer -> {
                    Asked asked = new Asked(messageId, transfer.getPmtId().getEndToEndId(), transfer.getCdtrAcct().getId().getIBAN(),
                            transfer.getAmt().getInstdAmt().getValue());
                    if (taken.putIfAbsent(asked.endToEnd(), asked) != null) {
                        throw new AssertionError("asked twice: " + asked);
                    }
                    fresh.add(asked);
                }));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fresh;
    }

    /** Every file that was ever seen, once for each time. */
    List<String> deliveries() {
        return deliveries;
    }

    public static String debit(String endToEnd, String amount, LocalDate on, String reference) {
        return entry("DBIT", endToEnd, amount, "EUR", "BOOK", on, reference, null);
    }

    public static String credit(String endToEnd, String amount, LocalDate on, String reference, String reason) {
        return entry("CRDT", endToEnd, amount, "EUR", "BOOK", on, reference, reason);
    }

    /** Null leaves an element out. */
    static String entry(String direction, String endToEnd, String amount, String currency, String status, LocalDate on, String reference, String reason) {
        return "<Ntry>" + (amount == null ? "" : "<Amt Ccy=\"" + currency + "\">" + amount + "</Amt>") + element("CdtDbtInd", direction)
                + (status == null ? "" : "<Sts><Cd>" + status + "</Cd></Sts>") + (on == null ? "" : "<BookgDt><Dt>" + on + "</Dt></BookgDt>")
                + element("AcctSvcrRef", reference) + "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
                + "<NtryDtls><TxDtls><Refs>" + element("EndToEndId", endToEnd) + "</Refs>"
                + (reason == null ? "" : "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>") + "</TxDtls></NtryDtls></Ntry>";
    }

    public byte[] statement(String... entries) {
        return statementOf(OUR_IBAN, "", entries);
    }

    /** {@code more}: balances and totals. */
    byte[] statementOf(String iban, String more, String... entries) {
        statements++;
        return document("camt.053.001.08", "<BkToCstmrStmt><GrpHdr><MsgId>AFSCHRIFT-" + statements + "</MsgId><CreDtTm>2027-03-12T22:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>"
                + statements + "</Id><CreDtTm>2027-03-12T22:00:00+01:00</CreDtTm><Acct><Id><IBAN>" + iban + "</IBAN></Id></Acct>" + more + String.join("", entries)
                + "</Stmt></BkToCstmrStmt>");
    }

    static String status(String endToEnd, String status, String reason) {
        return "<TxInfAndSts>" + element("OrgnlEndToEndId", endToEnd) + element("TxSts", status)
                + (reason == null ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>") + "</TxInfAndSts>";
    }

    /** {@code of}: what stands in the group after the message id. */
    byte[] report(String messageId, String of, String... payments) {
        statements++;
        return document("pain.002.001.10", "<CstmrPmtStsRpt><GrpHdr><MsgId>STATUS-" + statements + "</MsgId><CreDtTm>2027-03-12T16:00:00+01:00</CreDtTm></GrpHdr>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>" + messageId + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>" + of + "</OrgnlGrpInfAndSts>"
                + (payments.length == 0 ? "" : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + messageId + "-1</OrgnlPmtInfId>" + String.join("", payments) + "</OrgnlPmtInfAndSts>")
                + "</CstmrPmtStsRpt>");
    }

    static byte[] document(String schema, String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:" + schema + "\">" + body + "</Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String name, String text) {
        return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
    }
}
