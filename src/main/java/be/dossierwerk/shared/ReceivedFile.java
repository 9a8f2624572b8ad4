package be.dossierwerk.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it came in, on disk until it is closed: so a slow sender holds no transaction open, and no file is ever held in memory.
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record ReceivedFile(Path path, String sha256) implements AutoCloseable {

    private static final long MEBIBYTE = 1024L * 1024L;
    private static final int BLOCK = 64 * 1024;

    /** @throws Refused shared.file.too-large */
    public static ReceivedFile of(InputStream content, int mostMegabytes) throws IOException {
        Path path = Files.createTempFile("ontvangen", ".csv");
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            long size = 0;
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                size += read;
                if (size > mostMegabytes * MEBIBYTE) {
                    throw new Refused("shared.file.too-large", mostMegabytes);
                }
                digest.update(block, 0, read);
                out.write(block, 0, read);
            }
            return new ReceivedFile(path, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
