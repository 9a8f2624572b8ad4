package be.dossierwerk.alert;

import be.dossierwerk.deadline.TermEscalated;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes an alert with each step of a term's ladder, in its transaction: a step is never taken without one, nor twice. */
@Component
class RaiseAlert {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Terms terms;
    private final QuietHours quietHours;
    private final Clock clock;

    RaiseAlert(JdbcClient jdbc, Dossiers dossiers, Terms terms, QuietHours quietHours, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.terms = terms;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TermEscalated step) {
        Instant now = clock.instant();
        String handler = Roles.HANDLER.equals(step.addressee()) ? dossiers.get(step.dossier()).handler() : null;
        jdbc.sql("""
                insert into alert (id, dossier, rule, percent, role, person, sentence, came_on, raised_at, not_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(UUID.randomUUID(), step.dossier(), step.rule(), step.percent(), step.addressee(), handler, step.sentence(),
                        step.cameOn(), at(now), at(quietHours.firstAllowed(now, terms::workingDay)))).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
