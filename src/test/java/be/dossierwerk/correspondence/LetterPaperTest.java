package be.dossierwerk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.dossierwerk.shared.MovableClock;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of letter: PDF/A, the words that the reader needs, and no broken text when facts are missing. */
class LetterPaperTest {

    private static final Clock FRIDAY = Clock.fixed(ZonedDateTime.of(LocalDate.of(2027, 3, 12), LocalTime.NOON, MovableClock.BRUSSELS).toInstant(),
            MovableClock.BRUSSELS);
    private static final LocalDate DUE = LocalDate.of(2027, 4, 12);
    private static final Letterhead LETTERHEAD = new Letterhead("Departement Werk", "Kiekenmarkt 1, 1000 Brussel", "02 000 00 00", "werk@departement.example");
    private static final LetterPaper PAPER = new LetterPaper();
    private static final String LONG = "De onderneming heeft schulden bij de RSZ & de fiscus.\nZij vroeg geen afbetalingsplan. ".repeat(25);

    static Stream<Arguments> kinds() {
        Map<String, Object> address = Map.of("straat", "Kade 1 bus 3", "postcode", "9000", "gemeente", "Gent",
                "activiteiten", List.of("schoonmaken van de woning", "wassen & strijken"));
        Map<String, Object> decision = with(address, Map.of("rechtsgrond", "de wet van 20 juli 2001, artikel 2", "feiten", "U diende een plan in.",
                "motieven", "Het plan is degelijk.", "beroepsclausule", "Tegen deze beslissing kunt u binnen zestig dagen beroep instellen bij de Raad van State.",
                "advies", "De adviescommissie gaf op donderdag 8 april 2027 een advies: gunstig.",
                "geweigerdeActiviteiten", List.of("vervoer van mensen die minder mobiel zijn")));
        return Stream.of(
                arguments("ontvangstbevestiging", with(address, Map.of("beslissingstermijn", "120 kalenderdagen")), List.of("op woensdag 10 maart 2027", "Uw contactpersoon is An Peeters", "120 kalenderdagen", "wassen & strijken",
                        "Kade 1 bus 3 9000 Gent")),
                arguments("vraag-om-aanvulling", with(address, Map.of("ontbreekt", List.of("het bewijs van de borgsom"), "toelichting", "Zie <vak> 3.", "uiterlijk", DUE)),
                        List.of("het bewijs van de borgsom", "Zie <vak> 3.", "uiterlijk op maandag 12 april 2027", "sluiten wij het af zonder gevolg")),
                arguments("herinnering", with(address, Map.of("ontbreekt", List.of("het volledige ondernemingsplan"), "uiterlijk", DUE)),
                        List.of("het volledige ondernemingsplan", "uiterlijk op maandag 12 april 2027", "laatste kans")),
                arguments("bericht-van-volledigheid", with(address, Map.of("volledigSinds", LocalDate.of(2027, 3, 11), "uiterlijk", DUE)),
                        List.of("volledig sinds donderdag 11 maart 2027", "uiterlijk op maandag 12 april 2027", "staat de termijn stil")),
                arguments("voornemen", with(address, Map.of("feiten", LONG, "rechtsgrond", "de wet", "uiterlijk", DUE)),
                        List.of("RSZ & de fiscus", "uiterlijk op maandag 12 april 2027", "dossier inkijken", "advocaat")),
                arguments("nota-commissie", with(address, Map.of("feiten", "Alles in orde.", "beoordeling", "Degelijk.", "vooruitzicht", "gunstig", "zitting", DUE)),
                        List.of("Adviescommissie dienstencheques", "maandag 12 april 2027", "Degelijk.")),
                arguments("advies", with(address, Map.of("strekking", "gunstig", "gegevenOp", DUE, "aanwezig", 7, "motivering", "Goed plan.", "minderheid", "Twee leden twijfelen.")),
                        List.of("Het advies is: gunstig", "Twee leden twijfelen", "nog geen beslissing")),
                arguments("beslissing-erkenning", decision, List.of("is erkend als dienstenchequeonderneming", "Raad van State", "Digitale handtekening", "artikel 2.",
                        "dag van de digitale handtekening")),
                arguments("beslissing-gedeeltelijk", decision, List.of("voor een deel van de activiteiten", "vervoer van mensen", "Raad van State")),
                arguments("beslissing-weigering", with(decision, Map.of("motieven", LONG, "afwijkingAdvies", "De commissie kende de schulden niet.")),
                        List.of("krijgt geen erkenning", "Waarom wij het advies niet volgen", "borgsom wordt vrijgegeven", "Raad van State")),
                arguments("zonder-gevolg", address, List.of("af zonder gevolg", "nieuwe aanvraag")),
                arguments("attest", with(address, Map.of("erkenningsnummer", "V41001", "erkendOp", DUE)), List.of("V41001", "maandag 12 april 2027", "0403.170.701")),
                arguments("termijnrekening", with(address, Map.of("zinnen", List.of("De laatste dag is dinsdag 4 mei 2027."), "bron", "120 dagen", "versie",
                        "versie 1", "kalender", "Wettelijke feestdagen", "controlegetal", "abc", "lijnen", List.of("genoteerd"), "dagen",
                        java.util.Collections.nCopies(130, Map.of("datum", "04/01/2027", "telt", "ja", "stand", "1", "waarom", "zondag: telt mee")))),
                        List.of("De laatste dag is dinsdag 4 mei 2027", "Dag per dag", "zondag: telt mee")),
                arguments("termijn-uitleg", with(address, Map.of("zinnen", List.of("De laatste dag is dinsdag 4 mei 2027."))),
                        List.of("hoe we de dagen tellen", "De laatste dag is dinsdag 4 mei 2027")),
                arguments("aanvraag-ingetrokken", with(address, Map.of("ingetrokkenOp", DUE)), List.of("ingetrokken", "maandag 12 april 2027")),
                arguments("ontvangstbevestiging", with(address, Map.of("intrekkingVanaf", DUE, "beslissingstermijn", "30 kalenderdagen")),
                        List.of("verzoek om uw erkenning in te trekken", "vanaf maandag 12 april 2027", "30 kalenderdagen", "blijft u erkend")),
                arguments("beslissing-intrekking-vrijwillig", with(decision, Map.of("erkenningsnummer", "V41001", "ingangsdatum", DUE, "opvolger", "0403.170.701",
                        "openstaandePunten", List.of("Achterstal bij de RSZ."))),
                        List.of("zoals u vroeg", "V41001", "maandag 12 april 2027", "borgsom terug", "0403.170.701", "Achterstal bij de RSZ.", "Raad van State")),
                arguments("intrekking-geldig-verzoek", with(address, Map.of("ondertekenaar", "Koen Martens")), List.of("Koen Martens", "nieuw verzoek", "blijft bestaan")),
                arguments("budgetbrief", with(address, Map.of("jaar", 2027, "bedrag", "714,32 euro", "uitleg", "Uw onderneming kreeg 12.345 dienstencheques uitbetaald.",
                        "som", "100,00 euro × 1 ÷ 3 cheques = 33,33 euro", "erkenningsnummer", "V41001")),
                        List.of("tot 714,32 euro terugkrijgen", "12.345 dienstencheques", "100,00 euro × 1 ÷ 3 cheques", "niet mee naar het volgende jaar", "V41001")),
                arguments("budgetbrief", with(address, Map.of("jaar", 2027, "uitleg", "Een aandeel is er vanaf 2.000 dienstencheques.", "erkenningsnummer", "V41001")),
                        List.of("geen budget", "vanaf 2.000 dienstencheques", "V41001")),
                arguments("intrekking-verzoek-ingetrokken", with(address, Map.of("erkenningsnummer", "V41001")), List.of("V41001", "blijft bestaan")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void each_kind_is_an_archivable_pdf_with_the_words_its_reader_needs(String kind, Map<String, Object> facts, List<String> expected) throws Exception {
        byte[] pdf = PAPER.print(kind, facts(kind, facts));
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters", kind + ".pdf"), pdf);

        PdfA.assertConforms(pdf);
        assertThat(PdfA.words(pdf)).contains(expected).contains("DC-ERK-2027-00007", "02 000 00 00", "werk@departement.example")
                .doesNotContain("null", "${", "[", "&amp;");
        if (!kind.equals("nota-commissie")) {
            assertThat(PdfA.words(pdf)).contains("Poets & Co <b>100%</b> bv");
        }
        if (!kind.startsWith("beslissing-")) {
            assertThat(PdfA.words(pdf)).contains("vrijdag 12 maart 2027");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_letter_without_any_facts_is_still_a_whole_letter(String kind) throws Exception {
        byte[] pdf = PAPER.print(kind, facts(kind, Map.of()));

        PdfA.assertConforms(pdf);
        assertThat(PdfA.words(pdf)).doesNotContain("null", "${", " op .", " op ,", "  ");
        if (!kind.equals("nota-commissie")) {
            assertThat(PdfA.words(pdf)).contains("Kade 1 9000 Gent");
        }
        if (LetterFacts.isDecision(kind)) {
            assertThat(PdfA.words(pdf)).contains("Raad van State", "zestig dagen");
        }
    }

    @Test
    void pasted_control_characters_and_unknown_glyphs_do_no_harm() throws Exception {
        byte[] pdf = PAPER.print("voornemen", facts("voornemen", Map.of("feiten", "Eerste\u0000 regel\u000b 👍 ﷽ \uD800 Łódź Ñandú</p><script>alert(1)</script>")));

        PdfA.assertConforms(pdf);
        assertThat(PdfA.words(pdf)).contains("Eerste regel", "Łódź Ñandú</p><script>alert(1)</script>");
    }

    @Test
    void the_judge_of_archivable_pdf_sees_an_ordinary_pdf_for_what_it_is() throws Exception {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            assertThatThrownBy(() -> PdfA.assertConforms(out.toByteArray())).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void an_everyday_letter_fits_on_one_page() throws Exception {
        for (Arguments kind : kinds().toList()) {
            String name = (String) kind.get()[0];
            @SuppressWarnings("unchecked")
            Map<String, Object> given = (Map<String, Object>) kind.get()[1];
            if (!List.of("voornemen", "termijnrekening").contains(name) && !LetterFacts.isDecision(name)) {
                try (var document = Loader.loadPDF(PAPER.print(name, facts(name, given)))) {
                    assertThat(document.getNumberOfPages()).as(name).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void an_unknown_kind_or_a_path_is_refused() {
        for (String kind : List.of("../application", "geen-brief", "Attest", "layout.html")) {
            assertThatThrownBy(() -> PAPER.print(kind, facts(kind, Map.of()))).as(kind).isInstanceOf(RuntimeException.class);
        }
    }

    private static Map<String, Object> facts(String kind, Map<String, Object> given) {
        return new LetterFacts(new InventedDossiers(), LETTERHEAD, FRIDAY).of(InventedDossiers.NUMBER, kind, "Onderwerp van de brief", given);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
