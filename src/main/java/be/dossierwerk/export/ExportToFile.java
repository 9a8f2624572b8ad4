package be.dossierwerk.export;

import be.dossierwerk.export.WriteLog.Written;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.WorkInHand;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a log to a file of the server, for the command line, where nobody is signed in: never with names. It is recorded as every other export. */
@Service
public class ExportToFile {

    private final StartExport startExport;
    private final ExportRuns runs;
    private final ExportWork work;
    private final WorkInHand inHand;
    private final TransactionTemplate own;

    ExportToFile(StartExport startExport, ExportRuns runs, ExportWork work, WorkInHand inHand, PlatformTransactionManager transactions) {
        this.startExport = startExport;
        this.runs = runs;
        this.work = work;
        this.inHand = inHand;
        this.own = new TransactionTemplate(transactions);
    }

    /**
     * {@code account}: that of the server.
     *
     * @throws be.dossierwerk.shared.Refused export.wrong with the fields, or export.busy
     * @throws FileAlreadyExistsException when the file is there already; then nothing was done
     */
    public Written export(LogFormat format, LogFilter filter, String account, Path file) throws IOException {
        Actor operator = Actor.onServer(account);
        startExport.check(format, filter);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new NoSuchFileException(file.toAbsolutePath().getParent().toString());
        }
        long id = own.execute(status -> runs.add(format, filter, false, null, operator));
        try {
            // A command has no rounds.
            Written written = work.write(id, format, filter, false, operator, file, done -> inHand.keep());
            // It never lay in the folder from which screens give files.
            own.executeWithoutResult(status -> runs.removed(id));
            return written;
        } catch (RuntimeException e) {
            own.executeWithoutResult(status -> runs.fail(id));
            throw e;
        }
    }
}
