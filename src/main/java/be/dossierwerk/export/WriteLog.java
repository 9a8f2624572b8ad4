package be.dossierwerk.export;

import be.dossierwerk.audit.SealKey;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.PrivateFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a log to a file: what is counted and what is written come from one state of the database. */
@Component
class WriteLog {

    /** What lies in the file. */
    record Written(LogCounts counts, long bytes, String sha256) { }

    private static final int TOLD_EVERY = 1_000;

    private final ReadLog readLog;
    private final SealKey sealKey;
    private final ObjectMapper json = new ObjectMapper();
    private final MovableClock clock;
    private final TransactionTemplate oneState;

    WriteLog(ReadLog readLog, SealKey sealKey, MovableClock clock, PlatformTransactionManager transactions) {
        this.readLog = readLog;
        this.sealKey = sealKey;
        this.clock = clock;
        this.oneState = new TransactionTemplate(transactions);
        oneState.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneState.setReadOnly(true);
    }

    /** {@code progress}: is told how many events were written. */
    Written write(LogFormat format, LogFilter filter, boolean names, Actor by, Path file, LongConsumer progress) {
        return oneState.execute(status -> {
            AtomicReference<LogCounts> counts = new AtomicReference<>();
            Pseudonyms pseudonyms = new Pseudonyms(Pseudonyms.newKey(), names ? readLog.names() : Map.of());
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                PrivateFile.write(file, plain -> {
                    OutputStream out = new BufferedOutputStream(new DigestOutputStream(plain, digest));
                    counts.set(switch (format) {
                        case XES -> xes(filter, pseudonyms, out, progress);
                        case OCEL -> ocel(filter, pseudonyms, out, progress);
                        default -> csv(filter, names, pseudonyms, by, out, progress);
                    });
                    out.flush();
                });
                return new Written(counts.get(), Files.size(file), Digests.hex(digest.digest()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Counted first: how much there is stands at its head. */
    private LogCounts xes(LogFilter filter, Pseudonyms pseudonyms, OutputStream out, LongConsumer progress) {
        LogCounts counts = readLog.counts(filter);
        XesLog log = new XesLog(out);
        log.begin("Dossierwerk", filter.told(), counts);
        AtomicLong done = new AtomicLong();
        readLog.events(filter, pseudonyms, false, (dossier, event) -> {
            log.event(dossier, event);
            tell(event, done, progress);
        });
        log.end();
        return counts;
    }

    private LogCounts ocel(LogFilter filter, Pseudonyms pseudonyms, OutputStream out, LongConsumer progress) {
        OcelLog log = new OcelLog(out);
        log.begin();
        AtomicLong done = new AtomicLong();
        readLog.events(filter, pseudonyms, true, (dossier, event) -> {
            if (event != null) {
                log.event(dossier, event);
            }
            tell(event, done, progress);
        });
        log.types();
        readLog.dossiers(filter, pseudonyms, log::dossier);
        readLog.objects(filter, log::belongs);
        log.end();
        return readLog.counts(filter);
    }

    /** Counted while it is written: to read everything once more would take a good part of the time again. */
    private LogCounts csv(LogFilter filter, boolean names, Pseudonyms pseudonyms, Actor by, OutputStream out, LongConsumer progress) {
        CsvLog log = new CsvLog(out);
        AtomicLong done = new AtomicLong();
        long events = log.table("events.csv", cells -> readLog.events(filter, pseudonyms, false, (dossier, event) -> {
            if (event != null) {
                cells.row(dossier.number(), event.id(), event.instance(), event.source(), event.transition(), event.name(), event.at(), event.process(), event.element(),
                        event.kind(), event.resource(), event.role());
            }
            tell(event, done, progress);
        }));
        long dossiers = log.table("dossiers.csv", cells -> readLog.dossiers(filter, pseudonyms, dossier -> cells.row(dossier.number(), dossier.procedure(), dossier.receivedOn(),
                dossier.registeredAt(), dossier.state(), dossier.outcome(), dossier.closedOn(), dossier.undertaking())));
        log.table("terms.csv", cells -> readLog.terms(filter, cells));
        long decisions = log.table("decisions.csv", cells -> readLog.decisions(filter, pseudonyms, cells));
        log.fields();
        LogCounts counts = new LogCounts(dossiers, events, decisions);
        log.sign(manifest(filter, names, counts, by, log.written()), sealKey.key(), SealKeys.pem(sealKey.publicKey()));
        return counts;
    }

    private String manifest(LogFilter filter, boolean names, LogCounts counts, Actor by, Map<String, String> files) {
        ObjectNode manifest = json.createObjectNode().put("format", "dossierwerk-csv-1").put("madeAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("madeBy", by.id()).put("sealKey", sealKey.id());
        ObjectNode asked = manifest.putObject("filter");
        filter.procedures().forEach(asked.putArray("procedures")::add);
        asked.put("receivedFrom", filter.from() == null ? null : filter.from().toString()).put("receivedTo", filter.to() == null ? null : filter.to().toString())
                .put("closedOnly", filter.closedOnly()).put("names", names);
        manifest.putObject("counts").put("dossiers", counts.dossiers()).put("events", counts.events()).put("decisions", counts.decisions());
        ObjectNode listed = manifest.putObject("files");
        files.forEach(listed::put);
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(LogEvent event, AtomicLong done, LongConsumer progress) {
        if (event != null && done.incrementAndGet() % TOLD_EVERY == 0) {
            progress.accept(done.get());
        }
    }
}
