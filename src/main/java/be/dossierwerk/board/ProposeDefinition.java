package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.Definitions.Version;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a manager propose the next version of a norm, or a new norm. Until somebody else approves it nothing changes. */
@Service
public class ProposeDefinition {

    private static final int LONGEST_REASON = 500;

    private final Definitions definitions;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposeDefinition(Definitions definitions, AuditLog audit, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.definitions = definitions;
        this.audit = audit;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the number of the proposal
     * @throws Refused security.role-missing; board.definition.invalid with all wrong fields; board.definition.same; board.definition.already-proposed
     */
    @Transactional
    public long propose(Definition wanted, String reason) {
        Actor actor = currentActor.require(Roles.MANAGER);
        audit.lock(AuditLog.DEPARTMENT);
        Definition proposed = checked(wanted, reason);
        Version base = definitions.newest(proposed.code()).orElse(null);
        if (base != null && proposed.since(base.definition()).isEmpty()) {
            throw new Refused("board.definition.same");
        }
        if (definitions.open().stream().anyMatch(open -> open.definition().code().equals(proposed.code()))) {
            throw new Refused("board.definition.already-proposed");
        }
        int version = base == null ? 1 : base.version() + 1;
        long id = jdbc.sql("""
                insert into board_norm_change (code, version, place, measure, measure_name, name, target, decimals, bound, source, note, reason, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, coalesce((select max(place) from board_norm where code = ?), (select max(place) + 1 from board_norm)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(proposed.code(), version, proposed.code(), proposed.measure(), proposed.measureName(), proposed.name(), proposed.target(), proposed.decimals(),
                        proposed.bound().name(), proposed.source(), proposed.note(), reason.strip(), actor.id(), actor.name(), KnownLives.at(clock.instant()))).query(Long.class).single();
        for (Norm row : proposed.norms(version)) {
            jdbc.sql("""
                    insert into board_norm_change_row (change, place, start_event, stop_event, counted_in, unit, amount, without_pauses, filter) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, row.place(), row.start(), row.stop(), row.countedIn(), row.limit().unit().name(), row.limit().value(), row.withoutPauses(), row.filter()).update();
        }
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "NORM_VOORGESTELD", (base == null ? "%s stelde een nieuwe norm %s voor: \"%s\"." : "%s stelde een andere definitie van norm %s voor: \"%s\".")
                .formatted(actor.name(), proposed.code(), proposed.name())).because(reason.strip()).changing(Map.of("versie", version - 1), Map.of("voorstel", id)));
        return id;
    }

    /** Of the measure as it is known here: its name is not chosen. */
    private Definition checked(Definition wanted, String reason) {
        Definition tidy = wanted.tidy();
        List<Refused.Field> wrong = new ArrayList<>(tidy.wrong());
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            wrong.add(new Refused.Field("reason", "board.definition.wrong.reason", LONGEST_REASON));
        }
        String measureName = definitions.nameOf(tidy.measure()).orElse(null);
        boolean moved = definitions.newest(tidy.code()).filter(base -> !base.definition().measure().equals(tidy.measure())).isPresent();
        if (measureName == null || moved) {
            wrong.removeIf(field -> field.name().equals("measure"));
            wrong.add(new Refused.Field("measure", "board.definition.wrong.measure"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("board.definition.invalid", wrong, wrong.size());
        }
        return new Definition(tidy.code(), tidy.measure(), measureName, tidy.name(), tidy.target(), tidy.decimals(), tidy.bound(), tidy.source(), tidy.note(), tidy.rows());
    }
}
