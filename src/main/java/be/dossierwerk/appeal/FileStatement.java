package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The lawyer files the statement of defence (60 days) or the last statement (30 days) with the registry (procedures.md 1.10). */
@Service
class FileStatement implements TaskAction {

    private final BeroepRvSFile file;
    private final RecordStatement statements;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    FileStatement(BeroepRvSFile file, RecordStatement statements, Dossiers dossiers, Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit) {
        this.file = file;
        this.statements = statements;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "beroep-raad-van-state/memorie-indienen";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var lawyer = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        LocalDate day = (LocalDate) data.get("ingediendOp");
        List<Refused.Field> wrong = new ArrayList<>();
        statements.checkDay(dossier, "ingediendOp", day, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong.get(0).key(), wrong, wrong.get(0).args());
        }
        boolean last = BeroepRvSModel.FILE_LAST_STATEMENT.equals(task.key());
        StatementKind kind = last ? StatementKind.LAATSTE_MEMORIE : StatementKind.MEMORIE_VAN_ANTWOORD;
        // The statement itself is added to the documents first, and one that was filed before does not count.
        Set<UUID> filed = file.statements(dossier).stream().map(BeroepRvSFile.Statement::document).collect(Collectors.toSet());
        Dossiers.Document document = dossiers.documents(dossier).stream().filter(each -> each.kind().equals("MEMORIE") && !filed.contains(each.id())).findFirst()
                .orElseThrow(() -> new Refused("appeal.rvs.statement.none", List.of(new Refused.Field("ingediendOp", "appeal.rvs.statement.none"))));
        statements.keep(dossier, kind, day, document.id(), (String) data.get("toelichting"));
        terms.stop(dossier, last ? BeroepRvSModel.LAST_STATEMENT_TERM : BeroepRvSModel.DEFENCE_TERM, day);
        audit.record(AuditLog.Entry.of(dossier, "MEMORIE_INGEDIEND", "%s diende op %s %s in bij de griffie van de Raad van State.".formatted(lawyer.name(),
                Dates.prose(day), kind.inWords())).because((String) data.get("toelichting")));
        if (!last) {
            terms.start(dossier, BeroepRvSModel.REPLY_TERM, day);
        }
        processes.complete(task.id(), Map.of());
    }
}
