package be.dossierwerk.evidence.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.evidence.MakeEvidence;
import be.dossierwerk.evidence.MakeEvidence.Made;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/** Gives the evidence bundle of a dossier to who may have it. */
@Component
class BundleAction implements DossierAction {

    private final MakeEvidence makeEvidence;
    private final CurrentActor currentActor;

    BundleAction(MakeEvidence makeEvidence, CurrentActor currentActor) {
        this.makeEvidence = makeEvidence;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "evidence.bundle.title";
    }

    @Override
    public boolean offered(String dossier) {
        return makeEvidence.available();
    }

    @Override
    public void open(String dossier, Runnable done) {
        Actor actor = currentActor.get();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("evidence.bundle.title"));
        dialog.setWidth("34rem");
        Anchor download = new Anchor(DownloadHandler.fromInputStream(event -> {
            Made made = currentActor.as(actor, () -> makeEvidence.make(dossier));
            // First its size: what goes when it is closed, may have lost its name when it is opened.
            long size = Files.size(made.file());
            return new DownloadResponse(Files.newInputStream(made.file(), StandardOpenOption.DELETE_ON_CLOSE), made.name(), "application/zip", size);
        }), dialog.getTranslation("evidence.bundle.download", "bewijs-" + dossier + ".zip"));
        dialog.add(new Paragraph(dialog.getTranslation("evidence.bundle.what")), download);
        dialog.getFooter().add(new Button(dialog.getTranslation("evidence.bundle.close"), click -> {
            dialog.close();
            done.run();
        }));
        dialog.open();
    }
}
