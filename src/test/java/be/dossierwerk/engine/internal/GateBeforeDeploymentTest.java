package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramGate.DiagramsRefused;
import be.dossierwerk.lint.HostileFiles;
import be.dossierwerk.lint.HostileFiles.Hostile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Test;

/** Every file of a deployment comes to the gate, whatever its ending and whatever stands beside it; what was deployed before does not. */
class GateBeforeDeploymentTest {

    private final GateBeforeDeployment before = new GateBeforeDeployment(new DiagramGate());

    @Test
    void a_bad_file_of_any_kind_is_refused_beside_good_files_of_the_others() {
        Set<String> endings = new TreeSet<>();
        for (Hostile hostile : HostileFiles.all().values()) {
            String ending = hostile.path().substring(hostile.path().lastIndexOf('.'));
            Map<String, byte[]> files = new TreeMap<>(HostileFiles.good());
            files.keySet().removeIf(path -> path.endsWith(ending));
            files.put(hostile.path(), hostile.content());
            endings.add(ending);
            assertThatThrownBy(() -> before.deploy(deployment(files, true))).as(hostile.toString()).isInstanceOfSatisfying(DiagramsRefused.class,
                    refused -> assertThat(refused.findings()).allMatch(finding -> hostile.path().startsWith(finding.file().replace("…", ""))));
        }
        assertThat(endings).contains(".bpmn", ".dmn", ".form", ".groovy", ".cmmn", ".xml");
    }

    @Test
    void what_is_good_passes_and_what_is_read_again_is_not_asked_about() {
        assertThatCode(() -> before.deploy(deployment(HostileFiles.good(), true))).doesNotThrowAnyException();
        Hostile script = HostileFiles.all().get("bpmn-script-task.bpmn");
        assertThatCode(() -> before.deploy(deployment(Map.of(script.path(), script.content()), false))).doesNotThrowAnyException();
    }

    private static DeploymentEntity deployment(Map<String, byte[]> files, boolean isNew) {
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(isNew);
        files.forEach((name, content) -> {
            ResourceEntity resource = new ResourceEntity();
            resource.setName(name);
            resource.setBytes(content);
            deployment.addResource(resource);
        });
        return deployment;
    }
}
