package be.dossierwerk.engine.internal;

import java.util.List;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The second lock behind the gate, for diagrams of the database too: the engine stops reading at whatever brings code of its own. */
class NothingForeign extends AbstractBpmnParseListener {

    private static final Set<String> ELEMENTS = Set.of("scriptTask", "script", "executionListener", "taskListener", "connector", "inputOutput",
            "inputParameter", "outputParameter", "field", "formData", "businessRuleTask", "sendTask", "multiInstanceLoopCharacteristics", "timeCycle",
            "timeDuration", "complexGateway", "transaction", "adHocSubProcess");
    private static final Set<String> OWN = Set.of("http://camunda.org/schema/1.0/bpmn:", "http://activiti.org/bpmn:");
    private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "type", "topic", "resource", "resultVariable", "variableMappingClass",
            "variableMappingDelegateExpression", "decisionRef", "formHandlerClass", "sourceExpression", "errorCodeVariable");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        verify(root);
    }

    private static void verify(Element element) {
        if (ELEMENTS.contains(element.getTagName()) || element.attribute("language") != null || element.attribute("scriptFormat") != null) {
            throw refused();
        }
        for (String name : element.attributes()) {
            for (String space : OWN) {
                if (name.startsWith(space) && ATTRIBUTES.contains(name.substring(space.length()))) {
                    throw refused();
                }
            }
        }
        element.elements().forEach(NothingForeign::verify);
    }

    private static ProcessEngineException refused() {
        return new ProcessEngineException("a diagram that brings code of its own");
    }

    /** No language is spoken. */
    static final class NoScripts implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) { }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return new ScriptEngineManager(null);
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean cached) {
            throw new ProcessEngineException("scripts are not run");
        }
    }
}
