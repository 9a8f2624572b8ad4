package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramGate.DiagramsRefused;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.lint.HostileFiles.Hostile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing comes into the engine but through the gate, whoever deploys. */
@DossierwerkTest
class HostileDeploymentTest {

    @Autowired RepositoryService repository;
    @Autowired ProcessEngine engine;

    @Test
    void whoever_deploys_a_hostile_file_is_refused_and_nothing_of_it_stays_or_runs() {
        Canary.reset();
        long before = repository.createDeploymentQuery().count();
        long definitions = repository.createProcessDefinitionQuery().count();
        SoftAssertions each = new SoftAssertions();
        for (Hostile hostile : HostileFiles.all().values()) {
            each.assertThatThrownBy(() -> repository.createDeployment().addInputStream(hostile.path(), new ByteArrayInputStream(hostile.content())).deploy())
                    .as(hostile.toString()).isInstanceOf(DiagramsRefused.class);
        }
        each.assertAll();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(definitions);
        Canary.verifySilent();
    }

    @Test
    void a_model_made_in_code_passes_the_same_gate() {
        var model = Bpmn.createExecutableProcess("kwaad").startEvent().scriptTask().scriptFormat("groovy").scriptText("1").endEvent().done();

        assertThatThrownBy(() -> repository.createDeployment().addModelInstance("kwaad.bpmn", model).deploy()).isInstanceOf(DiagramsRefused.class);
        assertThatThrownBy(() -> repository.createDeployment().addString("kwaad.bpmn20.xml", Bpmn.convertToString(model)).deploy()).isInstanceOf(DiagramsRefused.class);
    }

    @Test
    void what_passes_is_deployed_and_can_be_started() {
        var deployment = repository.createDeployment().name("proef").source("test");
        HostileFiles.good().forEach((path, content) -> deployment.addInputStream(path, new ByteArrayInputStream(content)));
        String id = deployment.deploy().getId();
        try {
            assertThat(repository.createProcessDefinitionQuery().deploymentId(id).list()).extracting("key").containsExactlyInAnyOrder("proef", "proefdeel");
        } finally {
            repository.deleteDeployment(id, true);
        }
    }

    /** The gate knows what the engine would stumble over: whoever draws reads a sentence, never the engine's own words. */
    @Test
    void the_engine_takes_every_mutant_that_the_gate_lets_through() {
        Random random = new Random(23);
        DiagramGate gate = new DiagramGate();
        Map<String, byte[]> ours = new TreeMap<>(ProductDiagrams.onClassPath().files());
        ours.putAll(HostileFiles.good());
        List<String> paths = ours.keySet().stream().filter(path -> !path.endsWith(".form") && Mutants.standsAlone(ours.get(path))).toList();
        int taken = 0;
        for (int i = 0; i < 600; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            byte[] mutant = Mutants.mutate(ours.get(path), random);
            if (gate.findings(DiagramSet.of(Map.of(path, mutant))).isEmpty()) {
                taken++;
                try {
                    repository.deleteDeployment(repository.createDeployment().addInputStream(path, new ByteArrayInputStream(mutant)).deploy().getId(), true);
                } catch (RuntimeException e) {
                    throw new AssertionError("mutant " + i + " of " + path + ":\n" + new String(mutant, StandardCharsets.UTF_8), e);
                }
            }
        }
        assertThat(taken).isGreaterThan(20);
    }

    /** Behind the gate: the engine itself knows no other expressions, no scripts and no functions. */
    @Test
    void the_engine_itself_makes_no_other_expression_and_runs_no_script() {
        Canary.reset();
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (String hostile : List.of("${''.getClass()}", "${''.getClass().forName('be.dossierwerk.lint.Canary').getMethod('sing').invoke(null)}", "#{repositoryService}",
                "${execution.processEngineServices}", "${now()}", "een ${akkoord}", "${deadlines.toString()}", "${deadlines.endOf('T-REC-04', 'x').time}")) {
            assertThatThrownBy(() -> configuration.getExpressionManager().createExpression(hostile)).as(hostile).hasMessageContaining("may not hold");
        }
        for (String known : List.of("${akkoord}", "${!akkoord}", "${uitkomst == 'ERKEND'}", "#{execution.processBusinessKey}", "Nazien", "R3/PT1M",
                "${deadlines.before('T-OFT-01', 5, execution.processBusinessKey)}", "${prepareDecisionDelegate}")) {
            assertThat(configuration.getExpressionManager().createExpression(known).getExpressionText()).isEqualTo(known);
        }
        assertThatThrownBy(() -> configuration.getScriptEngineResolver().getScriptEngine("groovy", false)).hasMessageContaining("not run");
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isEnableExpressionsInStoredQueries()).isFalse();
        Canary.verifySilent();
    }
}
