package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.PlainXml;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that somebody else wrote: no document type, no entities, one encoding, and limits on everything that can grow. */
final class SafeXml {

    static final int MAX_BYTES = 1_000_000;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ATTRIBUTE = 255;
    private static final int MAX_TEXT = 4_000;

    private SafeXml() { }

    /** Null, and why, when the file is no plain, modest XML in UTF-8. */
    static Document read(byte[] content, int maxElements, Refusals refusals) {
        if (!SafeText.isPlain(content, MAX_BYTES, refusals)) {
            return null;
        }
        Document document = parse(content, refusals);
        if (document == null) {
            return null;
        }
        // The engine decodes by the declared name: another name could show it another text than the one read here.
        if (document.getXmlEncoding() != null && !document.getXmlEncoding().equalsIgnoreCase("UTF-8")) {
            refusals.refuse("", "gate-declared-encoding", document.getXmlEncoding());
        } else if (!"1.0".equals(document.getXmlVersion())) {
            refusals.refuse("", "gate-xml-version", String.valueOf(document.getXmlVersion()));
        } else {
            limits(document, maxElements, refusals);
        }
        return refusals.isEmpty() ? document : null;
    }

    /** The id of the nearest element that a person knows from the drawing. */
    static String name(Element element) {
        for (Node at = element; at instanceof Element known; at = at.getParentNode()) {
            if (known.hasAttribute("id") && !known.getLocalName().endsWith("EventDefinition")) {
                return known.getAttribute("id");
            }
        }
        return element.getNodeName();
    }

    private static Document parse(byte[] content, Refusals refusals) {
        try {
            return PlainXml.read(content);
        } catch (SAXParseException e) {
            if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
                refusals.refuse("", "gate-doctype");
            } else {
                refusals.refuse("", "gate-not-xml", String.valueOf(Math.max(1, e.getLineNumber())));
            }
        } catch (SAXException e) {
            refusals.refuse("", "gate-not-xml", "1");
        }
        return null;
    }

    private static void limits(Document document, int maxElements, Refusals refusals) {
        for (Node child = document.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                refusals.refuse("", "gate-instruction", child.getNodeName());
            }
        }
        List<Element> elements = PlainXml.elements(document);
        if (elements.size() > maxElements) {
            refusals.refuse("", "gate-elements", String.valueOf(maxElements));
            return;
        }
        for (Element element : elements) {
            if (depth(element) > MAX_DEPTH) {
                refusals.refuse("", "gate-depth", String.valueOf(MAX_DEPTH));
                return;
            }
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
                    refusals.refuse(name(element), "gate-instruction", child.getNodeName());
                }
            }
            if (PlainXml.ownText(element).length() > MAX_TEXT) {
                refusals.refuse(name(element), "gate-text", element.getNodeName(), String.valueOf(MAX_TEXT));
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                if (element.getAttributes().item(i).getNodeValue().length() > MAX_ATTRIBUTE) {
                    refusals.refuse(name(element), "gate-attribute-length", element.getAttributes().item(i).getNodeName(), String.valueOf(MAX_ATTRIBUTE));
                }
            }
        }
    }

    private static int depth(Node element) {
        int depth = 0;
        for (Node at = element; at instanceof Element && depth <= MAX_DEPTH; at = at.getParentNode()) {
            depth++;
        }
        return depth;
    }
}
