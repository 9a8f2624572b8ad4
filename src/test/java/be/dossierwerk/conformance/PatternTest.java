package be.dossierwerk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.conformance.Norm.Asks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pattern on small lives: "code@day:person#subject", days of March 2027; the answer is the days of the deviations, or - when there was nothing to look at. */
class PatternTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 31);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GESLOTEN@9                                          | 9",
            "GESLOTEN@9 BERICHT@10                               | ''",
            "BERICHT@2 GESLOTEN@9                                | ''",
            "ANDERS@2                                            | -",
            "GESLOTEN@9:an#x BERICHT@10:an#y                     | 9",
            "GESLOTEN@9:an#x BERICHT@10:an#x                     | ''"})
    void bestaat(String life, String expected) {
        assertThat(days(Pattern.BESTAAT, asks(List.of("GESLOTEN"), List.of("BERICHT")), life)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GEHOORD@2 ONDERTEKEND/INGETROKKEN@9                              | ''",
            "ONDERTEKEND/INGETROKKEN@9 GEHOORD@10                             | 9",
            "ONDERTEKEND/INGETROKKEN@9                                        | 9",
            "ONDERTEKEND/INGETROKKEN@9 GEHOORD@9                              | ''",
            "ONDERTEKEND/VERLENGD@9                                           | -",
            "GEHOORD@2 ONDERTEKEND/INGETROKKEN@9#a ONDERTEKEND/INGETROKKEN@12#b | ''",
            "ONDERTEKEND/INGETROKKEN@9 VRIJGESTELD@12                         | -"})
    void vooraf(String life, String expected) {
        assertThat(days(Pattern.VOORAF, new Asks(List.of("ONDERTEKEND/INGETROKKEN*"), List.of("GEHOORD"), List.of("VRIJGESTELD"), null, null, null, 0), life)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "OPGESTELD@2#a NAGEZIEN@3 ONDERTEKEND@4#a                                       | ''",
            "OPGESTELD@2#a NAGEZIEN@3 ONDERTEKEND@4#a OPGESTELD@6#b ONDERTEKEND@7#b         | 7",
            "OPGESTELD@2#a NAGEZIEN@3 OPGESTELD@6#b NAGEZIEN@7 ONDERTEKEND@8#b              | ''",
            "NAGEZIEN@1 OPGESTELD@2#a ONDERTEKEND@4#a                                       | 4"})
    void vooraf_since_the_last_draft(String life, String expected) {
        assertThat(days(Pattern.VOORAF, new Asks(List.of("ONDERTEKEND"), List.of("NAGEZIEN"), null, List.of("OPGESTELD"), null, null, 0), life)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ONDERTEKEND@2#a BETEKEND@12#a                        | ''",
            "ONDERTEKEND@2#a BETEKEND@13#a                        | 2",
            "ONDERTEKEND@2#a                                      | 2",
            "ONDERTEKEND@21#a                                     | ''",
            "ONDERTEKEND@2#a BETEKEND@3#b                         | 2",
            "BETEKEND@1#a ONDERTEKEND@2#a                         | 2"})
    void binnen_ten_days(String life, String expected) {
        assertThat(days(Pattern.BINNEN, new Asks(List.of("ONDERTEKEND"), List.of("BETEKEND"), null, null, null, null, 10), life)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
            "10 | 10   | ''", "10 | 11   | 10", "10 | 9    | ''", "30 | null | 30", "31 | null | ''", "null | null | ''", "null | 20 | ''"})
    void niet_na(Integer due, Integer stopped, String expected) {
        Life life = life("", List.of(new Life.Term(1, "T-1", "Beslissing", day(1), day(due), day(stopped)), new Life.Term(2, "T-2", "Ander", day(1), day(2), day(3))));
        assertThat(days(Pattern.NIET_NA.of(new Asks(null, null, null, null, null, List.of("T-1"), 0), life))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GEEN_VERWEER@16 | ''", "GEEN_VERWEER@15 | 15", "GEEN_VERWEER@10 | 10", "VERWEER@10 | -"})
    void niet_voor_termijn(String life, String expected) {
        Asks asks = new Asks(List.of("GEEN_VERWEER"), null, null, null, null, List.of("T-HOR-01"), 0);
        Life.Term first = new Life.Term(1, "T-HOR-01", "Verweer", day(1), day(15), day(16));
        assertThat(days(Pattern.NIET_VOOR_TERMIJN.of(asks, life(life, List.of(first))))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GEEN_VERWEER@16 | ''", "GEEN_VERWEER@16 GEEN_VERWEER@31 | ''", "GEEN_VERWEER@16 GEEN_VERWEER@20 | 20"})
    void niet_voor_termijn_when_a_second_hearing_begins_as_the_first_ends(String life, String expected) {
        Asks asks = new Asks(List.of("GEEN_VERWEER"), null, null, null, null, List.of("T-HOR-01"), 0);
        assertThat(days(Pattern.NIET_VOOR_TERMIJN.of(asks, life(life, List.of(new Life.Term(1, "T-HOR-01", "Verweer", day(1), day(15), day(16)),
                new Life.Term(2, "T-HOR-01", "Verweer", day(16), day(30), null)))))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "OPGESTELD@1:an#a NAGEKEKEN@2:joke#a ONDERTEKEND@3:karel#a            | ''",
            "OPGESTELD@1:an#a NAGEKEKEN@2:joke#a ONDERTEKEND@3:an#a               | 3",
            "OPGESTELD@1:an#a NAGEKEKEN@2:an#a ONDERTEKEND@3:karel#a              | 2",
            "OPGESTELD@1:an#a NAGEKEKEN@2:joke#a OPGESTELD@3:joke#b NAGEKEKEN@4:an#b | ''",
            "OPGESTELD@1:systeem#a NAGEKEKEN@2:systeem#a                          | -",
            "OPGESTELD@1:an NAGEKEKEN@2:an                                        | 2",
            "OPGESTELD@1:an OPGESTELD@2:bram NAGEKEKEN@3:an                       | ''",
            "OPGESTELD@1:an                                                       | -"})
    void vier_ogen(String life, String expected) {
        assertThat(days(Pattern.VIER_OGEN, asks(List.of("OPGESTELD", "NAGEKEKEN", "ONDERTEKEND"), null), life)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "dc-jurist  | 5  | dc-jurist      | ''",
            "dc-jurist  | 5  | dc-onthaal     | 9",
            "dc-onthaal | 5  | dc-jurist      | 9",
            "dc-jurist  | 20 | dc-onthaal     | ''",
            "dc-onthaal | 20 | dc-jurist      | 9"})
    void bevoegd(String asRecorded, int seenOn, String asSeen, String expected) {
        Event event = new Event("NAGEKEKEN", day(9).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), day(9), 7L, "joke", "Joke", Set.of(asRecorded), null, "nagekeken");
        Life life = new Life("D", "erkenning", TODAY, 9, List.of(event), List.of(), Map.of("joke", List.of(new Life.Rights(day(seenOn).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                Set.of(asSeen)))), Set.of(), null);
        assertThat(days(Pattern.BEVOEGD.of(new Asks(List.of("NAGEKEKEN"), null, null, null, List.of("dc-jurist"), null, 0), life))).isEqualTo(expected);
    }

    @Test
    void a_signature_that_the_chain_does_not_tell_of_has_no_authority() {
        Event event = new Event("ONDERTEKEND/ERKEND", null, day(9), null, "karel", "Karel", Set.of(), "b", "ondertekend");
        Life life = new Life("D", "erkenning", TODAY, 9, List.of(event), List.of(), Map.of(), Set.of(), null);
        assertThat(days(Pattern.BEVOEGD.of(new Asks(List.of("ONDERTEKEND/*"), null, null, null, List.of("minister-tekenbevoegde"), null, 0), life))).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TAAK/A@1:an TAAK/B@2:bram | 2", "TAAK/A@1:an | ''", "BRIEF@1:bram | -"})
    void onpartijdig(String life, String expected) {
        Life without = life(life, List.of());
        Life kept = new Life("D", "heroverweging", TODAY, 9, without.events(), List.of(), Map.of(), Set.of("bram"), null);
        assertThat(days(Pattern.ONPARTIJDIG.of(asks(List.of("TAAK/*"), null), kept))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"BETAALD@3 | ''", "BETAALD@3 BETAALD@5 | 5", "BETAALD@3 TERUG@4 BETAALD@5 | ''", "BETAALD@3 TERUG@4 BETAALD@5 BETAALD@6 | 6", "TERUG@4 | -"})
    void eenmaal(String life, String expected) {
        assertThat(days(Pattern.EENMAAL, new Asks(List.of("BETAALD"), null, List.of("TERUG"), null, null, null, 0), life)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A | A | true", "A | B | false", "A/* | A/B | true", "A/* | AB | false", "G/*GEGROND | G/DEELS_GEGROND | true", "G/*GEGROND | G/GEEN_OORDEEL | false",
            "A* | AB | true"})
    void codes(String asked, String code, boolean matches) {
        assertThat(new Event(code, null, day(1), null, null, null, Set.of(), null, "").is(List.of(asked))).isEqualTo(matches);
    }

    @Test
    void a_deviation_is_known_again_and_told_in_a_sentence() {
        Deviation one = Pattern.VIER_OGEN.of(asks(List.of("OPGESTELD", "ONDERTEKEND"), null), life("OPGESTELD@1:an#a ONDERTEKEND@3:an#a", List.of())).deviations().get(0);
        assertThat(one.thing()).isEqualTo("ONDERTEKEND a");
        assertThat(one.evidence()).extracting(Event::code).containsExactly("OPGESTELD", "ONDERTEKEND");
        assertThat(one.sentence("{wie} deed op {dag} dit: {wat}.")).isEqualTo("AN deed op woensdag 3 maart 2027 dit: opgesteld en ondertekend.");
    }

    private static Asks asks(List<String> when, List<String> needs) {
        return new Asks(when, needs, null, null, null, null, 0);
    }

    private static String days(Pattern pattern, Asks asks, String life) {
        return days(pattern.of(asks, life(life, List.of())));
    }

    private static String days(Pattern.Verdict verdict) {
        return verdict.applied() ? String.join(" ", verdict.deviations().stream().map(each -> String.valueOf(each.day().getDayOfMonth())).toList()) : "-";
    }

    private static LocalDate day(Integer day) {
        return day == null ? null : LocalDate.of(2027, 3, day);
    }

    private static Life life(String told, List<Life.Term> terms) {
        List<Event> events = new ArrayList<>(Stream.of(told.strip().split("\\s+")).filter(each -> !each.isEmpty()).map(each -> {
            String[] subject = each.split("#");
            String[] person = subject[0].split(":");
            String[] code = person[0].split("@");
            String who = person.length > 1 ? person[1] : "an";
            return new Event(code[0], null, day(Integer.parseInt(code[1])), null, who, who.toUpperCase(java.util.Locale.ROOT), Set.of(), subject.length > 1 ? subject[1] : null,
                    code[0].toLowerCase(java.util.Locale.ROOT) + ".");
        }).toList());
        events.sort(Comparator.comparing(Event::day));
        return new Life("D", "erkenning", TODAY, 9, events, terms, Map.of(), Set.of(), null);
    }
}
