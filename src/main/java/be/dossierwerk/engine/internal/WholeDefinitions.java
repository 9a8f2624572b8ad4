package be.dossierwerk.engine.internal;

import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Lets others see a diagram that is read again from the database only once its jobs know what they belong to. The engine does it the other way round: on a
 * server that just started, whoever came second in that moment could make no job, and the step failed (ENGINE-16004, no process definition).
 */
class WholeDefinitions extends BpmnDeployer {

    WholeDefinitions(BpmnDeployer engines) {
        setIdGenerator(engines.getIdGenerator());
        setExpressionManager(engines.getExpressionManager());
        setBpmnParser(engines.getBpmnParser());
    }

    @Override
    protected void registerDefinition(DeploymentEntity deployment, ProcessDefinitionEntity definition, Properties properties) {
        if (deployment.isNew()) {
            super.registerDefinition(deployment, definition, properties);
        } else {
            definitionAddedToDeploymentCache(deployment, definition, properties);
            addDefinitionToDeploymentCache(getDeploymentCache(), definition);
            deployment.addDeployedArtifact(definition);
        }
    }
}
