package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends an absence before its last day is over, by who is away or by who divides the work. What was taken over stays where it is. */
@Service
public class EndAbsence {

    private final JdbcClient jdbc;
    private final Absences absences;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    EndAbsence(JdbcClient jdbc, Absences absences, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused inbox.absence.not-yours, inbox.absence.over */
    @Transactional
    public void end(long id) {
        Actor actor = currentActor.get();
        Absences.Absence absence = absences.find(id).orElseThrow(() -> new Refused("inbox.absence.over"));
        if (!mayEnd(actor, absence)) {
            throw new Refused("inbox.absence.not-yours");
        }
        int ended = jdbc.sql("update inbox_absence set ended_at = ?, ended_by = ?, ended_by_name = ? where id = ? and ended_at is null and last_day >= ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), actor.id(), actor.name(), id, LocalDate.now(clock)).update();
        if (ended == 0) {
            throw new Refused("inbox.absence.over");
        }
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "AFWEZIGHEID_BEEINDIGD", "%s beëindigde de afwezigheid van %s; %s vervangt niet meer.".formatted(actor.name(),
                absence.personName(), absence.substituteName())));
    }

    /** Whether this person may end it. */
    public static boolean mayEnd(Actor actor, Absences.Absence absence) {
        return actor.id().equals(absence.person()) || OpenWork.dividesWork(actor);
    }
}
