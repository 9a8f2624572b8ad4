package be.dossierwerk.audit.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts files in a bundle and signs the list of them. */
public final class BundleWriter {

    /** The same files give the same bundle: the earliest moment that a zip knows. */
    private static final long NO_MOMENT = 315_576_000_000L;

    private final ZipOutputStream zip;
    private final SortedMap<String, String> listed = new TreeMap<>();

    public BundleWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    public void put(String name, String text) throws IOException {
        put(name, Digests.utf8(text));
    }

    public void put(String name, byte[] content) throws IOException {
        listed.put(name, Digests.hex(Digests.sha256(content)));
        write(name, content);
    }

    /** Nothing can be put in afterwards. */
    public void sign(PrivateKey key) throws IOException {
        StringBuilder list = new StringBuilder();
        listed.forEach((name, sha256) -> list.append(sha256).append("  ").append(name).append('\n'));
        byte[] manifest = Digests.utf8(list.toString());
        write(Bundle.MANIFEST, manifest);
        write(Bundle.SIGNATURE, Digests.utf8(Base64.getEncoder().encodeToString(SealKeys.sign(key, manifest)) + "\n"));
        zip.finish();
    }

    private void write(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_MOMENT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
