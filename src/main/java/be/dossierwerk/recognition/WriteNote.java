package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler writes the note for the committee, with the outlook. */
@Service
class WriteNote implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final DecisionTables tables;

    WriteNote(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc, DecisionTables tables) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public String formKey() {
        return "erkenning/nota-opstellen";
    }

    /** The table {@code erkenning-voorstel} proposes the outlook from the counted results (procedures.md D2b). */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> counted = jdbc.sql("""
                select count(*) filter (where result = 'NOK')::int nok, count(*) filter (where result = 'TE_REGULARISEREN')::int regular,
                       count(*) filter (where result = 'NIET_VASTSTELBAAR')::int unknown
                from recognition_condition where dossier = ?""").param(task.dossier())
                .query((row, i) -> Map.<String, Object>of("aantalNok", row.getInt(1), "aantalTeRegulariseren", row.getInt(2),
                        "aantalNietVaststelbaar", row.getInt(3), "deelActiviteiten", false)).single();
        String proposal = (String) tables.ask("erkenning-voorstel", task.dossier(), counted).get(0).get("voorstel");
        return switch (proposal) {
            case "WEIGEREN" -> Map.of("vooruitzicht", "ONGUNSTIG");
            case "ERKENNEN_GEDEELTELIJK" -> Map.of("vooruitzicht", "GEDEELTELIJK");
            case "ERKENNEN" -> Map.of("vooruitzicht", "GUNSTIG");
            // Something is still to be mended or found out: no outlook is proposed.
            default -> Map.of();
        };
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        String outlook = (String) data.get("vooruitzicht");
        jdbc.sql("update recognition set outlook = ?, note_facts = ?, note_judgement = ? where dossier = ?")
                .params(outlook, data.get("feiten"), data.get("beoordeling"), task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "NOTA_OPGESTELD", "%s stelde de nota op. Het vooruitzicht is %s."
                .formatted(handler.name(), outlook.toLowerCase(Locale.ROOT))).because((String) data.get("beoordeling")));
        processes.complete(task.id(), CaseworkModel.OUTLOOK.with(outlook));
    }
}
