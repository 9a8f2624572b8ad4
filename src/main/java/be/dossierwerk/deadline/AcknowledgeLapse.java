package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.lastDay;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The person who is named for it says to know that silence will have its effect. */
@Service
public class AcknowledgeLapse {

    private final JdbcClient jdbc;
    private final GuardedTerms guarded;
    private final DossierFacts dossiers;
    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    AcknowledgeLapse(JdbcClient jdbc, GuardedTerms guarded, DossierFacts dossiers, Ledger ledger, AuditLog audit, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.guarded = guarded;
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Every mark up to the one that was seen, for a later mark says all that an earlier one said.
     * @throws Refused security.role-missing; deadline.lapse.gone, deadline.lapse.passed, deadline.lapse.not-named,
     *                 deadline.lapse.not-reached, deadline.lapse.already
     */
    @Transactional
    public void acknowledge(long term, LapseMark seen) {
        Actor actor = currentActor.require(Roles.HANDLER, Roles.TEAM_LEAD, Roles.FINES);
        GuardedTerm counted = guarded.lock(term);
        DossierFacts.Facts dossier = dossiers.open(Set.of(counted.dossier())).get(counted.dossier());
        if (dossier == null) {
            throw new Refused("deadline.lapse.gone");
        }
        if (!dossier.names(actor)) {
            throw new Refused("deadline.lapse.not-named");
        }
        if (!counted.reached(seen, ledger.today())) {
            throw new Refused("deadline.lapse.not-reached");
        }
        List<LapseMark> marks = counted.unacknowledged(ledger.today()).stream().filter(mark -> mark.compareTo(seen) <= 0).toList();
        if (marks.isEmpty()) {
            throw new Refused("deadline.lapse.already");
        }
        // A mark can be asked again when the last day was corrected; the audit trail keeps both answers.
        marks.forEach(mark -> jdbc.sql("""
                insert into lapse_acknowledgement (term, mark, by_id, by_name, at) values (?, ?, ?, ?, ?)
                on conflict (term, mark) do update set by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at""")
                .params(term, mark.code(), actor.id(), actor.name(), ledger.now()).update());
        audit.record(AuditLog.Entry.of(counted.dossier(), "LAPSE_ACKNOWLEDGED", "%s bevestigde te weten dat de termijn \"%s\" loopt (%s); %s. %s"
                .formatted(actor.name(), counted.name(), marks.stream().map(AuditSentences::mark).collect(Collectors.joining(", ")),
                        lastDay(counted.due()), counted.effect())));
    }
}
