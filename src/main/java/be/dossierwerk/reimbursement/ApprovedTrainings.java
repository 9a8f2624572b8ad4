package be.dossierwerk.reimbursement;

import java.time.LocalDate;
import java.util.Optional;

/** Which trainings the fund approved; the module that approves them gives the one bean (procedures.md 1.7, H6). Without it no claim can be filed. */
public interface ApprovedTrainings {

    /**
     * Who asked approval is reimbursed for sessions from the day on which it asked, so {@link Claim.Training#eligibleFrom} may lie before the approval.
     * @return empty when no training with that code was approved, or when it did not qualify on that day
     */
    Optional<Claim.Training> on(String code, LocalDate day);
}
