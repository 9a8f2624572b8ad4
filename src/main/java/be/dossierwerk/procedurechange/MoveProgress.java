package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.CannotFollow;
import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the dossiers have followed a change. */
@Component
public class MoveProgress {

    public enum State { BEZIG, GESTOPT, KLAAR }

    /** {@code moved} dossiers follow the change, {@code left} stayed behind, {@code waiting} are still to come. */
    public record Run(long id, Rollout rollout, State state, int moved, int left, int waiting, Instant begunAt, Instant finishedAt) {

        public int total() {
            return moved + left + waiting;
        }
    }

    public record Left(String dossier, CannotFollow.Reason reason, List<String> facts) { }

    private final JdbcClient jdbc;

    MoveProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last one of that change: there is a second one when it was taken back. */
    @Transactional(readOnly = true)
    public Optional<Run> of(String change) {
        return jdbc.sql("""
                select r.id, r.rollout, r.state, count(*) filter (where m.state = 'VERHUISD'), count(*) filter (where m.state = 'ACHTERGEBLEVEN'),
                       count(*) filter (where m.state = 'WACHT'), r.begun_at, r.finished_at
                from procedure_move_run r left join procedure_move m on m.run = r.id where r.change = ? group by r.id order by r.id desc limit 1""").param(change)
                .query((row, i) -> new Run(row.getLong(1), Rollout.valueOf(row.getString(2)), State.valueOf(row.getString(3)), row.getInt(4), row.getInt(5), row.getInt(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(), row.getObject(8) == null ? null : row.getObject(8, OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Left> left(long run, int most) {
        return jdbc.sql("select dossier, reason, facts from procedure_move where run = ? and state = 'ACHTERGEBLEVEN' order by dossier limit ?").params(run, most)
                .query((row, i) -> new Left(row.getString(1), CannotFollow.Reason.valueOf(row.getString(2)), facts(row.getArray(3)))).list();
    }

    @Transactional(readOnly = true)
    public List<String> moved(long run, int most) {
        return jdbc.sql("select dossier from procedure_move where run = ? and state = 'VERHUISD' order by dossier limit ?").params(run, most).query(String.class).list();
    }

    private static List<String> facts(Array array) throws java.sql.SQLException {
        return List.of((String[]) array.getArray());
    }
}
