package be.dossierwerk.export;

import be.dossierwerk.export.ExportRuns.Run;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the file of an export to who may make one; with names of people only to the auditor who said why. */
@Service
public class OpenExport {

    private final ExportRuns runs;
    private final CurrentActor currentActor;

    OpenExport(ExportRuns runs, CurrentActor currentActor) {
        this.runs = runs;
        this.currentActor = currentActor;
    }

    /** Whoever gets the stream closes it. @throws Refused security.role-missing, export.of-another or export.gone */
    @Transactional(readOnly = true)
    public InputStream open(long id) {
        Actor actor = currentActor.require(StartExport.EXPORTERS);
        Run run = runs.find(id).filter(Run::here).orElseThrow(() -> new Refused("export.gone"));
        if (run.names()) {
            currentActor.require(Roles.AUDITOR);
            if (!run.askedBy().equals(actor.id())) {
                throw new Refused("export.of-another", run.askedByName());
            }
        }
        try {
            return Files.newInputStream(runs.file(id));
        } catch (IOException e) {
            throw new Refused("export.gone");
        }
    }
}
