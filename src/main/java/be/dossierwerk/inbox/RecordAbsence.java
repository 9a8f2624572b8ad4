package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that somebody is away and who stands in: one's own absence; who divides the work, anybody's. Nobody stands in while
 * away, and nobody is away while standing in: so substitutes never form a chain.
 */
@Service
public class RecordAbsence {

    private final JdbcClient jdbc;
    private final Absences absences;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    RecordAbsence(JdbcClient jdbc, Absences absences, Colleagues colleagues, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param firstDay may be in the past while the last day is not: for who called in sick
     * @throws Refused inbox.absence.not-yours; inbox.absence.invalid with the fields person, firstDay, lastDay, substitute
     */
    @Transactional
    public long record(String personId, LocalDate firstDay, LocalDate lastDay, String substituteId) {
        Actor actor = currentActor.get();
        if (actor.has(Roles.AUDITOR) || !actor.id().equals(personId) && !OpenWork.dividesWork(actor)) {
            throw new Refused("inbox.absence.not-yours");
        }
        Optional<Actor> person = known(personId, actor);
        Optional<Actor> substitute = substituteId == null ? Optional.empty() : colleagues.find(substituteId);
        List<Refused.Field> wrong = new ArrayList<>();
        if (person.isEmpty()) {
            wrong.add(new Refused.Field("person", "inbox.absence.person-required"));
        }
        days(firstDay, lastDay, wrong);
        if (substitute.isEmpty()) {
            wrong.add(new Refused.Field("substitute", "inbox.absence.substitute-required"));
        } else {
            person.ifPresent(away -> suits(away, substitute.get(), wrong));
        }
        if (wrong.isEmpty()) {
            // Two who record at the same time see each other's absence.
            jdbc.sql("lock table inbox_absence in share row exclusive mode").update();
            overlaps(person.get(), substitute.get(), firstDay, lastDay, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused("inbox.absence.invalid", wrong);
        }
        long id = jdbc.sql("""
                insert into inbox_absence (person, person_name, substitute, substitute_name, first_day, last_day, recorded_by, recorded_by_name, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(person.get().id(), person.get().name(), substitute.get().id(), substitute.get().name(), firstDay, lastDay, actor.id(), actor.name(),
                        clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class).single();
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "AFWEZIGHEID_GENOTEERD", "%s noteerde dat %s afwezig is van %s tot en met %s; %s vervangt.".formatted(actor.name(),
                person.get().name(), Dates.prose(firstDay), Dates.prose(lastDay), substitute.get().name())));
        return id;
    }

    private Optional<Actor> known(String personId, Actor actor) {
        return actor.id().equals(personId) ? Optional.of(actor) : personId == null ? Optional.empty() : colleagues.find(personId);
    }

    private void days(LocalDate firstDay, LocalDate lastDay, List<Refused.Field> wrong) {
        if (firstDay == null) {
            wrong.add(new Refused.Field("firstDay", "inbox.absence.first-day-required"));
        }
        if (lastDay == null) {
            wrong.add(new Refused.Field("lastDay", "inbox.absence.last-day-required"));
        } else if (firstDay != null && lastDay.isBefore(firstDay)) {
            wrong.add(new Refused.Field("lastDay", "inbox.absence.days-turned"));
        } else if (lastDay.isBefore(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("lastDay", "inbox.absence.past-day"));
        }
    }

    private static void suits(Actor person, Actor substitute, List<Refused.Field> wrong) {
        if (person.id().equals(substitute.id())) {
            wrong.add(new Refused.Field("substitute", "inbox.absence.oneself", person.name()));
        } else if (!substitute.roles().containsAll(person.roles())) {
            wrong.add(new Refused.Field("substitute", "inbox.absence.other-role", substitute.name(), person.roles().stream()
                    .filter(role -> !substitute.has(role)).map(Roles::name).sorted().collect(Collectors.joining(", "))));
        }
    }

    private void overlaps(Actor person, Actor substitute, LocalDate firstDay, LocalDate lastDay, List<Refused.Field> wrong) {
        for (Absences.Absence other : absences.during(firstDay, lastDay, person.id(), substitute.id())) {
            String from = Dates.table(other.firstDay());
            String to = Dates.table(other.lastDay());
            if (other.person().equals(person.id())) {
                wrong.add(new Refused.Field("firstDay", "inbox.absence.overlap", person.name(), from, to));
            }
            if (other.person().equals(substitute.id())) {
                wrong.add(new Refused.Field("substitute", "inbox.absence.substitute-away", substitute.name(), from, to));
            }
            if (other.substitute().equals(person.id())) {
                wrong.add(new Refused.Field("firstDay", "inbox.absence.stands-in", person.name(), other.personName(), from, to));
            }
        }
    }
}
