package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.PlainXml;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a draft's XML to compare it: no document type, no entities, nothing from outside. */
final class ReadXml {

    /** Names of parts and of what is drawn: they say nothing of the content. */
    private static final Set<String> SILENT = Set.of("id", "bpmnElement");

    private ReadXml() { }

    /** Empty when the text is no plain XML. */
    static Optional<Document> document(String text) {
        try {
            return Optional.of(PlainXml.read(text));
        } catch (SAXException e) {
            return Optional.empty();
        }
    }

    static List<Element> children(Element parent, String name) {
        return PlainXml.children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** All text within, with single spaces. */
    static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    /** In the order of their names. */
    static List<Attr> attributes(Element element) {
        return PlainXml.attributes(element).stream().sorted(Comparator.comparing(Attr::getLocalName)).toList();
    }

    /** The element with all that is in it, the same whatever the order of attributes and the white space; ids of parts say nothing. */
    static String canonical(Element element) {
        String attributes = attributes(element).stream().filter(attribute -> !SILENT.contains(attribute.getLocalName()))
                .map(attribute -> " " + attribute.getLocalName() + "=" + attribute.getValue()).collect(Collectors.joining());
        List<Element> children = PlainXml.children(element);
        String inside = children.isEmpty() ? text(element) : children.stream().map(ReadXml::canonical).collect(Collectors.joining());
        return "<" + element.getLocalName() + attributes + ">" + inside + "</>";
    }
}
