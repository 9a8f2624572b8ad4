package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.commons.utils.cache.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** A server that just started reads its diagrams when they are first used, while several people use them. */
@DossierwerkTest
class WholeDefinitionsTest {

    @Autowired private ProcessEngine engine;

    @Test
    void a_diagram_that_is_read_again_is_seen_only_when_its_jobs_can_be_made() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        DeploymentCache deployed = configuration.getDeploymentCache();
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("kennisgeving").latestVersion().singleResult().getId();
        Object definitions = ReflectionTestUtils.getField(deployed, "processDefinitionEntityCache");
        Object real = ReflectionTestUtils.getField(definitions, "cache");
        List<String> seen = new ArrayList<>();
        ReflectionTestUtils.setField(definitions, "cache", Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("put") && arguments[0].equals(definition)) {
                declarations((ProcessDefinitionEntity) arguments[1]).forEach(job -> seen.add(job.getJobDefinitionId()));
            }
            return method.invoke(real, arguments);
        }));
        try {
            deployed.removeProcessDefinition(definition);
            configuration.getCommandExecutorTxRequired().execute(context -> deployed.findDeployedProcessDefinitionById(definition));
        } finally {
            ReflectionTestUtils.setField(definitions, "cache", real);
        }
        assertThat(seen).isNotEmpty().doesNotContainNull();
    }

    private static Stream<JobDeclaration<?, ?>> declarations(ProcessDefinitionEntity process) {
        return process.getActivities().stream().flatMap(WholeDefinitionsTest::declarations);
    }

    @SuppressWarnings("unchecked")
    private static Stream<JobDeclaration<?, ?>> declarations(ActivityImpl activity) {
        List<JobDeclaration<?, ?>> own = (List<JobDeclaration<?, ?>>) activity.getProperty(BpmnParse.PROPERTYNAME_MESSAGE_JOB_DECLARATION);
        return Stream.concat(own == null ? Stream.empty() : own.stream(), activity.getActivities().stream().flatMap(WholeDefinitionsTest::declarations));
    }
}
