package be.dossierwerk.request;

import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells why a complaint is not handled, and where to go; who is anonymous gets no letter. */
@Service
public class RefuseKlacht {

    private final Klachten klachten;
    private final SendApplicantLetter letter;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    RefuseKlacht(Klachten klachten, SendApplicantLetter letter, LegalTexts legalTexts, Terms terms, Dossiers dossiers, Clock clock) {
        this.klachten = klachten;
        this.letter = letter;
        this.legalTexts = legalTexts;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void refuse(String dossier) {
        LocalDate today = LocalDate.now(clock);
        Klachten.Klacht klacht = klachten.get(dossier);
        if (!klacht.anonymous()) {
            Map<String, Object> facts = new HashMap<>(Map.of("reden", klacht.refusal().inWords(), "ombudsdienst", legalTexts.inForce("KLACHT_OMBUDSDIENST", today),
                    "geenGevolg", legalTexts.inForce("KLACHT_GEEN_GEVOLG", today)));
            facts.put("toelichting", klacht.explanation());
            letter.send(dossier, "klacht-niet-ontvankelijk", "Wij kunnen uw klacht niet behandelen", facts);
        }
        terms.stopAll(dossier, today);
        dossiers.close(dossier, "NIET_ONTVANKELIJK", today);
    }
}
