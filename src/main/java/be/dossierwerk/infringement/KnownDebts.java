package be.dossierwerk.infringement;

import be.dossierwerk.deposit.Debts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceAnswers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * What the deposit pays before the rest goes to the treasury: the arrears that the sources told since the file opened, and what
 * the undertaking owes the department by a decision, in euro (procedures.md D6).
 */
@Component
class KnownDebts {

    private final SourceAnswers answers;
    private final Dossiers dossiers;
    private final Recoveries recoveries;

    KnownDebts(SourceAnswers answers, Dossiers dossiers, Recoveries recoveries) {
        this.answers = answers;
        this.dossiers = dossiers;
        this.recoveries = recoveries;
    }

    Debts of(String dossier) {
        Dossiers.Details file = dossiers.get(dossier);
        return new Debts(owed(file, Source.RSZ), recoveries.owed(file.enterpriseNumber()), owed(file, Source.FISCUS));
    }

    /** A debt with a plan that is kept cannot be claimed. */
    private BigDecimal owed(Dossiers.Details file, Source source) {
        return answers.lastFacts(file.enterpriseNumber(), source)
                .filter(answer -> !LocalDate.ofInstant(answer.at(), MovableClock.BRUSSELS).isBefore(file.receivedOn()))
                .filter(answer -> answer.facts().debt() != null && answer.facts().debt().signum() > 0 && answer.facts().plan() != RepaymentPlan.NAGELEEFD)
                .map(answer -> answer.facts().debt()).orElse(BigDecimal.ZERO);
    }
}
