package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The eight months in which a fine can be imposed, from the prosecutor's decision not to prosecute (procedures.md H7, 4.2). */
@Component
class FineTerm {

    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    FineTerm(Terms terms, AuditLog audit, JdbcClient jdbc) {
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    void start(String dossier, LocalDate prosecutorOn) {
        terms.start(dossier, FineModel.IMPOSE_TERM, prosecutorOn);
        LocalDate last = terms.due(dossier, FineModel.IMPOSE_TERM);
        jdbc.sql("update fine set prosecutor_decision = 'GEEN_VERVOLGING', prosecutor_on = ?, last_day = ? where dossier = ?").params(prosecutorOn, last, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "PARKET_VERVOLGT_NIET", "Het parket besliste op %s om niet te vervolgen. Tot en met %s kan een geldboete opgelegd worden."
                .formatted(Dates.prose(prosecutorOn), Dates.prose(last))));
    }

    /** Empty before the prosecutor decided, and once the fine was notified or the procedure ended. */
    Optional<LocalDate> lastDay(String dossier) {
        return Optional.ofNullable(terms.due(dossier, FineModel.IMPOSE_TERM));
    }
}
