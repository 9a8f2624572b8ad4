package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.shared.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private void deliver(boolean maySend) throws IOException {
        when(installation.maySend()).thenReturn(maySend);
        BankOutbox outbox = new BankOutbox(new PaymentSettings(folder, "Departement", null, null), Path.of("unused"), installation);
        outbox.deliver(new PaymentFile("BET-2026-001", "betaal".getBytes(StandardCharsets.UTF_8), ""));
    }
}
