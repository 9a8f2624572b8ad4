package be.dossierwerk.payment;

import be.dossierwerk.shared.Refused;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * Holds a payment file, byte for byte as the bank would get it, against the standard ({@code payment/credit-transfer.xsd}) and against its run: whatever wrote
 * it, the bank is asked exactly what the lines say. Reads nothing from a network.
 */
final class CreditTransferCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CreditTransferCheck.class);
    private static final String CURRENCY = "EUR";
    private static final Schema SCHEMA = schema();

    private CreditTransferCheck() { }

    /** @throws Refused payment.file.invalid when one thing differs */
    static void check(byte[] content, PaymentRun run, List<RunLine> lines) {
        String wrong = wrong(content, run, lines);
        if (wrong != null) {
            LOG.error("The payment file of {} is not sent: {}", run.number(), wrong);
            throw new Refused("payment.file.invalid", run.number());
        }
    }

    /** The first thing that is wrong, or null. */
    static String wrong(byte[] content, PaymentRun run, List<RunLine> lines) {
        try {
            Validator validator = SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(content)));
        } catch (SAXException e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var order = MxPain00100109.parse(new String(content, StandardCharsets.UTF_8)).getCstmrCdtTrfInitn();
        var header = order.getGrpHdr();
        var instruction = order.getPmtInf().get(0);
        if (!header.getMsgId().equals(CreditTransferFile.messageId(run.number())) || !instruction.getPmtInfId().equals(CreditTransferFile.instructionId(run.number()))) {
            return "the file is called " + header.getMsgId() + " and " + instruction.getPmtInfId();
        }
        List<String> asked = instruction.getCdtTrfTxInf().stream().map(each -> String.join(" ", each.getPmtId().getInstrId(), each.getPmtId().getEndToEndId(),
                each.getCdtrAcct().getId().getIBAN(), each.getAmt().getInstdAmt().getValue().toPlainString(), each.getAmt().getInstdAmt().getCcy())).toList();
        List<String> granted = lines.stream().map(line -> String.join(" ", line.endToEnd(), line.endToEnd(), line.iban(), line.amount().toPlainString(), CURRENCY)).toList();
        if (!asked.equals(granted)) {
            return "the payments are " + asked + " and not " + granted;
        }
        BigDecimal sum = instruction.getCdtTrfTxInf().stream().map(each -> each.getAmt().getInstdAmt().getValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (BigDecimal told : List.of(header.getCtrlSum(), instruction.getCtrlSum(), run.total())) {
            if (told.compareTo(sum) != 0) {
                return "a sum is " + told + " and the payments are together " + sum;
            }
        }
        for (String told : List.of(header.getNbOfTxs(), instruction.getNbOfTxs(), String.valueOf(run.lines()))) {
            if (!told.equals(String.valueOf(asked.size()))) {
                return "a count is " + told + " and there are " + asked.size() + " payments";
            }
        }
        return null;
    }

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(CreditTransferCheck.class.getResourceAsStream("/payment/credit-transfer.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema of payment files cannot be read", e);
        }
    }
}
