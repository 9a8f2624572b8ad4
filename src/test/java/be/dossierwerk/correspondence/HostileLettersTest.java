package be.dossierwerk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.HostileTexts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter of every procedure with something hostile in each of its facts says it, and becomes nothing else than the letter it was. */
class HostileLettersTest {

    private static final LetterPaper PAPER = new LetterPaper();
    private static final String HOSTILE = HostileTexts.all().entrySet().stream().filter(payload -> !HostileTexts.hasUnseen(payload.getKey())).map(Map.Entry::getValue)
            .collect(Collectors.joining(" | ", "Proef | ", " | einde"));

    /** What letters with plain facts are built of. */
    private static final Set<String> LETTERS = LetterPaperTest.kinds().flatMap(letter -> built(Jsoup.parse(PAPER.html((String) letter.get()[0],
            LetterPaperTest.facts((String) letter.get()[0], facts(letter))))).stream()).collect(Collectors.toSet());

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("be.dossierwerk.correspondence.LetterPaperTest#kinds")
    void a_letter_stays_a_letter(String kind, Map<String, Object> facts, List<String> words) {
        Document hostile = Jsoup.parse(PAPER.html(kind, LetterPaperTest.facts(kind, hostile(facts))));

        assertThat(LETTERS).containsAll(built(hostile));
        assertThat(hostile.text()).doesNotContain("1337");
        // The whole of it in one place: nothing of it was cut off, computed or left out.
        assertThat(hostile.body().getAllElements().stream().filter(element -> squeezed(element.ownText()).contains(squeezed(HOSTILE)))).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Arguments letter) {
        return (Map<String, Object>) letter.get()[1];
    }

    /** Which elements it is built of, and their attributes. */
    private static Set<String> built(Document letter) {
        return letter.getAllElements().stream().flatMap(element -> Stream.concat(Stream.of(element.tagName()),
                element.attributes().asList().stream().map(attribute -> element.tagName() + " " + attribute.getKey()))).collect(Collectors.toSet());
    }

    private static Map<String, Object> hostile(Map<String, Object> facts) {
        return facts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> hostileFact(fact.getValue())));
    }

    @SuppressWarnings("unchecked")
    private static Object hostileFact(Object fact) {
        if (fact instanceof List<?> many) {
            return many.stream().map(HostileLettersTest::hostileFact).toList();
        }
        return fact instanceof Map<?, ?> more ? hostile((Map<String, Object>) more) : fact instanceof String ? HOSTILE : fact;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
