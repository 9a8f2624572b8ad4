package be.dossierwerk.withdrawal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The requests to withdraw a recognition, as they stand; for the dossier page and the procedure. */
@Service
public class VoluntaryRequests {

    /** {@code recognition}: the dossier that granted it; {@code mayBind} is null until a person decided; {@code successor} may be null. */
    public record Request(String dossier, String recognition, VoluntaryReason reason, String explanation, String successor, LocalDate effectiveOn,
                          String signatory, Boolean mayBind, String bindEvidence) { }

    private final JdbcClient jdbc;

    VoluntaryRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Request> find(String dossier) {
        return jdbc.sql("""
                select dossier, recognition, reason, explanation, successor, effective_on, signatory, may_bind, bind_evidence
                from voluntary_request where dossier = ?""").param(dossier).query(Request.class).optional();
    }

    Request get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalStateException("no voluntary request in " + dossier));
    }

    /** The dossier of the request that still runs for this recognition. */
    public Optional<String> open(String recognition) {
        return jdbc.sql("select dossier from voluntary_request where recognition = ? and not ended").param(recognition).query(String.class).optional();
    }

    /** In the order in which they were found. */
    public List<VoluntaryMatter> matters(String dossier) {
        return jdbc.sql("select kind, reference, amount, evidence, proposal, settlement from voluntary_matter where dossier = ? order by id").param(dossier)
                .query(VoluntaryMatter.class).list();
    }

    /** What of that kind is paid out of the deposit, in euro. */
    BigDecimal fromDeposit(String dossier, String kind) {
        return matters(dossier).stream().filter(matter -> matter.kind().equals(kind)).map(VoluntaryMatter::fromDeposit).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Its decision fell away, so it runs again; a newer request for the same recognition stays the open one. */
    void again(String dossier) {
        jdbc.sql("""
                update voluntary_request v set ended = false where dossier = ?
                and not exists (select from voluntary_request o where o.recognition = v.recognition and not o.ended)""").param(dossier).update();
    }

    void end(String dossier) {
        jdbc.sql("update voluntary_request set ended = true where dossier = ?").param(dossier).update();
    }
}
