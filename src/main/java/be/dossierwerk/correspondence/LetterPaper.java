package be.dossierwerk.correspondence;

import be.dossierwerk.shared.ArchivalPdf;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.XmlText;
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

    static final String FONT = ArchivalPdf.FONT;
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final TemplateEngine templates = new TemplateEngine();
    private final String css = text("letters.css");

    LetterPaper() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterPaper.class.getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    byte[] print(String kind, Map<String, Object> facts) {
        return ArchivalPdf.print(html(kind, facts));
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
        return ArchivalPdf.regularFont();
    }

    private static Object inWords(Object fact) {
        if (fact instanceof LocalDate date) {
            return Dates.prose(date);
        }
        if (fact instanceof List<?> many) {
            return many.stream().map(LetterPaper::inWords).toList();
        }
        return fact instanceof String text ? XmlText.legal(text) : fact;
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("letters/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
