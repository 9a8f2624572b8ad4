package be.dossierwerk.recovery;

import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Since when a ruling suspends a recovery: nothing is collected while the file waits for the end of the suspension (procedures.md 1.10). */
@Component
public class Standstill {

    private final Terms terms;

    Standstill(Terms terms) {
        this.terms = terms;
    }

    public Optional<LocalDate> since(String dossier) {
        return terms.openPauses(dossier).stream().filter(pause -> pause.ground() == PauseGround.SCHORSING).map(FilePause::opened).findFirst();
    }

    public boolean of(String dossier) {
        return since(dossier).isPresent();
    }
}
