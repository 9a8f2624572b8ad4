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
import org.springframework.stereotype.Service;

/** Every three months a person keeps, lowers or lifts the retention, and tells why (T-INB-03). */
@Service
class ReviewRetention implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Retentions retentions;
    private final SendApplicantLetter letter;

    ReviewRetention(CurrentActor currentActor, Processes processes, AuditLog audit, Retentions retentions, SendApplicantLetter letter) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.retentions = retentions;
        this.letter = letter;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/inhouding-herzien";
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
        String choice = (String) data.get("keuze");
        var retained = retentions.current(dossier);
        if (retained.isEmpty()) {
            // A ruling lifted it while the task was open.
            processes.complete(task.id(), InfringementModel.RETENTION_STAYS.with(false));
            return;
        }
        var now = retained.get();
        if (choice.equals("VERLAGEN") && now.kind().equals("EUR5")) {
            throw new Refused("infringement.retention-lowest", List.of(new Refused.Field("keuze", "infringement.retention-lowest")));
        }
        String entry = switch (choice) {
            case "VERLAGEN" -> "VERLAAGD";
            case "OPHEFFEN" -> "OPGEHEVEN";
            default -> "BEHOUDEN";
        };
        retentions.change(dossier, entry, (BigDecimal) data.get("geblokkeerd"), (String) data.get("motieven"));
        var review = retentions.current(dossier);
        letter.send(dossier, "inbreuk-brief", "Herziening van de inhouding", Map.of(
                "kern", switch (choice) {
                    case "VERLAGEN" -> "Wij verlagen de inhouding tot 5 euro per dienstencheque.";
                    case "OPHEFFEN" -> "Wij heffen de inhouding op.";
                    default -> "Wij behouden de inhouding.";
                },
                "uitleg", (String) data.get("motieven"),
                "vervolg", review.map(line -> "Wij bekijken de inhouding opnieuw tegen %s.".formatted(Dates.prose(line.reviewOn())))
                        .orElse("Het uitgiftebedrijf betaalt vanaf nu opnieuw de volledige waarde.")));
        processes.complete(task.id(), InfringementModel.RETENTION_STAYS.with(review.isPresent()));
    }
}
