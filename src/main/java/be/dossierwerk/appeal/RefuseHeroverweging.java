package be.dossierwerk.appeal;

import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells that a request to reconsider is not looked into, because it came late or without interest, and closes the dossier. */
@Service
public class RefuseHeroverweging {

    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    RefuseHeroverweging(SendApplicantLetter letter, Terms terms, Dossiers dossiers, Clock clock) {
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void refuse(String dossier) {
        LocalDate today = LocalDate.now(clock);
        letter.send(dossier, "heroverweging-niet-ontvankelijk", "Wij onderzoeken uw vraag om heroverweging niet", Map.of());
        terms.stopAll(dossier, today);
        dossiers.close(dossier, "NIET_ONTVANKELIJK", today);
    }
}
