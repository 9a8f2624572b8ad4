package be.dossierwerk.audit.proof;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The word of a time-stamp service that something existed at a moment (RFC 3161). */
public record TimeStamp(Instant at, String service) {

    private static final int DIGITS = 16;

    /** Why a token does not count, in Dutch. */
    public static final class Unsound extends Exception {
        Unsound(String why) {
            super(why);
        }
    }

    /**
     * Only the certificates that are given are believed, not those that the token brings.
     * @throws Unsound when the token is not of this text or not of a service that is known
     */
    public static TimeStamp check(byte[] token, byte[] text, Collection<X509Certificate> known) throws Unsound {
        if (token == null || token.length == 0) {
            throw new Unsound("het ontbreekt");
        }
        Optional<TimeStamp> plain = PlainToken.check(token, text, known);
        return plain.isPresent() ? plain.get() : AnyToken.check(token, text, known);
    }

    /** All that stand in a text, as PEM. @throws CertificateException when there is none, or one cannot be read */
    public static List<X509Certificate> certificates(String pem) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Digests.utf8(pem)))) {
            found.add((X509Certificate) certificate);
        }
        if (found.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return found;
    }

    /** As people know it: its subject, and the first digits of its fingerprint. */
    public static String name(X509Certificate certificate) {
        try {
            return certificate.getSubjectX500Principal().getName() + ", certificaat " + Digests.hex(Digests.sha256(certificate.getEncoded())).substring(0, DIGITS);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate that signed each token, once each; tokens without one, or that cannot be read, bring none. */
    public static List<X509Certificate> signers(Collection<byte[]> tokens) {
        return AnyToken.signers(tokens);
    }
}
