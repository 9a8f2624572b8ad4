package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the signed decision and keeps the proof: the day from which the appeal term runs (procedures.md 1.10). */
@Service
public class NotifyBesluit implements TaskAction {

    /** What counts is then the day on which it is handed to the post. */
    private static final String REGISTERED = "POST_AANGETEKEND";

    private final SendApplicantLetter sendLetter;
    private final Procedures procedures;
    private final Letters letters;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    NotifyBesluit(SendApplicantLetter sendLetter, Procedures procedures, Letters letters, CurrentActor currentActor, Processes processes, AuditLog audit,
                  JdbcClient jdbc, Clock clock) {
        this.sendLetter = sendLetter;
        this.procedures = procedures;
        this.letters = letters;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the channel taken, for the diagram */
    @Transactional
    public String dispatch(String dossier) {
        String channel = sendLetter.sendDecision(dossier, letter(dossier));
        if (!channel.equals(REGISTERED)) {
            procedures.checkLastDay(dossier, outcome(dossier), LocalDate.now(clock));
        }
        return channel;
    }

    @Override
    public String formKey() {
        return "bouwstenen/zending-registreren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("verzondenOp", LocalDate.now(clock));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        LocalDate on = (LocalDate) data.get("verzondenOp");
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refused("casework.posted-future", List.of(new Refused.Field("verzondenOp", "casework.posted-future")));
        }
        procedures.checkLastDay(task.dossier(), outcome(task.dossier()), on);
        letters.posted(letter(task.dossier()), on, (String) data.get("zendingsnummer"));
        audit.record(AuditLog.Entry.of(task.dossier(), "ZENDING_GEREGISTREERD",
                "%s gaf de beslissing op %s aangetekend af op de post.".formatted(actor.name(), Dates.prose(on))));
        processes.complete(task.id(), Map.of());
    }

    private String outcome(String dossier) {
        return jdbc.sql("select outcome from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier).query(String.class).single();
    }

    private UUID letter(String dossier) {
        return jdbc.sql("select letter from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier).query(UUID.class).single();
    }
}
