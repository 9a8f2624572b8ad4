package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.correspondence.PdfA;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** The same figures in every form in which they leave the screen. */
class ExportBoardTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    @TempDir
    private static Path folder;
    private static HistoryDesk desk;

    static class Words {

        @Bean
        ResourceBundleMessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("messages/board");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            messages.setAlwaysUseMessageFormat(true);
            return messages;
        }
    }

    @BeforeAll
    static void two_years_of_history() throws IOException {
        desk = new HistoryDesk(folder, Words.class, Texts.class, ExportBoard.class);
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            desk.read(in.readAllBytes());
        }
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void csv_is_plain_for_programs() {
        List<String> lines = new String(of(BoardFormat.CSV, DUTCH, "OFDC"), StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).containsExactly("kind,measure,code,name,target,counted,met,result,counted_other,met_other,result_other,change,of_target,version",
                "NORM,OFDC,OFDC-1,100% binnen 120 dagen behandeld (WSE-tijd),100,170,146,86,140,140,100,-14,86,1", "NORM,OFDC,OFDC-2,85% betaling binnen 60 dagen,85,1816,1580,87,2372,1613,68,19,102,1",
                "VOLUME,OFDC,APPROVALS_HANDLED,Goedkeuringsdossiers behandeld,,,,170,,,140,30,,", "VOLUME,OFDC,REFUNDS_PAID,Terugbetalingen uitbetaald,,,,1816,,,2372,-556,,");
        assertThat(new String(of(BoardFormat.CSV, Locale.ENGLISH, "ESF"), StandardCharsets.UTF_8)).contains(",0,0,n.b.,0,0,n.b.,n.b.,n.b.,1\r\n");
    }

    @Test
    void a_workbook_holds_numbers_as_numbers_on_three_sheets_whose_headers_stay() throws IOException {
        byte[] content = of(BoardFormat.XLSX, DUTCH);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("Normen", "Aantallen", "Definities");
            List<Row> norms = book.getFirstSheet().read();
            assertThat(norms).hasSize(70);
            assertThat(norms.get(0).getCellText(6)).isEqualTo("Resultaat 2020");
            Row ofdc = norms.stream().filter(row -> row.getCellText(1).equals("OFDC-1")).findFirst().orElseThrow();
            assertThat(ofdc.getCell(6).getType()).isEqualTo(CellType.NUMBER);
            assertThat(ofdc.getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("0.86");
            assertThat(ofdc.getCell(6).getDataFormatString()).isEqualTo("0%");
            assertThat(ofdc.getCellAsNumber(10).orElseThrow()).isEqualByComparingTo("-14");
            assertThat(norms.get(1).getCellText(6)).isEqualTo("n.b.");
            List<Row> definitions = book.getSheet(2).orElseThrow().read();
            assertThat(definitions).filteredOn(row -> row.getCellText(0).equals("BKT-1")).hasSize(2);
            assertThat(definitions).anySatisfy(row -> assertThat(row.getCellText(3)).startsWith("Van de volledigheid tot de beslissing: hoogstens 120 kalenderdagen"));
        }
        assertThat(part(content, "xl/worksheets/sheet1.xml")).contains("state=\"frozen\"").contains("<col ");
    }

    @Test
    void paper_is_archival_wide_and_tagged_and_names_the_figures_it_holds() throws Exception {
        for (Locale locale : List.of(DUTCH, Locale.ENGLISH)) {
            byte[] pdf = of(BoardFormat.PDF, locale);

            PdfA.assertConforms(pdf);
            String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(BoardFormat.CSV, locale)));
            assertThat(PdfA.words(pdf)).contains(locale.equals(DUTCH) ? "Boordtabel 2020, vergeleken met 2019" : "Board 2020, compared with 2019")
                    .contains(locale.equals(DUTCH) ? "86 % (146 van 170)" : "86 % (146 of 170)").contains("\u221214 p").contains(locale.equals(DUTCH) ? "21 november 2026 om 14.02 uur" : "21 November 2026 at 14.02");
            assertThat(PdfA.words(pdf).replace(" ", "")).contains(sha256);
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getPage(0).getMediaBox().getWidth()).isGreaterThan(document.getPage(0).getMediaBox().getHeight());
                List<String> tags = new ArrayList<>();
                tags(document.getDocumentCatalog().getStructureTreeRoot(), tags);
                assertThat(tags.stream().filter("TH"::equals)).hasSizeGreaterThanOrEqualTo(12);
            }
        }
    }

    @Test
    void what_cannot_be_shown_is_refused() {
        assertThatThrownBy(() -> of(BoardFormat.CSV, DUTCH, "DC", "XYZ", "ABC")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("board.export.measure-unknown");
            assertThat(refused.args()).containsExactly("ABC, XYZ");
        });
        assertThatThrownBy(() -> write(new Period(Period.year(2020).to(), Period.year(2020).from()), BoardFormat.CSV, DUTCH)).hasMessage("board.export.period-order");
    }

    private static byte[] of(BoardFormat format, Locale locale, String... measures) {
        return write(Period.year(2020), format, locale, measures);
    }

    private static byte[] write(Period period, BoardFormat format, Locale locale, String... measures) {
        return desk.asManager(() -> desk.bean(ExportBoard.class).write(new ExportBoard.Wanted(period, Period.year(2019), Set.of(measures)), format, locale));
    }

    private static void tags(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags(element, tags);
            }
        }
    }

    private static String part(byte[] zip, String name) {
        try (ZipFile file = new ZipFile(Files.write(folder.resolve("bord.xlsx"), zip).toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
