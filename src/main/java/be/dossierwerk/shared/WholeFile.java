package be.dossierwerk.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file in a folder that others empty: the bank connection, the print room, the portal. They see it whole or not at all. */
public final class WholeFile {

    private WholeFile() { }

    /**
     * Writes or replaces; on the disk when this returns.
     *
     * @param unfinished where it stands until it is whole, in the same folder; who may write the same file at the same moment has a name of its own for it
     */
    public static void write(Path file, Path unfinished, byte[] content) throws IOException {
        try {
            try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        nameToDisk(file.toAbsolutePath().getParent());
    }

    /** A file whose name did not reach the disk is gone after a power cut. Not every system can do this; then it does so itself. */
    static void nameToDisk(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
