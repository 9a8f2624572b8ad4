package be.dossierwerk.infringement;

import be.dossierwerk.deposit.Debts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceAnswers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * What the deposit pays before the rest goes to the treasury: the arrears that the sources told since the file opened, in euro (procedures.md D6).
 * Open recoveries are paid out of the deposit in their own ledger, so they are not counted here.
 */
@Component
class KnownDebts {

    private final SourceAnswers answers;
    private final Dossiers dossiers;

    KnownDebts(SourceAnswers answers, Dossiers dossiers) {
        this.answers = answers;
        this.dossiers = dossiers;
    }

    Debts of(String dossier) {
        Dossiers.Details file = dossiers.get(dossier);
        return new Debts(owed(file, Source.RSZ), BigDecimal.ZERO, owed(file, Source.FISCUS));
    }

    /** A debt with a plan that is kept cannot be claimed. */
    private BigDecimal owed(Dossiers.Details file, Source source) {
        return answers.lastFacts(file.enterpriseNumber(), source)
                .filter(answer -> !LocalDate.ofInstant(answer.at(), MovableClock.BRUSSELS).isBefore(file.receivedOn()))
                .filter(answer -> answer.facts().debt() != null && answer.facts().debt().signum() > 0 && answer.facts().plan() != RepaymentPlan.NAGELEEFD)
                .map(answer -> answer.facts().debt()).orElse(BigDecimal.ZERO);
    }
}
