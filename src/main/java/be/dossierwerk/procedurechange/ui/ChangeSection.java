package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.procedurechange.ChangeReaders;
import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.security.CurrentActor;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;

/** From the dossier of a change to its own page. */
@org.springframework.stereotype.Component
class ChangeSection implements DossierSection {

    private final Changes changes;
    private final CurrentActor currentActor;

    ChangeSection(Changes changes, CurrentActor currentActor) {
        this.changes = changes;
        this.currentActor = currentActor;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return "procedurechange.section.change";
    }

    @Override
    public boolean shows(String dossier) {
        return dossier.startsWith("DC-WIJ-") && Arrays.stream(ChangeReaders.ROLES).anyMatch(currentActor.get()::has);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        changes.find(dossier).ifPresent(change -> section.add(new Paragraph(change.reason()),
                new Paragraph(section.getTranslation("procedurechange.state." + change.state())), ChangesView.link(dossier, section.getTranslation("procedurechange.section.open"))));
        return section;
    }
}
