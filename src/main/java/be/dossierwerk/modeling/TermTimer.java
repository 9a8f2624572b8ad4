package be.dossierwerk.modeling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The moment of a timer: the end of a term, or a number of days before it; as fields and as the expression in the diagram. */
record TermTimer(String term, int daysBefore) {

    private static final Pattern EXPRESSION = Pattern.compile(
            "\\$\\{deadlines\\.(?:endOf\\('(T-[A-Z0-9-]+)'|before\\('(T-[A-Z0-9-]+)', ([0-9]{1,3})), execution\\.processBusinessKey\\)}");

    /** Empty when the diagram says something else. */
    static Optional<TermTimer> of(String expression) {
        Matcher matcher = EXPRESSION.matcher(expression.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) != null ? new TermTimer(matcher.group(1), 0)
                : new TermTimer(matcher.group(2), Integer.parseInt(matcher.group(3))));
    }

    String expression() {
        return daysBefore == 0 ? "${deadlines.endOf('" + term + "', execution.processBusinessKey)}"
                : "${deadlines.before('" + term + "', " + daysBefore + ", execution.processBusinessKey)}";
    }
}
