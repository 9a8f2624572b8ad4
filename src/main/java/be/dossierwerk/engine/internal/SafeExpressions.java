package be.dossierwerk.engine.internal;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The engine's expressions without their dangers: it makes none that the gate would refuse, and one that slips through finds no method of a value, no
 * property but the key of the dossier and no bean but the listed ones.
 */
class SafeExpressions extends JuelExpressionManager {

    SafeExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    public Expression createExpression(String text) {
        verify(text);
        return super.createExpression(text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        verify(text);
        return super.createValueExpression(text);
    }

    /** None is taken: an expression that calls a function is not allowed. */
    @Override
    public void addFunction(String name, Method function) { }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public Method resolveFunction(String prefix, String name) {
                return null;
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        return new OnlyListed(beans);
    }

    private static void verify(String text) {
        if (PlainExpressions.isIn(text) && !PlainExpressions.isAllowed(text)) {
            throw new ProcessEngineException("an expression that diagrams may not hold");
        }
    }

    /** Finds the listed beans, the variables of the dossier, and {@code execution.processBusinessKey}. */
    static final class OnlyListed extends ELResolver {

        private static final String DEADLINES = "deadlines";
        private static final Set<String> ASKED = Set.of("endOf", "before");

        private final Map<Object, Object> beans;
        private final ELResolver variables = new VariableScopeElResolver();
        private final ELResolver dates = new BeanELResolver(true);

        OnlyListed(Map<Object, Object> beans) {
            this.beans = beans;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null && beans.containsKey(property)) {
                context.setPropertyResolved(true);
                return beans.get(property);
            }
            if (base == null) {
                return variables.getValue(context, null, property);
            }
            if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            throw refused();
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base != null && beans.containsKey(DEADLINES) && base == beans.get(DEADLINES) && ASKED.contains(String.valueOf(method))) {
                return dates.invoke(context, base, method, types, arguments);
            }
            throw refused();
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            throw refused();
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw refused();
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        private static ProcessEngineException refused() {
            return new ProcessEngineException("an expression asks for more than variables, terms and the key of the dossier");
        }
    }
}
