package be.dossierwerk.reimbursement;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank sent back what was paid after the dossier was closed: it opens again, with a term to pay anew. */
@Service
public class ReopenClaim {

    private final Dossiers dossiers;
    private final Terms terms;
    private final Clock clock;

    ReopenClaim(Dossiers dossiers, Terms terms, Clock clock) {
        this.dossiers = dossiers;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    public void reopen(String dossier) {
        dossiers.reopen(dossier, "de bank stortte de betaling terug");
        terms.start(dossier, ReimbursementModel.REPAYMENT_TERM, LocalDate.now(clock));
    }
}
