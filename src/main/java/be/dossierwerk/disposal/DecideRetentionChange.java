package be.dossierwerk.disposal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes on a retention rule. Approval writes the next version; a rejection needs a reason. */
@Service
public class DecideRetentionChange {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final RetentionRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecideRetentionChange(CurrentActor currentActor, AuditLog audit, RetentionRules rules, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; disposal.rule.decided; disposal.rule.four-eyes; disposal.rule.day-passed; disposal.reason-required on field reason */
    @Transactional
    public void decide(long proposal, Verdict verdict, String reason) {
        var actor = currentActor.require(Roles.MANAGER, Roles.LAWYER);
        audit.lock(RetentionRules.SUBJECT);
        RetentionRules.Proposal open = rules.open(proposal).orElseThrow(() -> new Refused("disposal.rule.decided"));
        if (open.by().equals(actor.id())) {
            throw new Refused("disposal.rule.four-eyes");
        }
        String why = verdict.checked(reason);
        RetentionRule next = open.change().after(open.base());
        if (verdict == Verdict.GOEDGEKEURD && !next.validFrom().isAfter(LocalDate.now(clock))) {
            throw new Refused("disposal.rule.day-passed", Dates.prose(next.validFrom()));
        }
        jdbc.sql("update disposal_rule_change set decision = ?, decision_reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?")
                .params(Arrays.asList(verdict.name(), why, actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), proposal)).update();
        if (verdict == Verdict.GOEDGEKEURD) {
            jdbc.sql("""
                    insert into disposal_rule (code, version, name, procedures, months, counts_from, valid_from, source, certain) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(next.code(), next.version(), next.name(), next.procedures().toArray(String[]::new), next.months(), next.countsFrom().name(), next.validFrom(),
                            next.source(), next.certain()).update();
        }
        audit.record(AuditLog.Entry.of(RetentionRules.SUBJECT, "BEWAARREGEL_" + verdict.name(), (verdict == Verdict.GOEDGEKEURD
                ? "%s keurde de wijziging van bewaarregel %s goed die %s voorstelde: %d maanden vanaf %s."
                : "%s wees de wijziging van bewaarregel %s af die %s voorstelde: %d maanden vanaf %s.")
                .formatted(actor.name(), next.code(), open.byName(), next.months(), Dates.prose(next.validFrom()))).because(why));
    }
}
