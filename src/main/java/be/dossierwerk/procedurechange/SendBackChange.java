package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second manager sends a change back to its author and says what has to be different. */
@Service
public class SendBackChange {

    private final SecondReader secondReader;
    private final DraftAgain draftAgain;
    private final ChangeTask task;

    SendBackChange(SecondReader secondReader, DraftAgain draftAgain, ChangeTask task) {
        this.secondReader = secondReader;
        this.draftAgain = draftAgain;
        this.task = task;
    }

    /** @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.four-eyes; procedurechange.invalid with the field reason */
    @Transactional
    public void sendBack(String change, String reason) {
        SecondReader.Review review = secondReader.lock(change);
        List<Refused.Field> wrong = new ArrayList<>();
        Text.check(wrong, "reason", reason, Text.LONG);
        Text.refuse(wrong);
        String open = task.take(change, ProcedureChangeModel.REVIEW);
        draftAgain.draft(change, "WIJZIGING_TERUGGESTUURD", "%s stuurde de wijziging terug naar %s.".formatted(review.by().name(), review.change().submittedByName()), reason.strip());
        task.complete(open, ProcedureChangeModel.APPROVED.with(false));
    }
}
