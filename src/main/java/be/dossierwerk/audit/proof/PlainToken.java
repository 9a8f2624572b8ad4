package be.dossierwerk.audit.proof;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time-stamp token of the shape that nearly all have (RFC 3161, RFC 5652: DER, SHA-256, one signer), checked with the JDK alone: {@code verify} must answer
 * soon, and the library costs it half its time. It only ever says yes; whatever is otherwise, or wrong, is for {@link AnyToken} to judge.
 */
final class PlainToken {

    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String TST_INFO = "2a864886f70d0109100104";
    private static final String CONTENT_TYPE = "2a864886f70d010903";
    private static final String MESSAGE_DIGEST = "2a864886f70d010904";
    private static final String SHA_256 = "608648016503040201";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final Map<String, String> SIGNATURES = Map.of("2a8648ce3d040302", "SHA256withECDSA", "2a864886f70d010101", "SHA256withRSA", "2a864886f70d01010b", "SHA256withRSA");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuuMMddHHmmss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z').toFormatter();
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OCTETS = 0x04;
    private static final int OID = 0x06;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int ZERO = 0xa0;
    private static final int LONG = 0x80;
    private static final int BYTE = 0xff;

    /** One value of DER: where it begins, where its content is, and where it ends. */
    private record Der(byte[] all, int from, int content, int to) {

        static Der at(byte[] all, int from, int most) {
            int length = all[from + 1] & BYTE;
            int content = from + 2;
            if (length >= LONG) {
                int bytes = length - LONG;
                if (bytes == 0 || bytes > Integer.BYTES - 1) {
                    throw new IllegalArgumentException("not DER");
                }
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = length << Byte.SIZE | all[content++] & BYTE;
                }
            }
            if (content + length > most) {
                throw new IllegalArgumentException("longer than what it is in");
            }
            return new Der(all, from, content, content + length);
        }

        List<Der> in(int tag) {
            require(tag);
            List<Der> values = new ArrayList<>();
            for (int at = content; at < to; at = values.get(values.size() - 1).to) {
                values.add(at(all, at, to));
            }
            return values;
        }

        byte[] of(int tag) {
            require(tag);
            return Arrays.copyOfRange(all, content, to);
        }

        String oid() {
            return Digests.hex(of(OID));
        }

        private void require(int tag) {
            if ((all[from] & BYTE) != tag) {
                throw new IllegalArgumentException("another tag");
            }
        }
    }

    private PlainToken() { }

    static Optional<TimeStamp> check(byte[] token, byte[] text, Collection<X509Certificate> known) {
        try {
            List<Der> outer = Der.at(token, 0, token.length).in(SEQUENCE);
            List<Der> signedData = outer.get(1).in(ZERO).get(0).in(SEQUENCE);
            List<Der> said = signedData.get(2).in(SEQUENCE);
            byte[] info = said.get(1).in(ZERO).get(0).of(OCTETS);
            List<Der> signers = signedData.get(signedData.size() - 1).in(SET);
            List<Der> signer = signers.get(0).in(SEQUENCE);
            List<Der> stamp = Der.at(info, 0, info.length).in(SEQUENCE);
            List<Der> imprint = stamp.get(2).in(SEQUENCE);
            boolean ofThisText = outer.get(0).oid().equals(SIGNED_DATA) && said.get(0).oid().equals(TST_INFO) && signers.size() == 1
                    && imprint.get(0).in(SEQUENCE).get(0).oid().equals(SHA_256) && Arrays.equals(imprint.get(1).of(OCTETS), Digests.sha256(text))
                    && signer.get(2).in(SEQUENCE).get(0).oid().equals(SHA_256) && attributes(signer.get(3).in(ZERO), info);
            String algorithm = SIGNATURES.get(signer.get(4).in(SEQUENCE).get(0).oid());
            if (!ofThisText || algorithm == null) {
                return Optional.empty();
            }
            Instant at = LocalDateTime.parse(new String(stamp.get(4).of(GENERALIZED_TIME), java.nio.charset.StandardCharsets.US_ASCII), TIME).toInstant(ZoneOffset.UTC);
            // What is signed is the set of attributes, which stands in the token under another tag (RFC 5652, 5.4).
            byte[] attributes = Arrays.copyOfRange(token, signer.get(3).from, signer.get(3).to);
            attributes[0] = SET;
            for (X509Certificate certificate : known) {
                if (signed(certificate, algorithm, attributes, signer.get(5).of(OCTETS), at)) {
                    return Optional.of(new TimeStamp(at, certificate.getSubjectX500Principal().getName()));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** That it is a stamp, and of this information; each stands there once. */
    private static boolean attributes(List<Der> attributes, byte[] info) {
        int types = 0;
        int digests = 0;
        for (Der attribute : attributes) {
            List<Der> pair = attribute.in(SEQUENCE);
            String name = pair.get(0).oid();
            if (name.equals(CONTENT_TYPE) && pair.get(1).in(SET).get(0).oid().equals(TST_INFO)) {
                types++;
            } else if (name.equals(MESSAGE_DIGEST) && Arrays.equals(pair.get(1).in(SET).get(0).of(OCTETS), Digests.sha256(info))) {
                digests++;
            } else if (name.equals(CONTENT_TYPE) || name.equals(MESSAGE_DIGEST)) {
                return false;
            }
        }
        return types == 1 && digests == 1;
    }

    private static boolean signed(X509Certificate certificate, String algorithm, byte[] attributes, byte[] signed, Instant at) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            if (uses == null || uses.size() != 1 || !uses.get(0).equals(TIME_STAMPING)) {
                return false;
            }
            certificate.checkValidity(Date.from(at));
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate.getPublicKey());
            signature.update(attributes);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
