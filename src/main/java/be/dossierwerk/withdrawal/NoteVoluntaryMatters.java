package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The term to arrange open matters ended (T-INV-02): the decision does not wait, and what is known of debts is paid out of the deposit. */
@Service
public class NoteVoluntaryMatters {

    private final VoluntaryRequests requests;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoteVoluntaryMatters(VoluntaryRequests requests, Terms terms, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void note(String dossier) {
        jdbc.sql("update voluntary_matter set settlement = 'OPEN' where dossier = ? and settlement is null").param(dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "PUNTEN_BLIJVEN_OPEN", "De termijn om de openstaande punten te regelen is verstreken; de beslissing wacht niet langer. "
                + requests.matters(dossier).stream().map(VoluntaryMatter::evidence).collect(Collectors.joining(" "))));
        terms.expire(dossier, VoluntaryModel.MATTERS_TERM);
    }
}
