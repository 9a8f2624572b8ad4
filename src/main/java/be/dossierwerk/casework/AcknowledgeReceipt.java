package be.dossierwerk.casework;

import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the applicant the file number, the contact person and what comes next (DOC-01, Bestuursdecreet II.20). */
@Service
public class AcknowledgeReceipt {

    private final SendApplicantLetter letter;
    private final Procedures procedures;
    private final Terms terms;
    private final Clock clock;

    AcknowledgeReceipt(SendApplicantLetter letter, Procedures procedures, Terms terms, Clock clock) {
        this.letter = letter;
        this.procedures = procedures;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    public void acknowledge(String dossier) {
        Procedure procedure = procedures.of(dossier);
        procedure.acknowledgement(dossier).ifPresent(acknowledgement -> {
            letter.send(dossier, acknowledgement.letterKind(), "Ontvangstbevestiging", Map.of("beslissingstermijn", terms.length(procedure.decisionTerm())));
            terms.stop(dossier, acknowledgement.term(), LocalDate.now(clock));
        });
    }
}
