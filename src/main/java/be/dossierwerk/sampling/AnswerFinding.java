package be.dossierwerk.sampling;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is responsible answers a finding: the handler it was sent to, or who leads. The answer stays with the finding. */
@Service
public class AnswerFinding {

    private final JdbcClient jdbc;
    private final HoldWarnings warnings;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    AnswerFinding(JdbcClient jdbc, HoldWarnings warnings, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.warnings = warnings;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Of one dossier, oldest first. */
    @Transactional(readOnly = true)
    public List<Samples.Finding> of(String dossier) {
        return jdbc.sql("select * from sample_finding where dossier = ? order by raised_at, id").param(dossier).query(Samples::finding).list();
    }

    public boolean mayAnswer(Samples.Finding finding) {
        Actor actor = currentActor.get();
        return finding.answer() == null && (actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD) || actor.id().equals(finding.person()) && actor.has(finding.role()));
    }

    /** @throws Refused sampling.finding.unknown, sampling.finding.not-yours, sampling.finding.answered or sampling.wrong with the field answer */
    @Transactional
    public void answer(UUID id, String answer) {
        Samples.Finding finding = jdbc.sql("select * from sample_finding where id = ?").param(id).query(Samples::finding).optional()
                .orElseThrow(() -> new Refused("sampling.finding.unknown"));
        if (finding.answer() == null && !mayAnswer(finding)) {
            throw new Refused("sampling.finding.not-yours");
        }
        if (answer == null || answer.isBlank() || answer.length() > SaveAnswer.LONGEST) {
            throw new Refused("sampling.wrong", List.of(answer == null || answer.isBlank() ? new Refused.Field("answer", "sampling.wrong.answer")
                    : new Refused.Field("answer", "sampling.wrong.long", SaveAnswer.LONGEST)));
        }
        audit.lock(finding.dossier());
        Actor actor = currentActor.get();
        if (jdbc.sql("update sample_finding set answer = ?, answered_at = ?, answered_by = ?, answered_by_name = ? where id = ? and answer is null")
                .params(answer.strip(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name(), id).update() == 0) {
            throw new Refused("sampling.finding.answered");
        }
        warnings.hold(RaiseFinding.SUBJECT + id, finding.dossier(), List.of());
        audit.record(Entry.of(finding.dossier(), "BEVINDING_BEANTWOORD", "%s antwoordde op de bevinding van de auditor: %s".formatted(actor.name(), answer.strip())));
    }
}
