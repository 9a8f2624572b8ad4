package be.dossierwerk.audit.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** The time-stamp service inside the product (RFC 3161): proves nothing to who does not trust us, but works without a network. */
public final class TimeStampAuthority {

    /** Our own, below 2.25: a UUID needs no register (ITU-T X.667). */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.147690573996422839425838088983423064865");
    private static final int YEARS = 20;
    private static final int DAYS_OF_YEAR = 365;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private TimeStampAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    public static TimeStampAuthority make(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Dossierwerk ingebouwde tijdstempeldienst");
            var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(120, new SecureRandom()), Date.from(now.minus(1, ChronoUnit.DAYS)),
                    Date.from(now.plus((long) YEARS * DAYS_OF_YEAR, ChronoUnit.DAYS)), name, pair.getPublic());
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            return new TimeStampAuthority(pair.getPrivate(), new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #pem()} wrote it. */
    public static TimeStampAuthority of(String pem) throws GeneralSecurityException {
        byte[] privateKey = Base64.getMimeDecoder().decode(pem.substring(0, pem.indexOf("-----END PRIVATE KEY")).replaceAll("-----[A-Z ]+-----", ""));
        String certificate = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        return new TimeStampAuthority(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(privateKey)),
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Digests.utf8(certificate))));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The key and its certificate, to keep. */
    public String pem() throws GeneralSecurityException {
        return SealKeys.pem(key) + SealKeys.pem("CERTIFICATE", certificate.getEncoded());
    }

    /** Answers a request as a service over HTTP would. */
    public byte[] answer(byte[] request, Instant now) throws IOException {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key, certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            TimeStampResponse response = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), new BigInteger(120, new SecureRandom()), Date.from(now));
            return response.getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IOException(e);
        }
    }
}
