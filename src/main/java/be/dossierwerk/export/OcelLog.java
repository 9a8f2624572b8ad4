package be.dossierwerk.export;

import be.dossierwerk.export.LogEvent.LogObject;
import be.dossierwerk.export.ReadLog.Belongs;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a log as OCEL 2.0 in JSON, piece by piece: events first, then their types, then the things they were about. Every value is a string, as the schema of
 * the standard asks; the declared type says how to read it.
 */
final class OcelLog {

    private static final String DOSSIER = "dossier";
    private static final String UNDERTAKING = "onderneming";
    private static final Map<String, List<String>> OBJECT_TYPES = new TreeMap<>(Map.of(
            DOSSIER, List.of("procedure", "ontvangen_op", "toestand", "uitkomst", "afgesloten_op"), UNDERTAKING, List.of(),
            "besluit", List.of("status", "uitkomst", "getekend_op"), "brief", List.of("soort", "status", "verzonden_op"),
            "betaling", List.of("bedrag", "status"), "opleiding", List.of("soort", "status")));
    private static final List<String> EVENT_ATTRIBUTES = List.of("overgang", "soort", "proces", "element", "instantie", "medewerker", "rol");

    private final JsonGenerator json;
    private final Set<String> eventTypes = new TreeSet<>();
    private final Set<String> undertakings = new HashSet<>();

    OcelLog(OutputStream out) {
        try {
            json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out, JsonEncoding.UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin() {
        write(() -> {
            json.writeStartObject();
            json.writeArrayFieldStart("events");
        });
    }

    void event(LogDossier of, LogEvent event) {
        write(() -> {
            eventTypes.add(event.name());
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("id", event.id());
            json.writeStringField("type", event.name());
            json.writeStringField("time", event.at().toString());
            json.writeArrayFieldStart("attributes");
            attribute("overgang", event.transition());
            attribute("soort", event.source());
            attribute("proces", event.process());
            attribute("element", event.element());
            attribute("instantie", event.instance());
            attribute("medewerker", event.resource());
            attribute("rol", event.role());
            json.writeEndArray();
            json.writeArrayFieldStart("relationships");
            relation(of.number(), "in dossier");
            for (LogObject about : event.about()) {
                relation(about.id(), "over " + about.type());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** After the last event. */
    void types() {
        write(() -> {
            json.writeEndArray();
            json.writeArrayFieldStart("eventTypes");
            for (String type : eventTypes) {
                type(type, EVENT_ATTRIBUTES);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("objectTypes");
            for (Map.Entry<String, List<String>> type : OBJECT_TYPES.entrySet()) {
                type(type.getKey(), type.getValue());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("objects");
        });
    }

    void dossier(LogDossier dossier) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("procedure", dossier.procedure());
        facts.put("ontvangen_op", dossier.receivedOn().toString());
        facts.put("toestand", dossier.state());
        facts.put("uitkomst", dossier.outcome());
        facts.put("afgesloten_op", dossier.closedOn() == null ? null : dossier.closedOn().toString());
        if (dossier.undertaking() != null && undertakings.add(dossier.undertaking())) {
            object(new LogObject(UNDERTAKING, dossier.undertaking()), dossier.registeredAt(), Map.of(), null, null);
        }
        object(new LogObject(DOSSIER, dossier.number()), dossier.registeredAt(), facts, dossier.undertaking(), "betreft");
    }

    void belongs(Belongs thing) {
        object(thing.object(), thing.at(), thing.facts(), thing.dossier(), "hoort bij");
    }

    void end() {
        write(() -> {
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
        });
    }

    private void object(LogObject object, Instant at, Map<String, String> facts, String related, String how) {
        write(() -> {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("id", object.id());
            json.writeStringField("type", object.type());
            json.writeArrayFieldStart("attributes");
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                if (fact.getValue() != null) {
                    json.writeStartObject();
                    json.writeStringField("name", fact.getKey());
                    json.writeStringField("value", fact.getValue());
                    json.writeStringField("time", at.toString());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("relationships");
            if (related != null) {
                relation(related, how);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void type(String name, List<String> attributes) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("attributes");
        for (String attribute : attributes) {
            json.writeStartObject();
            json.writeStringField("name", attribute);
            json.writeStringField("type", "string");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void attribute(String name, String value) throws IOException {
        if (value != null) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("value", value);
            json.writeEndObject();
        }
    }

    private void relation(String object, String qualifier) throws IOException {
        json.writeStartObject();
        json.writeStringField("objectId", object);
        json.writeStringField("qualifier", qualifier);
        json.writeEndObject();
    }

    private interface Piece {
        void write() throws IOException;
    }

    private static void write(Piece piece) {
        try {
            piece.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
