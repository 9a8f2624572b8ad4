package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last day for a statement passed and none is registered: the term ends and the timeline says so, and how one that was filed in time is still registered. */
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
                audit.record(AuditLog.Entry.of(dossier, "MEMORIE_NIET_INGEDIEND", ("De termijn voor %s verstreek op %s. Er is geen memorie geregistreerd. "
                        + "Werd ze op tijd ingediend, registreer ze dan nog bij Acties. De Raad van State houdt geen rekening met een memorie die te laat komt.")
                        .formatted((rule.equals(BeroepRvSModel.DEFENCE_TERM) ? StatementKind.MEMORIE_VAN_ANTWOORD : StatementKind.LAATSTE_MEMORIE).inWords(), Dates.prose(due))));
            }
        }
    }
}
