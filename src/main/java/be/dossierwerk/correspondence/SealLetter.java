package be.dossierwerk.correspondence;

import be.dossierwerk.shared.MovableClock;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignerTextVerticalAlignment;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
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

    private record Place(int page, float x, float y) { }

    private final SigningKey signingKey;
    private final LetterPaper paper;

    SealLetter(SigningKey signingKey, LetterPaper paper) {
        this.signingKey = signingKey;
        this.paper = paper;
    }

    byte[] seal(byte[] pdf, String signatory, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, MovableClock.BRUSSELS);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(signingKey.key.getCertificate());
        parameters.setCertificateChain(signingKey.key.getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(MovableClock.BRUSSELS));
        parameters.setSignerName(signatory);
        parameters.setReason("Ondertekend door " + signatory);
        parameters.setAppName("Dossierwerk");
        parameters.setImageParameters(words(place(pdf), "Digitaal ondertekend door %s%nop %s om %02d.%02d uur".formatted(
                signatory, FullDate.of(local.toLocalDate()), local.getHour(), local.getMinute())));

        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        // A seal must not wait for a website: the chain is in the keystore.
        verifier.setAIASource(null);
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        InMemoryDocument document = new InMemoryDocument(pdf);
        var toBeSigned = service.getDataToSign(document, parameters);
        var signature = signingKey.token.sign(toBeSigned, DigestAlgorithm.SHA256, signingKey.key);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            service.signDocument(document, parameters, signature).writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SignatureImageParameters words(Place place, String text) {
        SignatureImageTextParameters words = new SignatureImageTextParameters();
        words.setText(text);
        // The font is read once per seal; only the glyphs used go into the letter.
        DSSFileFont font = new DSSFileFont(new ByteArrayInputStream(paper.regularFont()));
        font.setSize(9);
        font.setEmbedFontSubset(true);
        words.setFont(font);
        words.setTextWrapping(TextWrapping.FONT_BASED);
        words.setSignerTextVerticalAlignment(SignerTextVerticalAlignment.MIDDLE);
        words.setPadding(8);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setTextParameters(words);
        image.getFieldParameters().setFieldId("handtekening");
        image.getFieldParameters().setPage(place.page);
        image.getFieldParameters().setOriginX(place.x + 1);
        image.getFieldParameters().setOriginY(place.y);
        image.getFieldParameters().setWidth(90 * MM);
        image.getFieldParameters().setHeight(22 * MM);
        return image;
    }

    /** The box stands under its heading, which is the last of its kind whatever the reasons say. */
    private static Place place(byte[] pdf) {
        Place[] found = new Place[1];
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.strip().equals(ABOVE_THE_BOX)) {
                        TextPosition first = positions.get(0);
                        found[0] = new Place(getCurrentPageNo(), first.getXDirAdj(), first.getYDirAdj() + 2.5f * MM);
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
