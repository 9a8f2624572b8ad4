package be.dossierwerk.correspondence;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
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

    /** {@code left} and {@code bottom} in points from the lower left corner of the page; pages count from 0. */
    private record Box(int page, PDRectangle pageSize, float left, float bottom) { }

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
        List<String> words = List.of("Digitaal ondertekend door " + signatory, "op %s om %02d.%02d uur".formatted(
                Dates.prose(local.toLocalDate()), local.getHour(), local.getMinute()));
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(signatory);
        signature.setReason("Ondertekend door " + signatory);
        signature.setSignDate(GregorianCalendar.from(local));
        try (PDDocument document = Loader.loadPDF(pdf); SignatureOptions options = new SignatureOptions();
             ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Box box = box(document);
            options.setVisualSignature(new ByteArrayInputStream(visible(box, words)));
            options.setPage(box.page);
            document.addSignature(signature, this::cms, options);
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CAdES as PAdES asks for: bound to the certificate, and without a signing time, which stands in the PDF (EN 319 142-1, 6.3). */
    private byte[] cms(InputStream content) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(signingKey.certificate.getEncoded());
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
            var withoutTime = new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)) {
                @Override
                @SuppressWarnings("rawtypes")
                public AttributeTable getAttributes(java.util.Map parameters) {
                    return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
                }
            };
            String algorithm = "SHA256with" + ("EC".equals(signingKey.key.getAlgorithm()) ? "ECDSA" : signingKey.key.getAlgorithm());
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(withoutTime)
                    .build(new JcaContentSignerBuilder(algorithm).build(signingKey.key), signingKey.certificate));
            generator.addCertificates(new JcaCertStore(signingKey.chain));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException(e);
        }
    }

    /** A page of the same size that holds nothing but the field with its words; PDFBox takes the field over from it. */
    private byte[] visible(Box box, List<String> words) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(box.pageSize);
            document.addPage(page);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            var widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(box.left, box.bottom, WIDTH, HEIGHT));
            widget.setPrinted(true);
            widget.setPage(page);

            PDFormXObject picture = new PDFormXObject(new PDStream(document));
            picture.setResources(new PDResources());
            picture.setFormType(1);
            picture.setBBox(new PDRectangle(WIDTH, HEIGHT));
            PDAppearanceStream appearance = new PDAppearanceStream(picture.getCOSObject());
            PDAppearanceDictionary appearances = new PDAppearanceDictionary();
            appearances.getCOSObject().setDirect(true);
            appearances.setNormalAppearance(appearance);
            widget.setAppearance(appearances);
            PDType0Font font = PDType0Font.load(document, new ByteArrayInputStream(paper.regularFont()), true);
            float size = FONT_SIZE;
            for (String line : words) {
                size = Math.min(size, 1000 * (WIDTH - 2 * MARGIN) / font.getStringWidth(printable(font, line)));
            }
            try (PDPageContentStream content = new PDPageContentStream(document, appearance)) {
                content.beginText();
                content.setFont(font, size);
                content.newLineAtOffset(MARGIN, HEIGHT / 2 + size * 0.6f);
                for (String line : words) {
                    content.showText(printable(font, line));
                    content.newLineAtOffset(0, -size * 1.6f);
                }
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String printable(PDType0Font font, String line) {
        return line.codePoints().mapToObj(Character::toString).map(letter -> {
            try {
                font.encode(letter);
                return letter;
            } catch (IOException | IllegalArgumentException e) {
                return "?";
            }
        }).reduce("", String::concat);
    }

    /** The box stands under its heading, which is the last of its kind whatever the reasons say. */
    private static Box box(PDDocument document) throws IOException {
        Box[] found = new Box[1];
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                if (text.strip().equals(ABOVE_THE_BOX)) {
                    TextPosition first = positions.get(0);
                    PDRectangle size = getCurrentPage().getMediaBox();
                    found[0] = new Box(getCurrentPageNo() - 1, size, first.getXDirAdj() + MM,
                            size.getHeight() - first.getYDirAdj() - 3 * MM - HEIGHT);
                }
            }
        }.getText(document);
        if (found[0] == null) {
            throw new IllegalArgumentException("the letter has no box for a signature");
        }
        return found[0];
    }
}
