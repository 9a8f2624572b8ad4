package be.dossierwerk.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Signed decisions that their addressee was notified of: what somebody can ask to reconsider. */
@Service
public class NotifiedDecisions {

    /** {@code notifiedOn}: the day on which it is known or presumed to be received; else the day on which it was sent; {@code counts}: it did not fall away. */
    public record Decision(UUID besluit, UUID letter, String dossier, String procedure, String subject, String title, LocalDate signedOn, LocalDate sentOn, LocalDate notifiedOn,
                           String appealClause, boolean counts) { }

    private static final String SELECT = """
            select b.id as besluit, b.letter, b.dossier, d.procedure, d.subject, l.title, b.signed_on, l.sent_on, coalesce(l.received_on, l.sent_on) as notified_on, b.appeal_clause,
                   b.status = 'ONDERTEKEND' as counts
            from besluit b join dossier d on d.number = b.dossier join letter l on l.id = b.letter
            where l.status = 'VERZONDEN' and b.status\s""";

    private final JdbcClient jdbc;

    NotifiedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By dossier number or name, the newest first. */
    public List<Decision> search(String text, int skip, int limit) {
        String like = "%" + text.strip().toLowerCase().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql(SELECT + "= 'ONDERTEKEND' and (lower(b.dossier) like :like or lower(d.subject) like :like) order by l.sent_on desc, b.id limit :limit offset :skip")
                .param("like", like).param("limit", limit).param("skip", skip).query(Decision.class).list();
    }

    /** Also one that fell away since: a request about it may still be under way. */
    public Optional<Decision> find(UUID besluit) {
        return jdbc.sql(SELECT + "in ('ONDERTEKEND', 'VERNIETIGD') and b.id = ?").param(besluit).query(Decision.class).optional();
    }

    /** The decision that this letter notified, also one that fell away. */
    public Optional<Decision> ofLetter(UUID letter) {
        return jdbc.sql(SELECT + "in ('ONDERTEKEND', 'VERNIETIGD') and l.id = ?").param(letter).query(Decision.class).optional();
    }

    /** The last one of a dossier. */
    public Optional<Decision> lastOf(String dossier) {
        return jdbc.sql(SELECT + "= 'ONDERTEKEND' and b.dossier = ? order by l.sent_on desc, b.signed_on desc limit 1").param(dossier).query(Decision.class).optional();
    }
}
