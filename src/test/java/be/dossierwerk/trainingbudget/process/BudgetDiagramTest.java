package be.dossierwerk.trainingbudget.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.trainingbudget.BudgetModel;
import be.dossierwerk.trainingbudget.CloseBudgetYear;
import be.dossierwerk.trainingbudget.PrepareBudgetLetters;
import java.nio.file.Path;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The paths of the diagram of the yearly budget, on an engine of its own. */
class BudgetDiagramTest {

    private static final PrepareBudgetLetters PREPARE = mock(PrepareBudgetLetters.class);
    private static final CloseBudgetYear CLOSE = mock(CloseBudgetYear.class);

    private static ProcessEngine engine;

    @BeforeAll
    static void boot() throws Exception {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(OwnDatabase.empty());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        configuration.setProcessEngineName("budget");
        configuration.setBeans(new HashMap<>(Map.of("prepareBudgetLettersDelegate", new PrepareBudgetLettersDelegate(PREPARE),
                "closeBudgetYearDelegate", new CloseBudgetYearDelegate(CLOSE))));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addInputStream("opleidingsbudget.bpmn",
                Files.newInputStream(Path.of("bpmn/opleidingsbudget/opleidingsbudget.bpmn"))).deploy();
    }

    @AfterAll
    static void shutDown() throws Exception {
        engine.close();
    }

    @Test
    void a_recorded_budget_sends_its_letters_and_ends() {
        start("OFB-1");
        done("OFB-1", "UserTask_VerdelingVoorstellen", Map.of());
        done("OFB-1", "UserTask_VerdelingNazien", BudgetModel.AGREED.with(true));
        verify(PREPARE).prepare("OFB-1");
        verify(CLOSE, never()).close("OFB-1");
        assertThat(task("OFB-1")).isNull();
        lettersDone("OFB-1", true);

        inOrder(PREPARE, CLOSE).verify(CLOSE).close("OFB-1");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey("OFB-1").count()).isZero();
    }

    @Test
    void a_proposal_that_is_sent_back_is_made_again() {
        start("OFB-2");
        done("OFB-2", "UserTask_VerdelingVoorstellen", Map.of());
        done("OFB-2", "UserTask_VerdelingNazien", BudgetModel.AGREED.with(false));

        assertThat(task("OFB-2").getTaskDefinitionKey()).isEqualTo("UserTask_VerdelingVoorstellen");
        verify(PREPARE, never()).prepare("OFB-2");
    }

    @Test
    void failed_letters_ask_a_person_until_all_are_gone() {
        start("OFB-3");
        done("OFB-3", "UserTask_VerdelingVoorstellen", Map.of());
        done("OFB-3", "UserTask_VerdelingNazien", BudgetModel.AGREED.with(true));
        lettersDone("OFB-3", false);
        assertThat(groups("OFB-3")).containsExactlyInAnyOrder("fin-boekhouding", "ofdc-secretariaat", "dc-teamlead");
        done("OFB-3", "UserTask_BrievenNazien", Map.of());
        lettersDone("OFB-3", false);
        done("OFB-3", "UserTask_BrievenNazien", Map.of());
        verify(CLOSE, never()).close("OFB-3");
        lettersDone("OFB-3", true);

        verify(CLOSE).close("OFB-3");
        verify(PREPARE).prepare("OFB-3");
    }

    private static void start(String dossier) {
        engine.getRuntimeService().startProcessInstanceByKey(BudgetModel.PROCESS, dossier);
    }

    private static void done(String dossier, String key, Map<String, Object> variables) {
        Task task = task(dossier);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(key);
        engine.getTaskService().complete(task.getId(), variables);
    }

    private static void lettersDone(String dossier, boolean all) {
        engine.getRuntimeService().createMessageCorrelation(BudgetModel.LETTERS_DONE).processInstanceBusinessKey(dossier).setVariables(BudgetModel.ALL_SENT.with(all)).correlate();
    }

    private static Task task(String dossier) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(dossier).singleResult();
    }

    private static List<String> groups(String dossier) {
        return engine.getTaskService().getIdentityLinksForTask(task(dossier).getId()).stream().map(link -> link.getGroupId()).toList();
    }
}
