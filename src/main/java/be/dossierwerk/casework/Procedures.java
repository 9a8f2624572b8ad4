package be.dossierwerk.casework;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the procedure of a dossier. */
@Component
public class Procedures {

    private final List<Procedure> procedures;
    private final Dossiers dossiers;

    Procedures(List<Procedure> procedures, Dossiers dossiers) {
        this.procedures = procedures;
        this.dossiers = dossiers;
    }

    public Procedure of(String dossier) {
        String process = dossiers.get(dossier).procedure();
        return procedures.stream().filter(procedure -> procedure.process().equals(process)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No procedure " + process + " for " + dossier));
    }

    /** @throws Refused casework.last-day-over when a decision with that outcome can no longer be signed or notified on that day */
    void checkLastDay(String dossier, String outcome, LocalDate on) {
        LocalDate last = of(dossier).lastDay(dossier, outcome);
        if (last != null && on.isAfter(last)) {
            throw new Refused("casework.last-day-over", Dates.prose(last));
        }
    }
}
