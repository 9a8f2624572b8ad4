package be.dossierwerk.reimbursement;

import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.trainingbudget.Budgets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank confirmed the payment: it comes off the budget, the undertaking gets its statement, and the dossier is closed (DOC-20). */
@Service
public class CloseClaim {

    private final ReimbursementClaims claims;
    private final Payables payables;
    private final Budgets budgets;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Clock clock;

    CloseClaim(ReimbursementClaims claims, Payables payables, Budgets budgets, SendApplicantLetter letter, Terms terms, Dossiers dossiers, Clock clock) {
        this.claims = claims;
        this.payables = payables;
        this.budgets = budgets;
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        Filed claim = claims.get(dossier);
        LocalDate today = LocalDate.now(clock);
        budgets.pay(claim.enterpriseNumber(), claim.year(), dossier, claim.granted());
        letter.send(dossier, "afrekening-terugbetaling", "Afrekening: terugbetaling van opleidingen",
                Map.of("rekening", Iban.format(payables.of(dossier).orElseThrow().payable().iban())));
        terms.stopAll(dossier, today);
        dossiers.close(dossier, claim.state().name(), today);
    }
}
