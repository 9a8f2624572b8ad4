package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.shared.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the bank gets a file from the copy of the database that may send, and from no other. */
class BankOutboxTest {

    @TempDir
    private Path folder;
    private final Installation installation = mock(Installation.class);

    @Test
    void a_copy_that_nobody_confirmed_pays_nothing() {
        assertThatThrownBy(() -> deliver(false)).isInstanceOf(IOException.class).hasMessageContaining("not confirmed");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void confirmed_it_delivers_the_file_whole() throws IOException {
        deliver(true);

        assertThat(folder.resolve("BET-2026-001.xml")).hasContent("betaal");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void what_a_machine_that_died_left_unfinished_goes_and_what_another_writes_now_stays() throws IOException {
        Path left = Files.writeString(folder.resolve(".BET-2026-000.een.part"), "betaal");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(660)));
        Files.writeString(folder.resolve(".BET-2026-001.twee.part"), "beta");

        deliver(true);

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("BET-2026-001.xml", ".BET-2026-001.twee.part");
    }

    private void deliver(boolean maySend) throws IOException {
        when(installation.maySend()).thenReturn(maySend);
        BankOutbox outbox = new BankOutbox(new PaymentSettings(folder, "Departement", null, null), Path.of("unused"), installation);
        outbox.deliver(new PaymentFile("BET-2026-001", "betaal".getBytes(StandardCharsets.UTF_8), ""));
    }
}
