package be.dossierwerk.sampling;

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
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The auditor has answered every question: from now on nothing of the answers changes, and their hash is recorded. */
@Service
public class CloseSample {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    CloseSample(JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing, sampling.unknown, sampling.closed or sampling.unanswered */
    @Transactional
    public void close(String number) {
        Actor actor = currentActor.require(Roles.AUDITOR);
        if (!jdbc.sql("select closed_at is null from sample where number = ? for update").param(number).query(Boolean.class).optional()
                .orElseThrow(() -> new Refused("sampling.unknown", number))) {
            throw new Refused("sampling.closed", number);
        }
        List<String> answers = jdbc.sql("select dossier || E'\\t' || code || E'\\t' || coalesce(answer, '') || E'\\t' || remark from " + Samples.ASKED
                + " where sample = ? order by position, place, code").param(number).query(String.class).list();
        long open = jdbc.sql("select count(*) from " + Samples.ASKED + " where sample = ? and answer is null").param(number).query(Long.class).single();
        if (open > 0) {
            throw new Refused("sampling.unanswered", open);
        }
        audit.lock(AuditLog.DEPARTMENT);
        String hash = Draw.sha256(String.join("\n", answers));
        jdbc.sql("update sample set closed_at = ?, closed_by_name = ?, answers_hash = ? where number = ?")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.name(), hash, number).update();
        audit.record(Entry.of(AuditLog.DEPARTMENT, "STEEKPROEF_AFGESLOTEN", "%s sloot steekproef %s af, met %d antwoorden.".formatted(actor.name(), number, answers.size()))
                .changing(Map.of(), Map.of("answers", hash)));
    }
}
