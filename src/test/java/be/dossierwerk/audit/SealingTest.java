package be.dossierwerk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.audit.proof.TimeStamp;
import be.dossierwerk.audit.proof.TimeStampAuthority;
import be.dossierwerk.shared.MovableClock;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What seals are made with: the key of the house and the word of a time-stamp service, inside or real. */
class SealingTest {

    private static final String STATEMENT = "dossierwerk-zegel-1\n1\n2026-11-22T02:00:00.000000Z\n0\nab\n";

    private final MovableClock clock = new MovableClock();

    @Test
    void the_service_inside_stamps_with_the_real_time_and_stays_the_same_service(@TempDir Path data) throws Exception {
        clock.moveTo(Instant.parse("2031-01-01T00:00:00Z"));
        byte[] one = new TimeStamps(new SealSettings(null, null, null), data, clock).token(STATEMENT);
        byte[] two = new TimeStamps(new SealSettings(null, null, null), data, clock).token(STATEMENT);

        assertThat(TimeStamp.signers(List.of(one, two))).hasSize(1);
        TimeStamp stamp = TimeStamp.check(one, Digests.utf8(STATEMENT), TimeStamp.signers(List.of(two)));
        assertThat(stamp.at()).isCloseTo(clock.real(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tijdstempel.key")))).isEqualTo("rw-------");
        assertThatThrownBy(() -> TimeStamp.check(one, Digests.utf8(STATEMENT + "1"), TimeStamp.signers(List.of(two)))).hasMessage("het werd voor een andere tekst gegeven");
        assertThatThrownBy(() -> TimeStamp.check(one, Digests.utf8(STATEMENT), List.of())).hasMessage("het is van een dienst die niet bekend is");
        assertThatThrownBy(() -> TimeStamp.check(new byte[] {1}, Digests.utf8(STATEMENT), List.of())).hasMessage("het is niet te lezen");
        byte[] broken = one.clone();
        broken[broken.length - 3] ^= 1;
        assertThatThrownBy(() -> TimeStamp.check(broken, Digests.utf8(STATEMENT), TimeStamp.signers(List.of(two)))).isInstanceOf(TimeStamp.Unsound.class);
    }

    @Test
    void a_real_service_is_asked_over_http_and_a_wrong_answer_is_no_stamp(@TempDir Path data) throws Exception {
        TimeStampAuthority authority = TimeStampAuthority.make(Instant.now());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/goed", exchange -> {
            byte[] answer = exchange.getRequestHeaders().getFirst("Content-Type").equals("application/timestamp-query")
                    ? authority.answer(exchange.getRequestBody().readAllBytes(), Instant.now()) : new byte[0];
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/fout", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/ander", exchange -> {
            byte[] answer = authority.answer(new be.dossierwerk.audit.proof.TimeStampQuestion("iets anders").encoded(), Instant.now());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            byte[] token = at(server, "/goed", data).token(STATEMENT);
            assertThat(TimeStamp.check(token, Digests.utf8(STATEMENT), TimeStamp.signers(List.of(token))).service()).contains("tijdstempeldienst");
            assertThat(data.resolve("tijdstempel.key")).doesNotExist();
            assertThatThrownBy(() -> at(server, "/fout", data).token(STATEMENT)).isInstanceOf(IOException.class).hasMessageContaining("503");
            assertThatThrownBy(() -> at(server, "/ander", data).token(STATEMENT)).isInstanceOf(IOException.class).hasMessageContaining("wrong answer");
        } finally {
            server.stop(0);
        }
    }

    private TimeStamps at(HttpServer server, String path, Path data) throws Exception {
        return new TimeStamps(new SealSettings(null, null, URI.create("http://localhost:" + server.getAddress().getPort() + path)), data, clock);
    }

    @Test
    void the_key_is_made_once_for_this_account_alone_or_given(@TempDir Path data) throws Exception {
        SealKey made = new SealKey(new SealSettings(null, null, null), data);
        assertThat(new SealKey(new SealSettings(null, null, null), data).id()).isEqualTo(made.id()).hasSize(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("zegel.key")))).isEqualTo("rw-------");

        var pair = SealKeys.make();
        Path given = Files.writeString(data.resolve("eigen.pem"), SealKeys.pem(pair.getPrivate()));
        assertThatThrownBy(() -> new SealKey(new SealSettings(null, given, null), data)).hasMessageContaining("the public key is missing");
        Files.writeString(data.resolve("eigen.pem.pub"), SealKeys.pem(pair.getPublic()));
        assertThat(new SealKey(new SealSettings(null, given, null), data).id()).isEqualTo(SealKeys.id(pair.getPublic()));
        Files.writeString(data.resolve("eigen.pem.pub"), SealKeys.pem(made.publicKey()));
        assertThatThrownBy(() -> new SealKey(new SealSettings(null, given, null), data)).hasMessageContaining("belongs to another key");
    }
}
