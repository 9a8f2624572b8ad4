package be.dossierwerk.request;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the dossier of an openness request with its decision; the appeal term runs on. */
@Service
public class CloseOpenbaarheid {

    private final OpenbaarheidProcedure procedure;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    CloseOpenbaarheid(OpenbaarheidProcedure procedure, Terms terms, Dossiers dossiers, Clock clock) {
        this.procedure = procedure;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, procedure.possibleDecisions(dossier).get(0).code(), today);
    }
}
