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
import java.util.SortedMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Each seal in a file of its own, outside the database: who sets the database back, leaves these as they are. */
@Component
public class OutsideSeals {

    private final Path folder;
    private final SealKey sealKey;

    OutsideSeals(SealSettings settings, SealKey sealKey, @Value("${dossierwerk.data}") Path data) {
        this.folder = settings.outside() == null ? data.resolve("zegels") : settings.outside();
        this.sealKey = sealKey;
    }

    public Path folder() {
        return folder;
    }

    public SortedMap<Long, Seal> all() throws IOException {
        return ProofJson.outside(folder);
    }

    /** What is later than the last that lies there; nothing is ever written again. */
    void keep(List<Seal> seals) throws IOException {
        Files.createDirectories(folder);
        SortedMap<Long, Seal> there = all();
        long last = there.isEmpty() ? 0 : there.lastKey();
        for (Seal seal : seals) {
            if (seal.serial() > last) {
                var file = ProofJson.of(seal);
                if (seal.keyId().equals(sealKey.id())) {
                    file.put("key", SealKeys.pem(sealKey.publicKey()));
                }
                // Whole or not at all: half a file would be in the way of every later seal.
                String name = "zegel-%06d.json".formatted(seal.serial());
                Path half = folder.resolve(name + ".half");
                Files.write(half, Digests.utf8(ProofJson.write(file) + "\n"), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                        StandardOpenOption.SYNC);
                Files.move(half, folder.resolve(name));
            }
        }
    }
}
