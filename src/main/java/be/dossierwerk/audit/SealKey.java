package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.shared.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that signs seals and bundles. Without one in the settings it is made at the first start, in the data folder; the public half lies beside it. */
@Component
public class SealKey {

    private final boolean given;
    private final Path file;
    private final PrivateKey key;
    private final PublicKey publicKey;

    SealKey(SealSettings settings, RecordedSeals seals, @Value("${dossierwerk.data}") Path data) throws IOException, GeneralSecurityException {
        given = settings.sealKey() != null;
        file = !given ? data.resolve("zegel.key") : settings.sealKey();
        Path half = file.resolveSibling(file.getFileName() + ".pub");
        if (!given && !Files.exists(file)) {
            refuseBesides(seals, file);
            Files.createDirectories(data.toAbsolutePath());
            KeyPair pair = SealKeys.make();
            // Both halves in one file, so that a crash cannot part them.
            PrivateFile.writeFirst(file, Digests.utf8(SealKeys.pem(pair.getPrivate()) + SealKeys.pem(pair.getPublic())));
        }
        String pem = Files.readString(file);
        int second = pem.indexOf("-----BEGIN PUBLIC KEY");
        if (second < 0 && !Files.exists(half)) {
            throw new IllegalStateException("the public key is missing in " + file + " and in " + half);
        }
        key = SealKeys.privateKey(second < 0 ? pem : pem.substring(0, second));
        publicKey = SealKeys.publicKey(second < 0 ? Files.readString(half) : pem.substring(second));
        byte[] probe = {1};
        if (!SealKeys.signed(publicKey, probe, SealKeys.sign(key, probe))) {
            throw new IllegalStateException("the public key of " + file + " belongs to another key");
        }
        if (!given && !seals.keys().containsKey(id())) {
            refuseBesides(seals, file);
        }
    }

    /** A second process, or a command in another folder, would go on with a key that nobody knows. */
    private static void refuseBesides(RecordedSeals seals, Path file) {
        seals.last().ifPresent(seal -> {
            throw new WrongSealKey(seal.keyId(), file.toAbsolutePath());
        });
    }

    /** By the settings: whoever gives another than before, means it. */
    boolean given() {
        return given;
    }

    Path file() {
        return file.toAbsolutePath();
    }

    public String id() {
        return SealKeys.id(publicKey);
    }

    public PrivateKey key() {
        return key;
    }

    public PublicKey publicKey() {
        return publicKey;
    }
}
