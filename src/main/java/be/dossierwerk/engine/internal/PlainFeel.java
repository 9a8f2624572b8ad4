package be.dossierwerk.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of FEEL that decision tables may hold: values, comparisons, ranges, lists of them, sums and a few functions of the standard. No function is made,
 * nothing outside is called, no list is walked.
 */
final class PlainFeel {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 10;
    private static final Set<String> FUNCTIONS = Set.of("not", "date", "date and time", "duration", "min", "max", "abs", "floor", "ceiling", "contains",
            "starts with", "ends with", "list contains", "count", "sum", "string length");
    private static final Set<String> WORDS = Set.of("function", "external", "for", "in", "return", "some", "every", "satisfies", "if", "then", "else", "instance",
            "of", "between", "java", "class", "context", "get", "item", "partial");
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\nt])*\")|([0-9]{1,18}(?:\\.[0-9]{1,10})?(?![.\\w])|[0-9]{1,18}(?=\\.\\.))"
            + "|(date and time|starts with|ends with|list contains|string length)(?=\\s*\\()|(\\p{L}[\\p{L}0-9_]{0,59})|(\\.\\.|<=|>=|!=|[<>=(),\\[\\]+*/-]))");

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int deep;

    private PlainFeel() { }

    /** What an input entry holds: nothing, a dash, or tests that the value is held against. */
    static boolean isTest(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return true;
        }
        PlainFeel feel = new PlainFeel();
        return feel.read(text) && feel.tests() && feel.at == feel.tokens.size();
    }

    /** What an input or an output names: one value. */
    static boolean isValue(String text) {
        if (text.isEmpty()) {
            return true;
        }
        PlainFeel feel = new PlainFeel();
        return feel.read(text) && feel.sum() && feel.at == feel.tokens.size();
    }

    private boolean read(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find(end) && token.start() == end) {
            String word = token.group(4);
            if (word != null && WORDS.contains(word)) {
                return false;
            }
            tokens.add(token.group().strip());
            end = token.end();
        }
        return text.substring(end).isBlank() && !tokens.isEmpty();
    }

    private boolean tests() {
        do {
            if (!test()) {
                return false;
            }
        } while (take(","));
        return true;
    }

    private boolean test() {
        if (peek("not") && at + 1 < tokens.size() && tokens.get(at + 1).equals("(")) {
            at += 2;
            return deeper(this::tests) && take(")");
        }
        if (peek("<") || peek("<=") || peek(">") || peek(">=") || peek("=") || peek("!=")) {
            at++;
            return sum();
        }
        if (peek("[") || peek("]")) {
            at++;
            return range();
        }
        int before = at;
        if (take("(") && range()) {
            return true;
        }
        at = before;
        return sum();
    }

    private boolean range() {
        return sum() && take("..") && sum() && (take("]") || take("[") || take(")"));
    }

    private boolean sum() {
        do {
            if (!product()) {
                return false;
            }
        } while (take("+") || take("-"));
        return true;
    }

    private boolean product() {
        do {
            if (!value()) {
                return false;
            }
        } while (take("*") || take("/"));
        return true;
    }

    private boolean value() {
        take("-");
        if (at >= tokens.size()) {
            return false;
        }
        String token = tokens.get(at++);
        if (token.equals("(")) {
            return deeper(this::sum) && take(")");
        }
        char first = token.charAt(0);
        if (first == '"' || Character.isDigit(first)) {
            return true;
        }
        if (!Character.isLetter(first)) {
            return false;
        }
        if (!take("(")) {
            // A word of two parts is a function and nothing else.
            return !token.contains(" ");
        }
        return FUNCTIONS.contains(token) && deeper(this::arguments) && take(")");
    }

    private boolean arguments() {
        do {
            if (!sum()) {
                return false;
            }
        } while (take(","));
        return true;
    }

    private boolean deeper(java.util.function.BooleanSupplier part) {
        if (++deep > DEEPEST) {
            return false;
        }
        boolean good = part.getAsBoolean();
        deep--;
        return good;
    }

    private boolean peek(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private boolean take(String token) {
        if (peek(token)) {
            at++;
            return true;
        }
        return false;
    }
}
