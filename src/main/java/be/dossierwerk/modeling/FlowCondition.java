package be.dossierwerk.modeling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a flow is followed: a declared fact is (or is not) yes or a code; as fields and as the expression in the diagram. */
record FlowCondition(String fact, boolean equal, String value) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(!?)([a-z][A-Za-z0-9]*)(?: ([!=])= '([A-Z0-9_]+)')?}");

    /** Value null: the fact is yes or no. Empty when the diagram says something else. */
    static Optional<FlowCondition> of(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression.strip());
        if (!matcher.matches() || !matcher.group(1).isEmpty() && matcher.group(4) != null) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(4) == null ? new FlowCondition(matcher.group(2), matcher.group(1).isEmpty(), null)
                : new FlowCondition(matcher.group(2), matcher.group(3).equals("="), matcher.group(4)));
    }

    String expression() {
        return value == null ? "${" + (equal ? "" : "!") + fact + "}" : "${" + fact + (equal ? " == '" : " != '") + value + "'}";
    }
}
