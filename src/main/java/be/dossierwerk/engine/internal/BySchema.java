package be.dossierwerk.engine.internal;

import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Holds a file against the schema by which the engine reads it, without the engine's model of some hundreds of classes: the command line has no time for that. */
final class BySchema {

    private static final class Diagrams {
        private static final Schema SCHEMA = schema(BpmnParser.class, "org/camunda/bpm/model/bpmn/schema/BPMN20.xsd");
    }

    private static final class Tables {
        private static final Schema SCHEMA = schema(DmnParser.class, "org/camunda/bpm/model/dmn/schema/DMN13.xsd");
    }

    private BySchema() { }

    static void diagram(Document document, Refusals refusals) {
        check(document, Diagrams.SCHEMA, refusals);
    }

    static void table(Document document, Refusals refusals) {
        check(document, Tables.SCHEMA, refusals);
    }

    private static void check(Document document, Schema schema, Refusals refusals) {
        InTime.read(() -> {
            schema.newValidator().validate(new DOMSource(document));
            return document;
        }, refusals);
    }

    /** Of the engine's own jar, also where that stands in the product's jar (nested), and nothing from outside but what that schema names there. */
    private static Schema schema(Class<?> beside, String place) {
        try {
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file,nested,jar:nested");
            return schemas.newSchema(beside.getClassLoader().getResource(place));
        } catch (SAXException e) {
            throw new IllegalStateException("the engine's own schema cannot be read", e);
        }
    }
}
