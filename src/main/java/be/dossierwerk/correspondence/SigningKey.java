package be.dossierwerk.correspondence;

import be.dossierwerk.shared.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The house's key and certificate. Without one in the settings a self-signed demo certificate is made at the first start,
 * beside a random password that only this account may read.
 */
@Component
class SigningKey {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final String DEMO_ALIAS = "dossierwerk";

    final PrivateKey key;
    final X509Certificate certificate;
    final List<Certificate> chain;

    SigningKey(SigningSettings settings, Letterhead letterhead, @Value("${dossierwerk.data}") Path data, Clock clock)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        boolean demo = settings.keystore() == null;
        Path keystore = demo ? data.resolve("signing.p12") : settings.keystore();
        Path passwordFile = data.resolve("signing.password");
        if (demo && !Files.exists(keystore)) {
            makeDemo(keystore, passwordFile, letterhead.name(), clock);
            LOG.warn("Signing with a self-signed demo certificate in {}; set dossierwerk.signing.keystore for a real one", keystore);
        }
        if (!demo && settings.password() == null) {
            throw new IllegalStateException("dossierwerk.signing.password is missing for " + keystore);
        }
        char[] password = (demo ? Files.readString(passwordFile) : settings.password()).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, password);
        }
        String alias = demo ? DEMO_ALIAS : settings.alias() == null ? firstKey(store) : settings.alias();
        if (alias == null || !(store.getKey(alias, password) instanceof PrivateKey found)) {
            throw new IllegalStateException("no private key " + (alias == null ? "" : alias + " ") + "in " + keystore);
        }
        key = found;
        chain = List.of(store.getCertificateChain(alias));
        certificate = (X509Certificate) chain.get(0);
    }

    private static String firstKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        return null;
    }

    private static void makeDemo(Path keystore, Path passwordFile, String organisation, Clock clock)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(keystore.toAbsolutePath().getParent());
        // The password first: a keystore without it would be of no use after a crash. Another server may have been first.
        PrivateFile.writeFirst(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random).getBytes(StandardCharsets.US_ASCII));
        String password = Files.readString(passwordFile);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "BE").addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, "Dossierwerk demohandtekening").build();
        ZonedDateTime now = ZonedDateTime.now(clock);
        // Valid from before today, because demo data signs in the past.
        var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(120, new SecureRandom()), Date.from(now.minusYears(5).toInstant()),
                Date.from(now.plusYears(10).toInstant()), name, pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(DEMO_ALIAS, pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        store.store(stored, password.toCharArray());
        PrivateFile.writeFirst(keystore, stored.toByteArray());
    }
}
