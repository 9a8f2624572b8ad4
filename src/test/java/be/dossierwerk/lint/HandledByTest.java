package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.security.Roles;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The proof reads building blocks with the groups that really get their tasks. */
@DossierwerkTest
class HandledByTest {

    @Autowired private List<Procedure> procedures;

    @Test
    void the_procedures_that_others_handle_are_those_that_the_proof_knows() {
        assertThat(procedures.stream().filter(procedure -> !procedure.handledBy().equals(Roles.HANDLER))
                .collect(Collectors.toMap(Procedure::process, Procedure::handledBy))).isEqualTo(DiagramRules.HANDLED_BY);
    }
}
