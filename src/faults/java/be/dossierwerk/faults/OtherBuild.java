package be.dossierwerk.faults;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands and products in processes of their own; what they say lies in {@code target/faults}. */
final class OtherBuild {

    private static final Path LOGS = Path.of("target", "faults");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private OtherBuild() { }

    /** @throws IllegalStateException when it fails, with where to read why */
    static void run(String log, Path folder, String... command) throws IOException, InterruptedException {
        File said = log(log);
        int code = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile()).redirectErrorStream(true).redirectOutput(said).start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + "; see " + said);
        }
    }

    /** Starts that product on an empty folder, lets it make its demo dossiers, and stops it as an operator does. */
    static void makeDemoDossiers(String log, Path data, List<String> product) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx1g"));
        command.addAll(product);
        command.addAll(List.of("--dossierwerk.data=" + data.toAbsolutePath(), "--dossierwerk.demo=true", "--server.port=" + port, "--spring.profiles.active=one-port"));
        File said = log(log);
        Process running = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
        try {
            Instant giveUp = Instant.now().plus(PATIENCE);
            while (!ready(port)) {
                if (!running.isAlive() || Instant.now().isAfter(giveUp)) {
                    throw new IllegalStateException("The product did not get ready; see " + said);
                }
                Thread.sleep(1000);
            }
        } finally {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        }
    }

    private static boolean ready(int port) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static File log(String name) throws IOException {
        return Files.createDirectories(LOGS).resolve(name + ".log").toFile();
    }
}
