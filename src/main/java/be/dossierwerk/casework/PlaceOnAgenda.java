package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts a file on the agenda of a committee session (procedures.md 1.11). */
@Service
class PlaceOnAgenda implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlaceOnAgenda(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "bouwstenen/op-agenda-plaatsen";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.require(Roles.SECRETARIAT);
        LocalDate session = (LocalDate) data.get("zitting");
        if (session.isBefore(LocalDate.now(clock))) {
            throw new Refused("casework.session-past", List.of(new Refused.Field("zitting", "casework.session-past")));
        }
        jdbc.sql("insert into committee_item (id, dossier, session_on) values (?, ?, ?)").params(UUID.randomUUID(), task.dossier(), session).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "OP_AGENDA",
                "%s plaatste het dossier op de agenda van de commissie van %s.".formatted(actor.name(), Dates.prose(session))));
        processes.complete(task.id(), Map.of());
    }
}
