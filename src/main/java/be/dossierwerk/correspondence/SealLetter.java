package be.dossierwerk.correspondence;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.springframework.stereotype.Component;

/**
 * Seals a letter with PAdES baseline B (ETSI EN 319 142-1). The bytes that the signatory read stay as they are: the seal and its
 * visible words are added behind them, in the box that the template keeps free.
 */
@Component
class SealLetter {

    private static final String ABOVE_THE_BOX = "Digitale handtekening";
    private static final float MM = 72 / 25.4f;
    private static final float WIDTH = 90 * MM;
    private static final float HEIGHT = 22 * MM;
    private static final float FONT_SIZE = 9;
    private static final float MARGIN = 8;

    /** {@code left} and {@code top} in points from the upper left corner of the page; pages count from 1. */
    private record Box(int page, float left, float top) { }

    private final SigningKey signingKey;
    private final LetterPaper paper;

    SealLetter(SigningKey signingKey, LetterPaper paper) {
        this.signingKey = signingKey;
        this.paper = paper;
    }

    /** @throws CertificateException when the certificate is not valid at that moment */
    byte[] seal(byte[] pdf, String signatory, Instant at) throws CertificateException {
        signingKey.certificate.checkValidity(Date.from(at));
        ZonedDateTime local = at.atZone(MovableClock.BRUSSELS);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signingKey.certificate));
        parameters.setCertificateChain(signingKey.chain.stream().map(each -> new CertificateToken((X509Certificate) each)).toList());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(MovableClock.BRUSSELS));
        parameters.setSignerName(signatory);
        parameters.setReason("Ondertekend door " + signatory);
        parameters.setImageParameters(visible(box(pdf), "Digitaal ondertekend\ndoor %s\nop %s om %02d.%02d uur".formatted(signatory,
                Dates.prose(local.toLocalDate()), local.getHour(), local.getMinute())));
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        DSSDocument letter = new InMemoryDocument(pdf);
        byte[] data = service.getDataToSign(letter, parameters).getBytes();
        return DSSUtils.toByteArray(service.signDocument(letter, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), sign(data,
                parameters.getSignatureAlgorithm()))));
    }

    private byte[] sign(byte[] data, SignatureAlgorithm algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(signingKey.key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SignatureImageParameters visible(Box box, String words) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(box.page);
        field.setOriginX(box.left);
        field.setOriginY(box.top);
        field.setWidth(WIDTH);
        field.setHeight(HEIGHT);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(words);
        text.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
        text.setPadding(MARGIN);
        DSSFileFont font = new DSSFileFont(new InMemoryDocument(paper.regularFont()), FONT_SIZE);
        // Only the signs that are written: the whole font is most of what a decision would weigh.
        font.setEmbedFontSubset(true);
        text.setFont(font);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setTextParameters(text);
        return image;
    }

    /** The box stands under its heading, which is the last of its kind whatever the reasons say. */
    private static Box box(byte[] pdf) {
        Box[] found = new Box[1];
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.strip().equals(ABOVE_THE_BOX)) {
                        TextPosition first = positions.get(0);
                        found[0] = new Box(getCurrentPageNo(), first.getXDirAdj() + MM, first.getYDirAdj() + 3 * MM);
                    }
                }
            }.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found[0] == null) {
            throw new IllegalArgumentException("the letter has no box for a signature");
        }
        return found[0];
    }
}
