package be.dossierwerk.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The appeals to the Council of State as they stand: petition, statements and rulings. */
@Service
public class BeroepRvSFile {

    /** {@code chamber} may be null; {@code servedOn}: the day on which the registry sent the petition and asked for the file. */
    public record Petition(String dossier, String roleNumber, PetitionKind kind, String chamber, LocalDate petitionOn, LocalDate servedOn,
                           String restartLabel, String restartReason) { }

    public record Statement(StatementKind kind, LocalDate day, UUID document, String remark, String recordedByName) { }

    public record Ruling(RvSRuling ruling, LocalDate ruledOn, String number, String grounds, UUID document, String recordedByName) { }

    private final JdbcClient jdbc;

    BeroepRvSFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Petition> find(String dossier) {
        return jdbc.sql("""
                select dossier, role_number, kind, chamber, petition_on, served_on, restart_label, restart_reason from council_petition where dossier = ?""")
                .param(dossier).query(Petition.class).optional();
    }

    Petition get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalStateException("no petition in " + dossier));
    }

    /** In the order of their days. */
    public List<Statement> statements(String dossier) {
        return jdbc.sql("""
                select kind, day, document, remark, recorded_by_name from council_statement where dossier = ? order by day, recorded_at""").param(dossier)
                .query(Statement.class).list();
    }

    /** The one on the suspension first. */
    public List<Ruling> rulings(String dossier) {
        return jdbc.sql("""
                select ruling, ruled_on, number, grounds, document, recorded_by_name from council_ruling where dossier = ? order by stage desc""").param(dossier)
                .query(Ruling.class).list();
    }

    /** Empty as long as there is none of that stage: SCHORSING or EINDE. */
    Optional<Ruling> ruling(String dossier, String stage) {
        return rulings(dossier).stream().filter(each -> each.ruling().stage().equals(stage)).findFirst();
    }

    /** Whether the Council of State suspended the decision in this appeal. */
    boolean suspends(String dossier) {
        return ruling(dossier, "SCHORSING").filter(before -> before.ruling() == RvSRuling.GESCHORST).isPresent();
    }

    /** Another appeal against the same decision that suspended it and did not end. */
    Optional<String> stillSuspending(Contests.Contest contest) {
        return jdbc.sql("""
                select c.appeal from contest c join council_ruling r on r.dossier = c.appeal and r.ruling = 'GESCHORST'
                where c.besluit = ? and c.appeal <> ? and not exists (select from council_ruling e where e.dossier = c.appeal and e.stage = 'EINDE')
                order by c.appeal limit 1""").params(contest.besluit(), contest.appeal()).query(String.class).optional();
    }

    /** Whether the contested decision fell away before: by another appeal, or because the department took it back. */
    boolean fellAway(Contests.Contest contest) {
        return jdbc.sql("select status = 'VERNIETIGD' from besluit where id = ?").param(contest.besluit()).query(Boolean.class).single();
    }
}
