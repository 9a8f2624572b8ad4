package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Every three months a person keeps the retention and tells why, or proposes to lower or lift it; a decision imposed it, so only a decision changes it (T-INB-03). */
@Service
class ProposeReview implements TaskAction {

    /** Where the infringements themselves are decided. */
    private static final Set<String> DECIDING = Set.of("CallActivity_Besluit", "CallActivity_Kennisgeving");

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Retentions retentions;
    private final DecideReview decideReview;
    private final SendApplicantLetter letter;

    ProposeReview(CurrentActor currentActor, Processes processes, AuditLog audit, Retentions retentions, DecideReview decideReview, SendApplicantLetter letter) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.retentions = retentions;
        this.decideReview = decideReview;
        this.letter = letter;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/herziening-voorstellen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return retentions.current(task.dossier()).map(line -> Map.<String, Object>of("geblokkeerd", line.blockedTotal())).orElse(Map.of());
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        var retained = retentions.current(dossier);
        if (retained.isEmpty()) {
            // A ruling lifted it while the task was open.
            processes.complete(task.id(), InfringementModel.REVIEW.with("VERVALLEN"));
            return;
        }
        String choice = (String) data.get("keuze");
        BigDecimal blocked = (BigDecimal) data.get("geblokkeerd");
        String reason = (String) data.get("motieven");
        if (choice.equals("BEHOUDEN")) {
            keep(dossier, blocked, reason);
            processes.complete(task.id(), InfringementModel.REVIEW.with("BEHOUDEN"));
            return;
        }
        boolean lower = choice.equals("VERLAGEN");
        if (lower && retained.get().kind().equals("EUR5")) {
            throw refused("infringement.retention-lowest");
        }
        if (processes.places(dossier).stream().anyMatch(place -> place.active() && DECIDING.contains(place.element()))) {
            throw refused("infringement.retention-ends-with-decision");
        }
        decideReview.propose(dossier, lower ? Cases.LOWERED : Cases.LIFTED, blocked, reason);
        audit.record(AuditLog.Entry.of(dossier, "HERZIENING_VOORGESTELD", "%s stelde voor om de inhouding %s. Ze blijft gelden tot daarover beslist is en de onderneming de beslissing kreeg."
                .formatted(actor.name(), lower ? "te verlagen tot 5 euro per dienstencheque" : "op te heffen")).because(reason));
        processes.complete(task.id(), InfringementModel.REVIEW.with("WIJZIGEN"));
    }

    /** What was decided stays as it is: the undertaking hears that somebody looked at it. */
    void keep(String dossier, BigDecimal blocked, String reason) {
        retentions.change(dossier, "BEHOUDEN", blocked, reason, null);
        letter.send(dossier, "inbreuk-brief", "Herziening van de inhouding", Map.of("kern", "Wij behouden de inhouding.", "uitleg", reason,
                "vervolg", again(dossier)));
    }

    /** When the undertaking may expect the next review; without a day while the clock stands still. */
    String again(String dossier) {
        var review = retentions.current(dossier).orElseThrow().reviewOn();
        return review == null ? "Wij bekijken de inhouding later opnieuw." : "Wij bekijken de inhouding opnieuw tegen %s.".formatted(Dates.prose(review));
    }

    static Refused refused(String message) {
        return new Refused(message, List.of(new Refused.Field("keuze", message)));
    }
}
