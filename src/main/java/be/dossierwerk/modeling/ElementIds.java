package be.dossierwerk.modeling;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of new elements, as the house writes them: their kind and their Dutch name. An id never changes once it is given: running dossiers stand on it. */
final class ElementIds {

    /** What bpmn-js gives before an element has a name: a word and seven characters of chance, at least one of them a digit. */
    private static final Pattern BY_CHANCE = Pattern.compile("(?:Activity|Event|Gateway|Flow|TextAnnotation|Association)_[0-9a-z]{7}");
    private static final Pattern WORD_BREAK = Pattern.compile("[^A-Za-z0-9]+");
    private static final int LONGEST = 60;
    private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("bpmn:UserTask", "UserTask"), Map.entry("bpmn:ServiceTask", "ServiceTask"),
            Map.entry("bpmn:CallActivity", "CallActivity"), Map.entry("bpmn:SubProcess", "SubProcess"), Map.entry("bpmn:StartEvent", "StartEvent"),
            Map.entry("bpmn:EndEvent", "EndEvent"), Map.entry("bpmn:BoundaryEvent", "Timer"), Map.entry("bpmn:IntermediateCatchEvent", "Message"),
            Map.entry("bpmn:ExclusiveGateway", "Gateway"), Map.entry("bpmn:ParallelGateway", "Gateway"), Map.entry("bpmn:EventBasedGateway", "Gateway"),
            Map.entry("bpmn:SequenceFlow", "Flow"));

    /** An element as it was drawn; {@code from} and {@code to} only for a flow. */
    record Drawn(String id, String type, String name, String from, String to) { }

    private ElementIds() { }

    /** The ids that new elements get once they have a name, and new flows once both their ends have an id of the house; by their id of chance. */
    static Map<String, String> rename(List<Drawn> drawn, Set<String> known) {
        Map<String, String> renamed = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(known);
        drawn.stream().filter(each -> byChance(each.id()) && each.from().isEmpty() && !each.name().isBlank()).forEach(each -> {
            renamed.put(each.id(), of(each.type(), each.name(), taken));
            taken.add(renamed.get(each.id()));
        });
        drawn.stream().filter(each -> byChance(each.id()) && !each.from().isEmpty()).forEach(each -> {
            String from = renamed.getOrDefault(each.from(), each.from());
            String to = renamed.getOrDefault(each.to(), each.to());
            if (!byChance(from) && !byChance(to)) {
                renamed.put(each.id(), flow(from, each.name(), to, taken));
                taken.add(renamed.get(each.id()));
            }
        });
        return renamed;
    }

    static boolean byChance(String id) {
        return BY_CHANCE.matcher(id).matches();
    }

    /** {@code UserTask_NotaNalezen}; with a number behind it when that is taken. */
    static String of(String type, String name, Set<String> taken) {
        String prefix = PREFIXES.getOrDefault(type, type.substring(type.indexOf(':') + 1));
        return free(prefix + "_" + pascal(name), taken);
    }

    /** {@code Flow_NotaOpstellenNaarCommissie}, or {@code Flow_VolledigJa} where the flow is an answer to a question. */
    static String flow(String source, String answer, String target, Set<String> taken) {
        boolean question = source.startsWith("Gateway_") && !answer.isBlank();
        return free("Flow_" + stem(source) + (question ? pascal(answer) : "Naar" + stem(target)), taken);
    }

    static String pascal(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        StringBuilder pascal = new StringBuilder();
        for (String word : WORD_BREAK.split(plain)) {
            if (!word.isEmpty() && pascal.length() < LONGEST) {
                pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return pascal.isEmpty() ? "ZonderNaam" : pascal.toString();
    }

    private static String stem(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + i;
        }
        return free;
    }
}
