package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What had happened to dossiers, as it was known at a moment: what was recorded by then and had not turned out otherwise (ADR 0033). */
@Component
class KnownLives {

    /** Two parts, so that each finds its own index. */
    static final String EVENTS = """
            (select * from history_event where ended_at is null and recorded_at <= :known
             union all select * from history_event where ended_at > :known and recorded_at <= :known)""";

    /** So many dossiers in memory at a time. */
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;

    KnownLives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each dossier of a measure in which one of the events happened in one of the periods. */
    void each(String measure, Collection<String> events, List<Period> periods, Instant known, Consumer<Life> take) {
        List<Long> dossiers = new ArrayList<>();
        periods.forEach(period -> dossiers.addAll(jdbc.sql("select distinct dossier from " + EVENTS + " e where measure = :measure and name = any (:events) and at >= :from and at < :to")
                .param("known", at(known)).param("measure", measure).param("events", events.toArray(String[]::new)).param("from", period.from()).param("to", period.to().plusDays(1))
                .query(Long.class).list()));
        List<Long> once = dossiers.stream().distinct().sorted().toList();
        for (int from = 0; from < once.size(); from += BATCH) {
            of(once.subList(from, Math.min(from + BATCH, once.size())).toArray(Long[]::new), known).forEach(take);
        }
    }

    /** Also the kind and the channel are those of then. */
    private Collection<Life> of(Long[] dossiers, Instant known) {
        Map<Long, Life> lives = new LinkedHashMap<>();
        jdbc.sql("select e.dossier, d.number, e.measure, e.kind, e.channel, e.name, e.at from " + EVENTS
                + " e join history_dossier d on d.id = e.dossier where e.dossier = any (:dossiers) order by e.dossier, e.at, e.place")
                .param("known", at(known)).param("dossiers", dossiers).query(row -> {
                    Life life = lives.get(row.getLong(1));
                    if (life == null) {
                        life = new Life(row.getString(2), row.getString(3), row.getString(4), row.getString(5), new ArrayList<>());
                        lives.put(row.getLong(1), life);
                    }
                    life.events().add(new Life.Event(row.getString(6), row.getObject(7, LocalDateTime.class)));
                });
        return lives.values();
    }

    static OffsetDateTime at(Instant known) {
        return OffsetDateTime.ofInstant(known, ZoneOffset.UTC);
    }
}
