package be.dossierwerk.export;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.export.WriteLog.Written;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes exports one after the other, beside the work of people. What was written is an act of the department. */
@Component
class ExportWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWork.class);

    private final WriteLog writeLog;
    private final ExportRuns runs;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate own;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "exports");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    ExportWork(WriteLog writeLog, ExportRuns runs, AuditLog audit, CurrentActor currentActor, PlatformTransactionManager transactions) {
        this.writeLog = writeLog;
        this.runs = runs;
        this.audit = audit;
        this.currentActor = currentActor;
        this.own = new TransactionTemplate(transactions);
    }

    void begin(long id, LogFormat format, LogFilter filter, boolean names, Actor actor) {
        oneByOne.execute(() -> run(id, format, filter, names, actor));
    }

    private void run(long id, LogFormat format, LogFilter filter, boolean names, Actor actor) {
        try {
            Files.createDirectories(runs.folder());
            write(id, format, filter, names, actor, runs.file(id), done -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("the product stops");
                }
                runs.progress(id, done);
            });
        } catch (RuntimeException | IOException e) {
            LOG.error("Export {} failed", id, e);
            runs.fail(id);
        }
    }

    /** The file is there before the act is recorded: a file that nobody knows of is removed, an act without its file would be a lie. */
    Written write(long id, LogFormat format, LogFilter filter, boolean names, Actor actor, Path file, LongConsumer progress) {
        Written written = writeLog.write(format, filter, names, actor, file, progress);
        return own.execute(status -> currentActor.as(actor, () -> {
            audit.lock(AuditLog.DEPARTMENT);
            runs.finish(id, written);
            audit.record(Entry.of(AuditLog.DEPARTMENT, "UITVOER_GEMAAKT", "Uitvoer %d voor %s is gemaakt als %s: %d dossiers, %d gebeurtenissen, %d beslissingen, sha256 %s.".formatted(
                    id, actor.name(), format, written.counts().dossiers(), written.counts().events(), written.counts().decisions(), written.sha256()))
                    .changing(Map.of(), Map.of("sha256", written.sha256(), "bytes", written.bytes())));
            return written;
        }));
    }

    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
