package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each seal in a file of its own, outside the database: who sets the database back, leaves these as they are. */
@Component
public class OutsideSeals {

    private final Path folder;
    private final SealKey sealKey;
    private final JdbcClient jdbc;

    OutsideSeals(SealSettings settings, SealKey sealKey, JdbcClient jdbc, @Value("${dossierwerk.data}") Path data) {
        this.folder = settings.outside() == null ? data.resolve("zegels") : settings.outside();
        this.sealKey = sealKey;
        this.jdbc = jdbc;
    }

    public Path folder() {
        return folder;
    }

    public SortedMap<Long, Seal> all() throws IOException {
        return ProofJson.outside(folder);
    }

    /** What must lie there: what was brought there, and what should have been an hour ago. */
    public Set<Long> kept() {
        return new TreeSet<>(jdbc.sql("select serial from audit_seal_outside union select serial from audit_seal where sealed_at < clock_timestamp() - interval '1 hour'").query(Long.class).list());
    }

    /** What was not brought there before; nothing is ever written again, also not what somebody took away. */
    void keep(List<Seal> seals) throws IOException {
        Files.createDirectories(folder);
        Set<Long> before = new TreeSet<>(jdbc.sql("select serial from audit_seal_outside").query(Long.class).list());
        IOException failed = null;
        for (Seal seal : seals) {
            if (!before.contains(seal.serial())) {
                try {
                    write(seal);
                    jdbc.sql("insert into audit_seal_outside (serial) values (?) on conflict do nothing").param(seal.serial()).update();
                } catch (IOException e) {
                    failed = e;
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void write(Seal seal) throws IOException {
        Path file = folder.resolve(ProofJson.fileName(seal.serial()));
        if (Files.exists(file)) {
            // A crash may have come between the file and the row that tells of it.
            Seal there = all().get(seal.serial());
            if (there != null && there.statement().equals(seal.statement())) {
                return;
            }
            throw new IOException(file + " lies there already, and says something else");
        }
        var said = ProofJson.of(seal);
        if (seal.keyId().equals(sealKey.id())) {
            said.put("key", SealKeys.pem(sealKey.publicKey()));
        }
        // Whole or not at all: half a file would be in the way of every later seal.
        Path half = folder.resolve(file.getFileName() + ".half");
        Files.write(half, Digests.utf8(ProofJson.write(said) + "\n"), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(half, file);
    }
}
