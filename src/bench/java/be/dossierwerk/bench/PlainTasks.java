package be.dossierwerk.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** So many open tasks in the engine as it comes, and what its services do with all of them. */
public final class PlainTasks implements AutoCloseable {

    private final PlainCamunda plain;
    private final ProcessEngine engine;

    private PlainTasks(PlainCamunda plain) {
        this.plain = plain;
        this.engine = plain.engine();
    }

    public static PlainTasks on(DataSource ours, int tasks) throws SQLException {
        PlainTasks made = new PlainTasks(PlainCamunda.on(ours, false));
        made.engine.getRepositoryService().createDeployment().addModelInstance("taak.bpmn", Bpmn.createExecutableProcess("taken").camundaHistoryTimeToLive(2555).startEvent()
                .userTask("taak").camundaCandidateGroups("groep").endEvent().done()).deploy();
        for (int i = 0; i < tasks; i++) {
            made.engine.getRuntimeService().startProcessInstanceByKey("taken", Integer.toString(i));
        }
        return made;
    }

    /** One command for each. */
    public void assignAll(String person) {
        List<Task> all = engine.getTaskService().createTaskQuery().list();
        all.forEach(task -> engine.getTaskService().setAssignee(task.getId(), person));
    }

    /** Its batch over all instances, by its job executor with its defaults, until all are done: that it then looks after itself for half a minute does not count. */
    public void batch(String person) throws InterruptedException {
        JobExecutor executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        long tasks = engine.getTaskService().createTaskQuery().count();
        engine.getRuntimeService().setVariablesAsync(engine.getRuntimeService().createProcessInstanceQuery(), Map.of("behandelaar", person));
        executor.start();
        while (engine.getRuntimeService().createVariableInstanceQuery().variableValueEquals("behandelaar", person).count() < tasks) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        executor.shutdown();
    }

    @Override
    public void close() {
        plain.close();
    }
}
