package be.dossierwerk.payment;

import be.dossierwerk.shared.Installation;
import be.dossierwerk.shared.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder from which the bank connection takes files. It sees a whole file or none, and one file a run, however often it is delivered. */
@Component
class BankOutbox {

    /** Longer than any machine writes at a file. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

    private final Path folder;
    private final Installation installation;

    BankOutbox(PaymentSettings settings, @Value("${dossierwerk.data}") Path data, Installation installation) {
        this.installation = installation;
        this.folder = settings.outbox() == null ? data.resolve("betalingen") : settings.outbox();
    }

    /** On disk when this returns. @throws IOException also in a restored copy that nobody confirmed: the original may have paid already */
    void deliver(PaymentFile file) throws IOException {
        if (!installation.maySend()) {
            throw new IOException("this copy of the database is not confirmed (dossierwerk.installation)");
        }
        Files.createDirectories(folder);
        Path target = folder.resolve(file.fileName());
        if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), file.content())) {
            return;
        }
        // A name of its own: two machines may deliver at the same moment.
        Path unfinished = Files.createFile(folder.resolve("." + file.messageId() + "." + UUID.randomUUID() + ".part"));
        clearWhatDiedLeft(Files.getLastModifiedTime(unfinished).toInstant());
        WholeFile.write(target, unfinished, file.content());
    }

    /**
     * A machine that died while it wrote left a file that is nothing to the bank and holds orders all the same.
     *
     * @param now of the disk that keeps the folder: its clock wrote the times that are compared
     */
    private void clearWhatDiedLeft(Instant now) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path file : unfinished) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LEFT_BEHIND))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // Who wrote it has just ended; the rest has time until the next file.
            return;
        }
    }
}
