package be.dossierwerk.modeling;

import be.dossierwerk.engine.PlainXml;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Reads diagrams and tables without document types and without anything from elsewhere. */
final class DiagramXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private DiagramXml() { }

    /** @throws IllegalArgumentException when it is no XML */
    static Document read(String xml) {
        try {
            return PlainXml.read(xml);
        } catch (SAXException e) {
            throw new IllegalArgumentException("The diagram cannot be read", e);
        }
    }
}
