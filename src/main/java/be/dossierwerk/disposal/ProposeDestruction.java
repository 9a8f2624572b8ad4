package be.dossierwerk.disposal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head of the department proposes to destroy a dossier whose term is over. Nothing is destroyed before somebody else confirms it. */
@Service
public class ProposeDestruction {

    private static final int REASON_LIMIT = 500;

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final DueDossiers due;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposeDestruction(CurrentActor currentActor, AuditLog audit, DueDossiers due, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.due = due;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * {@code reason}: stays with the destruction, and may be empty.
     * @return the number of the proposal
     * @throws Refused security.role-missing; disposal.not-due; disposal.held-back.KIND; disposal.proposed; disposal.reason-too-long on field reason
     */
    @Transactional
    public long propose(String dossier, String reason) {
        var actor = currentActor.require(Roles.HEAD);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > REASON_LIMIT) {
            throw new Refused("disposal.reason-too-long", List.of(new Refused.Field("reason", "disposal.reason-too-long", REASON_LIMIT)), REASON_LIMIT);
        }
        audit.lock(dossier);
        DueDossier over = DestroyDossier.free(due, dossier);
        if (over.proposal() != null) {
            throw new Refused("disposal.proposed", dossier, over.proposal().byName());
        }
        long id = jdbc.sql("""
                insert into disposal_proposal (dossier, rule, rule_version, counted_from, due_on, reason, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(Arrays.asList(dossier, over.rule().code(), over.rule().version(), over.countedFrom(), over.dueOn(), why,
                actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))).query(Long.class).single();
        audit.record(AuditLog.Entry.of(dossier, "VERNIETIGING_VOORGESTELD", "%s stelde voor om dit dossier te vernietigen: de bewaartermijn van regel %s was voorbij op %s."
                .formatted(actor.name(), over.rule().code(), Dates.prose(over.dueOn()))).because(why));
        return id;
    }
}
