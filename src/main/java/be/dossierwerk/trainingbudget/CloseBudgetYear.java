package be.dossierwerk.trainingbudget;

import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody knows its budget: the dossier of the year is done. The budgets themselves stay open for commitments and payments. */
@Service
public class CloseBudgetYear {

    private final Dossiers dossiers;
    private final Clock clock;

    CloseBudgetYear(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        dossiers.close(dossier, BudgetModel.DIVIDED, LocalDate.now(clock));
    }
}
