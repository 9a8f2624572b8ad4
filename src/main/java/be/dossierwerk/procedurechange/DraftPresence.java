package be.dossierwerk.procedurechange;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who else has a draft open now. */
@Service
public class DraftPresence {

    /** A page that is open says so more often than this. */
    private static final int SECONDS = 90;

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftPresence(CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Says that the acting manager looks at this draft now. @return the names of the other managers who do */
    @Transactional
    public List<String> here(String change) {
        Actor actor = currentActor.get();
        Instant now = clock.instant();
        if (actor.has(Roles.MANAGER)) {
            jdbc.sql("""
                    insert into draft_presence (change, person, name, seen_at) values (?, ?, ?, ?)
                    on conflict (change, person) do update set name = excluded.name, seen_at = excluded.seen_at""")
                    .params(change, actor.id(), actor.name(), now.atOffset(ZoneOffset.UTC)).update();
        }
        return jdbc.sql("select name from draft_presence where change = ? and person <> ? and seen_at between ? and ? order by name")
                .params(change, actor.id(), now.minusSeconds(SECONDS).atOffset(ZoneOffset.UTC), now.plusSeconds(SECONDS).atOffset(ZoneOffset.UTC)).query(String.class).list();
    }
}
