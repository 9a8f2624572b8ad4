package be.dossierwerk.shared;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** A file that only the account of the product may read: keys, passwords and evidence. */
public final class PrivateFile {

    /** What is in it. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private PrivateFile() { }

    /** Whole or not at all, and on the disk when this returns. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** Whole or not at all, and on the disk when this returns. */
    public static void write(Path file, Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(fresh);
            }
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE); OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        WholeFile.nameToDisk(file.toAbsolutePath().getParent());
    }

    /** Unless there is something by that name already: of two servers that start at once on one folder, both go on with what the first made. */
    public static void writeFirst(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            write(fresh, content);
            // A link to a name that exists fails, where a move would replace it.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
        WholeFile.nameToDisk(file.toAbsolutePath().getParent());
    }

    /** @throws FileAlreadyExistsException when there is something by that name: it stays as it is */
    public static void writeNew(Path file, Content content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        write(file, content);
    }
}
