package be.dossierwerk.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds the norms of its procedure against everything that happened in a dossier, and keeps how far it looked. */
@Component
class CheckDossiers {

    private final ReadLives readLives;
    private final Norms norms;
    private final KeptFindings findings;

    CheckDossiers(ReadLives readLives, Norms norms, KeptFindings findings) {
        this.readLives = readLives;
        this.norms = norms;
        this.findings = findings;
    }

    /** Gives how many deviations there are now. */
    int check(Collection<String> dossiers) {
        List<Norm> all = norms.all();
        List<KeptFindings.Found> found = new ArrayList<>();
        List<KeptFindings.Checked> checked = new ArrayList<>();
        for (Life life : readLives.of(dossiers)) {
            List<String> applied = new ArrayList<>();
            for (Norm norm : all) {
                if (norm.procedures().contains(life.procedure()) && look(norm, life, found)) {
                    applied.add(norm.code());
                }
            }
            checked.add(new KeptFindings.Checked(life.dossier(), life.procedure(), life.seq(), applied.stream().distinct().toList()));
        }
        findings.record(checked, found);
        return found.size();
    }

    private static boolean look(Norm norm, Life life, List<KeptFindings.Found> found) {
        Pattern.Verdict verdict = norm.pattern().of(norm.asks(), life);
        for (Deviation each : verdict.deviations()) {
            if (norm.holdsOn(each.day())) {
                String likely = life.outside() == null ? norm.likely() : "In dit dossier werd buiten Dossierwerk om iets gewijzigd (handeling %d van de tijdlijn).".formatted(life.outside());
                found.add(new KeptFindings.Found(norm, life.dossier(), life.procedure(), each.thing(), each.seq(), each.sentence(norm.says()), likely, each.evidence()));
            }
        }
        return verdict.applied();
    }
}
