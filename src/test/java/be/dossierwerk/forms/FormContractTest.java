package be.dossierwerk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.inbox.FormSchema;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** What every form of {@code forms/} owes to the people who fill it in and to the use case that it is sent to. */
class FormContractTest {

    private static final Path FORMS = Path.of("forms");
    private static final Set<String> FIELDS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*");
    private static final Pattern COMPARED = Pattern.compile("([A-Za-z_]\\w*)\\s*!?=\\s*(?:\"([^\"]*)\"|(true|false|null))");
    private static final Pattern ENGLISH = Pattern.compile("\\b(the|and|please|required|date|select|choose|reason|yes|file|decision|remark)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM_KEY = Pattern.compile("formKey\\(\\)\\s*\\{\\s*return\\s+\"([^\"]+)\"");
    private static final Pattern DATA_KEY = Pattern.compile("data\\.get(?:OrDefault)?\\(\"([^\"]+)\"");

    static Stream<String> forms() throws IOException {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return files.filter(file -> file.toString().endsWith(".form")).map(file -> FORMS.relativize(file).toString().replace(".form", ""))
                    .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_can_be_read_and_says_what_sending_it_does(String form) throws IOException {
        FormSchema schema = schema(form);

        assertThat(schema.id()).isEqualTo(form.replaceFirst(".*/", ""));
        assertThat(schema.action()).isNotBlank().hasSizeLessThan(40);
        assertThat(schema.keys()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_keys_and_ids_of_a_form_are_unique(String form) throws IOException {
        assertThat(fields(form)).extracting(field -> field.get("key").asText()).doesNotHaveDuplicates()
                .allMatch(key -> KEY.matcher(key).matches(), "camel case").containsExactlyElementsOf(schema(form).keys());
        assertThat(parts(form)).extracting(part -> part.path("id").asText()).doesNotContain("").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_text_of_a_form_is_dutch(String form) throws IOException {
        for (JsonNode part : parts(form)) {
            String type = part.get("type").asText();
            String label = type.equals("text") ? part.path("text").asText() : part.path(type.equals("datetime") ? "dateLabel" : "label").asText();
            List<String> texts = new ArrayList<>(List.of(label));
            assertThat(label).as("%s of %s", type, part.path("id").asText()).isNotBlank().isNotEqualTo(part.path("key").asText()).matches(t -> !Character.isLowerCase(t.charAt(0)));
            if (part.has("description")) {
                texts.add(part.get("description").asText());
            }
            part.path("values").forEach(option -> texts.add(option.path("label").asText()));
            assertThat(texts).as(part.path("id").asText()).noneMatch(String::isBlank).noneMatch(text -> ENGLISH.matcher(text).find());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void the_codes_of_a_choice_are_upper_case_and_each_is_another_thing(String form) throws IOException {
        for (JsonNode field : fields(form)) {
            List<JsonNode> options = new ArrayList<>();
            field.path("values").forEach(options::add);
            assertThat(options).as(field.get("key").asText()).extracting(option -> option.get("value").asText())
                    .allMatch(code -> CODE.matcher(code).matches(), "UPPER_CASE").doesNotHaveDuplicates();
            assertThat(options).as(field.get("key").asText()).extracting(option -> option.get("label").asText()).doesNotHaveDuplicates();
        }
    }

    /** A condition on a key or code that nobody can choose hides its field for ever, or never. */
    @ParameterizedTest
    @MethodSource("forms")
    void every_condition_compares_a_key_of_the_form_with_what_it_can_hold(String form) throws IOException {
        Map<String, JsonNode> byKey = fields(form).stream().collect(Collectors.toMap(field -> field.get("key").asText(), field -> field));
        for (JsonNode part : parts(form)) {
            String hide = part.path("conditional").path("hide").asText();
            List<MatchResult> compared = COMPARED.matcher(hide).results().toList();
            assertThat(compared.isEmpty()).isEqualTo(hide.isEmpty());
            for (MatchResult one : compared) {
                JsonNode other = byKey.get(one.group(1));
                assertThat(other).as("%s in %s", one.group(1), hide).isNotNull();
                if (one.group(2) != null) {
                    Set<String> possible = new HashSet<>();
                    other.path("values").forEach(option -> possible.add(option.get("value").asText()));
                    // The raw value of a list in which nothing is ticked.
                    assertThat(one.group(2)).as(hide).isIn(other.get("type").asText().equals("checklist") ? Set.of("[]") : possible);
                }
            }
        }
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("bouwstenen/volledigheid-nagaan", "ontbreekt toelichting datumVolledig"),
                Arguments.of("bouwstenen/aanvulling-registreren", "ontvangenOp ontvangen toelichting"),
                Arguments.of("bouwstenen/op-agenda-plaatsen", "zitting"),
                Arguments.of("bouwstenen/advies-registreren", "strekking gegevenOp aanwezig quorumBereikt motivering minderheid"),
                Arguments.of("bouwstenen/verweer-registreren", "ontvangenOp kanaal samenvatting"),
                Arguments.of("bouwstenen/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("bouwstenen/beslissing-opstellen", "uitkomst activiteiten rechtsgrond feiten motieven afwijkingAdvies beroepsclausule"),
                Arguments.of("bouwstenen/juridisch-nazicht", "akkoord opmerking"),
                Arguments.of("bouwstenen/beslissing-goedkeuren", "goedgekeurd opmerking"),
                Arguments.of("bouwstenen/ondertekenen", "ondertekend reden"),
                Arguments.of("bouwstenen/zending-registreren", "verzondenOp zendingsnummer"),
                Arguments.of("erkenning/bronnen-nagaan", "kboActief failliet schulden mandaatVerbod faillissementDrieJaar aansprakelijkVijfJaar "
                        + "intrekkingDrieJaar burgerlijkeRechten opmerking"),
                Arguments.of("erkenning/ondernemingsplan-beoordelen", "oordeel motivering"),
                Arguments.of("erkenning/waarborg-nagaan", "bevestigd bedrag gestortOp referentie"),
                Arguments.of("erkenning/voorwaarden-beoordelen", IntStream.rangeClosed(1, 19)
                        .mapToObj(i -> "c%1$02dResultaat c%1$02dBron c%1$02dBewijs".formatted(i)).collect(Collectors.joining(" "))),
                Arguments.of("erkenning/nota-opstellen", "vooruitzicht feiten beoordeling"),
                Arguments.of("intrekking-ambtshalve/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("intrekking-ambtshalve/regularisatie-nagaan", "bewezen toelichting"),
                Arguments.of("intrekking-ambtshalve/beslissing-opstellen", "uitkomst ingangsdatum rechtsgrond feiten motieven evenredigheid afwijkingAdvies "
                        + "beroepsclausule"),
                Arguments.of("administratieve-geldboete/parketbeslissing-registreren", "beslissing beslistOp"),
                Arguments.of("administratieve-geldboete/opportuniteit-beoordelen", "procesVerbaal oordeel motivering"),
                Arguments.of("administratieve-geldboete/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("administratieve-geldboete/bedrag-bepalen", "bedragen niveau werknemers bedrag motivering"),
                Arguments.of("administratieve-geldboete/beslissing-opstellen", "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("administratieve-geldboete/uitspraak-registreren", "uitspraak bedrag uitgesprokenOp motivering"),
                Arguments.of("klacht/ontvankelijkheid-nagaan", "klacht gebeurdOp ontvankelijk reden toelichting"),
                Arguments.of("klacht/klacht-onderzoeken", "klacht betrokkenen bevindingen gehoord"),
                Arguments.of("klacht/antwoord-opstellen", "bevindingen opmerking oordeel motivering maatregelen"),
                Arguments.of("klacht/antwoord-nazien", "voorstel opsteller akkoord opmerking"),
                Arguments.of("procedurewijziging/ontwerp-uitwerken", "reden opmerking vanaf voorWie dossiers bericht"),
                Arguments.of("procedurewijziging/wijziging-beoordelen", "reden wat wanneer bericht voorsteller akkoord opmerking"),
                Arguments.of("openbaarheid/verzoek-nagaan", "documenten resultaat vraag reden toelichting"),
                Arguments.of("openbaarheid/verduidelijking-registreren", "vraag ontvangenOp documenten"),
                Arguments.of("openbaarheid/document-beoordelen", "document oordeel uitzondering motief"),
                Arguments.of("openbaarheid/beslissing-opstellen", "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("openbaarheid/documenten-bezorgen", "documenten wijze toelichting"),
                Arguments.of("intrekking-vrijwillig/verzoek-nagaan", "kbo ondertekenaar bevoegd bewijs reden opvolger ingangsdatum"),
                Arguments.of("intrekking-vrijwillig/openstaande-punten", "punten inbreuk terugvordering rsz rszBedrag fiscus fiscusBedrag toelichting"),
                Arguments.of("intrekking-vrijwillig/beslissing-opstellen", "uitkomst ingangsdatum rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("opleiding-goedkeuring/volledigheid-nagaan", "ontbreekt toelichting datumVolledig"),
                Arguments.of("opleiding-goedkeuring/aanvulling-registreren", "ontvangenOp ontvangen toelichting"),
                Arguments.of("opleiding-goedkeuring/vooronderzoek", "aanvraag themaPast registratie registratieVan registratieTot registratieBron bevindingen vooruitzicht"),
                Arguments.of("opleiding-goedkeuring/opleiding-agenderen", "mee zitting"),
                Arguments.of("opleiding-goedkeuring/opleiding-advies", "gegevenOp aanwezig quorumBereikt strekking motivering minderheid"),
                Arguments.of("opleiding-goedkeuring/reactie-registreren", "ontvangenOp samenvatting"),
                Arguments.of("opleiding-goedkeuring/reactie-beoordelen", "advies reactie antwoord vooruitzicht"),
                Arguments.of("opleiding-goedkeuring/beslissing-opstellen", "uitkomst rechtsgrond feiten motieven afwijkingAdvies beroepsclausule"),
                Arguments.of("opleidingsbudget/verdeling-voorstellen", "peildatum"),
                Arguments.of("opleidingsbudget/verdeling-nazien", "akkoord vastleggingsnummer opmerking"),
                Arguments.of("opleidingsbudget/brieven-nazien", "keuze toelichting"),
                Arguments.of("opleiding-terugbetaling/bedragen-noteren", "ontbreekt opmerking"),
                Arguments.of("opleiding-terugbetaling/aanvraag-controleren", "steekproef berekening keuze lijnen reden opmerking"),
                Arguments.of("opleiding-terugbetaling/tweede-controle", "waarom berekening controle akkoord opmerking"),
                Arguments.of("opleiding-terugbetaling/rekening-nagaan", "reden begunstigde rekening toelichting"),
                Arguments.of("opleiding-terugbetaling/beslissing-opstellen", "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("beroep-raad-van-state/dossier-neerleggen", "inventaris neergelegdOp toelichting"),
                Arguments.of("beroep-raad-van-state/memorie-indienen", "ingediendOp toelichting"),
                Arguments.of("beroep-raad-van-state/herneming-kiezen", "arrest stappen stap reden"),
                Arguments.of("terugvordering/lijnen-ingeven", "lijnen termijnen verjaring"),
                Arguments.of("terugvordering/berekening-nazien", "berekening akkoord opmerking"),
                Arguments.of("terugvordering/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("terugvordering/beslissing-opstellen", "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("heroverweging/ontvankelijkheid-nagaan", "beslissing tijdigheid gronden ontvankelijk grond toelichting horen"),
                Arguments.of("heroverweging/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("heroverweging/beslissing-opstellen", "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("inbreukdossier/inbreuken-kwalificeren", "inbreuken feiten periodeVan periodeTot cheques aandeel bedrag ernst redenErnst inhouding"),
                Arguments.of("inbreukdossier/toevoegingen-beoordelen", "verslagen keuze reden inbreuken feiten periodeVan periodeTot cheques aandeel bedrag ernst redenErnst"),
                Arguments.of("inbreukdossier/inhouding-voorstellen", "soort motieven"),
                Arguments.of("inbreukdossier/inhouding-herzien", "keuze geblokkeerd motieven"),
                Arguments.of("inbreukdossier/herziening-voorstellen", "keuze geblokkeerd motieven"),
                Arguments.of("inbreukdossier/aanpak-bepalen", "hoorzitting regularisatie watRechtzetten"),
                Arguments.of("inbreukdossier/hoorzitting-houden", "gehoudenOp aanwezig verslag"),
                Arguments.of("inbreukdossier/bewijs-registreren", "ontvangenOp samenvatting"),
                Arguments.of("inbreukdossier/hercontrole", "vaststelling bevindingen"),
                Arguments.of("inbreukdossier/nota-opstellen", "vooruitzicht feiten beoordeling"),
                Arguments.of("inbreukdossier/beslissing-opstellen", "voorstel uitkomst ingangsdatum rechtsgrond feiten motieven evenredigheid afwijkingAdvies beroepsclausule"),
                Arguments.of("inbreukdossier/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("opvolging-voorwaarden/verweer-beoordelen", "reactie antwoord vooruitzicht"),
                Arguments.of("opvolging-voorwaarden/voorwaarden-registreren", "v1Tekst v1Bewijs v2Tekst v2Bewijs v3Tekst v3Bewijs v4Tekst v4Bewijs v5Tekst v5Bewijs"),
                Arguments.of("opvolging-voorwaarden/bewijs-registreren", "lopend ontvangenOp voorwaarden samenvatting allesBinnen"),
                Arguments.of("opvolging-voorwaarden/voorwaarden-beoordelen", "v1Tekst v1Oordeel v1Waarom v2Tekst v2Oordeel v2Waarom v3Tekst v3Oordeel v3Waarom v4Tekst v4Oordeel v4Waarom v5Tekst v5Oordeel v5Waarom vervolg"),
                Arguments.of("opvolging-voorwaarden/beslissing-opstellen", "uitkomst ingangsdatum rechtsgrond feiten motieven evenredigheid beroepsclausule"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_form_has_the_fields_of_its_contract(String form, String keys) throws IOException {
        assertThat(schema(form).keys()).containsExactlyInAnyOrder(keys.split(" "));
    }

    @Test
    void no_form_is_without_contract() throws IOException {
        assertThat(forms()).containsExactlyInAnyOrderElementsOf(keys().map(of -> (String) of.get()[0]).toList());
    }

    static Stream<Arguments> sent() {
        Map<String, Object> results = new HashMap<>();
        IntStream.rangeClosed(1, 19).forEach(i -> results.put("c%02dResultaat".formatted(i), "OK"));
        Map<String, Object> decision = Map.of("uitkomst", "ERKEND", "activiteiten", List.of("SCHOONMAKEN"), "rechtsgrond", "Artikel 2quater",
                "feiten", "Feiten", "motieven", "Motieven", "beroepsclausule", "Raad van State");
        Map<String, Object> advice = Map.of("strekking", "GUNSTIG", "gegevenOp", "2027-03-12", "aanwezig", "7", "quorumBereikt", "JA", "motivering", "Goed");
        Map<String, Object> request = Map.of("ondertekenaar", "Leen Verhoeven", "bevoegd", "JA", "bewijs", "KBO", "reden", "STOPZETTING",
                "ingangsdatum", "2027-03-12");
        Map<String, Object> matters = Map.of("inbreuk", "GEEN", "terugvordering", "GEEN", "rsz", "GEREGELD", "fiscus", "LOOPT_DOOR");
        Map<String, Object> deposit = Map.of("bevestigd", "JA", "bedrag", "25000", "gestortOp", "2027-03-12", "referentie", "DCK-1");
        return Stream.of(
                Arguments.of("bouwstenen/volledigheid-nagaan", Map.of(), "datumVolledig"),
                Arguments.of("bouwstenen/volledigheid-nagaan", Map.of("ontbreekt", List.of()), "datumVolledig"),
                Arguments.of("bouwstenen/volledigheid-nagaan", Map.of("ontbreekt", List.of(), "datumVolledig", "2027-03-12"), ""),
                Arguments.of("bouwstenen/volledigheid-nagaan", Map.of("ontbreekt", List.of("BORGSOM")), "toelichting"),
                Arguments.of("bouwstenen/volledigheid-nagaan", Map.of("ontbreekt", List.of("BORGSOM", "FORMULIER"), "toelichting", "Stuur het bewijs."), ""),
                Arguments.of("bouwstenen/aanvulling-registreren", Map.of(), "ontvangenOp ontvangen"),
                Arguments.of("bouwstenen/aanvulling-registreren", Map.of("ontvangenOp", "2027-03-12", "ontvangen", List.of("BORGSOM")), ""),
                Arguments.of("opleiding-goedkeuring/volledigheid-nagaan", Map.of("ontbreekt", List.of("PLANNING")), "toelichting"),
                Arguments.of("opleiding-goedkeuring/aanvulling-registreren", Map.of("ontvangenOp", "2027-03-12", "ontvangen", List.of("KWALITEIT")), ""),
                Arguments.of("opleiding-goedkeuring/vooronderzoek", Map.of(), "themaPast registratie registratieBron bevindingen vooruitzicht"),
                Arguments.of("opleiding-goedkeuring/vooronderzoek", Map.of("themaPast", "JA", "registratie", "GEREGISTREERD", "registratieBron", "Register",
                        "bevindingen", "Goed", "vooruitzicht", "GUNSTIG"), "registratieVan"),
                Arguments.of("opleiding-goedkeuring/vooronderzoek", Map.of("themaPast", "JA", "registratie", "NIET_NODIG", "bevindingen", "Goed",
                        "vooruitzicht", "GUNSTIG"), ""),
                Arguments.of("opleiding-goedkeuring/opleiding-agenderen", Map.of(), "zitting"),
                Arguments.of("opleiding-goedkeuring/opleiding-agenderen", Map.of("zitting", "2027-03-12"), ""),
                Arguments.of("opleiding-goedkeuring/opleiding-advies", Map.of(), "gegevenOp aanwezig quorumBereikt strekking motivering"),
                Arguments.of("opleiding-goedkeuring/opleiding-advies", advice, ""),
                Arguments.of("opleiding-goedkeuring/opleiding-advies", with(advice, "aanwezig", "100"), "aanwezig"),
                Arguments.of("opleiding-goedkeuring/reactie-registreren", Map.of(), "ontvangenOp samenvatting"),
                Arguments.of("opleiding-goedkeuring/reactie-registreren", Map.of("ontvangenOp", "2027-03-12", "samenvatting", "Kort"), ""),
                Arguments.of("opleiding-goedkeuring/reactie-beoordelen", Map.of(), "antwoord vooruitzicht"),
                Arguments.of("opleiding-goedkeuring/reactie-beoordelen", Map.of("antwoord", "Akkoord", "vooruitzicht", "GUNSTIG"), ""),
                Arguments.of("opleiding-goedkeuring/beslissing-opstellen", Map.of(), "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("opleiding-goedkeuring/beslissing-opstellen", Map.of("uitkomst", "GOEDGEKEURD", "rechtsgrond", "Besluit", "feiten", "Feiten",
                        "motieven", "Motieven", "beroepsclausule", "Raad van State"), ""),
                Arguments.of("bouwstenen/op-agenda-plaatsen", Map.of(), "zitting"),
                Arguments.of("bouwstenen/op-agenda-plaatsen", Map.of("zitting", "2027-03-12"), ""),
                Arguments.of("bouwstenen/advies-registreren", Map.of(), "gegevenOp aanwezig quorumBereikt strekking motivering"),
                Arguments.of("bouwstenen/advies-registreren", advice, ""),
                Arguments.of("bouwstenen/advies-registreren", with(advice, "aanwezig", "6.5"), "aanwezig"),
                Arguments.of("bouwstenen/advies-registreren", with(advice, "aanwezig", "-1"), "aanwezig"),
                Arguments.of("bouwstenen/verweer-registreren", Map.of(), "ontvangenOp kanaal samenvatting"),
                Arguments.of("bouwstenen/verweer-registreren", Map.of("ontvangenOp", "2027-03-12", "kanaal", "BRIEF", "samenvatting", "Kort"), ""),
                Arguments.of("bouwstenen/verweer-beoordelen", Map.of(), "antwoord vooruitzicht"),
                Arguments.of("bouwstenen/verweer-beoordelen", Map.of("antwoord", "Neen", "vooruitzicht", "ONGUNSTIG"), ""),
                Arguments.of("bouwstenen/beslissing-opstellen", Map.of(), "uitkomst activiteiten rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("bouwstenen/beslissing-opstellen", decision, ""),
                Arguments.of("bouwstenen/beslissing-opstellen", with(decision, "activiteiten", List.of()), "activiteiten"),
                Arguments.of("bouwstenen/beslissing-opstellen", with(with(decision, "activiteiten", List.of()), "uitkomst", "GEWEIGERD"), ""),
                Arguments.of("bouwstenen/juridisch-nazicht", Map.of(), "akkoord"),
                Arguments.of("bouwstenen/juridisch-nazicht", Map.of("akkoord", "JA"), ""),
                Arguments.of("bouwstenen/juridisch-nazicht", Map.of("akkoord", "NEE"), "opmerking"),
                Arguments.of("bouwstenen/beslissing-goedkeuren", Map.of(), "goedgekeurd"),
                Arguments.of("bouwstenen/beslissing-goedkeuren", Map.of("goedgekeurd", "JA"), ""),
                Arguments.of("bouwstenen/beslissing-goedkeuren", Map.of("goedgekeurd", "NEE"), "opmerking"),
                Arguments.of("bouwstenen/ondertekenen", Map.of(), "ondertekend"),
                Arguments.of("bouwstenen/ondertekenen", Map.of("ondertekend", "JA"), ""),
                Arguments.of("bouwstenen/ondertekenen", Map.of("ondertekend", "NEE"), "reden"),
                Arguments.of("bouwstenen/zending-registreren", Map.of(), "verzondenOp zendingsnummer"),
                Arguments.of("bouwstenen/zending-registreren", Map.of("verzondenOp", "2027-03-12", "zendingsnummer", "RR123456789BE"), ""),
                Arguments.of("erkenning/bronnen-nagaan", Map.of(), "kboActief failliet schulden mandaatVerbod faillissementDrieJaar aansprakelijkVijfJaar "
                        + "intrekkingDrieJaar burgerlijkeRechten"),
                Arguments.of("erkenning/ondernemingsplan-beoordelen", Map.of(), "oordeel motivering"),
                Arguments.of("erkenning/waarborg-nagaan", Map.of(), "bevestigd"),
                Arguments.of("erkenning/waarborg-nagaan", Map.of("bevestigd", "NEE"), ""),
                Arguments.of("erkenning/waarborg-nagaan", Map.of("bevestigd", "JA"), "bedrag gestortOp referentie"),
                Arguments.of("erkenning/waarborg-nagaan", deposit, ""),
                Arguments.of("erkenning/waarborg-nagaan", with(deposit, "bedrag", "24999.99"), "bedrag"),
                Arguments.of("erkenning/nota-opstellen", Map.of(), "vooruitzicht feiten beoordeling"),
                Arguments.of("heroverweging/ontvankelijkheid-nagaan", Map.of("ontvankelijk", "NEE"), "grond toelichting"),
                Arguments.of("heroverweging/ontvankelijkheid-nagaan", Map.of("ontvankelijk", "JA"), "toelichting horen"),
                Arguments.of("heroverweging/ontvankelijkheid-nagaan", Map.of("ontvankelijk", "JA", "toelichting", "Op tijd", "horen", "NEE"), ""),
                Arguments.of("heroverweging/verweer-beoordelen", Map.of(), "antwoord vooruitzicht"),
                Arguments.of("heroverweging/beslissing-opstellen", Map.of(), "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("inbreukdossier/inbreuken-kwalificeren", Map.of(), "inbreuken feiten bedrag ernst inhouding"),
                Arguments.of("inbreukdossier/inbreuken-kwalificeren", Map.of("inbreuken", List.of("I01"), "feiten", "Feiten", "bedrag", "0", "ernst", "ZWAAR", "inhouding", "JA"), ""),
                Arguments.of("inbreukdossier/toevoegingen-beoordelen", Map.of(), "keuze"),
                Arguments.of("inbreukdossier/toevoegingen-beoordelen", Map.of("keuze", "MEEGENOMEN"), "inbreuken feiten bedrag ernst"),
                Arguments.of("inbreukdossier/toevoegingen-beoordelen", Map.of("keuze", "NIET_WEERHOUDEN"), "reden"),
                Arguments.of("inbreukdossier/toevoegingen-beoordelen", Map.of("keuze", "NIEUW_DOSSIER", "reden", "Andere feiten"), ""),
                Arguments.of("inbreukdossier/inhouding-voorstellen", Map.of(), "soort motieven"),
                Arguments.of("inbreukdossier/inhouding-herzien", Map.of("keuze", "BEHOUDEN"), "geblokkeerd motieven"),
                Arguments.of("inbreukdossier/herziening-voorstellen", Map.of("keuze", "OPHEFFEN"), "geblokkeerd motieven"),
                Arguments.of("inbreukdossier/aanpak-bepalen", Map.of(), "hoorzitting regularisatie"),
                Arguments.of("inbreukdossier/aanpak-bepalen", Map.of("hoorzitting", "NEE", "regularisatie", "JA"), "watRechtzetten"),
                Arguments.of("inbreukdossier/aanpak-bepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"), ""),
                Arguments.of("inbreukdossier/hoorzitting-houden", Map.of(), "gehoudenOp aanwezig verslag"),
                Arguments.of("inbreukdossier/bewijs-registreren", Map.of(), "ontvangenOp samenvatting"),
                Arguments.of("inbreukdossier/hercontrole", Map.of(), "vaststelling bevindingen"),
                Arguments.of("inbreukdossier/nota-opstellen", Map.of(), "vooruitzicht feiten beoordeling"),
                Arguments.of("inbreukdossier/beslissing-opstellen", Map.of("uitkomst", "WAARSCHUWING"), "rechtsgrond feiten motieven evenredigheid beroepsclausule"),
                Arguments.of("inbreukdossier/beslissing-opstellen", Map.of("uitkomst", "INTREKKING_ZONDER_VOORWAARDEN"),
                        "ingangsdatum rechtsgrond feiten motieven evenredigheid beroepsclausule"),
                Arguments.of("opvolging-voorwaarden/voorwaarden-registreren", Map.of(), "v1Tekst v1Bewijs"),
                Arguments.of("opvolging-voorwaarden/voorwaarden-registreren", Map.of("v1Tekst", "Een", "v1Bewijs", "Attest", "v2Tekst", "Twee"), "v2Bewijs"),
                Arguments.of("opvolging-voorwaarden/bewijs-registreren", Map.of(), "ontvangenOp voorwaarden samenvatting allesBinnen"),
                Arguments.of("opvolging-voorwaarden/voorwaarden-beoordelen", Map.of("v1Tekst", "Een", "v2Tekst", "Twee", "v1Oordeel", "VERVULD", "v1Waarom", "Attest"),
                        "v2Oordeel v2Waarom"),
                Arguments.of("opvolging-voorwaarden/beslissing-opstellen", Map.of("uitkomst", "VERLENGD"), "rechtsgrond feiten motieven evenredigheid beroepsclausule"),
                Arguments.of("erkenning/voorwaarden-beoordelen", Map.of(), IntStream.rangeClosed(1, 19).mapToObj("c%02dResultaat"::formatted)
                        .collect(Collectors.joining(" "))),
                Arguments.of("intrekking-ambtshalve/verweer-beoordelen", Map.of(), "antwoord vooruitzicht"),
                Arguments.of("intrekking-ambtshalve/verweer-beoordelen", Map.of("antwoord", "Akkoord", "vooruitzicht", "GEDEELTELIJK"), ""),
                Arguments.of("intrekking-ambtshalve/regularisatie-nagaan", Map.of(), "bewezen toelichting"),
                Arguments.of("intrekking-ambtshalve/regularisatie-nagaan", Map.of("bewezen", "JA", "toelichting", "Attest van de RSZ."), ""),
                Arguments.of("intrekking-ambtshalve/beslissing-opstellen", Map.of(), "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("intrekking-ambtshalve/beslissing-opstellen", Map.of("uitkomst", "ZONDER_GEVOLG", "rechtsgrond", "Artikel", "feiten", "Feiten",
                        "motieven", "Motieven", "beroepsclausule", "Raad van State"), ""),
                Arguments.of("erkenning/voorwaarden-beoordelen", results, ""),
                Arguments.of("klacht/ontvankelijkheid-nagaan", Map.of(), "ontvankelijk"),
                Arguments.of("klacht/ontvankelijkheid-nagaan", Map.of("ontvankelijk", "JA"), ""),
                Arguments.of("klacht/ontvankelijkheid-nagaan", Map.of("ontvankelijk", "NEE"), "reden toelichting"),
                Arguments.of("klacht/klacht-onderzoeken", Map.of(), "bevindingen"),
                Arguments.of("klacht/antwoord-opstellen", Map.of("oordeel", "DEELS_GEGROND"), "motivering maatregelen"),
                Arguments.of("klacht/antwoord-opstellen", Map.of("oordeel", "GEEN_OORDEEL", "motivering", "Te weinig gegevens"), ""),
                Arguments.of("klacht/antwoord-nazien", Map.of("akkoord", "JA"), ""),
                Arguments.of("klacht/antwoord-nazien", Map.of("akkoord", "NEE"), "opmerking"),
                Arguments.of("procedurewijziging/ontwerp-uitwerken", Map.of(), "vanaf voorWie bericht"),
                Arguments.of("procedurewijziging/ontwerp-uitwerken", Map.of("vanaf", "2027-06-01", "voorWie", "GEKOZEN", "bericht", "Nieuw"), "dossiers"),
                Arguments.of("procedurewijziging/wijziging-beoordelen", Map.of("akkoord", "JA"), ""),
                Arguments.of("procedurewijziging/wijziging-beoordelen", Map.of("akkoord", "NEE"), "opmerking"),
                Arguments.of("openbaarheid/verzoek-nagaan", Map.of(), "documenten resultaat"),
                Arguments.of("openbaarheid/verzoek-nagaan", Map.of("documenten", "Nota", "resultaat", "BEHANDELEN"), ""),
                Arguments.of("openbaarheid/verzoek-nagaan", Map.of("documenten", "Nota", "resultaat", "VERDUIDELIJKEN"), "vraag"),
                Arguments.of("openbaarheid/verzoek-nagaan", Map.of("documenten", "Nota", "resultaat", "NIET_ONTVANKELIJK"), "reden toelichting"),
                Arguments.of("openbaarheid/verduidelijking-registreren", Map.of(), "ontvangenOp documenten"),
                Arguments.of("openbaarheid/document-beoordelen", Map.of(), "oordeel"),
                Arguments.of("openbaarheid/document-beoordelen", Map.of("oordeel", "OPENBAAR"), ""),
                Arguments.of("openbaarheid/document-beoordelen", Map.of("oordeel", "GEDEELTELIJK"), "uitzondering motief"),
                Arguments.of("openbaarheid/document-beoordelen", Map.of("oordeel", "NIET_OPENBAAR", "uitzondering", "ZOMAAR", "motief", "Zomaar"), "uitzondering"),
                Arguments.of("openbaarheid/beslissing-opstellen", Map.of(), "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("openbaarheid/documenten-bezorgen", Map.of(), "wijze"),
                Arguments.of("openbaarheid/documenten-bezorgen", Map.of("wijze", "INZAGE"), ""),
                Arguments.of("intrekking-vrijwillig/verzoek-nagaan", Map.of(), "ondertekenaar bevoegd bewijs reden ingangsdatum"),
                Arguments.of("intrekking-vrijwillig/verzoek-nagaan", request, ""),
                Arguments.of("intrekking-vrijwillig/verzoek-nagaan", with(request, "reden", "FUSIE_OVERNAME"), "opvolger"),
                Arguments.of("intrekking-vrijwillig/openstaande-punten", Map.of(), "inbreuk terugvordering rsz fiscus"),
                Arguments.of("intrekking-vrijwillig/openstaande-punten", matters, ""),
                Arguments.of("intrekking-vrijwillig/openstaande-punten", with(matters, "rsz", "WAARBORG"), "rszBedrag"),
                Arguments.of("intrekking-vrijwillig/openstaande-punten", with(with(matters, "fiscus", "WAARBORG"), "fiscusBedrag", "0"), "fiscusBedrag"),
                Arguments.of("intrekking-vrijwillig/beslissing-opstellen", Map.of(), "uitkomst ingangsdatum rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("opleidingsbudget/verdeling-voorstellen", Map.of(), "peildatum"),
                Arguments.of("opleidingsbudget/verdeling-voorstellen", Map.of("peildatum", "2027-01-04"), ""),
                Arguments.of("opleidingsbudget/verdeling-nazien", Map.of(), "akkoord"),
                Arguments.of("opleidingsbudget/verdeling-nazien", Map.of("akkoord", "JA"), "vastleggingsnummer"),
                Arguments.of("opleidingsbudget/verdeling-nazien", Map.of("akkoord", "NEE"), "opmerking"),
                Arguments.of("opleidingsbudget/brieven-nazien", Map.of(), "keuze"),
                Arguments.of("opleidingsbudget/brieven-nazien", Map.of("keuze", "ZELF"), "toelichting"),
                Arguments.of("opleidingsbudget/brieven-nazien", Map.of("keuze", "OPNIEUW"), ""),
                Arguments.of("opleiding-terugbetaling/bedragen-noteren", Map.of(), ""),
                Arguments.of("opleiding-terugbetaling/aanvraag-controleren", Map.of(), "keuze opmerking"),
                Arguments.of("opleiding-terugbetaling/aanvraag-controleren", Map.of("keuze", "ALLES", "opmerking", "Gezien"), ""),
                Arguments.of("opleiding-terugbetaling/aanvraag-controleren", Map.of("keuze", "DEEL", "opmerking", "Gezien"), "lijnen"),
                Arguments.of("opleiding-terugbetaling/aanvraag-controleren", Map.of("keuze", "NIETS", "opmerking", "Gezien"), "reden"),
                Arguments.of("opleiding-terugbetaling/tweede-controle", Map.of("akkoord", "JA"), ""),
                Arguments.of("opleiding-terugbetaling/tweede-controle", Map.of("akkoord", "NEE"), "opmerking"),
                Arguments.of("opleiding-terugbetaling/rekening-nagaan", Map.of(), "begunstigde rekening toelichting"),
                Arguments.of("opleiding-terugbetaling/beslissing-opstellen", Map.of(), "uitkomst rechtsgrond feiten motieven beroepsclausule"),
                Arguments.of("beroep-raad-van-state/dossier-neerleggen", Map.of(), "neergelegdOp"),
                Arguments.of("beroep-raad-van-state/dossier-neerleggen", Map.of("neergelegdOp", "2027-03-12"), ""),
                Arguments.of("beroep-raad-van-state/memorie-indienen", Map.of(), "ingediendOp"),
                Arguments.of("beroep-raad-van-state/herneming-kiezen", Map.of(), "stap reden"),
                Arguments.of("beroep-raad-van-state/herneming-kiezen", Map.of("stap", "0", "reden", "Niet gehoord"), "stap"),
                Arguments.of("beroep-raad-van-state/herneming-kiezen", Map.of("stap", "2", "reden", "Niet gehoord"), ""),
                Arguments.of("terugvordering/lijnen-ingeven", Map.of(), "lijnen verjaring"),
                Arguments.of("terugvordering/berekening-nazien", Map.of("akkoord", "JA"), ""),
                Arguments.of("terugvordering/berekening-nazien", Map.of("akkoord", "NEE"), "opmerking"),
                Arguments.of("terugvordering/verweer-beoordelen", Map.of(), "antwoord vooruitzicht"),
                Arguments.of("terugvordering/beslissing-opstellen", Map.of(), "uitkomst rechtsgrond feiten motieven beroepsclausule"));
    }

    /** {@code wrong}: the fields that the person has to correct, none when the form goes through. */
    @ParameterizedTest
    @MethodSource("sent")
    void a_form_asks_for_what_its_use_case_cannot_do_without(String form, Map<String, Object> raw, String wrong) throws IOException {
        List<String> refused = List.of();
        try {
            schema(form).typed(raw);
        } catch (Refused e) {
            refused = e.fields().stream().map(Refused.Field::name).toList();
        }

        assertThat(refused).containsExactlyInAnyOrder(Arrays.stream(wrong.split(" ")).filter(key -> !key.isEmpty()).toArray(String[]::new));
    }

    @Test
    void a_hidden_answer_is_not_sent() throws IOException {
        assertThat(schema("bouwstenen/ondertekenen").typed(Map.of("ondertekend", "JA", "reden", "eerst nee gekozen"))).containsOnlyKeys("ondertekend");
        assertThat(schema("bouwstenen/volledigheid-nagaan").typed(Map.of("ontbreekt", List.of("BORGSOM"), "toelichting", "Bewijs", "datumVolledig", "2027-03-12")))
                .containsOnlyKeys("ontbreekt", "toelichting");
    }

    /** Both ways: the use case finds its form, and the form has every field that the use case reads. */
    @Test
    void every_use_case_of_a_task_finds_its_form_and_its_fields() throws IOException {
        Set<String> known = forms().collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> problems = new LinkedHashMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                for (MatchResult use : FORM_KEY.matcher(code).results().toList()) {
                    if (!known.contains(use.group(1))) {
                        problems.put(source.getFileName().toString(), "no form " + use.group(1));
                        continue;
                    }
                    Set<String> keys = new TreeSet<>();
                    // A procedure's own form of a building block has the same name in its own folder.
                    for (String own : known.stream().filter(form -> use.group(1).startsWith("bouwstenen/") && form.endsWith("/" + use.group(1).substring(11))
                            || form.equals(use.group(1))).toList()) {
                        keys.addAll(schema(own).keys());
                    }
                    DATA_KEY.matcher(code).results().map(read -> read.group(1)).filter(key -> !keys.contains(key))
                            .forEach(key -> problems.put(source.getFileName() + "#" + key, "no field in " + use.group(1)));
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    private static Map<String, Object> with(Map<String, Object> raw, String key, Object value) {
        Map<String, Object> other = new HashMap<>(raw);
        other.put(key, value);
        return other;
    }

    private static FormSchema schema(String form) throws IOException {
        try (InputStream file = Files.newInputStream(FORMS.resolve(form + ".form"))) {
            // Reading is the inbox's own business; the test reads through the same door.
            return ReflectionTestUtils.invokeMethod(FormSchema.class, "read", file);
        }
    }

    private static List<JsonNode> fields(String form) throws IOException {
        return parts(form).stream().filter(part -> FIELDS.contains(part.get("type").asText())).toList();
    }

    private static List<JsonNode> parts(String form) throws IOException {
        List<JsonNode> parts = new ArrayList<>();
        collect(new ObjectMapper().readTree(FORMS.resolve(form + ".form").toFile()), parts);
        return parts;
    }

    private static void collect(JsonNode parent, List<JsonNode> parts) {
        for (JsonNode part : parent.path("components")) {
            parts.add(part);
            collect(part, parts);
        }
    }
}
