package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a definition. */
class DefinitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALENDAR_DAYS        | 1;30;9999        | 0;-1;1.5;dertig;10000
            MINIMUM_DAYS         | 54               | 0
            MONTHS               | 3;4.5;0.5;13.5   | 0;4.25;4,5;100
            DAY_OF_NEXT_MONTH    | 1;28             | 0;29
            DAY_OF_MONTH         | 7;28             | 0;29;31
            WORKING_DAY_OF_MONTH | 1;18             | 0;19
            CALENDAR_DATE        | 30/04;31/12      | 31/04;29/02;1/4;00/01;30/13
            HOURS                | 36;1.5;0.5       | 0;1.2""")
    void a_limit_is_one_that_can_be_held_against_any_day(Limit.Unit unit, String good, String bad) {
        for (String amount : good.split(";")) {
            assertThat(definition(row(unit, amount, Set.of())).wrong()).as(amount).isEmpty();
            if (unit != Limit.Unit.HOURS) {
                LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2021, 1, 1)).forEach(day -> assertThat(new Limit(unit, amount).day(day)).isNotNull());
            }
        }
        for (String amount : bad.split(";")) {
            assertThat(definition(row(unit, amount, Set.of())).wrong()).as(amount).extracting(Refused.Field::name).containsExactly("amount1");
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Definition wrong = new Definition("bk1", "", null, " ", BigDecimal.ZERO, 5, null, "", null, List.of(new Definition.Row("DECIDED", "DECIDED", "VERGETEN", null, null, true,
                new Scope(Set.of(), Set.of()))));
        assertThat(wrong.wrong()).extracting(Refused.Field::name).containsExactly("code", "measure", "name", "target", "decimals", "bound", "source", "stop1", "countedIn1", "unit1");
        assertThat(definition().wrong()).extracting(Refused.Field::name).containsExactly("rows");
    }

    @Test
    void no_dossier_counts_for_two_limits_of_one_norm() {
        Definition.Row all = row(Limit.Unit.CALENDAR_DAYS, "98", Set.of());
        Definition.Row pathways = row(Limit.Unit.CALENDAR_DAYS, "98", Set.of("PATHWAY"));
        Definition.Row evc = row(Limit.Unit.CALENDAR_DAYS, "103", Set.of("EVC"));

        assertThat(definition(pathways, evc).wrong()).isEmpty();
        assertThat(definition(pathways, all).wrong()).extracting(Refused.Field::name).containsExactly("kinds2");
        assertThat(definition(pathways, evc, evc).wrong()).extracting(Refused.Field::name).containsExactly("kinds3");
    }

    @Test
    void the_difference_to_another_version_is_told_field_by_field() {
        Definition before = definition(row(Limit.Unit.CALENDAR_DAYS, "98", Set.of("PATHWAY")));
        Definition after = new Definition("BK-1", "BK", "Beroepskaarten", "Norm", new BigDecimal("85.00"), 0, Definition.Bound.INTERN, "bron", "let op",
                List.of(row(Limit.Unit.HOURS, "98", Set.of("PATHWAY")), row(Limit.Unit.CALENDAR_DAYS, "103", Set.of("EVC"))));

        assertThat(before.since(before)).isEmpty();
        assertThat(after.since(before)).containsExactly(new Definition.Difference("target", 0, "80", "85"), new Definition.Difference("note", 0, null, "let op"),
                new Definition.Difference("unit", 1, "CALENDAR_DAYS", "HOURS"), new Definition.Difference("limit", 2, null, "103"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "type=FIRST", "type=FIRST|FOLLOW_UP", "channel=ONLINE", "type=FIRST;channel=ONLINE|PAPER"})
    void a_scope_is_written_as_it_is_read(String filter) {
        assertThat(Scope.parse(filter)).hasToString(filter);
    }

    private static Definition definition(Definition.Row... rows) {
        return new Definition("BK-1", "BK", "Beroepskaarten", "Norm", new BigDecimal("80"), 0, Definition.Bound.INTERN, "bron", null, List.of(rows));
    }

    private static Definition.Row row(Limit.Unit unit, String amount, Set<String> kinds) {
        return new Definition.Row("COMPLETE", "DECIDED", "DECIDED", unit, amount, true, new Scope(kinds, Set.of()));
    }
}
