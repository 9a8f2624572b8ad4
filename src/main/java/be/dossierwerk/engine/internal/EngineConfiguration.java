package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.TaskClosed;
import be.dossierwerk.engine.TaskGroups;
import be.dossierwerk.engine.TaskOpened;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the engine up: few beans for diagrams, no scripts, our clock, and task events for the inbox. */
@Configuration
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin dossierwerkEngine(ListableBeanFactory beans, ApplicationEventPublisher events, MovableClock clock, DiagramGate gate, JdbcClient jdbc) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setBeans(new DiagramBeans(beans));
                engine.setCustomPreDeployers(List.of(new GateBeforeDeployment(gate)));
                engine.setExpressionManager(new SafeExpressions(engine.getBeans()));
                engine.setScriptEngineResolver(new NothingForeign.NoScripts());
                engine.setCustomPreBPMNParseListeners(List.of(new NothingForeign()));
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setEnableExpressionsInStoredQueries(false);
                engine.setEnsureJobDueDateNotNull(true);
                // What fails by chance succeeds a minute later, what waits for a repair an hour later; then a person is asked.
                engine.setFailedJobRetryTimeCycle("PT1M,PT10M,PT1H");
                engine.setJobExecutorAcquireByDueDate(true);
                engine.setHistoryRemovalTimeStrategy("start");
                engine.setDbMetricsReporterActivate(false);
                engine.setTaskMetricsEnabled(false);
                engine.setLoggingContextBusinessKey("dossier");
                List<org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener> listeners =
                        new ArrayList<>(engine.getCustomPostBPMNParseListeners() == null ? List.of() : engine.getCustomPostBPMNParseListeners());
                listeners.add(new TaskEvents(events, beans));
                engine.setCustomPostBPMNParseListeners(listeners);
                List<HistoryEventHandler> followers = new ArrayList<>(engine.getCustomHistoryEventHandlers() == null ? List.of() : engine.getCustomHistoryEventHandlers());
                followers.add(WalkedSteps.follow(jdbc));
                followers.add(new HistoryThatIsRead());
                engine.setEnableDefaultDbHistoryEventHandler(false);
                engine.setCustomHistoryEventHandlers(followers);
                clock.follow(now -> tell(clock, now));
                tell(clock, clock.instant());
            }

            /** Setting the moved time freezes the engine's clock; released, it ticks again, as far from this machine's clock as ours. */
            private void tell(MovableClock clock, Instant now) {
                ClockUtil.reset();
                if (clock.isMoved()) {
                    ClockUtil.setCurrentTime(Date.from(now));
                } else {
                    ClockUtil.offset(ClockUtil.now().toInstant().until(now, ChronoUnit.MILLIS));
                }
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                // Forms lie beside the diagrams; the product reads them itself, and two procedures may give a form the same id.
                engine.getDeployers().removeIf(CamundaFormDefinitionDeployer.class::isInstance);
                engine.getDeployers().replaceAll(deployer -> deployer instanceof BpmnDeployer bpmn ? new WholeDefinitions(bpmn) : deployer);
                engine.getDeploymentCache().setDeployers(engine.getDeployers());
            }
        };
    }

    /** The beans a diagram may call: delegates and the deadlines, nothing else. */
    private static final class DiagramBeans extends LinkedHashMap<Object, Object> {

        private final transient ListableBeanFactory beans;

        private DiagramBeans(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof String name && beans.containsBean(name) && allowed(name);
        }

        @Override
        public Object get(Object key) {
            return containsKey(key) ? beans.getBean((String) key) : null;
        }

        private boolean allowed(String name) {
            return name.equals("deadlines")
                    || name.endsWith("Delegate") && JavaDelegate.class.isAssignableFrom(beans.getType(name));
        }
    }

    /** Tells the product when a user task opens and closes, in the engine's transaction. */
    private static final class TaskEvents extends AbstractBpmnParseListener {

        private final ApplicationEventPublisher events;
        private final ListableBeanFactory beans;

        private TaskEvents(ApplicationEventPublisher events, ListableBeanFactory beans) {
            this.events = events;
            this.beans = beans;
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            definition.addTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
            definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> closed(task, true));
            definition.addTaskListener(TaskListener.EVENTNAME_DELETE, task -> closed(task, false));
        }

        private void opened(DelegateTask task) {
            TaskGroups groups = beans.getBeanProvider(TaskGroups.class).getIfAvailable(() -> (procedure, named) -> named);
            String group = task.getCandidates().stream().map(link -> link.getGroupId()).filter(g -> g != null).map(named -> groups.of(() -> procedure(task), named)).sorted()
                    .collect(java.util.stream.Collectors.joining(","));
            String formKey = ((TaskEntity) task).getTaskDefinition().getFormKey() == null ? null
                    : ((TaskEntity) task).getTaskDefinition().getFormKey().getExpressionText();
            var definition = ((TaskEntity) task).getExecution().getProcessDefinition();
            events.publishEvent(new TaskOpened(new OpenTask(task.getId(), definition.getKey(), task.getTaskDefinitionKey(), task.getName(),
                    formKey, group, businessKey(task), task.getCreateTime().toInstant(), definition.getDeploymentId())));
        }

        /** The process at the root: the one that called the building blocks. */
        private static String procedure(DelegateTask task) {
            ExecutionEntity instance = ((ExecutionEntity) task.getExecution()).getProcessInstance();
            while (instance.getSuperExecution() != null) {
                instance = instance.getSuperExecution().getProcessInstance();
            }
            return instance.getProcessDefinition().getKey();
        }

        private void closed(DelegateTask task, boolean completed) {
            events.publishEvent(new TaskClosed(task.getId(), businessKey(task), completed));
        }

        private static String businessKey(DelegateTask task) {
            return task.getExecution().getProcessBusinessKey();
        }
    }
}
