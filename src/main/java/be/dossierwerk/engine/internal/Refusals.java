package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DiagramFinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects why one file is refused; what it names of the file is short and printable. */
public final class Refusals {

    private static final int MOST = 100;
    private static final int LONGEST = 80;

    private final String file;
    private final List<DiagramFinding> found = new ArrayList<>();

    public Refusals(String file) {
        this.file = shown(file);
    }

    public void refuse(String element, String rule, String... args) {
        if (found.size() < MOST) {
            found.add(DiagramFinding.blocks(file, shown(element), rule, Arrays.stream(args).map(Refusals::shown).toArray(String[]::new)));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<DiagramFinding> found() {
        return found;
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE
                ? ' ' : c).forEach(shown::appendCodePoint);
        return shown.length() < text.length() ? shown + "…" : shown.toString();
    }
}
