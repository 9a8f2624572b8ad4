package be.dossierwerk.audit.proof;

import be.dossierwerk.audit.proof.TimeStamp.Unsound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A time-stamp token of any shape, read with the library that knows them all. */
final class AnyToken {

    private AnyToken() { }

    static TimeStamp check(byte[] token, byte[] text, Collection<X509Certificate> known) throws Unsound {
        try {
            TimeStampToken stamp = new TimeStampToken(ContentInfo.getInstance(token));
            if (!"2.16.840.1.101.3.4.2.1".equals(stamp.getTimeStampInfo().getMessageImprintAlgOID().getId())
                    || !Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), Digests.sha256(text))) {
                throw new Unsound("het werd voor een andere tekst gegeven");
            }
            for (X509Certificate certificate : known) {
                if (stamp.getSID().match(new X509CertificateHolder(certificate.getEncoded()))) {
                    stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
                    return new TimeStamp(stamp.getTimeStampInfo().getGenTime().toInstant(), certificate.getSubjectX500Principal().getName());
                }
            }
            throw new Unsound("het is van een dienst die niet bekend is");
        } catch (TSPException | OperatorCreationException e) {
            throw new Unsound("de handtekening van de tijdstempeldienst klopt niet");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Unsound("het is niet te lezen");
        }
    }

    static List<X509Certificate> signers(Collection<byte[]> tokens) {
        Map<String, X509Certificate> found = new LinkedHashMap<>();
        for (byte[] token : tokens) {
            try {
                TimeStampToken stamp = new TimeStampToken(ContentInfo.getInstance(token));
                for (Object holder : stamp.getCertificates().getMatches(stamp.getSID())) {
                    byte[] der = ((X509CertificateHolder) holder).getEncoded();
                    found.putIfAbsent(Digests.hex(Digests.sha256(der)),
                            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
                }
            } catch (TSPException | IOException | GeneralSecurityException | RuntimeException e) {
                continue;
            }
        }
        return List.copyOf(found.values());
    }
}
