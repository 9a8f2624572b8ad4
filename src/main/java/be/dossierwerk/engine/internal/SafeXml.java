package be.dossierwerk.engine.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that somebody else wrote: no document type, no entities, one encoding, and limits on everything that can grow. */
final class SafeXml {

    /** Why a file cannot be read, as a sentence that continues after the file's name. */
    static final class Unreadable extends Exception {

        Unreadable(String reason) {
            super(reason);
        }
    }

    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ATTRIBUTE = 255;
    private static final int MAX_TEXT = 4_000;

    private SafeXml() { }

    /** @throws Unreadable when the file is no plain, modest XML in UTF-8 */
    static Document read(byte[] content, int maxElements) throws Unreadable {
        if (content.length > MAX_BYTES) {
            throw new Unreadable("is larger than " + MAX_BYTES + " bytes; split it into building blocks");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            throw new Unreadable("is not UTF-8; save it as UTF-8");
        }
        Document document = parse(content);
        // The engine decodes by the declared name: another name could show it another text than the one read here.
        if (document.getXmlEncoding() != null && !document.getXmlEncoding().equalsIgnoreCase("UTF-8")) {
            throw new Unreadable("declares encoding " + document.getXmlEncoding() + "; declare UTF-8");
        }
        verifyLimits(document, maxElements);
        return document;
    }

    static List<Element> elements(Document document) {
        NodeList found = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The element's own text, without that of its children. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    private static Document parse(byte[] content) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXParseException e) {
            throw new Unreadable(e.getMessage().contains("DOCTYPE")
                    ? "has a DOCTYPE; remove it, entities are never read"
                    : "is no well-formed XML at line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new Unreadable("is no well-formed XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this XML parser cannot be made safe", e);
        }
    }

    private static void verifyLimits(Document document, int maxElements) throws Unreadable {
        List<Element> elements = elements(document);
        if (elements.size() > maxElements) {
            throw new Unreadable("has more than " + maxElements + " elements; split it");
        }
        for (Element element : elements) {
            if (depth(element) > MAX_DEPTH) {
                throw new Unreadable("is nested deeper than " + MAX_DEPTH + " levels; use call activities");
            }
            if (ownText(element).length() > MAX_TEXT) {
                throw new Unreadable("has a text of more than " + MAX_TEXT + " characters in " + element.getNodeName() + "; shorten it");
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                if (element.getAttributes().item(i).getNodeValue().length() > MAX_ATTRIBUTE) {
                    throw new Unreadable("has more than " + MAX_ATTRIBUTE + " characters in attribute "
                            + element.getAttributes().item(i).getNodeName() + " of " + element.getNodeName() + "; shorten it");
                }
            }
        }
    }

    private static int depth(Node element) {
        int depth = 0;
        for (Node at = element; at != null && depth <= MAX_DEPTH; at = at.getParentNode()) {
            depth++;
        }
        return depth;
    }
}
