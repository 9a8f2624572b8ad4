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

/** Finds files of the product by folder, in a jar and in a folder alike. Without Spring, whose search starts the logging: the command line has no time for that. */
final class ClassPathFiles {

    private static final ClassLoader LOADER = ClassPathFiles.class.getClassLoader();

    private ClassPathFiles() { }

    /** The names of the wanted files in this folder and below, such as {@code bpmn/erkenning/erkenning.bpmn}; {@code folder} without slash at its end. */
    static SortedMap<String, URL> below(String folder, Predicate<String> wanted) {
        SortedMap<String, URL> found = new TreeMap<>();
        try {
            for (URL root : Collections.list(LOADER.getResources(folder))) {
                if (root.getProtocol().equals("file")) {
                    inFolder(Path.of(root.toURI()), folder, wanted, found);
                } else if (root.openConnection() instanceof JarURLConnection jar) {
                    inJar(jar.getJarFile(), root, folder, wanted, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the product cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    static byte[] read(URL file) {
        try (var in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the product cannot be read", e);
        }
    }

    private static void inFolder(Path root, String folder, Predicate<String> wanted, SortedMap<String, URL> found) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = folder + "/" + root.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name) && Files.isRegularFile(file)) {
                    found.putIfAbsent(name, file.toUri().toURL());
                }
            }
        }
    }

    private static void inJar(JarFile jar, URL root, String folder, Predicate<String> wanted, SortedMap<String, URL> found) throws IOException {
        String place = root.toString();
        String before = place.substring(0, place.lastIndexOf("!/") + 2);
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(folder + "/") && wanted.test(name)) {
                found.putIfAbsent(name, new URL(before + name));
            }
        }
    }
}
