package be.dossierwerk.shared;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** Prints HTML as tagged PDF/A-2 (ISO 19005-2, level U) with embedded fonts. */
public final class ArchivalPdf {

    public static final String FONT = "DejaVu Sans Condensed";
    private static final byte[] REGULAR = bytes("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD = bytes("DejaVuSansCondensed-Bold.ttf");
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** Both fonts as read, which takes longer than all the rest of a short letter. One print has them at a time; after one that failed they are not used again. */
    private record Fonts(TrueTypeFont regular, TrueTypeFont bold) {

        private static final Queue<Fonts> AT_REST = new ConcurrentLinkedQueue<>();

        static Fonts taken() {
            Fonts rested = AT_REST.poll();
            return rested != null ? rested : new Fonts(read(REGULAR), read(BOLD));
        }

        void giveBack() {
            AT_REST.add(this);
        }

        private static TrueTypeFont read(byte[] font) {
            try {
                return new TTFParser().parse(new RandomAccessReadBuffer(font));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ArchivalPdf() { }

    /** {@code html}: well-formed as XML. */
    public static byte[] print(String html) {
        Fonts fonts = Fonts.taken();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(COLOURS);
            builder.useFont(embedded(fonts.regular, document), FONT, 400, FontStyle.NORMAL, true);
            builder.useFont(embedded(fonts.bold, document), FONT, 700, FontStyle.NORMAL, true);
            // A paper is whole in itself: nothing is fetched, whatever a text contains.
            builder.useUriResolver((base, uri) -> null);
            builder.withProducer("Dossierwerk");
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
            fonts.giveBack();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Embedded when a text asks for it: a paper without bold holds no bold font. */
    private static PDFontSupplier embedded(TrueTypeFont font, PDDocument document) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    return PDType0Font.load(document, font, true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
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
