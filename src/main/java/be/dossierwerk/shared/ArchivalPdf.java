package be.dossierwerk.shared;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** Prints HTML as tagged PDF/A-2 (ISO 19005-2, level U) with embedded fonts. */
public final class ArchivalPdf {

    public static final String FONT = "DejaVu Sans Condensed";
    private static final byte[] REGULAR = bytes("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD = bytes("DejaVuSansCondensed-Bold.ttf");
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private ArchivalPdf() { }

    /** {@code html}: well-formed as XML. */
    public static byte[] print(String html) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(COLOURS);
            builder.useFont(() -> new ByteArrayInputStream(REGULAR), FONT, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> new ByteArrayInputStream(BOLD), FONT, 700, FontStyle.NORMAL, true);
            // A paper is whole in itself: nothing is fetched, whatever a text contains.
            builder.useUriResolver((base, uri) -> null);
            builder.withProducer("Dossierwerk");
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] regularFont() {
        return REGULAR.clone();
    }

    private static byte[] bytes(String font) {
        try {
            return new ClassPathResource("letters/fonts/" + font).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
