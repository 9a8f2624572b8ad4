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

    @ParameterizedTest
    @MethodSource({"completeness", "conditions", "proposal", "channel"})
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
        Stream.of(completeness(), conditions(), proposal(), channel()).flatMap(cases -> cases)
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
                .map(row -> Stream.of("ontbreekt", "code", "resultaat", "voorstel", "kanaal").map(row::get).filter(value -> value != null)
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
