package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant gives formal notice to decide: after four months of silence it counts as a refusal (art. 14 §3 RvS-wetten). */
@Service
public class GiveFormalNotice {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;
    private final Clock clock;

    GiveFormalNotice(CurrentActor currentActor, Processes processes, Terms terms, AuditLog audit, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        return processes.awaits(RecognitionModel.FORMAL_NOTICE, dossier);
    }

    /** @param servedOn the day the notice was served; the four months run from it */
    @Transactional
    public void give(String dossier, LocalDate servedOn) {
        currentActor.require(Roles.INTAKE, Roles.HANDLER);
        if (!available(dossier)) {
            throw new Refused("recognition.ended");
        }
        if (servedOn.isAfter(LocalDate.now(clock))) {
            throw new Refused("recognition.field.future");
        }
        processes.correlate(RecognitionModel.FORMAL_NOTICE, dossier, RecognitionModel.NOTICE_SERVED.with(servedOn.toString()));
    }

    /** Starts the four months; in the name of who gave the notice. */
    @Transactional
    public void register(String dossier, LocalDate servedOn) {
        terms.start(dossier, RecognitionModel.NOTICE_TERM, servedOn);
        audit.record(AuditLog.Entry.of(dossier, "AANMANING", "%s registreerde de aanmaning van %s. Zonder beslissing geldt vanaf %s een stilzwijgende weigering."
                .formatted(currentActor.get().name(), Dates.prose(servedOn), Dates.prose(terms.due(dossier, RecognitionModel.NOTICE_TERM).plusDays(1)))));
    }

    /** Four months passed: the applicant may go to the Council of State; the power to decide remains. */
    @Transactional
    public void noteSilence(String dossier) {
        // A second notice has a timer of its own, and so has one that was stopped: silence is noted once, and only of a notice that counts.
        if (terms.due(dossier, RecognitionModel.NOTICE_TERM) == null) {
            return;
        }
        terms.stop(dossier, RecognitionModel.NOTICE_TERM, LocalDate.now(clock));
        audit.record(AuditLog.Entry.of(dossier, "STILZWIJGEN",
                "Vier maanden na de aanmaning is er geen beslissing. Dat geldt als een weigering waartegen beroep openstaat. Beslissen kan nog."));
    }
}
