package be.dossierwerk.procedurechange;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the plan of a publication as it is typed: whoever looks at another tab, or comes back tomorrow, finds it again. */
@Service
public class KeepPlan {

    /** More than the plan may hold when it is laid before a colleague: what is too long is kept too, and refused only then. */
    private static final int LIMIT = 10 * Text.LONG;

    private final OpenDraft openDraft;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeepPlan(OpenDraft openDraft, Changes changes, JdbcClient jdbc, Clock clock) {
        this.openDraft = openDraft;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param seen the version that the screen began with, 0 for none
     * @throws Refused security.role-missing, procedurechange.not-open.*, procedurechange.plan.too-long; procedurechange.plan.moved when somebody else
     *                 kept another plan in between: nothing of theirs is written over
     */
    @Transactional
    public DraftPlan keep(String change, DraftPlan.Typed typed, long seen) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        if (typed.chosen().length() > LIMIT || typed.notes() != null && typed.notes().length() > LIMIT) {
            throw new Refused("procedurechange.plan.too-long", LIMIT);
        }
        Optional<DraftPlan> before = changes.plan(change);
        DraftPlan.refuseMoved(before, seen, actor);
        jdbc.sql("""
                insert into draft_plan (change, from_day, rollout, chosen, notes, version, author, author_name, saved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (change) do update set from_day = excluded.from_day, rollout = excluded.rollout, chosen = excluded.chosen, notes = excluded.notes,
                       version = excluded.version, author = excluded.author, author_name = excluded.author_name, saved_at = excluded.saved_at""")
                .params(Arrays.asList(change, typed.fromDay(), typed.rollout() == null ? null : typed.rollout().name(), typed.chosen(), typed.notes(), seen + 1,
                        actor.id(), actor.name(), clock.instant().atOffset(ZoneOffset.UTC))).update();
        return changes.plan(change).orElseThrow();
    }
}
