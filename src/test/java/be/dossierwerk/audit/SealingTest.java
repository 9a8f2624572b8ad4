package be.dossierwerk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.Seal;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What seals are made with: the key of the house and the word of a time-stamp service, inside or real. */
class SealingTest {

    private static final String STATEMENT = "dossierwerk-zegel-1\n1\n2026-11-22T02:00:00.000000Z\n0\nab\n";

    private final MovableClock clock = new MovableClock();
    private final RecordedSeals seals = mock(RecordedSeals.class);

    @Test
    void the_service_inside_stamps_with_the_real_time_and_stays_the_same_service(@TempDir Path data) throws Exception {
        clock.moveTo(Instant.parse("2031-01-01T00:00:00Z"));
        byte[] one = new TimeStamps(new SealSettings(null, null, null, null), data, clock).token(STATEMENT);
        byte[] two = new TimeStamps(new SealSettings(null, null, null, null), data, clock).token(STATEMENT);

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
        return new TimeStamps(new SealSettings(null, null, URI.create("http://localhost:" + server.getAddress().getPort() + path), null), data, clock);
    }

    @Test
    void the_key_is_made_once_for_this_account_alone_or_given(@TempDir Path data) throws Exception {
        SealKey made = new SealKey(new SealSettings(null, null, null, null), seals, data);
        assertThat(new SealKey(new SealSettings(null, null, null, null), seals, data).id()).isEqualTo(made.id()).hasSize(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("zegel.key")))).isEqualTo("rw-------");

        var pair = SealKeys.make();
        Path given = Files.writeString(data.resolve("eigen.pem"), SealKeys.pem(pair.getPrivate()));
        assertThatThrownBy(() -> new SealKey(new SealSettings(null, given, null, null), seals, data)).hasMessageContaining("the public key is missing");
        Files.writeString(data.resolve("eigen.pem.pub"), SealKeys.pem(pair.getPublic()));
        assertThat(new SealKey(new SealSettings(null, given, null, null), seals, data).id()).isEqualTo(SealKeys.id(pair.getPublic()));
        Files.writeString(data.resolve("eigen.pem.pub"), SealKeys.pem(made.publicKey()));
        assertThatThrownBy(() -> new SealKey(new SealSettings(null, given, null, null), seals, data)).hasMessageContaining("belongs to another key");
    }

    @Test
    void no_other_key_is_made_or_taken_where_there_are_seals(@TempDir Path data) throws Exception {
        SealKey made = new SealKey(new SealSettings(null, null, null, null), seals, Files.createDirectories(data.resolve("een")));
        SealKey early = new SealKey(new SealSettings(null, null, null, null), seals, Files.createDirectories(data.resolve("twee")));
        when(seals.last()).thenReturn(Optional.of(new Seal(1, "2026-11-22T02:00:00.000000Z", 0, "ab", "", new byte[0], made.id(), new byte[0])));
        when(seals.keys()).thenReturn(Map.of(made.id(), made.publicKey()));

        assertThat(new SealKey(new SealSettings(null, null, null, null), seals, data.resolve("een")).id()).isEqualTo(made.id());
        assertThatThrownBy(() -> new SealKey(new SealSettings(null, null, null, null), seals, data.resolve("twee"))).isInstanceOf(WrongSealKey.class)
                .hasMessageContaining("gemaakt met zegelsleutel " + made.id()).hasMessageContaining("twee");
        assertThatThrownBy(() -> new SealKey(new SealSettings(null, null, null, null), seals, data.resolve("drie"))).isInstanceOf(WrongSealKey.class);
        assertThat(data.resolve("drie")).doesNotExist();
        // By the settings it is meant.
        assertThat(new SealKey(new SealSettings(null, early.file(), null, null), seals, data).id()).isEqualTo(early.id());
    }

    @Test
    void the_stamps_of_the_service_inside_are_believed_and_of_those_in_the_settings(@TempDir Path data) throws Exception {
        TimeStampAuthority other = TimeStampAuthority.make(Instant.now());
        Path pem = Files.writeString(data.resolve("dienst.pem"), SealKeys.pem("CERTIFICATE", other.certificate().getEncoded()));
        TimeStamps stamps = new TimeStamps(new SealSettings(null, null, null, pem), data, clock);
        byte[] token = stamps.token(STATEMENT);

        assertThat(stamps.believed()).containsExactly(TimeStamp.signers(List.of(token)).get(0), other.certificate());
        // A real one came: what was stamped before still counts.
        assertThat(new TimeStamps(new SealSettings(null, null, URI.create("http://localhost:1/"), null), data, clock).believed()).isEqualTo(TimeStamp.signers(List.of(token)));
        assertThat(new TimeStamps(new SealSettings(null, null, URI.create("http://localhost:1/"), null), data.resolve("leeg"), clock).believed()).isEmpty();
    }
}
