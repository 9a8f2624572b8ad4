package be.dossierwerk.infringement;

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
import org.springframework.stereotype.Service;

/** The hearing with its minutes, which become a document of the file. */
@Service
class HoldHearing implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Letters letters;
    private final Clock clock;

    HoldHearing(CurrentActor currentActor, Processes processes, AuditLog audit, Letters letters, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/hoorzitting-houden";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        LocalDate held = (LocalDate) data.get("gehoudenOp");
        if (held.isAfter(LocalDate.now(clock))) {
            throw new Refused("infringement.future", List.of(new Refused.Field("gehoudenOp", "infringement.future")));
        }
        letters.file(dossier, "verslag-hoorzitting", "Verslag van de hoorzitting van " + Dates.prose(held), "VERSLAG_HOORZITTING",
                Map.of("gehoudenOp", held, "aanwezig", data.get("aanwezig"), "verslag", data.get("verslag")));
        audit.record(AuditLog.Entry.of(dossier, "HOORZITTING_GEHOUDEN", "%s hoorde de onderneming op %s; het verslag zit in het dossier.".formatted(actor.name(), Dates.prose(held))));
        processes.complete(task.id(), Map.of());
    }
}
