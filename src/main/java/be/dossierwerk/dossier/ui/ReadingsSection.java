package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.dossier.Readings;
import com.vaadin.flow.component.Component;

/** "Wie las dit dossier", beside the timeline, for who watches over readings. */
@org.springframework.stereotype.Component
class ReadingsSection implements DossierSection {

    private final Readings readings;

    ReadingsSection(Readings readings) {
        this.readings = readings;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public String title() {
        return "dossier.section.readings";
    }

    @Override
    public boolean shows(String dossier) {
        return readings.available() && !readings.of(Readings.Filter.of(dossier)).isEmpty();
    }

    @Override
    public Component of(String dossier) {
        return new ReadingTable(readings.of(Readings.Filter.of(dossier)), true);
    }
}
