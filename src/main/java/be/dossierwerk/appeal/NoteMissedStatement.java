package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last day for a statement passed: a later one is kept out of the debate, so the term ends and the timeline says so. */
@Service
public class NoteMissedStatement {

    private final Terms terms;
    private final AuditLog audit;
    private final Clock clock;

    NoteMissedStatement(Terms terms, AuditLog audit, Clock clock) {
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void note(String dossier) {
        audit.lock(dossier);
        for (String rule : List.of(BeroepRvSModel.DEFENCE_TERM, BeroepRvSModel.LAST_STATEMENT_TERM)) {
            LocalDate due = terms.due(dossier, rule);
            if (due != null && due.isBefore(LocalDate.now(clock))) {
                // Not on its last day: nothing was filed, so the ledger says that it is too late.
                terms.stop(dossier, rule, due.plusDays(1));
                audit.record(AuditLog.Entry.of(dossier, "MEMORIE_NIET_INGEDIEND", "De termijn voor %s verstreek zonder dat zij ingediend werd. De Raad van State houdt met een latere memorie geen rekening."
                        .formatted(rule.equals(BeroepRvSModel.DEFENCE_TERM) ? "de memorie van antwoord" : "de laatste memorie")));
            }
        }
    }
}
