package be.dossierwerk.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.modeling.ElementIds.Drawn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields say and what the diagram writes are the same, and new elements get the ids of the house. */
class DrawnTextsTest {

    @ParameterizedTest
    @CsvSource({"Nota nalezen, NotaNalezen", "Akkoord?, Akkoord", "'Één pagina, twee bijlagen', EenPaginaTweeBijlagen", "5 dagen ervoor, 5DagenErvoor", "' ', ZonderNaam",
            "RSZ-schuld nagaan, RSZSchuldNagaan"})
    void a_name_becomes_one_word(String name, String word) {
        assertThat(ElementIds.pascal(name)).isEqualTo(word);
    }

    @Test
    void new_elements_get_an_id_of_the_house_and_known_ones_keep_theirs() {
        Map<String, String> names = ElementIds.rename(List.of(
                new Drawn("Activity_0abc123", "bpmn:UserTask", "Nota nalezen", "", ""), new Drawn("Activity_1abc123", "bpmn:UserTask", "Nota nalezen", "", ""),
                new Drawn("UserTask_Oud", "bpmn:UserTask", "Heel andere naam", "", ""), new Drawn("Activity_2abc123", "bpmn:ServiceTask", "", "", ""),
                new Drawn("Gateway_1xyz789", "bpmn:ExclusiveGateway", "Akkoord?", "", ""),
                new Drawn("Flow_0abc123", "bpmn:SequenceFlow", "", "UserTask_Oud", "Activity_0abc123"),
                new Drawn("Flow_1abc123", "bpmn:SequenceFlow", "Ja", "Gateway_1xyz789", "UserTask_Oud"),
                new Drawn("Flow_2abc123", "bpmn:SequenceFlow", "", "Activity_0abc123", "Activity_2abc123")), Set.of("UserTask_NotaNalezen"));

        assertThat(names).containsOnly(Map.entry("Activity_0abc123", "UserTask_NotaNalezen2"), Map.entry("Activity_1abc123", "UserTask_NotaNalezen3"),
                Map.entry("Gateway_1xyz789", "Gateway_Akkoord"), Map.entry("Flow_0abc123", "Flow_OudNaarNotaNalezen2"), Map.entry("Flow_1abc123", "Flow_AkkoordJa"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"T-ERK-BESLISSING | 0 | ${deadlines.endOf('T-ERK-BESLISSING', execution.processBusinessKey)}",
            "T-ERK-BESLISSING | 10 | ${deadlines.before('T-ERK-BESLISSING', 10, execution.processBusinessKey)}"})
    void a_term_is_written_and_read_back(String term, int days, String expression) {
        assertThat(new TermTimer(term, days).expression()).isEqualTo(expression);
        assertThat(TermTimer.of(expression)).contains(new TermTimer(term, days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R/PT0S", "${''.getClass()}", "2027-01-01", "${deadlines.endOf('x', execution.processBusinessKey)}", "${deadlines.before('T-A', 1000, execution.processBusinessKey)}", ""})
    void no_other_moment_is_read(String expression) {
        assertThat(TermTimer.of(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"volledig | true | - | ${volledig}", "volledig | false | - | ${!volledig}",
            "uitkomst | true | ERKEND | ${uitkomst == 'ERKEND'}", "uitkomst | false | ERKEND | ${uitkomst != 'ERKEND'}"})
    void a_condition_is_written_and_read_back(String fact, boolean equal, String value, String expression) {
        assertThat(new FlowCondition(fact, equal, value).expression()).isEqualTo(expression);
        assertThat(FlowCondition.of(expression)).contains(new FlowCondition(fact, equal, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a.b}", "${!uitkomst == 'ERKEND'}", "${a && b}", "#{volledig}", "${''.getClass()}"})
    void no_other_condition_is_read(String expression) {
        assertThat(FlowCondition.of(expression)).isEmpty();
    }
}
