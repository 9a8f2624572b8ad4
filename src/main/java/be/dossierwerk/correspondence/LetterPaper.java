package be.dossierwerk.correspondence;

import be.dossierwerk.shared.Dates;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints the template {@code letters/<kind>.html} with facts as tagged PDF/A-2 with embedded fonts. */
@Component
class LetterPaper {

    static final String FONT = "DejaVu Sans Condensed";
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    // XML 1.0 cannot hold these; a pasted text sometimes does.
    private static final Pattern NOT_XML = Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final TemplateEngine templates = new TemplateEngine();
    private final String css = text("letters.css");
    private final byte[] regular = bytes("fonts/DejaVuSansCondensed.ttf");
    private final byte[] bold = bytes("fonts/DejaVuSansCondensed-Bold.ttf");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    LetterPaper() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterPaper.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    byte[] print(String kind, Map<String, Object> facts) {
        return pdf(html(kind, facts));
    }

    /** The letter as HTML: dates in full, every text escaped. */
    String html(String kind, Map<String, Object> facts) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("no letter kind: " + kind);
        }
        Map<String, Object> words = new LinkedHashMap<>();
        facts.forEach((name, fact) -> words.put(name, inWords(fact)));
        words.put("css", css);
        return templates.process(kind, new Context(java.util.Locale.forLanguageTag("nl-BE"), words));
    }

    byte[] regularFont() {
        return regular.clone();
    }

    private byte[] pdf(String html) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(colours);
            builder.useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> new ByteArrayInputStream(bold), FONT, 700, FontStyle.NORMAL, true);
            // A letter is whole in itself: nothing is fetched, whatever a text contains.
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

    private static Object inWords(Object fact) {
        if (fact instanceof LocalDate date) {
            return Dates.prose(date);
        }
        if (fact instanceof List<?> many) {
            return many.stream().map(LetterPaper::inWords).toList();
        }
        return fact instanceof String text ? NOT_XML.matcher(text).replaceAll("") : fact;
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try {
            return new ClassPathResource("letters/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
