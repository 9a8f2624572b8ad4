package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The level and the amount of the fine with their reasons, within what the level allows on the day of the report (procedures.md 1.6). */
@Service
class DetermineAmount implements TaskAction {

    private static final int MOST_WORKERS = 100;

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineAmounts amounts;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    DetermineAmount(CurrentActor currentActor, Fines fines, FineAmounts amounts, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.amounts = amounts;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "administratieve-geldboete/bedrag-bepalen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(Map.of("bedragen", amounts.inWords(fines.get(task.dossier()).report().on()), "werknemers", 1));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.require(Roles.FINES);
        String dossier = task.dossier();
        String level = (String) data.get("niveau");
        int workers = ((BigDecimal) data.get("werknemers")).intValue();
        if (workers < 1 || workers > MOST_WORKERS) {
            throw wrong("werknemers", "fine.field.workers", MOST_WORKERS);
        }
        BigDecimal amount = (BigDecimal) data.get("bedrag");
        if (!Euros.payable(amount)) {
            throw wrong("bedrag", "fine.amount");
        }
        FineAmounts.Range range = amounts.range(level, workers, fines.locked(dossier).report().on()).orElseThrow(() -> wrong("niveau", "fine.field.no-amounts"));
        if (!range.holds(amount)) {
            throw wrong("bedrag", "fine.field.range", Euros.prose(range.least()), Euros.prose(range.most()));
        }
        String because = (String) data.get("motivering");
        jdbc.sql("update fine set level = ?, workers = ?, amount = ?, amount_because = ? where dossier = ?").params(level, workers, amount, because, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "BOETEBEDRAG_BEPAALD", "%s bepaalde het bedrag van de geldboete op %s (niveau %s).".formatted(
                actor.name(), Euros.prose(amount), level.substring(level.length() - 1))).because(because));
        processes.complete(task.id(), Map.of());
    }

    private static Refused wrong(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
