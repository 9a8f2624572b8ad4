package be.dossierwerk.export;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.ArchivalPdf;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints one dossier as PDF/A, as the acting person may read it. That it was printed is an act of the dossier. */
@Service
public class PrintDossier {

    private final ShowDossier showDossier;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    PrintDossier(ShowDossier showDossier, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.showDossier = showDossier;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    public boolean available() {
        Actor actor = currentActor.get();
        return List.of(StartExport.EXPORTERS).stream().anyMatch(actor::has);
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing or dossier.unknown */
    @Transactional
    public byte[] print(String dossier) {
        Actor actor = currentActor.require(StartExport.EXPORTERS);
        audit.lock(dossier);
        ShowDossier.Sheet sheet = showDossier.show(dossier, RecordReading.What.AFDRUK);
        audit.record(Entry.of(dossier, "DOSSIER_AFGEDRUKT", "%s maakte een pdf van dit dossier.".formatted(actor.name())));
        return ArchivalPdf.print(DossierPaper.html(sheet, actor.name(), clock.instant()));
    }
}
