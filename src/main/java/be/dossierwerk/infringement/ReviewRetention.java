package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The same in a dossier that runs by a former diagram, in which the handler alone lowers or lifts the retention: it goes on by its diagram until it is moved. */
@Service
class ReviewRetention implements TaskAction {

    private final Processes processes;
    private final AuditLog audit;
    private final Retentions retentions;
    private final SendApplicantLetter letter;
    private final ProposeReview proposeReview;

    ReviewRetention(Processes processes, AuditLog audit, Retentions retentions, SendApplicantLetter letter, ProposeReview proposeReview) {
        this.processes = processes;
        this.audit = audit;
        this.retentions = retentions;
        this.letter = letter;
        this.proposeReview = proposeReview;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/inhouding-herzien";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return proposeReview.prefill(task);
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        String dossier = task.dossier();
        audit.lock(dossier);
        var retained = retentions.current(dossier);
        BigDecimal blocked = (BigDecimal) data.get("geblokkeerd");
        String reason = (String) data.get("motieven");
        if (retained.isPresent()) {
            switch ((String) data.get("keuze")) {
                case "BEHOUDEN" -> proposeReview.keep(dossier, blocked, reason);
                case "VERLAGEN" -> {
                    if (retained.get().kind().equals("EUR5")) {
                        throw ProposeReview.refused("infringement.retention-lowest");
                    }
                    retentions.change(dossier, "VERLAAGD", blocked, reason, null);
                    tell(dossier, "Wij verlagen de inhouding tot 5 euro per dienstencheque.", reason, proposeReview.again(dossier));
                }
                default -> {
                    retentions.change(dossier, "OPGEHEVEN", blocked, reason, null);
                    tell(dossier, "Wij heffen de inhouding op.", reason, "Het uitgiftebedrijf betaalt vanaf nu opnieuw de volledige waarde.");
                }
            }
        }
        processes.complete(task.id(), InfringementModel.RETENTION_STAYS.with(retentions.current(dossier).isPresent()));
    }

    private void tell(String dossier, String core, String reason, String next) {
        letter.send(dossier, "inbreuk-brief", "Herziening van de inhouding", Map.of("kern", core, "uitleg", reason, "vervolg", next));
    }
}
