package be.dossierwerk.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The signed decisions that somebody can appeal against, to choose from. */
@Service
public class ContestableDecisions {

    /** {@code outcome}: a code as the dossier carries it. */
    public record Decision(UUID besluit, String dossier, String procedure, String subject, String outcome, LocalDate signedOn) { }

    private static final String ALL = """
            select b.id as besluit, b.dossier, d.procedure, d.subject, b.outcome, b.signed_on from besluit b join dossier d on d.number = b.dossier
            where d.procedure not in ('heroverweging', 'beroep-raad-van-state') and b.status""";
    private static final String SIGNED = ALL + " = 'ONDERTEKEND'";

    private final JdbcClient jdbc;

    ContestableDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the number of the dossier or the name of the undertaking; the last signed first. */
    public List<Decision> search(String text, int offset, int limit) {
        String like = "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql(SIGNED + " and (d.number ilike :like or d.subject ilike :like) order by b.signed_on desc, b.id offset :offset limit :limit")
                .param("like", like).param("offset", offset).param("limit", limit).query(Decision.class).list();
    }

    /** Also one that fell away since: a petition against it may still be under way. */
    public Optional<Decision> find(UUID besluit) {
        return jdbc.sql(ALL + " in ('ONDERTEKEND', 'VERNIETIGD') and b.id = ?").param(besluit).query(Decision.class).optional();
    }

    /** The last signed one of this dossier. */
    public Optional<Decision> lastOf(String dossier) {
        return jdbc.sql(SIGNED + " and b.dossier = ? order by b.signed_on desc, b.id limit 1").param(dossier).query(Decision.class).optional();
    }
}
