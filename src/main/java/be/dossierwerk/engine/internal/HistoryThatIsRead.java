package be.dossierwerk.engine.internal;

import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * The engine's own history without what nobody reads (ADR 0038): values of variables, what tables were asked and answered, and jobs that went as they should. Those facts stand
 * in our own tables and in the chain of the dossier.
 */
public final class HistoryThatIsRead extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (isRead(event)) {
            super.handleEvent(event);
        }
    }

    private static boolean isRead(HistoryEvent event) {
        if (event instanceof HistoricJobLogEvent) {
            return event.isEventOfType(HistoryEventTypes.JOB_FAIL);
        }
        return !(event instanceof HistoricDetailEventEntity || event instanceof HistoricDecisionEvaluationEvent);
    }
}
