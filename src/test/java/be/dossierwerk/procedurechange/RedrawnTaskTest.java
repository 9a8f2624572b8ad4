package be.dossierwerk.procedurechange;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.lint.DiagramCheck;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is drawn on a published diagram does the task, and who is no longer drawn does not (ADR 0021). */
@DossierwerkTest
class RedrawnTaskTest {

    private static final LocalDate DAY = LocalDate.of(2027, 9, 6);
    private static final String PLAN = "UserTask_OndernemingsplanBeoordelen";
    private static final String DRAWN = """
            camunda:formKey="erkenning/ondernemingsplan-beoordelen" camunda:candidateGroups="%s">
                  <bpmn:documentation>Beoordeel of het ondernemingsplan volstaat en motiveer je oordeel.</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="taakrol" value="%s" />""";

    @Autowired private ApplicationContext spring;
    @Autowired private PublishedDiagrams published;
    @Autowired private TransactionTemplate transactions;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private MovableClock clock;

    private DiagramSet before;

    @AfterEach
    void the_product_holds_again() {
        publish(before);
        clock.release();
    }

    @Test
    void a_lawyer_does_the_business_plan_where_the_diagram_gives_it_to_the_lawyers() {
        MoveDesk desk = new MoveDesk(spring);
        before = published.current();
        DiagramSet redrawn = MoveDesk.with(before, MoveDesk.ERKENNING, DRAWN.formatted("dc-dossierbehandelaar", "VOORBEREIDEN"), DRAWN.formatted("dc-jurist", "ADVISEREN"));
        assertThat(DiagramCheck.findings(redrawn, Set.of(MoveDesk.ERKENNING))).noneMatch(DiagramFinding::blocks);
        publish(redrawn);

        String dossier = desk.recognition(DAY, true);
        desk.at(DAY.plusDays(2));
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        assertThat(openWork.ofDossier(dossier)).filteredOn(row -> row.taskKey().equals(PLAN)).singleElement().satisfies(row -> assertThat(row.groups()).containsExactly("dc-jurist"));

        assertThatThrownBy(() -> desk.send("an", dossier, PLAN, goodPlan())).isInstanceOf(Refused.class).hasMessage("inbox.not-your-group");
        desk.claim("joke", dossier, PLAN);
        desk.send("joke", dossier, PLAN, goodPlan());

        desk.send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        desk.send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(DAY.minusDays(10)));
        assertThat(desk.open(dossier)).containsExactly("UserTask_VoorwaardenBeoordelen");
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::sentence).anyMatch(sentence -> sentence.equals("Joke Claes vond het ondernemingsplan gunstig."));
    }

    private void publish(DiagramSet set) {
        transactions.executeWithoutResult(on -> published.publish(set, PublishedDiagrams.Source.PRODUCT));
    }
}
