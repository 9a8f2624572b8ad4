package be.dossierwerk.payment;

import be.dossierwerk.shared.Refused;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
            return BankStatement.of(message.getBkToCstmrStmt(), iban);
        }
        if (PAIN.equals(namespace)) {
            MxPain00200110 message = parsed(() -> MxPain00200110.parse(xml));
            if (message == null || message.getCstmrPmtStsRpt() == null) {
                throw new Refused("payment.bank.unreadable");
            }
            return StatusReport.of(message.getCstmrPmtStsRpt());
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
