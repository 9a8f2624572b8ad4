package be.dossierwerk.dossier;

import be.dossierwerk.deadline.TermStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The term that a dossier is judged by: the one to decide in, and as long as that does not run the one that ends first. */
final class MainTerm {

    private static final Map<String, String> DECISION = Map.of("erkenning", "T-REC-01", "intrekking-vrijwillig", "T-INV-01",
            "intrekking-ambtshalve", "T-AMB-01", "inbreukdossier", "T-INB-01", "opvolging-voorwaarden", "T-INB-04", "terugvordering", "T-TER-01",
            "opleiding-goedkeuring", "T-OF-06",
            "opleiding-terugbetaling", "T-OFT-01", "heroverweging", "T-HER-01");

    private MainTerm() { }

    static Optional<TermStanding> of(String procedure, List<TermStanding> standings) {
        List<TermStanding> running = standings.stream().filter(standing -> standing.stoppedOn() == null).toList();
        return running.stream().filter(standing -> decides(procedure, standing)).max(Comparator.comparing(TermStanding::startedOn))
                .or(() -> running.stream().filter(standing -> standing.due() != null).min(Comparator.comparing(TermStanding::due)))
                .or(() -> running.stream().findFirst());
    }

    /** Whether it is the term to decide in; {@code term} may be null. */
    static boolean decides(String procedure, TermStanding term) {
        return term != null && term.rule().equals(DECISION.get(procedure));
    }
}
