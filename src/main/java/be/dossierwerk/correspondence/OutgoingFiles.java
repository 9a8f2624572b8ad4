package be.dossierwerk.correspondence;

import be.dossierwerk.shared.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Folders that others empty: the print room, the portal, other systems. A reader sees a whole file or none. */
@Component
class OutgoingFiles {

    private final Path data;

    OutgoingFiles(@Value("${dossierwerk.data}") Path data) {
        this.data = data;
    }

    /** Writes or replaces; on disk when this returns. */
    void write(String target, byte[] content) {
        Path file = data.resolve(target);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, file.resolveSibling("." + file.getFileName() + ".part"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
