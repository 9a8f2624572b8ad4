package be.dossierwerk.appeal;

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

/** Who asked for a reconsideration drops the request: the contested decision stays. Possible until the answer is signed. */
@Service
public class DropHeroverweging {

    private static final int REASON_LIMIT = 2_000;

    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Decisions decisions;
    private final Clock clock;

    DropHeroverweging(CheckConflict checkConflict, CurrentActor currentActor, Processes processes, SendApplicantLetter letter, Terms terms, Dossiers dossiers, AuditLog audit, Decisions decisions,
                      Clock clock) {
        this.checkConflict = checkConflict;
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
        return processes.awaits(HeroverwegingModel.DROPPED, dossier)
                && !decisions.signed(dossier);
    }

    /** @throws Refused inbox.conflict; appeal.drop.too-late, or appeal.drop.reason with the field reason */
    @Transactional
    public void drop(String dossier, String reason) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER);
        checkConflict.act(dossier, "Vraag om heroverweging intrekken", Roles.HANDLER);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("appeal.drop.too-late");
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new Refused("appeal.drop.reason", List.of(new Refused.Field("reason", "appeal.drop.reason", REASON_LIMIT)), REASON_LIMIT);
        }
        audit.record(AuditLog.Entry.of(dossier, "VERZOEK_INGETROKKEN", "De vrager trok de vraag om heroverweging in; %s registreerde dit. De bestreden beslissing blijft."
                .formatted(actor.name())).because(reason.strip()));
        processes.correlate(HeroverwegingModel.DROPPED, dossier, Map.of());
    }

    /** What follows in the procedure: a letter, and the dossier closes. */
    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        letter.send(dossier, "heroverweging-ingetrokken", "U trok uw vraag om heroverweging in", Map.of());
        terms.stopAll(dossier, today);
        dossiers.close(dossier, "VERZOEK_INGETROKKEN", today);
    }
}
