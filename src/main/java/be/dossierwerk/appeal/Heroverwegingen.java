package be.dossierwerk.appeal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The requests to reconsider a decision, as they stand; for the dossier page and the procedure. */
@Service
public class Heroverwegingen {

    /** {@code admissible} is null until somebody judged it; {@code restart}: where the contested procedure would start again, null when it cannot. */
    public record Heroverweging(String dossier, String contested, UUID besluit, LocalDate receivedOn, String grounds, Boolean admissible, String inadmissibleGround,
                                String admissibleBecause, boolean hear, String restart, String restartLabel) { }

    /** What the handler answered to who explained the request, and what that points to: GUNSTIG or ONGUNSTIG. */
    record Explanation(String answer, String outlook) { }

    private final JdbcClient jdbc;

    Heroverwegingen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Heroverweging> find(String dossier) {
        return jdbc.sql("""
                select h.dossier, c.contested, c.besluit, h.received_on, h.grounds, h.admissible, h.inadmissible_ground, h.admissible_because, h.hear, h.restart,
                       h.restart_label from heroverweging h join contest c on c.appeal = h.dossier where h.dossier = ?""").param(dossier)
                .query(Heroverweging.class).optional();
    }

    Heroverweging get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalStateException("no reconsideration in " + dossier));
    }

    /** Empty when nobody explained anything, or the explanation is not answered yet. */
    Optional<Explanation> explanation(String dossier) {
        return jdbc.sql("""
                select a.answer, r.outlook from heroverweging r join hearing a on a.dossier = r.dossier
                where r.dossier = ? and r.outlook is not null and a.answer is not null order by a.announced_on desc limit 1""").param(dossier).query(Explanation.class).optional();
    }

    void outlook(String dossier, String outlook) {
        jdbc.sql("update heroverweging set outlook = ? where dossier = ?").params(outlook, dossier).update();
    }

    /** The dossier of the request about this decision that is not decided yet. */
    Optional<String> open(UUID besluit) {
        return jdbc.sql("""
                select h.dossier from heroverweging h join contest c on c.appeal = h.dossier join dossier d on d.number = h.dossier
                where c.besluit = ? and d.closed_on is null""").param(besluit).query(String.class).optional();
    }
}
