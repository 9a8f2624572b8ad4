package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which steps the ladder has taken for a dossier, and what was said about the delay. */
@Component
public class Escalations {

    /** A step of a running term: from that day the role follows it up; {@code reason} is null until somebody gave one. */
    public record Step(String rule, int percent, LocalDate on, String addressee, DelayReason reason, String text, String explainedBy) { }

    private final JdbcClient jdbc;

    Escalations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest step of each running term that has climbed at all. */
    @Transactional(readOnly = true)
    public List<Step> of(String dossier) {
        return jdbc.sql("""
                select distinct on (t.id) t.rule, e.step, e.due_on, e.addressee, e.reason_code, e.reason, e.explained_by_name
                from term t join term_escalation e on e.term = t.id
                where t.dossier = ? and t.stopped_on is null order by t.id, e.step desc""").param(dossier)
                .query((row, i) -> new Step(row.getString(1), row.getInt(2),
                        row.getObject(3, LocalDate.class), row.getString(4),
                        row.getString(5) == null ? null : DelayReason.valueOf(row.getString(5)), row.getString(6), row.getString(7)))
                .list();
    }
}
