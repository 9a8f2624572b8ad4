package be.dossierwerk.casework;

import be.dossierwerk.dossier.Dossiers;
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
}
