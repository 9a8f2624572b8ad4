package be.dossierwerk.export.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.export.PrintDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Component;

/** Gives a dossier as PDF/A to who may have it. */
@Component
class PdfAction implements DossierAction {

    private final PrintDossier printDossier;
    private final CurrentActor currentActor;

    PdfAction(PrintDossier printDossier, CurrentActor currentActor) {
        this.printDossier = printDossier;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "export.pdf.title";
    }

    @Override
    public boolean offered(String dossier) {
        return printDossier.available();
    }

    @Override
    public void open(String dossier, Runnable done) {
        Actor actor = currentActor.get();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("export.pdf.title"));
        dialog.setWidth("34rem");
        Anchor download = new Anchor(DownloadHandler.fromInputStream(event -> {
            byte[] pdf = currentActor.as(actor, () -> printDossier.print(dossier));
            return new DownloadResponse(new ByteArrayInputStream(pdf), dossier + ".pdf", "application/pdf", pdf.length);
        }), dialog.getTranslation("export.pdf.download", dossier + ".pdf"));
        dialog.add(new Paragraph(dialog.getTranslation("export.pdf.what")), download);
        dialog.getFooter().add(new Button(dialog.getTranslation("export.pdf.close"), click -> {
            dialog.close();
            done.run();
        }));
        dialog.open();
    }
}
