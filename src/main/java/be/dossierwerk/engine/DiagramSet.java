package be.dossierwerk.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The diagrams, decision tables and forms that belong together, by resource name: {@code bpmn/erkenning/erkenning.bpmn},
 * {@code bpmn/erkenning/erkenning-voorstel.dmn}, {@code forms/erkenning/volledigheid-nagaan.form}. A running dossier keeps the set it began with.
 */
public record DiagramSet(SortedMap<String, byte[]> files) {

    public DiagramSet {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static DiagramSet of(Map<String, byte[]> files) {
        return new DiagramSet(new TreeMap<>(files));
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** This set with those files in place of its own; a null takes the file away. */
    public DiagramSet with(Map<String, byte[]> others) {
        TreeMap<String, byte[]> together = new TreeMap<>(files);
        others.forEach((path, content) -> {
            if (content == null) {
                together.remove(path);
            } else {
                together.put(path, content);
            }
        });
        return new DiagramSet(together);
    }

    /** The paths that differ, or are in one of the two only. */
    public SortedSet<String> differences(DiagramSet other) {
        SortedSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files.keySet());
        paths.removeIf(path -> Arrays.equals(files.get(path), other.files.get(path)));
        return paths;
    }

    public Set<String> paths() {
        return files.keySet();
    }

    /** The same for the same files: SHA-256 over every path and the SHA-256 of its content, in the order of the paths. */
    public String hash() {
        MessageDigest all = sha256();
        files.forEach((path, content) -> {
            all.update(path.getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
            all.update(sha256().digest(content));
        });
        return HexFormat.of().formatHex(all.digest());
    }

    /** Of one file. */
    public static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
