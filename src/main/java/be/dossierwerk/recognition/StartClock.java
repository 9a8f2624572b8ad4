package be.dossierwerk.recognition;

import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.deadline.Terms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The file is complete: 120 days for the decision, 70 for the advice and 20 internally start that day (H1 to H3, H8). */
@Service
public class StartClock {

    private final Terms terms;
    private final SendApplicantLetter letter;
    private final JdbcClient jdbc;

    StartClock(Terms terms, SendApplicantLetter letter, JdbcClient jdbc) {
        this.terms = terms;
        this.letter = letter;
        this.jdbc = jdbc;
    }

    @Transactional
    public void start(String dossier) {
        LocalDate completeOn = jdbc.sql("select complete_on from completeness where dossier = ?").param(dossier).query(LocalDate.class).single();
        terms.start(dossier, RecognitionModel.DECISION_TERM, completeOn);
        terms.start(dossier, CaseworkModel.ADVICE_TERM, completeOn);
        terms.start(dossier, RecognitionModel.INTERNAL_TERM, completeOn);
        Map<String, Object> facts = new HashMap<>(Map.of("volledigSinds", completeOn));
        // Null while the dossier waits for somebody else: then no last day is known.
        facts.put("adviesTegen", terms.due(dossier, CaseworkModel.ADVICE_TERM));
        facts.put("uiterlijk", terms.due(dossier, RecognitionModel.DECISION_TERM));
        letter.send(dossier, "bericht-van-volledigheid", "Uw dossier is volledig", facts);
    }
}
