package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler decides whether a complaint can be handled (procedures.md 1.10). */
@Service
class CheckKlacht implements TaskAction {

    private final Klachten klachten;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CheckKlacht(Klachten klachten, Dossiers dossiers, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.klachten = klachten;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "klacht/ontvankelijkheid-nagaan";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Klachten.Klacht klacht = klachten.get(task.dossier());
        Map<String, Object> shown = new HashMap<>(Map.of("klacht", klacht.told(), "gebeurdOp", Dates.prose(klacht.happenedOn())));
        if (klacht.anonymous()) {
            shown.put("ontvankelijk", "NEE");
            shown.put("reden", KlachtRefusal.ANONIEM.name());
        } else if (tooOld(klacht)) {
            shown.put("ontvankelijk", "NEE");
            shown.put("reden", KlachtRefusal.OUDER_DAN_EEN_JAAR.name());
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        String dossier = task.dossier();
        Klachten.Klacht klacht = klachten.get(dossier);
        boolean admissible = "JA".equals(data.get("ontvankelijk"));
        KlachtRefusal refusal = admissible ? null : KlachtRefusal.valueOf((String) data.get("reden"));
        if (admissible && klacht.anonymous()) {
            throw new Refused("request.klacht.anonymous", List.of(new Refused.Field("ontvankelijk", "request.klacht.anonymous")));
        }
        if (refusal == KlachtRefusal.ANONIEM && !klacht.anonymous()) {
            throw new Refused("request.klacht.not-anonymous", List.of(new Refused.Field("reden", "request.klacht.not-anonymous")));
        }
        if (refusal == KlachtRefusal.OUDER_DAN_EEN_JAAR && !tooOld(klacht)) {
            String day = Dates.prose(klacht.happenedOn());
            throw new Refused("request.klacht.not-old", List.of(new Refused.Field("reden", "request.klacht.not-old", day)), day);
        }
        jdbc.sql("update klacht set admissible = ?, refusal = ?, explanation = ? where dossier = ?")
                .params(Arrays.asList(admissible, refusal == null ? null : refusal.name(), data.get("toelichting"), dossier)).update();
        audit.record(AuditLog.Entry.of(dossier, "ONTVANKELIJKHEID_NAGEGAAN", (admissible ? "%s besliste dat de klacht behandeld wordt."
                : "%s besliste dat de klacht niet behandeld wordt. " + refusal.inWords()).formatted(handler.name())).because((String) data.get("toelichting")));
        processes.complete(task.id(), KlachtModel.ADMISSIBLE.with(admissible));
    }

    /** A year to the day is not yet too old. */
    private boolean tooOld(Klachten.Klacht klacht) {
        LocalDate received = dossiers.get(klacht.dossier()).receivedOn();
        return klacht.happenedOn().plusYears(1).isBefore(received);
    }
}
