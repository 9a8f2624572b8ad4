package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.lint.HostileFiles.Hostile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile and broken files are refused with a sentence by the gate, by the check of the screen and by the command; nothing of them runs. */
class HostileFilesTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    /** What an exception would say. */
    private static final Pattern RAW = Pattern.compile("(?i)exception|\\bat line|cvc-|org\\.|java\\.lang|null|\\{[0-9]|unexpected|must be|SAX");

    private final DiagramGate gate = new DiagramGate();

    static Collection<Hostile> files() {
        return HostileFiles.all().values();
    }

    @BeforeEach
    @AfterEach
    void silence() {
        Canary.reset();
    }

    @Test
    void there_are_many_and_what_they_were_made_from_passes() {
        assertThat(HostileFiles.all().size()).isGreaterThanOrEqualTo(75);
        assertThat(HostileFiles.all().values().stream().map(Hostile::rule).distinct().count()).isGreaterThan(60);
        assertThat(gate.findings(DiagramSet.of(HostileFiles.good()))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_is_refused_by_its_rule_with_a_dutch_sentence(Hostile hostile) {
        List<DiagramFinding> findings = gate.findings(DiagramSet.of(Map.of(hostile.path(), hostile.content())));

        assertThat(findings).extracting(DiagramFinding::rule).contains(hostile.rule());
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.file()).isEqualTo(hostile.path());
            String told = FindingWords.of(new DiagramFinding("", "", finding.severity(), finding.rule(), finding.args().stream().map(arg -> "x").toList()), DUTCH);
            assertThat(told).matches("(?s)\\p{Lu}.*[.:].*").doesNotContainPattern(RAW);
            assertThat(FindingWords.of(finding, DUTCH)).hasSizeLessThan(500).doesNotContain("\n", "\u0000");
            assertThat(FindingWords.of(finding, Locale.ENGLISH)).isNotEqualTo(FindingWords.of(finding, DUTCH));
        });
        assertThatThrownBy(() -> gate.check(Map.of(hostile.path(), hostile.content()))).isInstanceOf(DiagramGate.DiagramsRefused.class);
        Canary.verifySilent();
    }

    @Test
    void the_check_of_the_screen_refuses_each_in_the_set_of_the_product() {
        Map<String, byte[]> all = new TreeMap<>();
        files().forEach(hostile -> all.put(hostile.path(), hostile.content()));

        List<DiagramFinding> findings = DiagramCheck.findings(ProductDiagrams.onClassPath().with(all), all.keySet());

        assertThat(findings.stream().map(DiagramFinding::file).distinct()).containsExactlyInAnyOrderElementsOf(all.keySet());
        assertThat(findings).allMatch(finding -> finding.rule().startsWith("gate-"));
        Canary.verifySilent();
    }

    @Test
    void the_command_refuses_each(@TempDir Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (Hostile hostile : files()) {
            Path file = folder.resolve(hostile.name());
            Files.write(file, hostile.content());
            names.add(file.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = LintCommand.run(names, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

        assertThat(code).isEqualTo(1);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).allMatch(line -> line.contains(": BLOKKEERT: "));
        assertThat(names).allSatisfy(name -> assertThat(lines).anyMatch(line -> line.startsWith(name + ": ")));
        Canary.verifySilent();
    }

    @Test
    void the_canary_sings_where_nothing_stops_it() {
        JuelExpressionManager plain = new JuelExpressionManager();
        plain.createValueExpression("${''.getClass().forName('be.dossierwerk.lint.Canary').getMethod('sing').invoke(null)}")
                .getValue(plain.createElContext(Variables.emptyVariableContext()));
        assertThat(Canary.sung()).isEqualTo(1);
    }
}
