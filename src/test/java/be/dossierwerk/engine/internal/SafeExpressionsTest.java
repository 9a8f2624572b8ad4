package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.engine.internal.SafeExpressions.OnlyListed;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Even an expression that slipped through gate and grammar finds nothing to call. */
class SafeExpressionsTest {

    /** As the product's deadlines, and a method that diagrams must not find. */
    public static class SomeDeadlines {

        public Date endOf(String rule, String dossier) {
            return new Date(rule.length());
        }

        public Date before(String rule, int days, String dossier) {
            return new Date(days);
        }

        public String secret() {
            return "geheim";
        }
    }

    /** The engine's way of reading, without the grammar in front of it: the resolver alone. */
    private static Object read(String expression) {
        Map<Object, Object> beans = Map.of("deadlines", new SomeDeadlines(), "doenDelegate", "een bean");
        JuelExpressionManager bare = new JuelExpressionManager(beans) {
            @Override
            protected ELResolver createElResolver() {
                return new OnlyListed(beans);
            }
        };
        ELContext context = bare.createElContext(Variables.emptyVariableContext());
        return bare.createValueExpression(expression).getValue(context);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass()}", "${''.class}", "${doenDelegate.getClass()}", "${doenDelegate.bytes}", "${deadlines.secret()}", "${deadlines.class}",
            "${deadlines.getClass()}", "${deadlines.endOf('T', 'x').time}", "${deadlines.endOf('T', 'x').getTime()}", "${deadlines['class']}", "${''['class']}", "${''.bytes[0]}"})
    void no_method_and_no_property_of_a_value_is_found(String expression) {
        assertThatThrownBy(() -> read(expression)).isInstanceOf(ProcessEngineException.class).hasMessageContaining("asks for more");
    }

    @Test
    void terms_are_asked_and_beans_are_found() {
        assertThat(read("${deadlines.endOf('T-REC', 'x')}")).isEqualTo(new Date(5));
        assertThat(read("${deadlines.before('T-REC', 7, 'x')}")).isEqualTo(new Date(7));
        assertThat(read("${doenDelegate}")).isEqualTo("een bean");
    }

    @Test
    void tables_hold_plain_feel_only() {
        for (String test : List.of("", "-", "\"A\", \"B\"", "not(\"A\")", "> 0", ">= periode", "[1..5]", "]1..5[", "(0..10]", "true", "null", "< 25000.50",
                "not(> 5, null)", "date(\"2026-01-01\")", "[date(\"2026-01-01\")..date(\"2026-12-31\")]", "-1", "> bedrag * 2 + 1", "contains(naam, \"x\")")) {
            assertThat(PlainFeel.isTest(test)).as(test).isTrue();
        }
        for (String value : List.of("\"Een zin, met 'aanhaling' en function.\"", "12", "bedrag", "max(1, bedrag)", "abs(-3)", "date and time(\"2026-01-01T00:00:00\")")) {
            assertThat(PlainFeel.isValue(value)).as(value).isTrue();
        }
        for (String evil : List.of("function(x) x", "x.y", "{a: 1}", "[1,2]", "for i in lijst return i", "if true then 1 else 2", "2**2", "uitvoeren(\"x\")", "a b", "\"open",
                "1 2", "(1", "@\"2026-01-01\"", "get value(a, \"b\")", "x[1]", "now()", "1;2", "some x in y satisfies z", "\"a\" instance of string", ",", "'a'")) {
            assertThat(PlainFeel.isValue(evil)).as(evil).isFalse();
            assertThat(PlainFeel.isTest(evil)).as(evil).isFalse();
        }
    }
}
