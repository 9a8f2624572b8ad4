package be.dossierwerk.lint;

import static be.dossierwerk.engine.DiagramFinding.Severity.BLOCKS;
import static be.dossierwerk.engine.DiagramFinding.Severity.WARNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramFinding.Severity;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** Each rule of decision tables and of forms finds its fault in a good one, and says so in a sentence. */
class TableAndFormRulesTest {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="t" name="Proef" namespace="x"><decision id="proef" name="Proef">
            <decisionTable id="tabel" hitPolicy="FIRST"><input id="in1" label="Aantal"><inputExpression><text>aantal</text></inputExpression></input>
            <input id="in2" label="Dringend"><inputExpression><text>dringend</text></inputExpression></input>
            <output id="uit" label="Voorstel" name="voorstel"><outputValues><text>"JA", "NEE"</text></outputValues></output>
            <rule id="r1"><inputEntry><text>&gt; 3</text></inputEntry><inputEntry><text>true</text></inputEntry><outputEntry><text>"JA"</text></outputEntry></rule>
            <rule id="r2"><inputEntry><text>&gt; 5</text></inputEntry><inputEntry><text>false</text></inputEntry><outputEntry><text>"NEE"</text></outputEntry></rule>
            <rule id="r3"><inputEntry><text></text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"NEE"</text></outputEntry></rule>
            </decisionTable></decision></definitions>""";
    private static final String FORM = """
            {"type": "default", "components": [{"type": "group", "label": "Keuze", "components": [
              {"type": "select", "key": "uitkomst", "label": "Uitkomst", "values": [{"label": "Ja", "value": "JA"}, {"label": "Nee", "value": "NEE"}]},
              {"type": "datetime", "key": "op", "dateLabel": "Op welke dag", "description": "De dag van ontvangst.", "validate": {"required": true}},
              {"type": "textarea", "key": "waarom", "label": "Waarom"}]}]}""";

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(TABLE, "table-name", "proef", BLOCKS, "decision id=\"proef\" name=\"Proef\"", "decision id=\"proef\" name=\" \""),
                arguments(TABLE, "column-label", "in1", WARNS, " label=\"Aantal\"", ""),
                arguments(TABLE, "column-label", "uit", WARNS, " label=\"Voorstel\"", ""),
                arguments(TABLE, "output-name", "uit", BLOCKS, " name=\"voorstel\"", ""),
                arguments(TABLE, "table-empty", "tabel", BLOCKS, "(?s)<rule.*</rule>", ""),
                arguments(TABLE, "table-without-rest", "tabel", WARNS, "<rule id=\"r3\">.*</rule>", ""),
                arguments(TABLE, "empty-answer", "r2", BLOCKS, "<text>false</text></inputEntry><outputEntry><text>\"NEE\"", "<text>false</text></inputEntry><outputEntry><text>"),
                arguments(TABLE, "answer-not-allowed", "r1", BLOCKS, "<outputEntry><text>\"JA\"", "<outputEntry><text>\"MISSCHIEN\""),
                arguments(TABLE, "rule-never-reached", "r2", BLOCKS, "<text>true</text>", "<text></text>", "&gt; 5", "&gt; 3"),
                arguments(TABLE, "rule-twice", "r2", BLOCKS, "hitPolicy=\"FIRST\"", "", "&gt; 5", "&gt;  3", "<text>false</text>", "<text>true</text>"),
                arguments(TABLE, "rules-overlap", "r2", BLOCKS, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"", "&gt; 5", "&gt; 3", "<text>true</text>", "<text></text>"),
                arguments(FORM, "form-unreadable", "", BLOCKS, "\\}$", ""),
                arguments(FORM, "form-without-field", "", WARNS, "\"key\"", "\"naam\""),
                arguments(FORM, "field-label", "waarom", BLOCKS, "\"label\": \"Waarom\"", "\"label\": \" \""),
                arguments(FORM, "field-key-twice", "op", BLOCKS, "\"key\": \"waarom\"", "\"key\": \"op\""),
                arguments(FORM, "field-help", "op", WARNS, "\"description\": \"De dag van ontvangst.\", ", ""),
                arguments(FORM, "choice-without-values", "uitkomst", BLOCKS, ", \"values\": \\[.*?\\]", ""),
                arguments(FORM, "choice-label", "uitkomst", BLOCKS, "\"label\": \"Nee\"", "\"label\": \"\""),
                arguments(FORM, "choice-twice", "uitkomst", BLOCKS, "\"value\": \"NEE\"", "\"value\": \"JA\""),
                arguments(FORM, "choice-as-select", "uitkomst", WARNS, "\"type\": \"select\"", "\"type\": \"radio\"", "\"values\": \\[",
                        "\"values\": [{\"label\": \"1\", \"value\": \"1\"}, {\"label\": \"2\", \"value\": \"2\"}, {\"label\": \"3\", \"value\": \"3\"}, {\"label\": \"4\", \"value\": \"4\"}, "))
                .map(row -> arguments(row.get()[0], row.get()[1], row.get()[2], row.get()[3], List.of(row.get()).subList(4, row.get().length)));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @MethodSource("faults")
    void a_fault_is_found_where_it_is_and_said_in_a_sentence(String good, String rule, String element, Severity severity, List<String> changes) {
        String faulty = good;
        for (int i = 0; i < changes.size(); i += 2) {
            String before = faulty;
            faulty = faulty.replaceAll(changes.get(i), changes.get(i + 1));
            assertThat(faulty).as("changed by " + changes.get(i)).isNotEqualTo(before);
        }

        assertThat(findings(good)).isEmpty();
        assertThat(findings(faulty)).filteredOn(finding -> finding.rule().equals(rule) && finding.element().equals(element)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(FindingWords.of(finding, Locale.forLanguageTag("nl"))).endsWith(".").doesNotContain("{");
            assertThat(FindingWords.of(finding, Locale.ENGLISH)).endsWith(".").doesNotContain("{");
        });
    }

    @Test
    void a_table_that_collects_may_answer_nothing_and_twice() {
        String collects = TABLE.replace("FIRST", "COLLECT").replaceAll("<rule id=\"r3\">.*</rule>", "").replace("&gt; 5", "&gt; 3").replace("<text>false</text>", "<text>true</text>");

        assertThat(findings(collects)).isEmpty();
    }

    private static List<DiagramFinding> findings(String text) {
        String file = text.startsWith("<") ? "bpmn/proef/proef.dmn" : "forms/proef/proef.form";
        DiagramSet set = DiagramSet.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
        List<DiagramFinding> found = new ArrayList<>();
        List.of(new TableRules(), new FormRules()).forEach(rule -> rule.check(set, Vocabulary.ofProduct(), Set.of(file), found::add));
        return found;
    }
}
