package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DiagramGate;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands before the engine's own deployers, whichever way a deployment comes: nothing of it is read before all of it passed. */
class GateBeforeDeployment implements Deployer {

    private final DiagramGate gate;

    GateBeforeDeployment(DiagramGate gate) {
        this.gate = gate;
    }

    /** What is read again from the database passed when it was deployed. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Map<String, byte[]> files = new TreeMap<>();
            deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
            gate.check(files);
        }
    }
}
