package be.dossierwerk.export;

import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.XmlText;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a log as XES (IEEE 1849-2016), event by event: a trace for each dossier, begin and end of each step, each act. */
final class XesLog {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(MovableClock.BRUSSELS);
    private static final List<String> EXTENSIONS = List.of("Concept", "Lifecycle", "Time", "Organizational");
    private static final List<String> PREFIXES = List.of("concept", "lifecycle", "time", "org");
    private static final String UNKNOWN = "onbekend";

    private final XMLStreamWriter xml;
    private String dossier;

    XesLog(OutputStream out) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void begin(String name, String told, LogCounts counts) {
        write(() -> {
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            line();
            xml.writeStartElement("log");
            xml.writeAttribute("xes.version", "1849.2016");
            xml.writeAttribute("xes.features", "");
            for (int i = 0; i < EXTENSIONS.size(); i++) {
                line();
                xml.writeEmptyElement("extension");
                xml.writeAttribute("name", EXTENSIONS.get(i));
                xml.writeAttribute("prefix", PREFIXES.get(i));
                xml.writeAttribute("uri", "http://www.xes-standard.org/" + PREFIXES.get(i) + ".xesext");
            }
            line();
            xml.writeStartElement("global");
            xml.writeAttribute("scope", "trace");
            attribute("string", "concept:name", UNKNOWN);
            attribute("string", "procedure", UNKNOWN);
            xml.writeEndElement();
            line();
            xml.writeStartElement("global");
            xml.writeAttribute("scope", "event");
            attribute("string", "concept:name", UNKNOWN);
            attribute("string", "lifecycle:transition", "complete");
            attribute("date", "time:timestamp", MOMENT.format(Instant.EPOCH));
            attribute("string", "soort", UNKNOWN);
            xml.writeEndElement();
            classifier("Stap", "concept:name");
            classifier("StapEnOvergang", "concept:name lifecycle:transition");
            classifier("Medewerker", "org:resource");
            attribute("string", "concept:name", name);
            attribute("string", "lifecycle:model", "standard");
            attribute("string", "selectie", told);
            attribute("int", "dossiers", Long.toString(counts.dossiers()));
            attribute("int", "gebeurtenissen", Long.toString(counts.events()));
            attribute("int", "beslissingen", Long.toString(counts.decisions()));
        });
    }

    /** Events of one dossier follow each other. @param event null for a dossier without events */
    void event(LogDossier of, LogEvent event) {
        write(() -> {
            if (!of.number().equals(dossier)) {
                endTrace();
                dossier = of.number();
                line();
                xml.writeStartElement("trace");
                attribute("string", "concept:name", of.number());
                attribute("string", "procedure", of.procedure());
                attribute("date", "ontvangen", midnight(of.receivedOn()));
                attribute("string", "toestand", of.state());
                if (of.closedOn() != null) {
                    attribute("date", "afgesloten", midnight(of.closedOn()));
                    attribute("string", "uitkomst", of.outcome());
                }
            }
            if (event != null) {
                line();
                xml.writeStartElement("event");
                attribute("string", "concept:name", event.name());
                attribute("string", "concept:instance", event.instance());
                attribute("string", "lifecycle:transition", event.transition());
                attribute("date", "time:timestamp", MOMENT.format(event.at()));
                attribute("string", "org:resource", event.resource());
                attribute("string", "org:role", event.role());
                attribute("string", "soort", event.source());
                attribute("string", "proces", event.process());
                attribute("string", "element", event.element());
                xml.writeEndElement();
            }
        });
    }

    void end() {
        write(() -> {
            endTrace();
            line();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private void endTrace() throws XMLStreamException {
        if (dossier != null) {
            line();
            xml.writeEndElement();
        }
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        line();
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", keys);
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeEmptyElement(type);
            xml.writeAttribute("key", key);
            // A line break in a value becomes a space for every reader of XML; the writer of the JDK does not escape it.
            xml.writeAttribute("value", XmlText.legal(value).replaceAll("[\\t\\n\\r]", " "));
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String midnight(LocalDate day) {
        return MOMENT.format(day.atStartOfDay(MovableClock.BRUSSELS));
    }

    private interface Piece {
        void write() throws XMLStreamException;
    }

    private static void write(Piece piece) {
        try {
            piece.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the log cannot be written", e);
        }
    }
}
