package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The lawyer hands the sealed administrative file to the registry, within 60 days after it was asked for (procedures.md 1.10). */
@Service
class DepositAdministrativeFile implements TaskAction {

    private final AdministrativeFile files;
    private final RecordStatement statements;
    private final WarnOfAdministrativeFile warnings;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    DepositAdministrativeFile(AdministrativeFile files, RecordStatement statements, WarnOfAdministrativeFile warnings, Terms terms, Processes processes,
                              CurrentActor currentActor, AuditLog audit) {
        this.files = files;
        this.statements = statements;
        this.warnings = warnings;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "beroep-raad-van-state/dossier-neerleggen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        String sealed = files.seal(task.dossier()).map(seal -> "%s verzegelde de inventaris op %s: %d stukken.".formatted(seal.sealedByName(),
                Dates.prose(seal.sealedAt().atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate()), files.items(task.dossier()).stream().filter(item -> item.number() != null).count()))
                .orElse("De inventaris is nog niet verzegeld. Open het dossier en kies bij Acties voor 'Administratief dossier'.");
        return Map.of("inventaris", sealed);
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var lawyer = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        LocalDate day = (LocalDate) data.get("neergelegdOp");
        List<Refused.Field> wrong = new ArrayList<>();
        statements.checkDay(dossier, "neergelegdOp", day, wrong);
        files.seal(dossier).ifPresentOrElse(seal -> {
            if (!files.check(dossier).matches()) {
                wrong.add(new Refused.Field("neergelegdOp", "appeal.rvs.file.changed"));
            }
        }, () -> wrong.add(new Refused.Field("neergelegdOp", "appeal.rvs.file.not-sealed")));
        if (!wrong.isEmpty()) {
            throw new Refused(wrong.get(0).key(), wrong, wrong.get(0).args());
        }
        statements.keep(dossier, StatementKind.ADMINISTRATIEF_DOSSIER, day, files.seal(dossier).orElseThrow().document(), (String) data.get("toelichting"));
        terms.stop(dossier, BeroepRvSModel.FILE_TERM, day);
        warnings.settle(dossier);
        audit.record(AuditLog.Entry.of(dossier, "ADMINISTRATIEF_DOSSIER_NEERGELEGD", "%s legde op %s het administratief dossier neer bij de griffie van de Raad van State."
                .formatted(lawyer.name(), Dates.prose(day))).because((String) data.get("toelichting")));
        processes.complete(task.id(), Map.of());
    }
}
