package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a complaint about the treatment by the department and starts the procedure (procedures.md 1.10). */
@Service
public class RegisterKlacht {

    /** {@code told}: what happened, in the words of who complains; {@code people}: ids of the colleagues complained about. */
    public record Klacht(Requester requester, boolean anonymous, LocalDate happenedOn, String told, Set<String> people) { }

    private static final RegisterRequest.Kind KIND = new RegisterRequest.Kind(KlachtModel.PROCESS, "KLA", "KLAGER", "Klacht");

    private final RegisterRequest registerRequest;
    private final ComplainedAbout complainedAbout;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RegisterKlacht(RegisterRequest registerRequest, ComplainedAbout complainedAbout, Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit,
                   JdbcClient jdbc) {
        this.registerRequest = registerRequest;
        this.complainedAbout = complainedAbout;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * @param action made when the form opened; the same for every try
     * @return the dossier number
     * @throws Refused {@code request.invalid} with every wrong field: those of the requester, happenedOn, told, people, attachments
     */
    @Transactional
    public String register(UUID action, Klacht klacht, List<AttachedFile> attachments) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, Roles.TEAM_LEAD);
        Optional<String> before = registerRequest.before(action);
        if (before.isPresent()) {
            return before.get();
        }
        Requester requester = klacht.requester();
        List<Refused.Field> wrong = new ArrayList<>(registerRequest.check(requester, klacht.anonymous(), attachments));
        registerRequest.pastDay(wrong, "happenedOn", klacht.happenedOn());
        if (requester.receivedOn() != null && klacht.happenedOn() != null && klacht.happenedOn().isAfter(requester.receivedOn())) {
            wrong.add(new Refused.Field("happenedOn", "request.field.happened-after", Dates.prose(requester.receivedOn())));
        }
        registerRequest.longText(wrong, "told", klacht.told());
        RegisterRequest.refuse(wrong);
        complainedAbout.check(klacht.people());
        String dossier = registerRequest.open(action, KIND, requester, klacht.anonymous(), attachments);
        jdbc.sql("insert into klacht (dossier, anonymous, happened_on, told) values (?, ?, ?, ?)")
                .params(dossier, klacht.anonymous(), klacht.happenedOn(), klacht.told().strip()).update();
        complainedAbout.keep(dossier, klacht.people());
        List<String> names = List.copyOf(complainedAbout.of(dossier).values());
        audit.record(AuditLog.Entry.of(dossier, "KLACHT_GEREGISTREERD", "%s registreerde deze klacht%s.".formatted(actor.name(),
                names.isEmpty() ? "" : "; ze gaat over " + String.join(", ", names))));
        if (!klacht.anonymous()) {
            terms.start(dossier, KlachtModel.ACKNOWLEDGEMENT_TERM, requester.receivedOn());
        }
        terms.start(dossier, KlachtModel.TERM, requester.receivedOn());
        processes.start(KlachtModel.PROCESS, dossier, Map.of());
        return dossier;
    }
}
