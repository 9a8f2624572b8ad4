package be.dossierwerk.infringement;

import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceAnswers;
import be.dossierwerk.withdrawal.Ending;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a recognition ends after an infringement: from the day of the signed decision, never before it was served. The deposit first pays the arrears that
 * the sources told since the file opened and what the undertaking owes the department by a decision, in euro (procedures.md D6).
 */
@Component
class EndAfterInfringement {

    private final SourceAnswers answers;
    private final Dossiers dossiers;
    private final Recoveries recoveries;
    private final JdbcClient jdbc;
    private final Clock clock;

    EndAfterInfringement(SourceAnswers answers, Dossiers dossiers, Recoveries recoveries, JdbcClient jdbc, Clock clock) {
        this.answers = answers;
        this.dossiers = dossiers;
        this.recoveries = recoveries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Ending of(String dossier, String recognition, String ground) {
        LocalDate today = LocalDate.now(clock);
        LocalDate wanted = jdbc.sql("select effective_on from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).optional().flatMap(Function.identity()).orElse(today);
        return new Ending(recognition, RecognitionStatus.INGETROKKEN_INBREUK, wanted.isBefore(today) ? today : wanted, ground, null,
                DepositEnd.NON_COMPLIANCE, debts(dossier));
    }

    private Debts debts(String dossier) {
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
