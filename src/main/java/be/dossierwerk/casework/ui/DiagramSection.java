package be.dossierwerk.casework.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.modeling.DiagramPlaces;
import com.vaadin.flow.component.Component;

/** The diagram with the places where the dossier stands and stood. */
@org.springframework.stereotype.Component
class DiagramSection implements DossierSection {

    private final DiagramPlaces places;

    DiagramSection(DiagramPlaces places) {
        this.places = places;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String title() {
        return "casework.section.diagram";
    }

    @Override
    public Component of(String dossier) {
        return places.of(dossier);
    }
}
