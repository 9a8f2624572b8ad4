package be.dossierwerk.disposal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a manager propose another version of a retention rule, from a day to come. Until somebody else approves it nothing changes. */
@Service
public class ProposeRetentionChange {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final RetentionRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposeRetentionChange(CurrentActor currentActor, AuditLog audit, RetentionRules rules, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the number of the proposal
     * @throws Refused security.role-missing; disposal.rule.unknown; disposal.rule.invalid with the fields months, countsFrom, source, reason, validFrom;
     *                 disposal.rule.already-proposed
     */
    @Transactional
    public long propose(RetentionChange change) {
        var actor = currentActor.require(Roles.MANAGER);
        audit.lock(RetentionRules.SUBJECT);
        RetentionRule latest = rules.latest(change.rule()).orElseThrow(() -> new Refused("disposal.rule.unknown"));
        List<Refused.Field> wrong = new ArrayList<>(change.wrong());
        if (change.validFrom() == null || !change.validFrom().isAfter(LocalDate.now(clock)) || !change.validFrom().isAfter(latest.validFrom())) {
            wrong.add(new Refused.Field("validFrom", "disposal.field.valid-from"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("disposal.rule.invalid", wrong, wrong.size());
        }
        if (rules.open().stream().anyMatch(open -> open.base().code().equals(change.rule()))) {
            throw new Refused("disposal.rule.already-proposed");
        }
        long id = jdbc.sql("""
                insert into disposal_rule_change (rule, base_version, months, counts_from, source, certain, reason, valid_from, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(change.rule(), latest.version(), change.months(), change.countsFrom().name(), change.source().strip(),
                change.certain(), change.reason().strip(), change.validFrom(), actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class).single();
        audit.record(AuditLog.Entry.of(RetentionRules.SUBJECT, "BEWAARREGEL_VOORGESTELD", "%s stelde voor bewaarregel %s een andere termijn voor vanaf %s: %d maanden in plaats van %d."
                .formatted(actor.name(), change.rule(), Dates.prose(change.validFrom()), change.months(), latest.months())).because(change.reason().strip())
                .changing(Map.of("versie", latest.version()), Map.of("voorstel", id)));
        return id;
    }
}
