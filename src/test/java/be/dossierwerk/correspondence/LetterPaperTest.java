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
import java.util.Set;
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
    private static final Set<String> NEED_FACTS = Set.of("beslissing-terugbetaling", "afrekening-terugbetaling", "voornemen-terugvordering", "beslissing-terugvordering", "afbetalingsplan", "aanmaning-betaling", "ingebrekestelling",
            "beslissing-geldboete", "beslissing-geen-geldboete", "voornemen-geldboete", "herinnering-geldboete",
            "voornemen-ambtshalve", "ambtshalve-bericht", "ambtshalve-bewijs", "ambtshalve-geregulariseerd", "beslissing-ambtshalve-intrekking",
            "beslissing-geen-ambtshalve-intrekking", "beslissing-geen-terugvordering", "inbreuk-brief", "beslissing-openbaarheid");
    private static final String LONG = "De onderneming heeft schulden bij de RSZ & de fiscus.\nZij vroeg geen afbetalingsplan. ".repeat(25);

    static Stream<Arguments> kinds() {
        Map<String, Object> address = Map.of("straat", "Kade 1 bus 3", "postcode", "9000", "gemeente", "Gent",
                "activiteiten", List.of("schoonmaken van de woning", "wassen & strijken"));
        Map<String, Object> decision = with(address, Map.of("rechtsgrond", "de wet van 20 juli 2001, artikel 2", "feiten", "U diende een plan in.",
                "motieven", "Het plan is degelijk.", "beroepsclausule", "Tegen deze beslissing kunt u binnen zestig dagen beroep instellen bij de Raad van State.",
                "advies", "De adviescommissie gaf op donderdag 8 april 2027 een advies: gunstig.",
                "geweigerdeActiviteiten", List.of("vervoer van mensen die minder mobiel zijn")));
        Map<String, Object> exOfficio = with(address, Map.of("erkenningsnummer", "V41001", "feiten", "U diende een jaar lang geen dienstencheques in.", "rechtsgrond",
                "de wet van 20 juli 2001, artikel 2"));
        Map<String, Object> recovery = with(address, Map.of("bedrag", "2.336,00 euro", "saldo", "2.336,00 euro", "betaaltermijn", "30 kalenderdagen", "rekening",
                "BE68 5390 0754 7034", "lijnen", List.of(Map.of("maand", "03/2027", "aantal", 100, "bedrag", "2.336,00 euro", "bewijs", "werklijst zonder handtekening"))));
        Map<String, Object> claim = Map.of("jaar", 2027, "bedrag", "362,25 euro", "gevraagd", "400,00 euro", "toegekend", true, "volledig", false, "budgetTekort", true,
                "lijnen", List.of(Map.of("opleiding", "Ergonomisch strijken", "dag", "12/03/2027", "berekening", "7 uur × 14,50 euro", "bedrag", "101,50 euro"),
                        Map.of("opleiding", "Ergonomisch strijken", "dag", "13/03/2027", "berekening", "Geweigerd: de lijst is niet getekend", "bedrag", "0,00 euro")));
        Map<String, Object> contested = with(Map.of("straat", "Kade 1 bus 3", "postcode", "9000", "gemeente", "Gent"), Map.of("bestredenVan", LocalDate.of(2027, 3, 1),
                "bestredenDossier", "DC-ERK-2027-00003", "bestredenBeslissing", "Beslissing: weigering van de erkenning", "beroepTotEnMet", LocalDate.of(2027, 5, 3)));
        Map<String, Object> reconsidered = with(contested, Map.of("rechtsgrond", "de wet van 29 juli 1991", "feiten", "U vroeg een heroverweging.", "motieven", "De schuld is betaald.",
                "advies", "De adviescommissie gaf geen advies binnen de termijn.", "beroepsclausule", "U kunt beroep instellen bij de Raad van State."));
        return Stream.of(
                arguments("ontvangstbevestiging", with(contested, Map.of("beslissingstermijn", "45 kalenderdagen")), List.of("uw vraag om heroverweging goed ontvangen", "45 kalenderdagen",
                        "stopt of verlengt de termijn voor een beroep bij de Raad van State niet", "tot en met maandag 3 mei 2027")),
                arguments("heroverweging-niet-ontvankelijk", with(contested, Map.of("nietOntvankelijkOmdat", "LAATTIJDIG")), List.of("Uw vraag kwam te laat",
                        "stopt of verlengt", "tot en met maandag 3 mei 2027")),
                arguments("heroverweging-horen", with(contested, Map.of("uiterlijk", DUE)), List.of("ten laatste op maandag 12 april 2027", "maandag 1 maart 2027", "advocaat")),
                arguments("heroverweging-ingetrokken", with(contested, Map.of("andereRechter", true)), List.of("stopt of verlengt de termijn om naar de rechter te gaan niet")),
                arguments("heroverweging-ingetrokken", contested, List.of("trok die vraag nu zelf in", "tot en met maandag 3 mei 2027")),
                arguments("heroverweging-ingetrokken", with(contested, Map.of("beroepVoorbij", true)), List.of("De beroepstermijn is voorbij", "kon u beroep instellen tot en met maandag 3 mei 2027")),
                arguments("heroverweging-zonder-voorwerp", contested, List.of("De Raad van State vernietigde die beslissing", "Dit dossier is nu afgesloten")),
                arguments("beslissing-heroverweging-bevestigd", reconsidered, List.of("Ze blijft zoals ze is", "De schuld is betaald.", "stopt of verlengt", "maandag 3 mei 2027",
                        "Raad van State", "Digitale handtekening")),
                arguments("beslissing-heroverweging-herzien", with(reconsidered, Map.of("herneemtBij", "Beslissing opstellen")), List.of("Wij herzien onze beslissing",
                        "bij deze stap: Beslissing opstellen", "Andere mensen", "maandag 3 mei 2027")),
                arguments("beslissing-heroverweging-ingetrokken", reconsidered, List.of("Wij trekken onze beslissing in", "maken wij ongedaan", "maandag 3 mei 2027")),
                arguments("ontvangstbevestiging", with(address, Map.of("beslissingstermijn", "120 kalenderdagen")), List.of("op woensdag 10 maart 2027", "Uw contactpersoon is An Peeters", "120 kalenderdagen", "wassen & strijken",
                        "Kade 1 bus 3 9000 Gent")),
                arguments("vraag-om-aanvulling", with(address, Map.of("ontbreekt", List.of("het bewijs van de borgsom"), "toelichting", "Zie <vak> 3.", "uiterlijk", DUE)),
                        List.of("het bewijs van de borgsom", "Zie <vak> 3.", "uiterlijk op maandag 12 april 2027", "sluiten wij het af zonder gevolg")),
                arguments("herinnering", with(address, Map.of("ontbreekt", List.of("het volledige ondernemingsplan"), "uiterlijk", DUE)),
                        List.of("het volledige ondernemingsplan", "uiterlijk op maandag 12 april 2027", "laatste kans")),
                arguments("bericht-van-volledigheid", with(address, Map.of("volledigSinds", LocalDate.of(2027, 3, 11), "uiterlijk", DUE)),
                        List.of("volledig sinds donderdag 11 maart 2027", "uiterlijk op maandag 12 april 2027", "staat de termijn stil")),
                arguments("bericht-van-volledigheid", with(address, Map.of("volledigSinds", LocalDate.of(2027, 3, 11))), List.of("staat nu stil", "nog geen uiterste datum")),
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
                arguments("inventaris-administratief-dossier", with(address, Map.of("rolnummer", "A. 242.118/XII-9514", "bestredenDossier", "DC-INB-2027-00004", "aantal", 2,
                        "weggelaten", 1, "bladzijden", 5, "stukken", List.of(Map.of("nummer", 1, "titel", "Verslag van de inspectie", "datum", "12/03/2027", "bladzijden", 3,
                                "bytes", 31064, "sha256", "8f2dfcc9e8db954d020d311565cd96eb35e4069360e738930528a6356232e391"), Map.of("nummer", 2, "titel", "Beslissing (ondertekend)",
                                "datum", "13/03/2027", "bladzijden", 2, "bytes", 57323, "sha256", "c6fe914de4d685062ea2fd9c6f4bcf2d77a7609b5fcb8e5314eeff96c1d00316")))),
                        List.of("Raad van State, afdeling Bestuursrechtspraak", "2 stukken uit ons dossier DC-INB-2027-00004", "Wij lieten 1 interne notitie weg", "8f2dfcc9e8db954d",
                                "Digitale handtekening")),
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
                arguments("ontvangstbevestiging", with(Map.of("straat", "Kade 1 bus 3", "postcode", "9000", "gemeente", "Gent"), Map.of("opleiding", "Veilig tillen",
                        "groepsdossier", "DC-GRP-2027-00001", "beslissingstermijn", "120 kalenderdagen", "inAanmerkingVanaf", DUE)),
                        List.of("de opleiding \"Veilig tillen\" goed te keuren", "groepsdossier DC-GRP-2027-00001", "maandag 12 april 2027")),
                arguments("opleiding-volledig", with(address, Map.of("opleiding", "Veilig tillen", "volledigSinds", LocalDate.of(2027, 3, 11), "uiterlijk", DUE)),
                        List.of("\"Veilig tillen\" is volledig sinds donderdag 11 maart 2027", "uiterlijk op maandag 12 april 2027")),
                arguments("opleiding-negatief-advies", with(address, Map.of("opleiding", "Sportmassage", "motivering", "Er is geen verband.", "uiterlijk", DUE)),
                        List.of("negatief advies over uw opleiding \"Sportmassage\"", "tot en met maandag 12 april 2027", "Er is geen verband.")),
                arguments("opleiding-zonder-gevolg", with(address, Map.of("opleiding", "Telefoneren", "ontbreekt", List.of("het programma"))),
                        List.of("\"Telefoneren\"", "het programma", "zonder gevolg")),
                arguments("opleiding-goedkeuring-gewijzigd", with(address, Map.of("opleiding", "Telefoneren", "wijziging", "de goedkeuring stopt.", "ingetrokken", true,
                        "motivering", "De lesgever is er niet meer.", "gehoord", "U ging akkoord.")),
                        List.of("\"Telefoneren\"", "Wij beslisten: de goedkeuring stopt.", "De lesgever is er niet meer.", "U ging akkoord.")),
                arguments("opleiding-ingetrokken", with(address, Map.of("opleiding", "Telefoneren", "ingetrokkenOp", DUE, "groepsdossier", "DC-GRP-2027-00001")),
                        List.of("\"Telefoneren\" in", "maandag 12 april 2027", "groepsdossier DC-GRP-2027-00001")),
                arguments("beslissing-opleiding-goedgekeurd", with(decision, Map.of("opleiding", "Veilig tillen", "inAanmerkingVanaf", DUE)),
                        List.of("\"Veilig tillen\" goed", "Sessies vanaf maandag 12 april 2027")),
                arguments("beslissing-opleiding-geweigerd", with(decision, Map.of("opleiding", "Sportmassage", "groepsdossier", "DC-GRP-2027-00001")),
                        List.of("\"Sportmassage\" niet goed", "alleen over deze opleiding")),
                arguments("klacht-ontvangst", with(address, Map.of("beslissingstermijn", "45 kalenderdagen", "uiterlijk", DUE)),
                        List.of("Iemand die niets met de feiten te maken heeft", "uiterlijk op maandag 12 april 2027: 45 kalenderdagen na de ontvangst", "verandert geen enkele beslissing")),
                arguments("klacht-niet-ontvankelijk", with(address, Map.of("reden", "De klacht is te oud.", "toelichting", "Het gebeurde in 2020.", "ombudsdienst",
                        "Ga naar de Vlaamse Ombudsdienst.", "geenGevolg", "Een klacht verandert geen enkele beslissing.")),
                        List.of("De klacht is te oud.", "Het gebeurde in 2020.", "Vlaamse Ombudsdienst", "verandert geen enkele beslissing")),
                arguments("klacht-antwoord", with(address, Map.of("oordeel", "Uw klacht is gegrond.", "motivering", "Wij belden u niet terug.", "maatregelen", "Wij bellen voortaan.",
                        "ombudsdienst", "Ga naar de Vlaamse Ombudsdienst.", "geenGevolg", "Een klacht verandert geen enkele beslissing.")),
                        List.of("Uw klacht is gegrond.", "Wat doen wij eraan?", "Wij bellen voortaan.", "Vlaamse Ombudsdienst", "verandert geen enkele beslissing")),
                arguments("klacht-vertraging", with(address, Map.of("uitweg", "Ga naar de Vlaamse Ombudsdienst.")), List.of("Onze excuses", "Vlaamse Ombudsdienst")),
                arguments("vraag-ingetrokken", with(address, Map.of("zaak", "klacht")), List.of("uw klacht intrekt", "afgesloten")),
                arguments("openbaarheid-ontvangst", with(address, Map.of("beslissingstermijn", "20 kalenderdagen", "uiterlijk", DUE, "gevraagd", List.of("De nota"))),
                        List.of("De nota", "uiterlijk op maandag 12 april 2027: 20 kalenderdagen na de registratie", "Toegang is de regel")),
                arguments("openbaarheid-verduidelijking", with(address, Map.of("vraag", "Over welk dossier gaat het?", "uiterlijk", DUE)),
                        List.of("Over welk dossier gaat het?", "uiterlijk op maandag 12 april 2027", "begint de termijn om te beslissen opnieuw")),
                arguments("openbaarheid-niet-ontvankelijk", with(address, Map.of("reden", "Uw vraag is te algemeen.", "beroepsclausule", "Ga naar de Beroepsinstantie.")),
                        List.of("Uw vraag is te algemeen.", "Beroepsinstantie")),
                arguments("openbaarheid-verlenging", with(address, Map.of("reden", "Het archief zoekt.", "uiterlijk", DUE, "vroegerUiterlijk", DUE.minusDays(20))),
                        List.of("uiterlijk op maandag 12 april 2027", "dinsdag 23 maart 2027", "Het archief zoekt.", "maar een keer")),
                arguments("openbaarheid-vertraging", with(address, Map.of("uitweg", "Ga naar de Beroepsinstantie.")), List.of("zeker nog een beslissing", "Beroepsinstantie")),
                arguments("openbaarheid-documenten", with(address, Map.of("bezorgd", List.of("De nota: \"Nota\""), "inzage", false)), List.of("Bij deze brief", "De nota: \"Nota\"")),
                arguments("openbaarheid-documenten", with(address, Map.of("bezorgd", List.of("De nota"), "inzage", true, "toelichting", "Breng uw kaart mee.")),
                        List.of("liggen voor u klaar", "Breng uw kaart mee.")),
                arguments("beslissing-openbaarheid", with(decision, Map.of("beroepsclausule", "U kunt binnen dertig dagen naar de Beroepsinstantie.", "documenten",
                        List.of(Map.of("omschrijving", "De nota", "oordeel", "U krijgt dit document."), Map.of("omschrijving", "Het verslag", "oordeel", "U krijgt dit document niet.",
                                "grond", "audit (artikel II.35)", "motief", "Het onderzoek loopt.")))),
                        List.of("De nota U krijgt dit document.", "De uitzondering: audit (artikel II.35).", "Het onderzoek loopt.", "Beroepsinstantie", "Digitale handtekening")),
                arguments("intrekking-geldig-verzoek", with(address, Map.of("ondertekenaar", "Koen Martens")), List.of("Koen Martens", "nieuw verzoek", "blijft bestaan")),
                arguments("budgetbrief", with(address, Map.of("jaar", 2027, "bedrag", "714,32 euro", "uitleg", "Uw onderneming kreeg 12.345 dienstencheques uitbetaald.",
                        "som", "100,00 euro × 1 ÷ 3 cheques = 33,33 euro", "erkenningsnummer", "V41001")),
                        List.of("tot 714,32 euro terugkrijgen", "12.345 dienstencheques", "100,00 euro × 1 ÷ 3 cheques", "niet mee naar het volgende jaar", "V41001")),
                arguments("budgetbrief", with(address, Map.of("jaar", 2027, "uitleg", "Een aandeel is er vanaf 2.000 dienstencheques.", "erkenningsnummer", "V41001")),
                        List.of("geen budget", "vanaf 2.000 dienstencheques", "V41001")),
                arguments("intrekking-verzoek-ingetrokken", with(address, Map.of("erkenningsnummer", "V41001")), List.of("V41001", "blijft bestaan")),
                arguments("voornemen-ambtshalve", with(exOfficio, Map.of("uiterlijk", DUE, "regulariseren", "Vul uw waarborg aan.")),
                        List.of("nog geen beslissing", "V41001", "geen dienstencheques", "uiterlijk op maandag 12 april 2027", "Vul uw waarborg aan.", "advocaat")),
                arguments("ambtshalve-bericht", exOfficio, List.of("V41001", "geen dienstencheques", "met een aparte brief", "Kloppen deze gegevens niet?")),
                arguments("ambtshalve-bewijs", with(exOfficio, Map.of("uiterlijk", DUE)), List.of("uiterlijk op maandag 12 april 2027", "afbetalingsplan")),
                arguments("ambtshalve-geregulariseerd", exOfficio, List.of("V41001", "U hoeft niets meer te doen")),
                arguments("beslissing-ambtshalve-intrekking", with(decision, Map.of("erkenningsnummer", "V41001", "ingangsdatum", DUE, "evenredigheid", "Er is geen activiteit meer.")),
                        List.of("wordt ingetrokken", "vanaf maandag 12 april 2027", "Er is geen activiteit meer.", "Raad van State", "Digitale handtekening")),
                arguments("beslissing-geen-ambtshalve-intrekking", with(decision, Map.of("erkenningsnummer", "V41001")), List.of("blijft bestaan", "Raad van State")),
                arguments("inbreuk-voornemen", with(address, Map.of("uiterlijk", DUE, "feiten", "De werklijsten ontbreken.", "lijst", List.of("gebrekkige registratie"), "bedrag",
                        "2.336,00 euro", "maatregel", "Wij kunnen uw erkenning intrekken.", "rechtsgrond", "de wet", "stukken", List.of("Verslag van de inspectie"))),
                        List.of("Er is nog niets beslist", "gebrekkige registratie", "2.336,00 euro", "uiterlijk op maandag 12 april 2027", "mondeling gehoord", "Verslag van de inspectie")),
                arguments("inbreuk-brief", with(address, Map.of("kern", "Voldoe uiterlijk op maandag 12 april 2027 aan deze voorwaarden.", "lijst", List.of("Geen tuinwerk meer."),
                        "vervolg", "Wij beoordelen elke voorwaarde apart.")), List.of("maandag 12 april 2027", "Geen tuinwerk meer.", "Wij beoordelen elke voorwaarde apart.")),
                arguments("beslissing-inbreuk", with(decision, Map.of("kern", "Uw erkenning wordt ingetrokken.", "gevolg", "U mag geen dienstencheques meer aanvaarden.", "ingangsdatum",
                        DUE, "lijst", List.of("gebrekkige registratie"), "evenredigheid", "Een waarschuwing volstaat niet.")),
                        List.of("Uw erkenning wordt ingetrokken.", "vanaf maandag 12 april 2027", "gebrekkige registratie", "Een waarschuwing volstaat niet.", "Raad van State")),
                arguments("verslag-hoorzitting", with(address, Map.of("gehoudenOp", DUE, "aanwezig", "De zaakvoerder en haar advocaat.", "verslag", "Zij betwist de feiten.")),
                        List.of("maandag 12 april 2027", "haar advocaat", "Zij betwist de feiten.")),
                arguments("voornemen-terugvordering", with(recovery, Map.of("uiterlijk", DUE)),
                        List.of("2.336,00 euro van u terug te vorderen", "werklijst zonder handtekening", "uiterlijk op maandag 12 april 2027", "nog geen beslissing")),
                arguments("beslissing-terugvordering", with(with(decision, recovery), Map.of("beroepsclausule", "U kunt beroep instellen bij de bevoegde rechtbank.")),
                        List.of("U moet 2.336,00 euro terugbetalen", "binnen 30 kalenderdagen", "BE68 5390 0754 7034", "bevoegde rechtbank", "Digitale handtekening")),
                arguments("beslissing-terugbetaling", with(decision, claim), List.of("Wij betalen u 362,25 euro terug", "niet alles wat u vroeg", "7 uur × 14,50 euro",
                        "Geweigerd: de lijst is niet getekend", "was er niet genoeg over", "Raad van State")),
                arguments("beslissing-terugbetaling", with(with(decision, claim), Map.of("toegekend", false, "budgetTekort", false)),
                        List.of("Wij betalen uw opleidingen van 2027 niet terug", "Raad van State")),
                arguments("afrekening-terugbetaling", with(with(address, claim), Map.of("rekening", "BE68 5390 0754 7034")),
                        List.of("Wij hebben u 362,25 euro terugbetaald", "BE68 5390 0754 7034", "Ergonomisch strijken")),
                arguments("beslissing-geen-terugvordering", with(with(decision, recovery), Map.of("beroepsclausule", "U kunt beroep instellen bij de bevoegde rechtbank.")),
                        List.of("Wij vorderen niets van u terug", "bevoegde rechtbank")),
                arguments("afbetalingsplan", with(recovery, Map.of("aflossingen", List.of(Map.of("dag", "12/04/2027", "bedrag", "1.168,00 euro"), Map.of("dag", "12/05/2027", "bedrag", "1.168,00 euro")))),
                        List.of("12/05/2027", "1.168,00 euro", "BE68 5390 0754 7034")),
                arguments("voornemen-geldboete", with(decision, Map.of("procesVerbaal", "AN.69.F1.1/27", "uiterlijk", DUE)),
                        List.of("nog geen beslissing", "U diende een plan in.", "uiterlijk op maandag 12 april 2027", "advocaat")),
                arguments("beslissing-geldboete", with(decision, Map.of("bedrag", "500,00 euro", "betaaltermijn", "30 kalenderdagen", "rekening", "BE68 5390 0754 7034")),
                        List.of("geldboete van 500,00 euro", "Betaal binnen 30 kalenderdagen", "BE68 5390 0754 7034", "Het plan is degelijk.")),
                arguments("beslissing-geen-geldboete", decision, List.of("U krijgt geen geldboete.", "Het plan is degelijk.")),
                arguments("herinnering-geldboete", with(address, Map.of("bedrag", "500,00 euro", "saldo", "300,00 euro", "uiterlijk", DUE, "rekening", "BE68 5390 0754 7034")),
                        List.of("geldboete van 500,00 euro", "Betaal 300,00 euro uiterlijk op maandag 12 april 2027")),
                arguments("aanmaning-betaling", with(recovery, Map.of("uiterlijk", DUE)), List.of("Betaal 2.336,00 euro uiterlijk op maandag 12 april 2027", "BE68 5390 0754 7034")),
                arguments("ingebrekestelling", with(recovery, Map.of("uiterlijk", DUE)), List.of("Betaal 2.336,00 euro uiterlijk op maandag 12 april 2027", "dwangbevel")));
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
        if (!Set.of("nota-commissie", "inventaris-administratief-dossier").contains(kind)) {
            assertThat(PdfA.words(pdf)).contains("Poets & Co <b>100%</b> bv");
        }
        if (!kind.startsWith("beslissing-")) {
            assertThat(PdfA.words(pdf)).contains("vrijdag 12 maart 2027");
        }
    }

    /** Letters that are only sent with an amount or a day, which is what they are about. */
    static Stream<Arguments> kindsThatMayLackFacts() {
        return kinds().filter(kind -> !NEED_FACTS.contains((String) kind.get()[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsThatMayLackFacts")
    void a_letter_without_any_facts_is_still_a_whole_letter(String kind) throws Exception {
        byte[] pdf = PAPER.print(kind, facts(kind, Map.of()));

        PdfA.assertConforms(pdf);
        assertThat(PdfA.words(pdf)).doesNotContain("null", "${", " op .", " op ,", "  ");
        if (!Set.of("nota-commissie", "inventaris-administratief-dossier").contains(kind)) {
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
            if (!List.of("voornemen", "termijnrekening", "inbreuk-voornemen").contains(name) && !LetterFacts.isDecision(name)) {
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

    static Map<String, Object> facts(String kind, Map<String, Object> given) {
        return new LetterFacts(new InventedDossiers(), LETTERHEAD, FRIDAY).of(InventedDossiers.NUMBER, kind, "Onderwerp van de brief", given);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
