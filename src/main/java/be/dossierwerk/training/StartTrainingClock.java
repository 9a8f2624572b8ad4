package be.dossierwerk.training;

import be.dossierwerk.casework.CompleteSince;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The file of a training is complete: two months for the advice and 120 days WSE time for the decision start that day (T-OF-03, T-OF-06, H4, H8). */
@Service
public class StartTrainingClock {

    private final CompleteSince completeSince;
    private final Terms terms;
    private final SendApplicantLetter letter;

    StartTrainingClock(CompleteSince completeSince, Terms terms, SendApplicantLetter letter) {
        this.completeSince = completeSince;
        this.terms = terms;
        this.letter = letter;
    }

    @Transactional
    public void start(String dossier) {
        LocalDate completeOn = completeSince.of(dossier);
        terms.start(dossier, TrainingModel.DECISION_TERM, completeOn);
        terms.start(dossier, TrainingModel.ADVICE_TERM, completeOn);
        Map<String, Object> facts = new HashMap<>();
        facts.put("volledigSinds", completeOn);
        facts.put("adviesTegen", terms.due(dossier, TrainingModel.ADVICE_TERM));
        facts.put("uiterlijk", terms.due(dossier, TrainingModel.DECISION_TERM));
        letter.send(dossier, "opleiding-volledig", "Uw dossier is volledig", facts);
    }
}
