package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports of an infringement file: which ones joined after the qualification, and what became of each. */
@Component
class Additions {

    /** {@code dated}: the day of the report itself. */
    record Report(String reference, LocalDate dated, String facts) { }

    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Additions(AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** No report of this undertaking joins meanwhile. */
    void lockUndertaking(String enterpriseNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 12))").param(enterpriseNumber).query().singleRow();
    }

    void lock(String dossier) {
        lockUndertaking(jdbc.sql("select enterprise_number from infringement_case where dossier = ?").param(dossier).query(String.class).single());
        audit.lock(dossier);
    }

    /** Those that nobody judged, oldest first. */
    List<Report> open(String dossier) {
        return reports(dossier, "handled is null");
    }

    /** Those about which the undertaking is heard again, oldest first. */
    List<Report> taken(String dossier) {
        return reports(dossier, "handled = 'MEEGENOMEN'");
    }

    /** Those that go on in a file of their own, oldest first; in a file that ends, also those that nobody judged. */
    List<Report> left(String dossier) {
        return reports(dossier, "(handled is null or handled = 'NIEUW_DOSSIER')");
    }

    /** {@code state}: of the infringements that nobody judged so far. */
    void handled(String dossier, List<Report> reports, String how, String state) {
        String[] references = references(reports);
        jdbc.sql("update infringement_report set handled = ? where dossier = ? and reference = any(?)").params(how, dossier, references).update();
        jdbc.sql("update infringement set state = ? where dossier = ? and report = any(?) and state in ('GEMELD', 'NIEUW_DOSSIER')").params(state, dossier, references).update();
    }

    void close(String dossier) {
        jdbc.sql("update infringement_case set additions_closed_on = coalesce(additions_closed_on, ?) where dossier = ?").params(LocalDate.now(clock), dossier).update();
    }

    boolean closed(String dossier) {
        return jdbc.sql("select additions_closed_on is not null from infringement_case where dossier = ?").param(dossier).query(Boolean.class).single();
    }

    static String[] references(List<Report> reports) {
        return reports.stream().map(Report::reference).toArray(String[]::new);
    }

    private List<Report> reports(String dossier, String which) {
        return jdbc.sql("select reference, dated, facts from infringement_report where dossier = ? and " + which + " order by recorded_at, reference").param(dossier)
                .query(Report.class).list();
    }
}
