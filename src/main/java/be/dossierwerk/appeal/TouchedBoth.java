package be.dossierwerk.appeal;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who touched both a contested dossier and its appeal, for those who watch over impartiality (procedures.md 1.10). */
@Service
public class TouchedBoth {

    /** {@code inContested} and {@code inAppeal}: how many acts the trail holds; the tasks are their names, in the order of the work. */
    public record Touch(String contested, String appeal, String subject, String person, String name, int inContested, List<String> tasksInContested, int inAppeal,
                        List<String> tasksInAppeal, boolean keptOut) { }

    private final HadAPart hadAPart;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    TouchedBoth(HadAPart hadAPart, CurrentActor currentActor, JdbcClient jdbc) {
        this.hadAPart = hadAPart;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    /** By pair of dossiers, the newest appeal first. */
    @Transactional(readOnly = true)
    public List<Touch> all() {
        currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.AUDITOR);
        // One look for each appeal, not for each person.
        Map<String, Set<String>> keptOut = new HashMap<>();
        jdbc.sql("select appeal from contest").query(String.class).list().forEach(appeal -> keptOut.put(appeal, hadAPart.keptOut(appeal).keySet()));
        return jdbc.sql("""
                select c.contested, c.appeal, d.subject, one.actor, one.actor_name, one.acts, one.tasks, two.acts, two.tasks
                from contest c join dossier d on d.number = c.appeal
                join touched one on one.dossier = c.contested join touched two on two.dossier = c.appeal and two.actor = one.actor
                order by d.received_on desc, c.appeal desc, one.actor_name""").query((row, i) -> new Touch(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                row.getString(5), row.getInt(6), List.of((String[]) row.getArray(7).getArray()), row.getInt(8), List.of((String[]) row.getArray(9).getArray()),
                keptOut.getOrDefault(row.getString(2), Set.of()).contains(row.getString(4)))).list();
    }
}
