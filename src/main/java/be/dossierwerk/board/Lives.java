package be.dossierwerk.board;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What happened to dossiers, as far as it still holds. */
@Component
class Lives {

    /** So many dossiers in memory at a time. */
    static final int BATCH = 2_000;

    private final JdbcTemplate jdbc;

    Lives(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By the number of their row. */
    Map<Long, Life> of(Long[] dossiers) {
        Map<Long, List<Life.Event>> events = new HashMap<>();
        jdbc.query("select dossier, name, at from history_event where dossier = any (?::bigint[]) and ended_at is null order by dossier, at, place", row -> {
            events.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(new Life.Event(row.getString(2), row.getObject(3, LocalDateTime.class)));
        }, (Object) dossiers);
        Map<Long, Life> lives = new LinkedHashMap<>();
        jdbc.query("select id, number, measure, kind, channel from history_dossier where id = any (?::bigint[]) order by id", row -> {
            lives.put(row.getLong(1), new Life(row.getString(2), row.getString(3), row.getString(4), row.getString(5), events.getOrDefault(row.getLong(1), List.of())));
        }, (Object) dossiers);
        return lives;
    }
}
