package be.dossierwerk.procedurechange;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every edit of a seeded list on our own files gives exactly its differences; another spelling of the same gives none. */
class ProposalDifferencesTest {

    static Stream<Path> files() throws IOException {
        List<Path> files = Stream.concat(Files.walk(Path.of("bpmn")), Files.walk(Path.of("forms"))).filter(Files::isRegularFile)
                .filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)")).sorted().toList();
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_does_not_differ_from_itself_however_it_is_written(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(compared(file, text, text)).isEmpty();
        if (!file.toString().endsWith(".form")) {
            for (int seed = 0; seed < 5; seed++) {
                String rewritten = new RandomEdits(seed).written(ReadXml.document(text).orElseThrow());
                assertThat(rewritten).isNotEqualTo(text);
                assertThat(compared(file, text, rewritten)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void edits_give_exactly_their_differences(Path file) throws IOException {
        String text = Files.readString(file);
        int counted = 0;
        for (long seed = 0; seed < 30; seed++) {
            RandomEdits edits = new RandomEdits(seed * 31 + file.toString().hashCode());
            int count = 1 + (int) (seed % 8);
            String edited = file.toString().endsWith(".bpmn") ? edits.diagram(text, count) : file.toString().endsWith(".dmn") ? edits.table(text, count) : edits.form(text, count);
            Set<String> found = compared(file, text, edited).stream().filter(one -> !(one.isLayout() && one.isFlow()))
                    .map(one -> one.element() + " " + one.kind() + " " + one.aspect()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as("seed " + seed).isEqualTo(edits.expected);
            counted += edits.expected.size();
        }
        assertThat(counted).isGreaterThan(20);
    }

    @Test
    void what_cannot_be_read_is_said_and_never_an_error() {
        for (String broken : List.of("", "<a>", "{", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "{\"components\": 3}", "<definitions/>")) {
            for (String path : List.of("bpmn/a/a.dmn", "forms/a/a.form")) {
                assertThat(ProposalDifferences.of(path, Optional.of(broken), Optional.of(broken + " "))).singleElement()
                        .satisfies(one -> assertThat(one.aspect()).isEqualTo(Aspect.UNREADABLE));
            }
        }
        assertThat(ProposalDifferences.of("bpmn/a/a.bpmn", Optional.of("<a>"), Optional.of("<b"))).singleElement()
                .satisfies(one -> assertThat(one.aspect()).isEqualTo(Aspect.UNREADABLE));
        assertThat(ProposalDifferences.of("bpmn/a/a.bpmn", Optional.empty(), Optional.of("<b"))).singleElement().satisfies(one -> {
            assertThat(one.aspect()).isEqualTo(Aspect.FILE);
            assertThat(one.kind()).isEqualTo(Kind.ADDED);
        });
    }

    private static List<Difference> compared(Path file, String old, String now) {
        return ProposalDifferences.of(file.toString(), Optional.of(old), Optional.of(now));
    }
}
