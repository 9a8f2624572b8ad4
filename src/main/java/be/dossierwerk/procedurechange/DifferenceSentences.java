package be.dossierwerk.procedurechange;

import be.dossierwerk.correspondence.StepLetters;
import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import be.dossierwerk.procedurechange.Difference.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says differences as a colleague would: names of people, terms and forms, never ids; moves on the drawing counted together. */
final class DifferenceSentences {

    /** One sentence, with what to show of it in the drawing: an element's id in the new version, in the old one when it is gone. */
    record Sentence(String file, Kind kind, String text, List<String> elements) { }

    /** Finds the text of a key. */
    interface Say {
        String say(String key, Object... args);
    }

    private static final String KEY = "procedurechange.difference.";
    private static final Pattern TERM = Pattern.compile("\\$\\{deadlines\\.(endOf|before)\\('([^']+)'(?:, ([0-9]+))?, execution\\.processBusinessKey\\)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)([a-z][A-Za-z0-9]*)(?: ([!=])= '([A-Z0-9_]+)')?}");
    private static final Pattern CELL_TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final int LONGEST = 200;

    private final ProcedureWords words;
    private final Say texts;

    DifferenceSentences(ProcedureWords words, Say texts) {
        this.words = words;
        this.texts = texts;
    }

    /** By file, in the order of the differences; what is only drawn elsewhere comes last. */
    Map<String, List<Sentence>> of(List<Difference> differences) {
        Map<String, List<Difference>> files = differences.stream().collect(Collectors.groupingBy(Difference::file, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Sentence>> said = new LinkedHashMap<>();
        files.forEach((file, of) -> said.put(file, ofFile(file, of)));
        return said;
    }

    /** "Schema Klacht". */
    String title(String file) {
        return say("file." + kindOf(file), words.file(file));
    }

    static String kindOf(String file) {
        return file.endsWith(".dmn") ? "table" : file.endsWith(".form") ? "form" : "diagram";
    }

    private List<Sentence> ofFile(String file, List<Difference> differences) {
        Set<String> wholeNodes = differences.stream().filter(one -> one.aspect() == Aspect.ELEMENT && !one.isFlow() && one.kind() != Kind.RECONNECTED)
                .map(one -> one.subject().name()).filter(name -> !name.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Sentence> said = new ArrayList<>();
        for (Difference one : differences) {
            if (!one.isLayout() && !followsFrom(one, wholeNodes)) {
                said.add(new Sentence(file, one.kind(), sentence(one), one.element().isEmpty() ? List.of() : List.of(one.element())));
            }
        }
        List<Difference> lines = differences.stream().filter(one -> one.isLayout() && one.isFlow()).toList();
        List<Difference> boxes = differences.stream().filter(one -> one.isLayout() && !one.isFlow()).toList();
        if (!boxes.isEmpty() || !lines.isEmpty() && said.isEmpty()) {
            List<Difference> drawn = boxes.isEmpty() ? lines : boxes;
            said.add(new Sentence(file, Kind.MOVED, say(boxes.isEmpty() ? "lines" : "places", drawn.size()), drawn.stream().map(Difference::element).toList()));
        }
        return said;
    }

    /** A line to or from something that came or went is said with that. */
    private static boolean followsFrom(Difference one, Set<String> wholeNodes) {
        if (!one.isFlow() || one.aspect() != Aspect.ELEMENT) {
            return false;
        }
        String ends = one.kind() == Kind.RECONNECTED ? one.before() + ">" + one.after() : one.subject().from() + ">" + one.subject().to();
        return Arrays.stream(ends.split(">")).anyMatch(wholeNodes::contains);
    }

    private String sentence(Difference one) {
        String text = switch (kindOf(one.file())) {
            case "table" -> ofTable(one);
            case "form" -> ofForm(one);
            default -> ofDiagram(one);
        };
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String ofDiagram(Difference one) {
        Subject subject = one.subject();
        return switch (one.aspect()) {
            case FILE, UNREADABLE -> ofFile(one);
            case ELEMENT -> one.kind() == Kind.RECONNECTED ? reconnected(one) : whole(one);
            case NAME -> subject.type().equals("sequenceFlow") || subject.type().equals("process")
                    ? changed("name." + subject.type(), one, "", quoted(one.before()), quoted(one.after()), quoted(subject.from()), quoted(subject.to()))
                    : changed("name", one, part(subject.about(""), true), quoted(one.before()), quoted(one.after()));
            case WHO -> changed("who", one, part(subject), words.people(one.before()), words.people(one.after()));
            case FORM -> changed("form", one, part(subject), quoted(words.form(one.before())), quoted(words.form(one.after()))) + letters(one);
            case TERM -> changed("term", one, part(subject), term(one.before()), term(one.after()));
            case CONDITION -> changed("condition", one, part(subject), condition(one.before()), condition(one.after()));
            case OTHERWISE -> changed("otherwise", one, part(subject), quoted(one.before()), quoted(one.after()));
            case SYSTEM_STEP -> changed("step", one, part(subject), step(one.before()), step(one.after())) + letters(one);
            case BLOCK -> changed("block", one, part(subject), block(one.before()), block(one.after()));
            case TASK_ROLE -> changed("task-role", one, part(subject), plain(one.before()), plain(one.after()));
            case SETTING -> changed("setting", one, part(subject), quoted(one.before()), quoted(one.after()), quoted(plain(subject.detail())));
            case EXPLANATION -> changed("explanation", one, part(subject), quoted(one.before()), quoted(one.after()));
            case INTERRUPTS -> say(one.after().equals("false") ? "interrupts.no" : "interrupts.yes", part(subject));
            case ATTACHED -> changed("attached", one, part(subject), quoted(one.before()), quoted(one.after()));
            case TYPE -> subject.detail().equals("type") ? say("type", part(subject), say("part." + one.before()), say("part." + one.after()))
                    : say("event", part(subject));
            case PLACE -> one.after().isEmpty() ? say("place.out", part(subject), quoted(one.before())) : say("place", part(subject), quoted(one.after()));
            case MESSAGE -> say("message", part(subject));
            case DATA -> say("data", part(subject));
            case EXECUTION -> say("execution", part(subject));
            case IDENTITY -> say("identity", part(subject));
            default -> say("other", part(subject));
        };
    }

    private String ofFile(Difference one) {
        String what = say("kind." + kindOf(one.file()));
        return say(one.aspect() == Aspect.UNREADABLE ? "unreadable" : one.kind() == Kind.ADDED ? "file-new" : "file-gone", what, quoted(words.file(one.file())));
    }

    private String whole(Difference one) {
        Subject subject = one.subject();
        String said = one.kind() == Kind.ADDED ? one.after() : one.before();
        String type = subject.type().equals("timer") && said.contains(".before(") ? "reminder" : subject.type();
        String detail = switch (subject.type()) {
            case "timer", "startEvent" -> said.isEmpty() ? "" : ", " + term(said);
            case "userTask" -> said.isEmpty() ? "" : " " + say("by", words.people(said));
            case "serviceTask" -> sent(said).isEmpty() ? "" : ", " + say("letters.with", sent(said));
            case "textAnnotation" -> ": " + quoted(said);
            default -> "";
        };
        String name = subject.name().isEmpty() ? say("part." + type) : say("part." + type) + " " + quoted(subject.name());
        String place = one.kind() == Kind.REMOVED ? "" : place(subject);
        return say(one.kind() == Kind.ADDED ? "added" : "removed", name + detail + place);
    }

    private String place(Subject subject) {
        if (!subject.from().isEmpty() && !subject.to().isEmpty()) {
            return say("between", list(subject.from()), list(subject.to()));
        }
        return !subject.from().isEmpty() ? say("after", list(subject.from())) : !subject.to().isEmpty() ? say("before", list(subject.to())) : "";
    }

    private String reconnected(Difference one) {
        String[] before = (one.before() + " ").split(">", 2);
        String[] after = (one.after() + " ").split(">", 2);
        String answer = one.subject().name().isEmpty() ? "" : say("answer", quoted(one.subject().name()));
        if (before[0].equals(after[0])) {
            return say("leads-to", quoted(after[0]), quoted(before[1].strip()), quoted(after[1].strip()), answer);
        }
        if (before[1].equals(after[1])) {
            return say("comes-from", quoted(after[1].strip()), quoted(before[0]), quoted(after[0]), answer);
        }
        return say("leads-elsewhere", quoted(before[0]), quoted(before[1].strip()), quoted(after[0]), quoted(after[1].strip()));
    }

    private String ofTable(Difference one) {
        Subject subject = one.subject();
        String rule = subject.name().isEmpty() ? say("rule", subject.from()) : say("rule-named", subject.from(), quoted(subject.name()));
        return switch (one.aspect()) {
            case FILE, UNREADABLE -> ofFile(one);
            case RULE -> one.kind() == Kind.ADDED ? say("rule.added", subject.from(), said(one.after())) : say("rule.removed", subject.from(), said(one.before()));
            case CELL -> say("cell", rule, quoted(subject.detail()), cell(one.before()), cell(one.after()));
            case ORDER -> say("rule.order", rule, one.before());
            case COLUMN -> say("column." + one.kind().name().toLowerCase(java.util.Locale.ROOT), quoted(subject.name()));
            case HIT_POLICY -> say("hit-policy", policy(one.before()), policy(one.after()));
            case NAME -> changed(subject.type().equals("column") ? "column.name" : "name", one, say("kind.table"), quoted(one.before()), quoted(one.after()));
            case EXPRESSION -> say("column.expression", quoted(subject.name()), quoted(plain(one.before())), quoted(plain(one.after())));
            case TYPE -> say("column.type", quoted(subject.name()));
            case EXPLANATION -> changed("explanation", one, subject.type().equals("rule") ? say("rule", subject.from()) : say("kind.table"), quoted(one.before()),
                    quoted(one.after()));
            default -> say("other", say("kind.table"));
        };
    }

    private String ofForm(Difference one) {
        Subject subject = one.subject();
        String field = quoted(subject.name());
        return switch (one.aspect()) {
            case FILE, UNREADABLE -> ofFile(one);
            case ELEMENT -> say(subject.type() + (one.kind() == Kind.ADDED ? ".added" : ".removed"), field, one.after().equals("true") ? say("field.obligatory") : "");
            case LABEL -> subject.type().equals("text") ? say("text.changed", field) : changed(subject.type() + ".label", one, "", quoted(one.before()), field);
            case REQUIRED -> say(one.after().equals("true") ? "required.yes" : "required.no", field);
            case OPTIONS -> options(one, field);
            case HELP -> changed("help", one, field, quoted(one.before()), quoted(one.after()));
            case CONDITION -> changed("shown", one, field, one.before(), one.after());
            case READONLY -> say(one.after().equals("true") ? "readonly.yes" : "readonly.no", field);
            case LIMITS -> changed("limits", one, field, one.before(), one.after(), say("limit." + limit(subject.detail())));
            case BUTTON -> changed("button", one, "", quoted(one.before()), quoted(one.after()));
            case ORDER -> subject.from().isEmpty() ? say("order.first", field) : say("order", field, quoted(subject.from()));
            case PLACE -> one.after().isEmpty() ? say("order.first", field) : say("order.group", field, quoted(one.after()));
            case TYPE -> say("field.type", field);
            default -> say("other", field.equals(quoted("")) ? say("kind.form") : field);
        };
    }

    private static String limit(String detail) {
        return Set.of("maxLength", "minLength", "min", "max", "pattern").contains(detail) ? detail : "other";
    }

    private String options(Difference one, String field) {
        Map<String, String> before = optionsOf(one.before());
        Map<String, String> after = optionsOf(one.after());
        List<String> parts = new ArrayList<>();
        after.forEach((value, label) -> {
            if (!before.containsKey(value)) {
                parts.add(say("option.added", quoted(label)));
            } else if (!before.get(value).equals(label)) {
                parts.add(say("option.renamed", quoted(before.get(value)), quoted(label)));
            }
        });
        before.forEach((value, label) -> {
            if (!after.containsKey(value)) {
                parts.add(say("option.removed", quoted(label)));
            }
        });
        List<String> kept = after.keySet().stream().filter(before::containsKey).toList();
        if (!kept.equals(before.keySet().stream().filter(after::containsKey).toList())) {
            parts.add(say("option.order"));
        }
        return field + ": " + String.join("; ", parts) + ".";
    }

    /** Label by value. */
    private static Map<String, String> optionsOf(String lines) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String line : lines.split("\n")) {
            if (line.contains("\t")) {
                options.put(line.substring(line.indexOf('\t') + 1), line.substring(0, line.indexOf('\t')));
            }
        }
        return options;
    }

    private String part(Subject subject) {
        return part(subject, false);
    }

    private String part(Subject subject, boolean byKind) {
        if (subject.type().equals("sequenceFlow")) {
            return subject.name().isEmpty() ? say("flow", quoted(subject.from()), quoted(subject.to())) : say("flow-answer", quoted(subject.name()), quoted(subject.from()));
        }
        if (subject.type().equals("process")) {
            return say("part.process");
        }
        if (!subject.name().isEmpty() && !byKind) {
            return quoted(subject.name());
        }
        return say("part.the", say("part." + subject.type())) + place(subject);
    }

    private String term(String timer) {
        Matcher term = TERM.matcher(timer);
        if (!term.matches()) {
            return timer.isEmpty() ? "" : say("term.unknown");
        }
        return term.group(1).equals("endOf") ? say("term.end", quoted(words.term(term.group(2))))
                : say("term.before", Integer.parseInt(term.group(3) == null ? "0" : term.group(3)), quoted(words.term(term.group(2))));
    }

    private String condition(String expression) {
        Matcher condition = CONDITION.matcher(expression);
        if (!condition.matches()) {
            return quoted(expression);
        }
        String fact = quoted(plain(condition.group(2)));
        if (condition.group(4) == null) {
            return say(condition.group(1).isEmpty() ? "condition.true" : "condition.false", fact);
        }
        return say(condition.group(3).equals("=") ? "condition.is" : "condition.is-not", fact, quoted(TableAnswers.word(condition.group(4))));
    }

    /** Another step or form can send another letter. */
    private String letters(Difference one) {
        String before = sent(one.before());
        String after = sent(one.after());
        return before.equals(after) ? "" : " " + say(before.isEmpty() ? "letters.new" : after.isEmpty() ? "letters.gone" : "letters.changed", before, after);
    }

    /** The letters that a delegate or a form sends, in quotes. */
    private static String sent(String step) {
        return StepLetters.names(step.replaceAll("[${}]", "")).stream().map(DifferenceSentences::quoted).collect(Collectors.joining(" / "));
    }

    private String step(String delegate) {
        return words.steps().containsKey(delegate) ? say("step.as", quoted(words.steps().get(delegate))) : say("step.other");
    }

    private String block(String key) {
        return quoted(words.blocks().getOrDefault(key, plain(key)));
    }

    private String policy(String policy) {
        return say("policy." + switch (policy) {
            case "UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER" -> policy.replace(' ', '-');
            default -> "OTHER";
        });
    }

    /** A cell as one would say it. */
    String cell(String feel) {
        if (feel.isEmpty() || feel.equals("-")) {
            return say("cell.any");
        }
        if (feel.equals("true") || feel.equals("false")) {
            return say("cell." + feel);
        }
        if (feel.matches("\"[^\"]*\"(, ?\"[^\"]*\")*")) {
            return CELL_TEXT.matcher(feel).results().map(found -> quoted(TableAnswers.isExplanation(found.group(1)) ? found.group(1) : TableAnswers.word(found.group(1))))
                    .collect(Collectors.joining(say("cell.or")));
        }
        return feel;
    }

    /** What a new or lost rule says, without the quotes of the table. */
    private static String said(String content) {
        return CELL_TEXT.matcher(content).replaceAll(found -> Matcher.quoteReplacement("\u2018" + (TableAnswers.isExplanation(found.group(1)) ? found.group(1)
                : TableAnswers.word(found.group(1))) + "\u2019"));
    }

    /** "besluitHoren" is "besluit horen". */
    private static String plain(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    }

    private String list(String names) {
        return Arrays.stream(names.split("\\|")).map(DifferenceSentences::quoted).collect(Collectors.joining(say("and")));
    }

    private static String quoted(String text) {
        return "\u2018" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026") + "\u2019";
    }

    /** Another text where there was nothing, or is nothing any more. {0} is what it is about, {1} before, {2} after. */
    private String changed(String key, Difference one, String about, String before, String after, Object... more) {
        List<Object> args = new ArrayList<>(List.of(about, before, after));
        args.addAll(Arrays.asList(more));
        return say(key + (one.before().isEmpty() ? ".new" : one.after().isEmpty() ? ".gone" : ".changed"), args.toArray());
    }

    private String say(String key, Object... args) {
        return texts.say(KEY + key, args);
    }
}
