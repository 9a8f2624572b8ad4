package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a second manager reads of a change and answers for: the draft, from when it holds, which dossiers follow, and what colleagues will read (house.md 3.12).
 * {@code draft}: its hash.
 */
public record LaidBefore(String draft, LocalDate fromDay, Rollout rollout, Set<String> chosen, String notes) {

    private static final String CHANGED = "procedurechange.read-again.";

    /** The same for the same answer. */
    String hash() {
        // No part can hold the line that parts them: the notes come last.
        String all = String.join("\n", draft, String.valueOf(fromDay), String.valueOf(rollout), String.join(" ", new TreeSet<>(chosen)), String.valueOf(notes));
        return DiagramSet.hash(all.getBytes(StandardCharsets.UTF_8));
    }

    /** What is no longer as here, each by its name and a sentence. */
    List<Refused.Field> changedTo(LaidBefore now) {
        List<Refused.Field> changed = new ArrayList<>();
        add(changed, "draft", draft, now.draft);
        add(changed, "fromDay", fromDay, now.fromDay);
        add(changed, "rollout", rollout, now.rollout);
        add(changed, "chosen", new TreeSet<>(chosen), new TreeSet<>(now.chosen));
        add(changed, "notes", notes, now.notes);
        return changed;
    }

    private static void add(List<Refused.Field> changed, String part, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            changed.add(new Refused.Field(part, CHANGED + part));
        }
    }
}
