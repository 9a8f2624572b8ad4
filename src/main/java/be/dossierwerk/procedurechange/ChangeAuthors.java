package be.dossierwerk.procedurechange;

import be.dossierwerk.inbox.ConflictRule;
import be.dossierwerk.procedurechange.Changes.Change;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who wrote any of a change does not review it: who began it, who laid it before others, and whoever's saves are in it. */
@Component
class ChangeAuthors implements ConflictRule {

    private final Changes changes;
    private final ChangeDrafts drafts;

    ChangeAuthors(Changes changes, ChangeDrafts drafts) {
        this.changes = changes;
        this.drafts = drafts;
    }

    /** Only as long as it is reviewed: until then they draft. */
    @Override
    public Map<String, String> keptOut(String dossier) {
        // Asked for every dossier; the number says which ones are changes.
        return isChange(dossier) ? changes.find(dossier).filter(change -> change.state() == ChangeState.TER_BEOORDELING).map(this::of).orElse(Map.of()) : Map.of();
    }

    private static boolean isChange(String dossier) {
        return dossier.startsWith("DC-WIJ-");
    }

    @Override
    public Set<String> concerned(Collection<String> dossiers) {
        return dossiers.stream().filter(ChangeAuthors::isChange).collect(Collectors.toSet());
    }

    /** Person, and why in a sentence. */
    Map<String, String> of(Change change) {
        Map<String, String> authors = new LinkedHashMap<>();
        drafts.standing(change.dossier()).forEach(revision -> authors.put(revision.author(),
                "%s werkte zelf aan dit ontwerp. Een andere procedurebeheerder beoordeelt het.".formatted(revision.authorName())));
        authors.put(change.author(), "%s begon deze wijziging. Een andere procedurebeheerder beoordeelt ze.".formatted(change.authorName()));
        if (change.submittedBy() != null) {
            authors.putIfAbsent(change.submittedBy(), "%s legde deze wijziging voor. Een andere procedurebeheerder beoordeelt ze.".formatted(change.submittedByName()));
        }
        return authors;
    }
}
