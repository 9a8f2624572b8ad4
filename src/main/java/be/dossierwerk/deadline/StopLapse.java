package be.dossierwerk.deadline;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two people together stop a countdown, because the silence will have no effect: one proposes and another confirms. */
@Service
public class StopLapse {

    private static final int MAX_TEXT = 500;

    private final JdbcClient jdbc;
    private final GuardedTerms guarded;
    private final DossierFacts dossiers;
    private final Terms terms;
    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    StopLapse(JdbcClient jdbc, GuardedTerms guarded, DossierFacts dossiers, Terms terms, Ledger ledger, AuditLog audit, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.guarded = guarded;
        this.dossiers = dossiers;
        this.terms = terms;
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * A later proposal replaces an earlier one that nobody confirmed; the audit trail keeps both.
     * @throws Refused security.role-missing; with its field deadline.lapse.stop.ground-required, deadline.reason.required, deadline.text.too-long;
     *                 deadline.lapse.gone, deadline.lapse.passed
     */
    @Transactional
    public void propose(long term, LapseGround ground, String reason) {
        Actor actor = currentActor.require(Roles.HEAD, Roles.TEAM_LEAD);
        check(ground, reason);
        GuardedTerm counted = lock(term);
        jdbc.sql("""
                insert into lapse_stop (term, ground, reason, proposed_by, proposed_by_name, proposed_at) values (?, ?, ?, ?, ?, ?)""")
                .params(term, ground.name(), reason.strip(), actor.id(), actor.name(), ledger.now()).update();
        audit.record(AuditLog.Entry.of(counted.dossier(), "LAPSE_STOP_PROPOSED", "%s stelde voor om het aftellen van \"%s\" te stoppen: %s."
                .formatted(actor.name(), counted.name(), AuditSentences.lapse(ground))).because(reason.strip()));
    }

    /**
     * The term stops today, for the reason of the proposal, and so the timer of the procedure never fires.
     * @param proposal the one that was read: a newer one has to be read first
     * @throws Refused security.role-missing, deadline.lapse.gone, deadline.lapse.passed, deadline.lapse.stop.replaced,
     *                 deadline.lapse.stop.same-person
     */
    @Transactional
    public void confirm(long term, long proposal) {
        Actor actor = currentActor.require(Roles.HEAD, Roles.LAWYER);
        GuardedTerm counted = lock(term);
        GuardedTerm.Proposal proposed = counted.proposal();
        if (proposed == null || proposed.id() != proposal) {
            throw new Refused("deadline.lapse.stop.replaced");
        }
        if (proposed.by().equals(actor.id())) {
            throw new Refused("deadline.lapse.stop.same-person");
        }
        jdbc.sql("update lapse_stop set confirmed_by = ?, confirmed_by_name = ?, confirmed_at = ? where id = ?")
                .params(actor.id(), actor.name(), ledger.now(), proposal).update();
        audit.record(AuditLog.Entry.of(counted.dossier(), "LAPSE_STOPPED", "%s en %s stopten samen het aftellen van \"%s\": %s."
                        .formatted(proposed.byName(), actor.name(), counted.name(), AuditSentences.lapse(proposed.ground())))
                .because(proposed.reason()).changing(Map.of(), Map.of("ground", proposed.ground().name())));
        terms.stop(counted.dossier(), counted.rule(), ledger.today(), proposed.reason());
    }

    private GuardedTerm lock(long term) {
        GuardedTerm counted = guarded.lock(term);
        if (dossiers.open(Set.of(counted.dossier())).isEmpty()) {
            throw new Refused("deadline.lapse.gone");
        }
        if (!counted.stoppable()) {
            throw new Refused("deadline.lapse.stop.by-law", counted.name());
        }
        return counted;
    }

    private static void check(LapseGround ground, String reason) {
        if (ground == null) {
            throw wrong("ground", "deadline.lapse.stop.ground-required");
        }
        if (reason == null || reason.isBlank()) {
            throw wrong("reason", "deadline.reason.required");
        }
        if (reason.strip().length() > MAX_TEXT) {
            throw wrong("reason", "deadline.text.too-long", String.valueOf(MAX_TEXT));
        }
    }

    private static Refused wrong(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
