package be.dossierwerk.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of a dossier, drafts that were sent back included, newest first. */
@Service
public class Decisions {

    /** {@code status}: OPGESTELD, TERUGGESTUURD, NAGEKEKEN, TE_ONDERTEKENEN, ONDERTEKEND or VERNIETIGD; {@code suspendedOn}: since when it stands still, or null. */
    public record Decision(String outcome, String status, String legalGround, String facts, String reasons, String departsBecause,
                           String drafter, Instant draftedAt, String checker, String remark, String signatory, LocalDate signedOn, LocalDate suspendedOn) { }

    /** A recorded advice of the committee. */
    public record Advice(LocalDate session, String advice, LocalDate givenOn, Integer present, String reasons, String minority) { }

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Decision> of(String dossier) {
        return jdbc.sql("""
                select outcome, status, legal_ground, facts, reasons, departs_because, drafter_name, drafted_at, checker_name, check_remark,
                       signatory_name, signed_on, (select since from besluit_suspension s where s.besluit = besluit.id and s.ended_on is null)
                from besluit where dossier = ? order by drafted_at desc""").param(dossier)
                .query((row, i) -> new Decision(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getString(6), row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant(), row.getString(9),
                        row.getString(10), row.getString(11), row.getObject(12, LocalDate.class), row.getObject(13, LocalDate.class))).list();
    }

    /** Whether some decision of the dossier is signed and counts: then the question cannot be taken back. */
    public boolean signed(String dossier) {
        return jdbc.sql("select exists (select from besluit where dossier = ? and status = 'ONDERTEKEND')").param(dossier).query(Boolean.class).single();
    }

    /** What was drafted and is not signed no longer counts, because the facts under it are looked at again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropDrafts(String dossier) {
        jdbc.sql("update besluit set status = 'TERUGGESTUURD' where dossier = ? and status not in ('TERUGGESTUURD', 'ONDERTEKEND', 'VERNIETIGD')").param(dossier).update();
    }

    public List<Advice> advice(String dossier) {
        return jdbc.sql("select session_on, advice, given_on, present, reasons, minority from committee_item where dossier = ? order by session_on desc")
                .param(dossier).query((row, i) -> new Advice(row.getObject(1, LocalDate.class), row.getString(2), row.getObject(3, LocalDate.class),
                        row.getObject(4, Integer.class), row.getString(5), row.getString(6))).list();
    }
}
