package be.dossierwerk.board;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which kinds of dossier and which channels a norm counts; none of either is all of them. Written such as {@code type=FIRST|FOLLOW_UP;channel=ONLINE}. */
public record Scope(Set<String> kinds, Set<String> channels) {

    private static final String KINDS = "type=";
    private static final String CHANNELS = "channel=";

    public Scope {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        channels = Collections.unmodifiableSet(new TreeSet<>(channels));
    }

    public static Scope parse(String filter) {
        return new Scope(values(filter, KINDS), values(filter, CHANNELS));
    }

    private static Set<String> values(String filter, String name) {
        return Arrays.stream(filter.split(";")).filter(part -> part.startsWith(name)).findFirst().map(part -> Set.of(part.substring(name.length()).split("\\|"))).orElse(Set.of());
    }

    /** Whether a dossier could be in both. */
    boolean overlaps(Scope other) {
        return meet(kinds, other.kinds) && meet(channels, other.channels);
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }

    @Override
    public String toString() {
        return String.join(";", List.of(written(KINDS, kinds), written(CHANNELS, channels)).stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String written(String name, Set<String> values) {
        return values.isEmpty() ? "" : name + String.join("|", values);
    }
}
