package be.dossierwerk.bench;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A dossier in the engine as it comes: five tasks of groups, two of them with a timer, eight variables; each task is taken, gets a variable and is completed. */
final class PlainDossier implements PeerDossier {

    private final PlainCamunda plain;
    private final ProcessEngine engine;

    PlainDossier(DataSource ours) throws SQLException {
        plain = PlainCamunda.on(ours, false);
        engine = plain.engine();
        engine.getRepositoryService().createDeployment().addModelInstance("dossier.bpmn", diagram()).deploy();
    }

    /** What every peer runs. */
    static BpmnModelInstance diagram() {
        return Bpmn.createExecutableProcess("dossier").camundaHistoryTimeToLive(2555).startEvent()
                .userTask("taak1").camundaCandidateGroups("behandelaar").boundaryEvent().timerWithDuration("P30D").endEvent().moveToActivity("taak1")
                .userTask("taak2").camundaCandidateGroups("behandelaar").boundaryEvent().timerWithDuration("P60D").endEvent().moveToActivity("taak2")
                .userTask("taak3").camundaCandidateGroups("behandelaar,teamleider").userTask("taak4").camundaCandidateGroups("jurist").userTask("taak5")
                .camundaCandidateGroups("ondertekenaar").endEvent().done();
    }

    @Override
    public DataSource database() {
        return plain.source();
    }

    @Override
    public void start(String number, Map<String, Object> variables) {
        engine.getRuntimeService().startProcessInstanceByKey("dossier", number, variables);
    }

    @Override
    public void finishTask(String number, String answer) {
        String id = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();
        engine.getTaskService().claim(id, "an");
        engine.getTaskService().setVariable(id, answer, "GUNSTIG");
        engine.getTaskService().complete(id);
    }

    @Override
    public void close() {
        plain.close();
    }
}
