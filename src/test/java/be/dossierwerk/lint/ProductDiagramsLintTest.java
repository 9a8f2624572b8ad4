package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The product's own diagrams, tables and forms keep to the rules that managers keep to. */
class ProductDiagramsLintTest {

    /** How often each rule warns of the product's own files: fewer is better, more is a step back. */
    private static final Map<String, Long> KNOWN = Map.of("default-advised", 1L, "exit-when-term-ends", 40L, "field-help", 14L, "same-role-other-person", 3L,
            "span-in-name", 2L, "table-without-rest", 1L);

    @Test
    void nothing_in_the_product_is_blocked_and_warnings_do_not_grow() {
        DiagramSet product = ProductDiagrams.onClassPath();

        List<DiagramFinding> findings = DiagramCheck.findings(product);

        org.assertj.core.api.SoftAssertions.assertSoftly(all -> all.assertThat(findings.stream().filter(DiagramFinding::blocks).map(ProductDiagramsLintTest::sentence)).isEmpty());
        assertThat(new TreeMap<>(findings.stream().collect(Collectors.groupingBy(DiagramFinding::rule, Collectors.counting()))))
                .allSatisfy((rule, count) -> assertThat(count).as(rule).isLessThanOrEqualTo(KNOWN.getOrDefault(rule, 0L)));
    }

    private static String sentence(DiagramFinding finding) {
        return finding.file() + " " + finding.element() + " " + finding.rule() + ": " + FindingWords.of(finding, Locale.forLanguageTag("nl"));
    }
}
