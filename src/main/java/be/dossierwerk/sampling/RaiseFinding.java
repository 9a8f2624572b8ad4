package be.dossierwerk.sampling;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.alert.Warning;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's own act in a dossier, and the only one: what was found is told in its timeline, and who is responsible is asked to answer. */
@Service
public class RaiseFinding {

    static final String SUBJECT = "BEVINDING:";
    private static final int IN_TIME = 50;

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final HoldWarnings warnings;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    RaiseFinding(JdbcClient jdbc, Dossiers dossiers, HoldWarnings warnings, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.warnings = warnings;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing, sampling.unknown, sampling.closed or sampling.wrong with the field text */
    @Transactional
    public UUID raise(String sample, String dossier, String text) {
        Actor actor = currentActor.require(Roles.AUDITOR);
        if (text == null || text.isBlank() || text.length() > SaveAnswer.LONGEST) {
            throw new Refused("sampling.wrong", List.of(text == null || text.isBlank() ? new Refused.Field("text", "sampling.wrong.text")
                    : new Refused.Field("text", "sampling.wrong.long", SaveAnswer.LONGEST)));
        }
        audit.lock(dossier);
        SaveAnswer.open(jdbc, sample, dossier);
        String handler = dossiers.get(dossier).handler();
        String role = handler == null ? Roles.TEAM_LEAD : Roles.HANDLER;
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into sample_finding (id, sample, dossier, text, raised_at, raised_by, raised_by_name, role, person) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, sample, dossier, text.strip(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name(), role, handler)).update();
        jdbc.sql("delete from sample_finding_draft where sample = ? and dossier = ?").params(sample, dossier).update();
        warnings.hold(SUBJECT + id, dossier, List.of(new Warning(dossier, IN_TIME, LocalDate.now(clock), role, handler,
                "%s heeft een bevinding over dit dossier en vraagt een antwoord.".formatted(actor.name()))));
        audit.record(Entry.of(dossier, "BEVINDING", "Bevinding van de auditor, %s: %s".formatted(actor.name(), text.strip())));
        return id;
    }
}
