package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a request for documents of the department; the term runs from the day after the registration (Bestuursdecreet II.30). */
@Service
public class RegisterOpenbaarheid {

    /** {@code documents}: what is asked for, one document on a line. */
    public record Openbaarheid(Requester requester, String documents) { }

    private static final RegisterRequest.Kind KIND = new RegisterRequest.Kind(OpenbaarheidModel.PROCESS, "OPB", "VERZOEKER", "Vraag om documenten");

    private final RegisterRequest registerRequest;
    private final OpenbaarheidRequests requests;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterOpenbaarheid(RegisterRequest registerRequest, OpenbaarheidRequests requests, Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit,
                         JdbcClient jdbc, Clock clock) {
        this.registerRequest = registerRequest;
        this.requests = requests;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action made when the form opened; the same for every try
     * @return the dossier number
     * @throws Refused {@code request.invalid} with every wrong field: those of the requester, documents, attachments
     */
    @Transactional
    public String register(UUID action, Openbaarheid openbaarheid, List<AttachedFile> attachments) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER);
        Optional<String> before = registerRequest.before(action);
        if (before.isPresent()) {
            return before.get();
        }
        List<Refused.Field> wrong = new ArrayList<>(registerRequest.check(openbaarheid.requester(), false, attachments));
        registerRequest.longText(wrong, "documents", openbaarheid.documents());
        RegisterRequest.refuse(wrong);
        String dossier = registerRequest.open(action, KIND, openbaarheid.requester(), false, attachments);
        jdbc.sql("insert into openbaarheid (dossier) values (?)").param(dossier).update();
        requests.ask(dossier, RegisterRequest.lines(openbaarheid.documents()));
        audit.record(AuditLog.Entry.of(dossier, "DOCUMENTEN_GEVRAAGD", "%s registreerde dat %s documenten vraagt.".formatted(actor.name(),
                openbaarheid.requester().name().strip())).because(openbaarheid.documents().strip()));
        LocalDate registered = LocalDate.now(clock);
        terms.start(dossier, "T-REC-00", openbaarheid.requester().receivedOn());
        terms.start(dossier, OpenbaarheidModel.TERM, registered);
        processes.start(OpenbaarheidModel.PROCESS, dossier, Map.of());
        return dossier;
    }
}
