package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The signatory signs the decision or sends it back; never who drafted, checked or approved it (procedures.md D13). */
@Service
class SignBesluit implements TaskAction {

    private record Draft(UUID letter, String outcome, String drafter, String checker, String approver) { }

    private final CurrentActor currentActor;
    private final Procedures procedures;
    private final Letters letters;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignBesluit(CurrentActor currentActor, Procedures procedures, Letters letters, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.procedures = procedures;
        this.letters = letters;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "bouwstenen/ondertekenen";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var signatory = currentActor.get();
        String dossier = task.dossier();
        LocalDate today = LocalDate.now(clock);
        Draft draft = jdbc.sql("select letter, outcome, drafter, checker, approver from besluit where dossier = ? and status = 'TE_ONDERTEKENEN'").param(dossier)
                .query((row, i) -> new Draft(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).single();
        if (signatory.id().equals(draft.drafter) || signatory.id().equals(draft.checker) || signatory.id().equals(draft.approver)) {
            throw new Refused("casework.four-eyes-sign");
        }
        boolean signed = "JA".equals(data.get("ondertekend"));
        if (signed) {
            procedures.checkLastDay(dossier, draft.outcome, today);
            letters.sign(draft.letter);
            jdbc.sql("update besluit set status = 'ONDERTEKEND', signatory = ?, signatory_name = ?, signed_on = ? where dossier = ? and letter = ?")
                    .params(signatory.id(), signatory.name(), today, dossier, draft.letter).update();
        } else {
            jdbc.sql("update besluit set status = 'TERUGGESTUURD' where dossier = ? and letter = ?").params(dossier, draft.letter).update();
            audit.record(AuditLog.Entry.of(dossier, "HANDTEKENING_GEWEIGERD",
                    "%s stuurde de beslissing terug zonder te ondertekenen.".formatted(signatory.name())).because((String) data.get("reden")));
        }
        terms.stop(dossier, PrepareDecision.SIGNING_TERM, today);
        processes.complete(task.id(), CaseworkModel.SIGNED.with(signed));
    }
}
