package be.dossierwerk.recovery;

import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters of a recovery after its decision (procedures.md 1.15, DOC-17). */
@Component
class CourseLetters {

    private final SendApplicantLetter letter;
    private final Recoveries recoveries;
    private final Terms terms;

    CourseLetters(SendApplicantLetter letter, Recoveries recoveries, Terms terms) {
        this.letter = letter;
        this.recoveries = recoveries;
        this.terms = terms;
    }

    void plan(String dossier) {
        List<Map<String, String>> instalments = recoveries.plan(dossier).orElseThrow().items().stream()
                .map(item -> Map.of("dag", Dates.table(item.dueOn()), "bedrag", Euros.prose(item.amount()))).toList();
        letter.send(dossier, "afbetalingsplan", "Uw afbetalingsplan", Map.of("aflossingen", instalments));
    }

    void reminder(String dossier) {
        letter.send(dossier, "aanmaning-betaling", "Aanmaning: u moet nog betalen", Map.of("uiterlijk", terms.due(dossier, RecoveryModel.REMINDER_TERM)));
    }

    void defaultNotice(String dossier) {
        letter.send(dossier, "ingebrekestelling", "Ingebrekestelling", Map.of("uiterlijk", terms.due(dossier, RecoveryModel.NOTICE_TERM)));
    }
}
