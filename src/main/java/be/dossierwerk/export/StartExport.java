package be.dossierwerk.export;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Somebody asks for the log of many dossiers in a file; it is written in the background. That it was asked is an act of the department. */
@Service
public class StartExport {

    static final String[] EXPORTERS = {Roles.AUDITOR, Roles.MANAGER, Roles.HEAD};

    private final ExportRuns runs;
    private final ExportWork work;
    private final DossierList dossiers;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    StartExport(ExportRuns runs, ExportWork work, DossierList dossiers, AuditLog audit, CurrentActor currentActor) {
        this.runs = runs;
        this.work = work;
        this.dossiers = dossiers;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * {@code names}: of colleagues instead of pseudonyms, for auditors alone, with a reason.
     *
     * @return the number of the export
     * @throws Refused security.role-missing, export.busy, or export.wrong with the fields
     */
    @Transactional
    public long start(LogFormat format, LogFilter filter, boolean names, String reason) {
        Actor actor = currentActor.require(EXPORTERS);
        check(format, filter);
        if (names) {
            currentActor.require(Roles.AUDITOR);
            if (reason == null || reason.isBlank()) {
                throw new Refused("export.wrong", List.of(new Refused.Field("reason", "export.wrong.reason")));
            }
        }
        audit.lock(AuditLog.DEPARTMENT);
        if (runs.running(actor.id())) {
            throw new Refused("export.busy");
        }
        String why = names ? reason.strip() : null;
        long id = runs.add(format, filter, names, why, actor);
        Entry entry = Entry.of(AuditLog.DEPARTMENT, "UITVOER_GEVRAAGD", "%s vroeg uitvoer %d van het logboek als %s: %s%s.".formatted(actor.name(), id, format, filter.told(),
                names ? ", met namen van medewerkers" : ""));
        audit.record(names ? entry.because(why) : entry);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.begin(id, format, filter, names, actor);
            }
        });
        return id;
    }

    /** @throws Refused export.wrong with the fields */
    void check(LogFormat format, LogFilter filter) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (format == null) {
            wrong.add(new Refused.Field("format", "export.wrong.format"));
        }
        if (!dossiers.procedures().containsAll(filter.procedures())) {
            wrong.add(new Refused.Field("procedures", "export.wrong.procedures"));
        }
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            wrong.add(new Refused.Field("to", "export.wrong.period"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("export.wrong", wrong);
        }
    }
}
