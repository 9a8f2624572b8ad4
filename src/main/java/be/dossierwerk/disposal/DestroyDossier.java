package be.dossierwerk.disposal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.ForgetDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second person confirms, and the dossier is destroyed: what was said and its key, documents, parties, letters, notes, what the engine remembers. What
 * is left are number, procedure, days, terms, steps and who of the service did what, in a chain that still verifies (ADR 0026). Never under appeal.
 */
@Service
public class DestroyDossier {

    private record Open(String dossier, String reason, String by, String byName) { }

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final DueDossiers due;
    private final ForgetDossier engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PersonalData personalData = PersonalData.register();

    DestroyDossier(CurrentActor currentActor, AuditLog audit, DueDossiers due, ForgetDossier engine, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.due = due;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Looks at everything again under the lock of the dossier.
     * @throws Refused security.role-missing; disposal.decided; disposal.four-eyes; disposal.not-due; disposal.held-back.KIND
     */
    @Transactional
    public void destroy(long proposal) {
        Actor actor = currentActor.require(Roles.HEAD, Roles.LAWYER);
        audit.lock(open(proposal).dossier());
        // Somebody may have decided while this one waited for the lock.
        Open open = open(proposal);
        String dossier = open.dossier();
        if (open.by().equals(actor.id())) {
            throw new Refused("disposal.four-eyes", dossier);
        }
        DueDossier over = free(due, dossier);
        RetentionRule rule = over.rule();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("update disposal_proposal set decision = 'VERNIETIGD', decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?")
                .params(actor.id(), actor.name(), now, proposal).update();
        jdbc.sql("""
                insert into destruction (dossier, rule, due_on, destroyed_at, by_id, by_name, second_id, second_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, rule.inWords(), over.dueOn(), now, open.by(), open.byName(), actor.id(), actor.name(),
                        open.reason())).update();
        Map<String, Integer> rows = emptied(dossier);
        audit.record(AuditLog.Entry.of(dossier, AuditLog.DESTROYED, "%s bevestigde wat %s voorstelde: dit dossier werd vernietigd volgens bewaarregel %s. De termijn was voorbij op %s."
                .formatted(actor.name(), open.byName(), rule.inWords(), Dates.prose(over.dueOn()))).changing(rows, Map.of()));
        engine.forget(dossier);
    }

    /** What guards the tables and writes their changes down lets this transaction through, for this dossier, because it wrote the destruction of it. */
    private Map<String, Integer> emptied(String dossier) {
        lets(dossier);
        Map<String, Integer> rows = personalData.destroy(jdbc, dossier);
        lets("");
        return rows;
    }

    private void lets(String dossier) {
        jdbc.sql("select set_config('dossierwerk.destroys', ?, true)").param(dossier).query(String.class).single();
    }

    private Open open(long proposal) {
        return jdbc.sql("select dossier, reason, proposed_by as by, proposed_by_name as by_name from disposal_proposal where id = ? and decision is null").param(proposal)
                .query(Open.class).optional().orElseThrow(() -> new Refused("disposal.decided"));
    }

    /** Of a dossier that is locked. @throws Refused disposal.not-due, or disposal.held-back.KIND for the first that holds it back */
    static DueDossier free(DueDossiers due, String dossier) {
        DueDossier over = due.of(dossier).orElseThrow(() -> new Refused("disposal.not-due", dossier));
        List<Hindrance> held = over.hindrances();
        if (!held.isEmpty()) {
            Hindrance first = held.get(0);
            throw new Refused("disposal.held-back." + first.kind(), dossier, first.detail(), first.until() == null ? "" : Dates.prose(first.until()));
        }
        return over;
    }
}
