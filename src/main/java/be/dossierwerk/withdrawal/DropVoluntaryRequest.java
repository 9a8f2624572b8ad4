package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The undertaking drops its request: the recognition stays. Possible until the decision is signed. */
@Service
public class DropVoluntaryRequest {

    private static final int REASON_LIMIT = 2_000;

    private final VoluntaryRequests requests;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Decisions decisions;
    private final Clock clock;

    DropVoluntaryRequest(VoluntaryRequests requests, CurrentActor currentActor, Processes processes, SendApplicantLetter letter, Terms terms,
                         Dossiers dossiers, AuditLog audit, Decisions decisions, Clock clock) {
        this.requests = requests;
        this.currentActor = currentActor;
        this.processes = processes;
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.decisions = decisions;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        return processes.awaits(VoluntaryModel.DROPPED, dossier)
                && !decisions.signed(dossier);
    }

    /** @throws Refused withdrawal.drop.too-late, or withdrawal.drop.reason with the field reason */
    @Transactional
    public void drop(String dossier, String reason) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("withdrawal.drop.too-late");
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new Refused("withdrawal.drop.reason", List.of(new Refused.Field("reason", "withdrawal.drop.reason", REASON_LIMIT)), REASON_LIMIT);
        }
        audit.record(AuditLog.Entry.of(dossier, "VERZOEK_INGETROKKEN", "De onderneming trok haar verzoek in; %s registreerde dit. De erkenning blijft bestaan."
                .formatted(actor.name())).because(reason.strip()));
        processes.correlate(VoluntaryModel.DROPPED, dossier, Map.of());
    }

    /** What follows in the procedure: a letter, and the dossier closes. */
    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        letter.send(dossier, "intrekking-verzoek-ingetrokken", "U trok uw verzoek in", Map.of());
        requests.end(dossier);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, "VERZOEK_INGETROKKEN", today);
    }
}
