package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler says whether the undertaking proved that its arrears are paid or under a respected plan (T-AMB-02). */
@Service
class ExOfficioProof implements TaskAction {

    private final CurrentActor currentActor;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExOfficioProof(CurrentActor currentActor, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "intrekking-ambtshalve/regularisatie-nagaan";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        boolean proved = "JA".equals(data.get("bewezen"));
        String note = (String) data.get("toelichting");
        jdbc.sql("update ex_officio set proof_note = ? where dossier = ?").params(note, task.dossier()).update();
        terms.stop(task.dossier(), ExOfficioModel.REGULARISATION_TERM, LocalDate.now(clock));
        audit.record(AuditLog.Entry.of(task.dossier(), proved ? "REGULARISATIE_BEWEZEN" : "REGULARISATIE_NIET_BEWEZEN", proved
                ? "%s vond de regularisatie bewezen.".formatted(actor.name())
                : "%s vond de regularisatie niet bewezen.".formatted(actor.name())).because(note));
        processes.complete(task.id(), ExOfficioModel.REGULARISED.with(proved));
    }
}
