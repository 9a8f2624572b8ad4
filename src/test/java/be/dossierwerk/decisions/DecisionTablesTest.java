package be.dossierwerk.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code bpmn/} on a stand-alone engine, with the facts and types that the use cases give them. */
class DecisionTablesTest {

    private static final String COMPLETENESS = "bpmn/erkenning/erkenning-volledigheid.dmn";
    private static final String CONDITIONS = "bpmn/erkenning/erkenning-voorwaarden.dmn";
    private static final String PROPOSAL = "bpmn/erkenning/erkenning-voorstel.dmn";
    private static final String CHANNEL = "bpmn/bouwstenen/kanaal.dmn";
    private static final String OPEN_MATTERS = "bpmn/intrekking-vrijwillig/intrekking-blokkades.dmn";
    private static final String DEPOSIT = "bpmn/waarborg/waarborg-bestemming.dmn";
    private static final String EX_OFFICIO = "bpmn/intrekking-ambtshalve/ambtshalve-grond.dmn";
    private static final String HEARING = "bpmn/intrekking-ambtshalve/hoorplicht.dmn";

    private static final String TRAINING = "bpmn/opleiding-goedkeuring/opleiding-goedkeurbaar.dmn";
    private static final String SEVERITY = "bpmn/inbreukdossier/inbreuk-ernst.dmn";
    private static final String MEASURES = "bpmn/inbreukdossier/sanctie-voorstel.dmn";

    private static final Set<String> ALL_CONDITIONS = IntStream.rangeClosed(1, 19).mapToObj("C%02d"::formatted)
            .collect(Collectors.toCollection(TreeSet::new));

    /** Facts, and what the table answers: the values of a rule joined by a space, without the explanation. */
    private record Case(String table, Map<String, Object> facts, List<String> answers) {

        @Override
        public String toString() {
            return table.replaceFirst(".*/", "") + " " + new java.util.TreeMap<>(facts) + " -> " + answers;
        }
    }

    private final List<String> hit = new ArrayList<>();
    private final DmnEngine engine = engine(hit);

    static Stream<Case> completeness() {
        return Stream.of(
                completeness(Map.of()),
                completeness(Map.of("formulierVolledig", false), "FORMULIER"),
                completeness(Map.of("infosessie", false), "INFOSESSIE"),
                completeness(Map.of("borgsom", 0), "BORGSOM"),
                completeness(Map.of("borgsom", 0.0, "bewijsBorgsom", false), "BORGSOM"),
                completeness(Map.of("borgsom", 24_999.99), "BORGSOM"),
                completeness(Map.of("borgsom", 25_000.01)),
                completeness(Map.of("bewijsBorgsom", false), "BORGSOM"),
                completeness(Map.of("ondernemingsplanVolledig", false), "ONDERNEMINGSPLAN"),
                completeness(Map.of("andereActiviteiten", true), "SUIGENERIS"),
                completeness(Map.of("andereActiviteiten", true, "suiGenerisIngevuld", true)),
                completeness(Map.of("formulierVolledig", false, "infosessie", false, "borgsom", 0.0, "bewijsBorgsom", false,
                        "ondernemingsplanVolledig", false, "andereActiviteiten", true),
                        "FORMULIER", "INFOSESSIE", "BORGSOM", "ONDERNEMINGSPLAN", "SUIGENERIS"));
    }

    private static Case completeness(Map<String, Object> deviations, String... missing) {
        Map<String, Object> complete = new HashMap<>(Map.of("formulierVolledig", true, "infosessie", true, "borgsom", 25_000.0, "bewijsBorgsom", true,
                "ondernemingsplanVolledig", true, "andereActiviteiten", false, "suiGenerisIngevuld", false));
        complete.putAll(deviations);
        return new Case(COMPLETENESS, complete, List.of(missing));
    }

    /** Each case names only what differs from an application without a single problem. */
    static Stream<Case> conditions() {
        return Stream.of(
                conditions(Map.of()),
                conditions(Map.of("kboActief", "NEE"), "C01 NOK"),
                conditions(Map.of("kboActief", "ONBEKEND"), "C01 NIET_VASTSTELBAAR"),
                conditions(Map.of("schulden", "PLAN")),
                conditions(Map.of("schulden", "SCHULD"), "C03 TE_REGULARISEREN"),
                conditions(Map.of("schulden", "ONBEKEND"), "C03 NIET_VASTSTELBAAR"),
                conditions(Map.of("failliet", "JA"), "C04 NOK"),
                conditions(Map.of("failliet", "ONBEKEND"), "C04 NIET_VASTSTELBAAR"),
                conditions(Map.of("mandaatVerbod", "JA"), "C05 NOK"),
                conditions(Map.of("mandaatVerbod", "ONBEKEND"), "C05 NIET_VASTSTELBAAR"),
                conditions(Map.of("faillissementDrieJaar", "JA"), "C06 NOK"),
                conditions(Map.of("faillissementDrieJaar", "ONBEKEND"), "C06 NIET_VASTSTELBAAR"),
                conditions(Map.of("aansprakelijkVijfJaar", "JA"), "C07 NOK"),
                conditions(Map.of("aansprakelijkVijfJaar", "ONBEKEND"), "C07 NIET_VASTSTELBAAR"),
                conditions(Map.of("intrekkingDrieJaar", "JA"), "C08 NOK"),
                conditions(Map.of("intrekkingDrieJaar", "ONBEKEND"), "C08 NIET_VASTSTELBAAR"),
                conditions(Map.of("andereActiviteiten", true), "C09 TE_REGULARISEREN"),
                conditions(Map.of("andereActiviteiten", true, "suiGenerisIngevuld", true)),
                conditions(Map.of("infosessie", false), "C10 TE_REGULARISEREN"),
                conditions(Map.of("waarborgBevestigd", "NEE"), "C11 TE_REGULARISEREN"),
                conditions(Map.of("planOordeel", "ONVOLDOENDE"), "C12 NOK"),
                conditions(Map.of("burgerlijkeRechten", "NEE"), "C19 NOK"),
                conditions(Map.of("burgerlijkeRechten", "ONBEKEND"), "C19 NIET_VASTSTELBAAR"),
                conditions(Map.of("kboActief", "NEE", "failliet", "JA", "schulden", "SCHULD"), "C01 NOK", "C03 TE_REGULARISEREN", "C04 NOK"));
    }

    private static Case conditions(Map<String, Object> deviations, String... different) {
        Map<String, Object> facts = new HashMap<>(facts());
        facts.putAll(deviations);
        Map<String, String> results = ALL_CONDITIONS.stream().collect(Collectors.toMap(code -> code, code ->
                Set.of("C02", "C13", "C14", "C15", "C16", "C17", "C18").contains(code) ? "NIET_VASTSTELBAAR" : "OK"));
        for (String one : different) {
            results.put(one.substring(0, 3), one.substring(4));
        }
        return new Case(CONDITIONS, facts, results.entrySet().stream().map(result -> result.getKey() + " " + result.getValue()).sorted().toList());
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>(Map.of("kboActief", "JA", "failliet", "NEE", "schulden", "GEEN", "mandaatVerbod", "NEE",
                "faillissementDrieJaar", "NEE", "aansprakelijkVijfJaar", "NEE", "intrekkingDrieJaar", "NEE", "burgerlijkeRechten", "JA"));
        facts.putAll(Map.of("planOordeel", "GUNSTIG", "waarborgBevestigd", "JA", "infosessie", true, "andereActiviteiten", false,
                "suiGenerisIngevuld", false, "opmerking", "KBO op 12 maart geraadpleegd"));
        return facts;
    }

    static Stream<Case> proposal() {
        return Stream.of(
                proposal(0, 0, 0, false, "ERKENNEN"),
                proposal(0, 0, 0, true, "ERKENNEN_GEDEELTELIJK"),
                proposal(0, 0, 1, false, "ONDERZOEK"),
                proposal(0, 0, 1, true, "ONDERZOEK"),
                proposal(0, 1, 0, false, "AANVULLEN"),
                proposal(0, 2, 19, true, "AANVULLEN"),
                proposal(1, 0, 0, false, "WEIGEREN"),
                proposal(1, 1, 1, true, "WEIGEREN"));
    }

    private static Case proposal(int notMet, int toRegularise, int unknown, boolean part, String answer) {
        return new Case(PROPOSAL, Map.of("aantalNok", notMet, "aantalTeRegulariseren", toRegularise, "aantalNietVaststelbaar", unknown,
                "deelActiviteiten", part), List.of(answer));
    }

    static Stream<Case> channel() {
        return Stream.of(
                channel(true, true, true, "PORTAAL"),
                channel(false, true, true, "PORTAAL"),
                channel(true, false, true, "POST_AANGETEKEND"),
                channel(true, false, false, "POST_AANGETEKEND"),
                channel(true, true, false, "POST_AANGETEKEND"),
                channel(false, false, true, "MAIL"),
                channel(false, false, false, "POST"),
                channel(false, true, false, "POST"));
    }

    private static Case channel(boolean decision, boolean electronic, boolean undertaking, String answer) {
        return new Case(CHANNEL, Map.of("besluit", decision, "eRoute", electronic, "onderneming", undertaking), List.of(answer));
    }

    /** procedures.md D6: an end that the table does not know gets no destination, for a person to find out. */
    static Stream<Case> deposit() {
        return Stream.of(
                deposit("GEWEIGERD", "ONDERNEMING RSZ, DEPARTEMENT, FISCUS"),
                deposit("ZONDER_GEVOLG", "ONDERNEMING RSZ, DEPARTEMENT, FISCUS"),
                deposit("VRIJWILLIG", "ONDERNEMING RSZ, DEPARTEMENT, FISCUS"),
                deposit("NIET_NALEVING", "SCHATKIST RSZ, DEPARTEMENT, FISCUS"),
                deposit("FAILLISSEMENT", "BOEDEL RSZ, DEPARTEMENT, FISCUS"),
                deposit("ANDERS"));
    }

    private static Case deposit(String end, String... answers) {
        return new Case(DEPOSIT, Map.of("einde", end), List.of(answers));
    }

    /** procedures.md D3: a merger before a cessation, since the number that disappeared has also stopped. */
    static Stream<Case> exOfficio() {
        return Stream.of(
                exOfficio(true, false, 0, 0, 0, "AMB-FAIL"),
                exOfficio(true, true, 0, 0, 0, "AMB-FUSIE"),
                exOfficio(true, false, 9_000, 24, 24, "AMB-FAIL"),
                exOfficio(false, false, 2_500.01, 0, 0, "AMB-ARR"),
                exOfficio(false, false, 2_500, 24, 24, "GEEN"),
                exOfficio(false, false, 0.01, 0, 0, "GEEN"),
                exOfficio(false, false, 0, 12, 12, "AMB-INACT"),
                exOfficio(false, false, 0, 11, 24, "GEEN"),
                exOfficio(false, false, 0, 12, 11, "GEEN"));
    }

    private static Case exOfficio(boolean ceased, boolean merged, double debt, int silent, int recognised, String answer) {
        return new Case(EX_OFFICIO, Map.of("gestopt", ceased, "gefuseerd", merged, "schuld", debt, "drempel", 2_500.0, "maandenZonderCheques", silent,
                "maandenErkend", recognised, "periode", 12), List.of(answer));
    }

    /** procedures.md D12. */
    static Stream<Case> hearing() {
        return Stream.of(
                hearing(true, false, false, false, "HOREN"),
                hearing(true, true, false, false, "HOREN"),
                hearing(true, false, true, false, "HOREN"),
                hearing(true, true, true, false, "INFORMEREN"),
                hearing(false, false, false, false, "INFORMEREN"),
                hearing(true, false, false, true, "NA_MAATREGEL_HOREN"));
    }

    private static Case hearing(boolean detrimental, boolean bound, boolean undisputed, boolean urgent, String answer) {
        return new Case(HEARING, Map.of("nadelig", detrimental, "gebonden", bound, "feitenVaststaand", undisputed, "dringend", urgent), List.of(answer));
    }

    /** procedures.md 1.2: nothing that is open blocks the end, but each is named; a silent source is a matter too. */
    static Stream<Case> training() {
        return Stream.of(
                training(Map.of()),
                training(Map.of("registratie", "NIET_NODIG")),
                training(Map.of("themaPast", false), "THEMA WEIGEREN"),
                training(Map.of("uren", 0.0), "UREN WEIGEREN"),
                training(Map.of("uren", 0.5)),
                training(Map.of("sessies", "DEELS_VOOR_INDIENING"), "SESSIES BEPERKEN"),
                training(Map.of("sessies", "ALLE_VOOR_INDIENING"), "SESSIES WEIGEREN"),
                training(Map.of("registratie", "DEELS"), "REGISTRATIE BEPERKEN"),
                training(Map.of("registratie", "ONTBREEKT"), "REGISTRATIE WEIGEREN"),
                training(Map.of("volledig", false), "VOLLEDIGHEID WEIGEREN"),
                training(Map.of("themaPast", false, "registratie", "ONTBREEKT"), "THEMA WEIGEREN", "REGISTRATIE WEIGEREN"));
    }

    private static Case training(Map<String, Object> deviations, String... findings) {
        Map<String, Object> good = new HashMap<>(Map.of("themaPast", true, "uren", 8.0, "sessies", "NA_INDIENING", "registratie", "GELDIG", "volledig", true));
        good.putAll(deviations);
        return new Case(TRAINING, good, List.of(findings));
    }

    static Stream<Case> openMatters() {
        return Stream.of(
                openMatters(false, false, "GEEN", "GEEN"),
                openMatters(true, false, "GEEN", "GEEN", "INBREUK LOOPT_DOOR"),
                openMatters(false, true, "GEEN", "GEEN", "TERUGVORDERING WAARBORG"),
                openMatters(false, false, "SCHULD", "PLAN", "RSZ WAARBORG", "FISCUS LOOPT_DOOR"),
                openMatters(false, false, "PLAN", "SCHULD", "RSZ LOOPT_DOOR", "FISCUS WAARBORG"),
                openMatters(false, false, "ONBEKEND", "ONBEKEND", "RSZ NA_TE_GAAN", "FISCUS NA_TE_GAAN"),
                openMatters(true, true, "SCHULD", "SCHULD", "INBREUK LOOPT_DOOR", "TERUGVORDERING WAARBORG", "RSZ WAARBORG", "FISCUS WAARBORG"));
    }

    private static Case openMatters(boolean infringement, boolean recovery, String socialSecurity, String tax, String... answers) {
        return new Case(OPEN_MATTERS, Map.of("inbreuk", infringement, "terugvordering", recovery, "rsz", socialSecurity, "fiscus", tax), List.of(answers));
    }

    /** procedures.md D4: the gravest rule that holds comes first. */
    static Stream<Case> severity() {
        return Stream.of(
                severity("I01", 0, 0, false, "ZWAAR"), severity("I08", 0, 0, false, "ZWAAR"), severity("I12", 0, 0, true, "ZWAAR"),
                severity("I15", 0, 0, false, "ZWAAR"),
                severity("I02", 10.1, 0, false, "ZWAAR"), severity("I02", 10, 0, false, "LICHT"),
                severity("I02", 0, 25_000.01, false, "ZWAAR"), severity("I02", 0, 25_000, true, "MIDDEL"),
                severity("I03", 0, 0, false, "MIDDEL"), severity("I16", 0, 0, false, "MIDDEL"),
                severity("I09", 0, 2_500.01, false, "MIDDEL"), severity("I09", 0, 2_500, false, "LICHT"),
                severity("I05", 0, 0, true, "MIDDEL"), severity("I05", 0, 0, false, "LICHT"));
    }

    private static Case severity(String code, double share, double amount, boolean repeated, String answer) {
        return new Case(SEVERITY, Map.of("code", code, "aandeel", share, "bedrag", amount, "herhaling", repeated, "grensAandeel", 10.0, "grensBedrag", 25_000.0,
                "grensSchuld", 2_500.0), List.of(answer));
    }

    /** procedures.md D5: advisory; a person decides. */
    static Stream<Case> measures() {
        return Stream.of(
                measures("LICHT", false, false, 0, "WAARSCHUWING", "REGULARISATIE"),
                measures("LICHT", true, false, 0, "INTREKKING_MET_VOORWAARDEN"),
                measures("LICHT", true, true, 0, "WAARSCHUWING"),
                measures("MIDDEL", false, true, 100, "WAARSCHUWING", "TERUGVORDERING"),
                measures("MIDDEL", false, false, 0, "INTREKKING_MET_VOORWAARDEN", "INHOUDING_5EUR"),
                measures("MIDDEL", true, false, 0, "INTREKKING_ZONDER_VOORWAARDEN"),
                measures("ZWAAR", false, false, 0, "INTREKKING_ZONDER_VOORWAARDEN", "INHOUDING_VOLLEDIG", "TERUGVORDERING", "PJ_AUDITEUR"));
    }

    private static Case measures(String severity, boolean repeated, boolean regularised, double undue, String... answers) {
        return new Case(MEASURES, Map.of("ernst", severity, "herhaling", repeated, "geregulariseerd", regularised, "bedrag", undue), List.of(answers));
    }

    @ParameterizedTest
    @MethodSource({"completeness", "conditions", "proposal", "channel", "deposit", "exOfficio", "hearing", "openMatters", "severity", "measures", "training"})
    void a_table_answers_as_the_procedure_says(Case asked) {
        assertThat(answers(asked.table, asked.facts)).containsExactlyInAnyOrderElementsOf(asked.answers);
    }

    /** The tables that the product has, each with its cases: a table without cases fails here. */
    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_rule_is_hit_by_a_case(Path table) {
        Stream.of(completeness(), conditions(), proposal(), channel(), deposit(), exOfficio(), hearing(), openMatters(), severity(), measures(), training()).flatMap(cases -> cases)
                .filter(one -> Path.of(one.table).equals(table)).forEach(one -> answers(one.table, one.facts));

        assertThat(model(table).getModelElementsByType(Rule.class)).extracting(DmnElement::getId).isNotEmpty().isSubsetOf(hit);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_is_named_as_its_file_and_kept_as_long_as_the_dossier(Path table) {
        Collection<Decision> decisions = model(table).getModelElementsByType(Decision.class);

        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.getId() + ".dmn").isEqualTo(table.getFileName().toString());
            assertThat(decision.getName()).isNotBlank();
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P2555D");
        });
        assertThat(model(table).getModelElementsByType(Input.class)).extracting(Input::getLabel).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(model(table).getModelElementsByType(Output.class)).extracting(Output::getLabel).doesNotContainNull();
    }

    @Test
    void every_proposed_result_says_why() {
        assertThat(engine.evaluateDecisionTable(decision(CONDITIONS), facts()).getResultList())
                .extracting(row -> (String) row.get("toelichting")).hasSize(19).allSatisfy(why -> assertThat(why).isNotBlank().endsWith("."));
    }

    /** A source that was never asked leaves its condition without a proposal; the use case then says that a person must find out. */
    @ParameterizedTest
    @CsvSource({"kboActief,C01", "schulden,C03", "failliet,C04", "mandaatVerbod,C05", "faillissementDrieJaar,C06", "aansprakelijkVijfJaar,C07",
            "intrekkingDrieJaar,C08", "waarborgBevestigd,C11", "planOordeel,C12", "burgerlijkeRechten,C19"})
    void an_absent_answer_never_decides(String fact, String condition) {
        Map<String, Object> facts = facts();
        facts.put(fact, null);

        assertThat(answers(CONDITIONS, facts)).hasSize(18).noneMatch(answer -> answer.startsWith(condition));
    }

    @ParameterizedTest
    @CsvSource({"erkenning/bronnen-nagaan,erkenning-voorwaarden", "erkenning/ondernemingsplan-beoordelen,erkenning-voorwaarden",
            "erkenning/waarborg-nagaan,erkenning-voorwaarden"})
    void the_table_knows_every_code_that_its_form_offers_and_no_other(String form, String table) throws IOException {
        Map<String, String> inputOf = Map.of("oordeel", "planOordeel", "bevestigd", "waarborgBevestigd");
        Map<String, Set<String>> tested = tested(model(Path.of("bpmn/erkenning/" + table + ".dmn")));

        Map<String, Set<String>> offered = choices(form);

        assertThat(offered).isNotEmpty().allSatisfy((key, codes) -> assertThat(tested.get(inputOf.getOrDefault(key, key))).as(key).isEqualTo(codes));
    }

    @Test
    void what_a_table_says_can_be_shown_by_the_form_that_shows_it() throws IOException {
        assertThat(answered(COMPLETENESS, 0)).isEqualTo(choices("bouwstenen/volledigheid-nagaan").get("ontbreekt"))
                .isEqualTo(choices("bouwstenen/aanvulling-registreren").get("ontvangen"));
        assertThat(answered(CONDITIONS, 0)).isEqualTo(ALL_CONDITIONS);
        assertThat(answered(CONDITIONS, 1)).isEqualTo(choices("erkenning/voorwaarden-beoordelen").get("c01Resultaat"));
    }

    private List<String> answers(String table, Map<String, Object> facts) {
        return engine.evaluateDecisionTable(decision(table), facts).getResultList().stream()
                .map(row -> Stream.of("ontbreekt", "punt", "code", "resultaat", "voorstel", "kanaal", "bestemming", "volgorde", "wijze", "ernst", "maatregel", "reden", "gevolg").map(row::get).filter(value -> value != null)
                        .map(Object::toString).collect(Collectors.joining(" "))).sorted().toList();
    }

    private DmnDecision decision(String table) {
        try (InputStream file = Files.newInputStream(Path.of(table))) {
            return engine.parseDecision(Path.of(table).getFileName().toString().replace(".dmn", ""), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DmnEngine engine(List<String> hit) {
        var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(hit::add));
        return configuration.buildEngine();
    }

    private static DmnModelInstance model(Path table) {
        return Dmn.readModelFromFile(table.toFile());
    }

    /** The text codes that a table's rules compare each input with. */
    private static Map<String, Set<String>> tested(DmnModelInstance model) {
        List<String> inputs = model.getModelElementsByType(Input.class).stream().map(input -> input.getInputExpression().getText().getTextContent()).toList();
        Map<String, Set<String>> tested = new HashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            List<InputEntry> entries = List.copyOf(rule.getInputEntries());
            for (int i = 0; i < inputs.size(); i++) {
                tested.computeIfAbsent(inputs.get(i), key -> new TreeSet<>()).addAll(texts(entries.get(i).getText().getTextContent()));
            }
        }
        return tested;
    }

    private static Set<String> answered(String table, int output) {
        return model(Path.of(table)).getModelElementsByType(Rule.class).stream().map(rule -> List.copyOf(rule.getOutputEntries()).get(output))
                .map(OutputEntry::getText).flatMap(text -> texts(text.getTextContent()).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(String feel) {
        return Pattern.compile("\"([^\"]*)\"").matcher(feel).results().map(match -> match.group(1)).toList();
    }

    private static Map<String, Set<String>> choices(String form) throws IOException {
        Map<String, Set<String>> choices = new HashMap<>();
        choices(new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile()), choices);
        return choices;
    }

    private static void choices(JsonNode part, Map<String, Set<String>> choices) {
        part.path("components").forEach(inner -> choices(inner, choices));
        if (part.has("values")) {
            Set<String> codes = new TreeSet<>();
            part.get("values").forEach(option -> codes.add(option.get("value").asText()));
            choices.put(part.get("key").asText(), codes);
        }
    }
}
