package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who complained or asked for documents changes their mind; possible until a decision is signed. */
@Service
public class DropRequest {

    private static final Map<String, String> MESSAGES = Map.of(KlachtModel.PROCESS, KlachtModel.WITHDRAWN, OpenbaarheidModel.PROCESS, OpenbaarheidModel.WITHDRAWN);
    private static final int REASON_LIMIT = 2_000;

    private final Klachten klachten;
    private final Dossiers dossiers;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Processes processes;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Decisions decisions;
    private final Clock clock;

    DropRequest(Klachten klachten, Dossiers dossiers, SendApplicantLetter letter, Terms terms, Processes processes, CheckConflict checkConflict, CurrentActor currentActor, AuditLog audit,
                Decisions decisions, Clock clock) {
        this.klachten = klachten;
        this.dossiers = dossiers;
        this.letter = letter;
        this.terms = terms;
        this.processes = processes;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
        this.audit = audit;
        this.decisions = decisions;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        String message = MESSAGES.get(dossiers.get(dossier).procedure());
        return message != null && processes.awaits(message, dossier)
                && !decisions.signed(dossier);
    }

    /** @throws Refused inbox.conflict; request.drop.too-late, or request.field.reason with the field reason */
    @Transactional
    public void drop(String dossier, String reason) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER);
        checkConflict.act(dossier, "Intrekking registreren", Roles.HANDLER);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("request.drop.too-late");
        }
        checkReason(reason);
        audit.record(AuditLog.Entry.of(dossier, "VERZOEK_INGETROKKEN", "%s trok dit in; %s registreerde het.".formatted(dossiers.get(dossier).subject(), actor.name()))
                .because(reason.strip()));
        processes.correlate(MESSAGES.get(dossiers.get(dossier).procedure()), dossier, Map.of());
    }

    /** What follows in the procedure: a letter, and the dossier closes. */
    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        boolean complaint = klachten.find(dossier).isPresent();
        if (klachten.canBeWrittenTo(dossier)) {
            letter.send(dossier, "vraag-ingetrokken", complaint ? "U trok uw klacht in" : "U trok uw vraag om documenten in",
                    Map.of("zaak", complaint ? "klacht" : "vraag om documenten"));
        }
        terms.stopAll(dossier, today);
        dossiers.close(dossier, complaint ? "KLACHT_INGETROKKEN" : "VERZOEK_INGETROKKEN", today);
    }

    static void checkReason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new Refused("request.field.reason", List.of(new Refused.Field("reason", "request.field.reason", REASON_LIMIT)), REASON_LIMIT);
        }
    }
}
