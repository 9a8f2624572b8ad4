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

/** Sends the answer to a complaint: judgement, measures, the way to the Vlaamse Ombudsdienst; it changes no decision (procedures.md 1.10). */
@Service
public class SendAnswer {

    private final Klachten klachten;
    private final SendApplicantLetter letter;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    SendAnswer(Klachten klachten, SendApplicantLetter letter, LegalTexts legalTexts, Terms terms, Dossiers dossiers, Clock clock) {
        this.klachten = klachten;
        this.letter = letter;
        this.legalTexts = legalTexts;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void send(String dossier) {
        LocalDate today = LocalDate.now(clock);
        Klachten.Klacht klacht = klachten.get(dossier);
        Map<String, Object> facts = new HashMap<>(Map.of("oordeel", klacht.judgement().inWords(), "motivering", klacht.reasons(),
                "ombudsdienst", legalTexts.inForce("KLACHT_OMBUDSDIENST", today), "geenGevolg", legalTexts.inForce("KLACHT_GEEN_GEVOLG", today)));
        facts.put("maatregelen", klacht.measures());
        letter.send(dossier, "klacht-antwoord", "Antwoord op uw klacht", facts);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, klacht.judgement().name(), today);
    }
}
