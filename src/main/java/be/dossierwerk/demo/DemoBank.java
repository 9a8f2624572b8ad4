package be.dossierwerk.demo;

import be.dossierwerk.engine.PlainXml;
import be.dossierwerk.payment.PaymentFile;
import be.dossierwerk.payment.PaymentRun;
import be.dossierwerk.payment.RunState;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An invented bank that pays what every sent run asks: for each one it leaves a statement (camt.053) in the folder {@code bank} of the data folder,
 * ready to be read on the screen of payment runs. Only where the demo people may sign in.
 */
@Component
class DemoBank {

    private static final Logger LOG = LoggerFactory.getLogger(DemoBank.class);
    private static final int RUNS = 50;

    private final ShowRuns runs;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Path folder;

    DemoBank(ShowRuns runs, DemoPeople people, CurrentActor currentActor, Clock clock, @Value("${dossierwerk.data}") Path data) {
        this.runs = runs;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
        this.folder = data.resolve("bank");
    }

    @Scheduled(initialDelay = 30, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void answer() {
        if (!people.present()) {
            return;
        }
        currentActor.as(people.actor("nele"), () -> {
            runs.latest(RUNS).stream().filter(run -> run.state() == RunState.VERZONDEN).forEach(this::leaveStatement);
            return null;
        });
    }

    private void leaveStatement(PaymentRun run) {
        Path statement = folder.resolve("rekeninguittreksel-" + run.number() + ".xml");
        if (Files.exists(statement)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(statement, statement(run.number()));
            LOG.info("The bank of the demo paid run {}; its statement is {}", run.number(), statement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bank tells when it paid every order of that run today. */
    byte[] statement(String run) {
        PaymentFile file = runs.file(run);
        Document order = parse(file.content());
        LocalDate today = LocalDate.now(clock);
        StringBuilder entries = new StringBuilder();
        NodeList transfers = order.getElementsByTagNameNS("*", "CdtTrfTxInf");
        for (int i = 0; i < transfers.getLength(); i++) {
            Element transfer = (Element) transfers.item(i);
            entries.append("""
                    <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s-%d</AcctSvcrRef>\
                    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\
                    <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                    """.formatted(text(transfer, "InstdAmt"), today, run, i + 1, text(transfer, "EndToEndId")));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$sT18:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>%1$s</Id><CreDtTm>%2$sT18:00:00</CreDtTm><Acct><Id><IBAN>%3$s</IBAN></Id></Acct>
                %4$s</Stmt></BkToCstmrStmt></Document>
                """.formatted("UITTREKSEL-" + run, today, text((Element) order.getElementsByTagNameNS("*", "DbtrAcct").item(0), "IBAN"), entries)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Element in, String name) {
        return in.getElementsByTagNameNS("*", name).item(0).getTextContent().strip();
    }

    private static Document parse(byte[] content) {
        try {
            return PlainXml.read(content);
        } catch (SAXException e) {
            throw new IllegalStateException("the file of a payment run is not readable", e);
        }
    }
}
