package be.dossierwerk.simulation;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.WorkInHand;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The simulations that were asked for, newest first, with what they found. */
@Component
public class SimulationRuns {

    public enum State { LOOPT, KLAAR, GESTOPT, MISLUKT }

    /** {@code change} is null for a question without a change, {@code outcome} until it is done. */
    public record Run(long id, String change, String procedure, String publishedHash, String proposedHash, Variant variant, long seed, int repetitions, State state,
                      int done, String askedByName, Instant askedAt, Outcome outcome) {

        /** Whether it was about other diagrams than these. */
        public boolean isStale(String published, String proposed) {
            return !publishedHash.equals(published) || !proposedHash.equals(proposed);
        }
    }

    private static final int KEPT_IN_SIGHT = 10;
    private static final String KIND = "SIMULATIE";

    private final JdbcClient jdbc;
    private final WorkInHand inHand;
    private final ObjectMapper json;
    private final Clock clock;

    SimulationRuns(JdbcClient jdbc, WorkInHand inHand, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.inHand = inHand;
        this.json = json;
        this.clock = clock;
    }

    /** The latest of a change, or with null those without a change. */
    public List<Run> of(String change) {
        return jdbc.sql("select * from simulation_run where change is not distinct from ? order by id desc limit " + KEPT_IN_SIGHT).param(change).query(this::run).list();
    }

    public Optional<Run> find(long id) {
        return jdbc.sql("select * from simulation_run where id = ?").param(id).query(this::run).optional();
    }

    long add(StartSimulation.Question question, Actor by) {
        long id = jdbc.sql("""
                insert into simulation_run (change, procedure, published_hash, proposed_hash, variant, seed, repetitions, state, asked_by, asked_by_name, asked_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, 'LOOPT', ?, ?, ?) returning id""")
                .params(java.util.Arrays.asList(question.change(), question.procedure(), question.published().hash(), question.proposed().hash(), text(question.variant()),
                        question.seed(), question.repetitions(), by.id(), by.name(), now()))
                .query(Long.class).single();
        inHand.take(KIND, id);
        return id;
    }

    boolean running(String change) {
        return jdbc.sql("select exists (select from simulation_run where state = 'LOOPT' and change is not distinct from ?)").param(change).query(Boolean.class).single();
    }

    /** @return false when somebody stopped it */
    boolean progress(long id, int done) {
        return jdbc.sql("update simulation_run set done = ? where id = ? and state = 'LOOPT'").params(done, id).update() == 1;
    }

    void finish(long id, State state, Outcome outcome) {
        jdbc.sql("update simulation_run set state = ?, done = case when ?::text is null then done else repetitions end, outcome = ?::jsonb, finished_at = ? where id = ? and state = 'LOOPT'")
                .params(java.util.Arrays.asList(state.name(), outcome == null ? null : "", outcome == null ? null : text(outcome), now(), id)).update();
        inHand.leave(KIND, id);
    }

    /** What no server has in hand any more will not go on. */
    void abandon() {
        jdbc.sql("update simulation_run set state = 'MISLUKT', finished_at = ? where state = 'LOOPT' and not work_goes_on(?, id)").params(now(), KIND).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a simulation that cannot be read", e);
        }
    }

    private Run run(ResultSet row, int number) throws SQLException {
        return new Run(row.getLong("id"), row.getString("change"), row.getString("procedure"), row.getString("published_hash"), row.getString("proposed_hash"),
                read(row.getString("variant"), Variant.class), row.getLong("seed"), row.getInt("repetitions"), State.valueOf(row.getString("state")), row.getInt("done"),
                row.getString("asked_by_name"), row.getObject("asked_at", OffsetDateTime.class).toInstant(), read(row.getString("outcome"), Outcome.class));
    }
}
