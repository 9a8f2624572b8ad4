package be.dossierwerk.alert;

import be.dossierwerk.deadline.TermEscalated;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.deadline.TermsEscalated;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.StepReminded;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes an alert with each step of a term's ladder and each reminder of a procedure, in its transaction: a step is never taken without one, nor twice. */
@Component
class RaiseAlert {

    /** Begins the subject of what counts while a task is open; its id follows. */
    static final String OF_TASK = "TAAK:";
    /** Before the end, so never too late. */
    private static final int REMINDER = 50;

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
    public void on(TermsEscalated escalated) {
        List<TermEscalated> steps = escalated.steps();
        Map<String, String> handlers = dossiers.handlers(steps.stream().filter(step -> Roles.HANDLER.equals(step.addressee())).map(TermEscalated::dossier).toList());
        Instant now = clock.instant();
        jdbc.sql("""
                insert into alert (id, dossier, rule, percent, role, person, sentence, came_on, raised_at, not_before)
                select id, dossier, rule, percent, role, person, sentence, came_on, :now, :allowed
                from unnest(:ids, :dossiers, :rules, :percents, :roles, :people, :sentences, cast(:days as date[]))
                    as step (id, dossier, rule, percent, role, person, sentence, came_on)""")
                .param("now", at(now)).param("allowed", at(quietHours.firstAllowed(now, terms::workingDay)))
                .param("ids", steps.stream().map(step -> UUID.randomUUID()).toArray(UUID[]::new))
                .param("dossiers", texts(steps, TermEscalated::dossier)).param("rules", texts(steps, TermEscalated::rule))
                .param("percents", steps.stream().map(TermEscalated::percent).toArray(Integer[]::new)).param("roles", texts(steps, TermEscalated::addressee))
                .param("people", texts(steps, step -> Roles.HANDLER.equals(step.addressee()) ? handlers.get(step.dossier()) : null))
                .param("sentences", texts(steps, TermEscalated::sentence)).param("days", texts(steps, step -> step.cameOn().toString())).update();
    }

    private static String[] texts(List<TermEscalated> steps, Function<TermEscalated, String> what) {
        return steps.stream().map(what).toArray(String[]::new);
    }

    /** What a procedure reminds of counts as long as the task is open; the same step reminds of it once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StepReminded reminder) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into alert (id, dossier, rule, percent, role, person, sentence, came_on, raised_at, not_before, of_term)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false) on conflict do nothing""")
                .params(Arrays.asList(UUID.randomUUID(), reminder.dossier(), OF_TASK + reminder.task() + ":" + reminder.element(), REMINDER, reminder.role(),
                        reminder.person(), reminder.sentence(), LocalDate.ofInstant(now, MovableClock.BRUSSELS), at(now),
                        at(quietHours.firstAllowed(now, terms::workingDay)))).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
