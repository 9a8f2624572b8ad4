package be.dossierwerk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds files of the product by folder, in the place where its own classes are, a jar or a folder. Without Spring, whose search starts the logging and opens every
 * library: the command line has no time for that.
 */
final class ClassPathFiles {

    private static final String SELF = ClassPathFiles.class.getName().replace('.', '/') + ".class";

    private ClassPathFiles() { }

    /** By name, such as {@code bpmn/erkenning/erkenning.bpmn}: the wanted files in this folder and below; {@code folder} without slash at its end. */
    static SortedMap<String, byte[]> below(String folder, Predicate<String> wanted) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try {
            String self = ClassPathFiles.class.getResource(ClassPathFiles.class.getSimpleName() + ".class").toString();
            URL root = new URL(self.substring(0, self.length() - SELF.length()));
            if (root.getProtocol().equals("file")) {
                inFolder(Path.of(root.toURI()), folder, wanted, found);
            } else {
                inJar(((JarURLConnection) root.openConnection()).getJarFile(), folder, wanted, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the product cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void inFolder(Path root, String folder, Predicate<String> wanted, SortedMap<String, byte[]> found) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name) && Files.isRegularFile(file)) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void inJar(JarFile jar, String folder, Predicate<String> wanted, SortedMap<String, byte[]> found) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(folder + "/") && wanted.test(name)) {
                try (var in = jar.getInputStream(entry)) {
                    found.put(name, in.readAllBytes());
                }
            }
        }
    }
}
