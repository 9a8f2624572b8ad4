package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.TimeStamp;
import be.dossierwerk.audit.proof.TimeStampAuthority;
import be.dossierwerk.audit.proof.TimeStampQuestion;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has something stamped with the time: by the service inside, or by a real one when its address is in the settings. Nothing goes out by default. */
@Component
class TimeStamps {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI service;
    private final TimeStampAuthority inside;
    private final List<X509Certificate> believed = new ArrayList<>();
    private final MovableClock clock;

    TimeStamps(SealSettings settings, @Value("${dossierwerk.data}") Path data, MovableClock clock) throws IOException, GeneralSecurityException {
        service = settings.timeStampUrl();
        this.clock = clock;
        Path file = data.resolve("tijdstempel.key");
        if (service == null && !Files.exists(file)) {
            Files.createDirectories(data.toAbsolutePath());
            PrivateFile.writeFirst(file, Digests.utf8(TimeStampAuthority.make(clock.real()).pem()));
        }
        inside = Files.exists(file) ? TimeStampAuthority.of(Files.readString(file)) : null;
        if (inside != null) {
            believed.add(inside.certificate());
        }
        if (settings.timeStampCertificate() != null) {
            believed.addAll(TimeStamp.certificates(Files.readString(settings.timeStampCertificate())));
        }
    }

    /** Of the service inside, also for what it stamped before a real one came, and of those in the settings; empty when neither is known. */
    List<X509Certificate> believed() {
        return List.copyOf(believed);
    }

    /** @throws IOException when the service does not answer in time, or wrongly */
    byte[] token(String statement) throws IOException {
        TimeStampQuestion question = new TimeStampQuestion(statement);
        return question.token(service == null ? inside.answer(question.encoded(), clock.real()) : ask(question.encoded()));
    }

    private byte[] ask(byte[] question) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(service).timeout(PATIENCE).header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question)).build();
        try {
            HttpResponse<byte[]> answer = HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IOException("the time-stamp service answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
