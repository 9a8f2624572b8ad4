package be.dossierwerk.modeling;

import com.vaadin.flow.component.html.Div;

/** A decision table as a plain table. */
class TableTwin extends Div {

    void show(String dmn) {
        DiagramXml.read(dmn);
    }
}
