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
        engine.close();
        source.close();
    }
}
