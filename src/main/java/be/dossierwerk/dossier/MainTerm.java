package be.dossierwerk.dossier;

import be.dossierwerk.deadline.TermStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The term that a dossier is judged by: the one to decide in, and as long as that does not run the one that ends first. */
final class MainTerm {

    private static final Map<String, String> DECISION = Map.of("erkenning", "T-REC-01");

    private MainTerm() { }

    static Optional<TermStanding> of(String procedure, List<TermStanding> standings) {
        List<TermStanding> running = standings.stream().filter(standing -> standing.stoppedOn() == null).toList();
        Predicate<TermStanding> decides = standing -> standing.rule().equals(DECISION.get(procedure));
        return running.stream().filter(decides).max(Comparator.comparing(TermStanding::startedOn))
                .or(() -> running.stream().filter(standing -> standing.due() != null).min(Comparator.comparing(TermStanding::due)))
                .or(() -> running.stream().findFirst());
    }
}
