package be.dossierwerk.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the product, which is started, killed and started again on the same port. */
final class ProductNode {

    private static final Duration START = Duration.ofSeconds(180);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final ProductProgram program;
    private final Path folder;
    private final int databasePort;
    private final int port;
    private Duration wrongBy = Duration.ZERO;
    private volatile Process process;

    /** @param folder where both nodes keep their data and each its own log */
    ProductNode(String name, ProductProgram program, Path folder, int databasePort) throws IOException {
        this.name = name;
        this.program = program;
        this.folder = folder;
        this.databasePort = databasePort;
        this.port = Ports.free();
    }

    String name() {
        return name;
    }

    void wrongBy(Duration clock) {
        wrongBy = clock;
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(program.java("-D" + FaultsNode.WRONG_BY + "=" + wrongBy));
        command.addAll(List.of("--server.port=" + port, "--spring.profiles.active=one-port", "--spring.datasource.url=" + PostgresServer.url(databasePort), "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.connection-timeout=10000", "--dossierwerk.demo=true", "--dossierwerk.demo-dossiers=0",
                "--dossierwerk.data=" + folder.resolve("data"), "--spring.main.lazy-initialization=true", "--spring.main.banner-mode=off",
                // All that works here comes from one address and is one portal.
                "--dossierwerk.limits.api-a-minute=100000", "--springdoc.api-docs.enabled=false", "--springdoc.swagger-ui.enabled=false"));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile())).start();
    }

    /** kill -9: nothing of it is asked, and nothing of it runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** It stands still in the middle of what it does, as a machine that is moved or starved does, and keeps its connections. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It goes on as if no time had passed. */
    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor() != 0) {
            throw new IllegalStateException("no " + name + " for " + this.name);
        }
    }

    /** As a server is stopped for maintenance. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    boolean lives() {
        return process != null && process.isAlive();
    }

    /** Until it answers that it is ready. @throws IllegalStateException when it ended, or is not ready in three minutes */
    Duration awaitReady() throws InterruptedException {
        long from = System.nanoTime();
        while (System.nanoTime() - from < START.toNanos()) {
            if (!lives()) {
                throw new IllegalStateException(name + " ended with " + process.exitValue() + "; see its log");
            }
            if (ready()) {
                return Duration.ofNanos(System.nanoTime() - from);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(name + " is not ready after " + START);
    }

    private boolean ready() throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(at("/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
