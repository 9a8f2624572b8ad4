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

    private final PrivateKey key;
    private final PublicKey publicKey;

    SealKey(SealSettings settings, @Value("${dossierwerk.data}") Path data) throws IOException, GeneralSecurityException {
        Path file = settings.sealKey() == null ? data.resolve("zegel.key") : settings.sealKey();
        Path half = file.resolveSibling(file.getFileName() + ".pub");
        if (settings.sealKey() == null && !Files.exists(file)) {
            Files.createDirectories(data.toAbsolutePath());
            KeyPair pair = SealKeys.make();
            // Both halves in one file, so that a crash cannot part them.
            PrivateFile.write(file, Digests.utf8(SealKeys.pem(pair.getPrivate()) + SealKeys.pem(pair.getPublic())));
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
