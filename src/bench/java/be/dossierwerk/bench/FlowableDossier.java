package be.dossierwerk.bench;

import be.dossierwerk.CountedStatements;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The same dossier in Flowable, with its own schema, full history and no executor of jobs. */
final class FlowableDossier implements PeerDossier {

    private final HikariDataSource source;
    private final ProcessEngine engine;
    private int played;

    FlowableDossier(DataSource ours) throws SQLException {
        source = PeerDatabase.made(ours, "plain_flowable");
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("flowable");
        configuration.setDataSource(CountedStatements.counted(source));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        // Neither users nor events from outside: the dossier has none.
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildProcessEngine();
        String diagram = Bpmn.convertToString(PlainDossier.diagram()).replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn");
        engine.getRepositoryService().createDeployment().addString("dossier.bpmn20.xml", diagram).deploy();
    }

    @Override
    public DataSource database() {
        return source;
    }

    @Override
    public void play(DossierSteps steps) {
        String number = "D" + played++;
        steps.step("start", () -> engine.getRuntimeService().startProcessInstanceByKey("dossier", number,
                Map.of("dossier", number, "soort", "ERKENNING", "volledig", true)));
        for (int task = 1; task <= TASKS; task++) {
            String answer = "antwoord" + task;
            steps.step("taak" + task, () -> {
                String id = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();
                engine.getTaskService().claim(id, "an");
                engine.getTaskService().setVariable(id, answer, "GUNSTIG");
                engine.getTaskService().complete(id);
            });
        }
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
