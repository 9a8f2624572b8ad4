package be.dossierwerk.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.Vocabulary;
import org.junit.jupiter.api.Test;

/** The words of diagrams come from the class path alone. */
class VocabularyTest {

    private final Vocabulary words = Vocabulary.ofProduct();

    @Test
    void delegates_are_known_by_what_the_diagrams_call_their_step() {
        assertThat(words.delegates()).hasSizeGreaterThan(90);
        assertThat(words.delegates().get("prepareDecisionDelegate").does()).isEqualTo("Document klaarzetten");
        assertThat(words.delegates()).doesNotContainKeys("plainDelegate", "deadlines");
    }

    @Test
    void what_publishes_a_change_belongs_in_the_procedure_of_changes_alone() {
        for (String bean : java.util.List.of("publishChangeDelegate", "followChangeDelegate", "takeBackChangeDelegate", "closeChangeDelegate")) {
            assertThat(words.delegates().get(bean).isFor("procedurewijziging")).as(bean).isTrue();
            assertThat(words.delegates().get(bean).isFor("erkenning")).as(bean).isFalse();
        }
        assertThat(words.delegates().get("prepareDecisionDelegate").isFor("erkenning")).isTrue();
    }

    @Test
    void terms_facts_forms_and_groups_are_those_of_the_product() {
        assertThat(words.terms()).contains("T-REC-04", "T-RVS").allMatch(term -> term.matches("T-[A-Z0-9-]+"));
        assertThat(words.facts().get("akkoord").isFlag()).isTrue();
        assertThat(words.facts().get("akkoord").isCode()).isFalse();
        assertThat(words.facts().get("uitkomst").codes()).isNotEmpty();
        assertThat(words.facts().get("horen").types()).as("a flag in one procedure, a code in another").containsExactly(Vocabulary.Type.FLAG, Vocabulary.Type.CODE);
        assertThat(words.forms()).contains("bouwstenen/juridisch-nazicht");
        assertThat(words.groups()).containsEntry("dc-jurist", "Jurist");
        assertThat(words.processes()).containsEntry("besluit", "Besluit");
        assertThat(words.messages()).isNotEmpty();
    }
}
