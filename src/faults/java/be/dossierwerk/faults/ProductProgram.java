package be.dossierwerk.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of a node: the product and the door as jars, because an archive of loaded classes (half of the start) holds no folders. */
final class ProductProgram {

    private final String classPath;
    private final Path archive;

    ProductProgram(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> jars = new ArrayList<>();
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : given.split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                jars.add(path.toString());
            } else if (Files.exists(path.resolve("be/dossierwerk/Dossierwerk.class"))) {
                jars.add(jar(path, "", folder.resolve("product.jar")));
            } else if (Files.exists(path.resolve("be/dossierwerk/faults/FaultsNode.class"))) {
                jars.add(jar(path, "be/dossierwerk/faults", folder.resolve("faults.jar")));
            }
        }
        classPath = String.join(java.io.File.pathSeparator, jars);
        archive = folder.toAbsolutePath().resolve("classes.jsa");
        Files.deleteIfExists(archive);
    }

    boolean hasArchive() {
        return Files.exists(archive);
    }

    /** Quick to start rather than quick in the long run: a node lives some seconds. */
    List<String> java(String... settings) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx500m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote", "-Duser.timezone=Europe/Brussels"));
        command.add(hasArchive() ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(Arrays.asList(settings));
        command.addAll(List.of("-cp", classPath, FaultsNode.class.getName()));
        return command;
    }

    private static String jar(Path classes, String under, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out); Stream<Path> files = Files.walk(classes.resolve(under))) {
            entries.setLevel(0);
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.isEmpty()) {
                    entries.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, entries);
                    }
                    entries.closeEntry();
                }
            }
        }
        return jar.toAbsolutePath().toString();
    }
}
