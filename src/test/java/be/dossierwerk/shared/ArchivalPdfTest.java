package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.correspondence.PdfA;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** Fonts that were read once serve one paper after the other, and many at once. */
class ArchivalPdfTest {

    private static final int AT_ONCE = 8;
    private static final int EACH = 12;
    private static final List<String> TEXTS = List.of("Geachte mevrouw Öz, uw brief van 3 maart", "Ça coûte 1 234,50 €; Łódź, Ångström, Ελλάδα", "Кириллица naast Vlaamse tekst en fluit");

    @Test
    void papers_that_are_printed_at_once_hold_each_its_own_text() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> prints = new ArrayList<>();
            for (int i = 0; i < AT_ONCE * EACH; i++) {
                String text = TEXTS.get(i % TEXTS.size()) + " nummer " + i;
                prints.add(() -> {
                    assertThat(PdfA.words(ArchivalPdf.print(paper("<p>%s <b>en vet %s</b></p>".formatted(text, text))))).contains(text, "en vet " + text);
                    return null;
                });
            }
            for (Future<Void> print : threads.invokeAll(prints)) {
                print.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_paper_after_many_others_is_as_good_as_the_first() throws Exception {
        for (String text : TEXTS) {
            ArchivalPdf.print(paper("<p>" + text + "</p>"));
        }
        byte[] last = ArchivalPdf.print(paper("<p>Aan het einde</p>"));

        PdfA.assertConforms(last);
        assertThat(PdfA.words(last)).contains("Aan het einde").doesNotContain("Łódź");
        assertThat(fonts(last)).singleElement().satisfies(font -> assertThat(font).endsWith("+DejaVuSansCondensed"));
    }

    @Test
    void after_a_paper_that_failed_the_next_is_printed() throws IOException {
        assertThatThrownBy(() -> ArchivalPdf.print("<p>niet gesloten")).isNotNull();

        assertThat(PdfA.words(ArchivalPdf.print(paper("<p>Wel goed</p>")))).contains("Wel goed");
    }

    private static String paper(String body) {
        return "<html lang=\"nl\"><head><title>Brief</title><meta name=\"description\" content=\"Brief\"/><style>body{font-family:'%s';font-size:10pt}</style></head><body>%s</body></html>"
                .formatted(ArchivalPdf.FONT, body);
    }

    private static List<String> fonts(byte[] pdf) throws IOException {
        List<String> names = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                names.add(font.getName());
            }
        }
        return names;
    }
}
