package be.dossierwerk.engine.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few expressions that diagrams may hold. The gate reads files by them, and the engine makes no other. */
final class PlainExpressions {

    /** {@code ${akkoord}}, {@code ${!akkoord}}, {@code ${uitkomst == 'ERKEND'}}. {@code code}: null when a flag is read. */
    record Condition(String variable, String code) { }

    static final Pattern TIMER = Pattern.compile("\\$\\{deadlines\\.(?:endOf\\('(T-[A-Z0-9-]{1,40})'|before\\('(T-[A-Z0-9-]{1,40})', [0-9]{1,3}), execution\\.processBusinessKey\\)}");
    static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)([a-z][A-Za-z0-9]{0,49})(?: ([!=]=) '([A-Z0-9_]{1,60})')?}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]{0,99}Delegate)}");
    /** What the engine itself calls by these names. */
    private static final Set<String> TAKEN = Set.of("execution", "deadlines", "task", "caseExecution", "externalTask", "authenticatedUserId", "null", "true",
            "false", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof");

    private PlainExpressions() { }

    static Optional<Condition> condition(String text) {
        Matcher condition = CONDITION.matcher(text);
        if (!condition.matches() || !condition.group(1).isEmpty() && condition.group(3) != null) {
            return Optional.empty();
        }
        String variable = condition.group(2);
        return TAKEN.contains(variable) || variable.endsWith("Delegate") ? Optional.empty() : Optional.of(new Condition(variable, condition.group(4)));
    }

    static Optional<String> delegate(String text) {
        Matcher delegate = DELEGATE.matcher(text);
        return delegate.matches() ? Optional.of(delegate.group(1)) : Optional.empty();
    }

    /** Whether the engine would run something of it. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static boolean isAllowed(String text) {
        return condition(text).isPresent() || delegate(text).isPresent() || TIMER.matcher(text).matches() || text.equals(BUSINESS_KEY);
    }
}
