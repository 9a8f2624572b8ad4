package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gate lets through, the product can draw and check: the lists of both are one. */
class FormGateTest {

    private static final String FORM = """
            {"type": "default", "id": "proef", "schemaVersion": 16, "components": [%s
              {"type": "radio", "id": "Veld_keuze", "key": "keuze", "label": "Keuze", "values": [{"label": "Ja", "value": "JA"}]}]}
            """;

    private static final List<String> ALLOWED = List.of(
            part("textfield", "\"label\": \"Naam\", \"validate\": {\"required\": true, \"minLength\": 2, \"maxLength\": \"40\", \"pattern\": \"[A-Z]{2}[0-9]{1,4}\"}"),
            part("textarea", "\"readonly\": true, \"rows\": 5, \"defaultValue\": \"niets\""), part("number", "\"decimalDigits\": 2, \"increment\": \"0.5\", \"validate\": {\"min\": 0, \"max\": 1e1}").replace("1e1", "10.5"),
            part("checkbox", "\"defaultValue\": true"), part("select", "\"values\": [{\"value\": \"A\"}], \"searchable\": true"),
            part("checklist", "\"values\": [{\"value\": \"A\", \"label\": \"De eerste\"}], \"defaultValue\": [\"A\"]"),
            part("datetime", "\"subtype\": \"date\", \"dateLabel\": \"Wanneer\""), part("textfield", "\"layout\": {\"row\": \"Row_1\", \"columns\": 8}"),
            part("textfield", "\"layout\": {\"row\": \"Row_1\", \"columns\": null}, \"properties\": {\"dw:widget\": \"iban\"}"),
            part("textfield", "\"conditional\": {\"hide\": \"=keuze != \\\"JA\\\" and keuze != null or keuze = true\"}, \"appearance\": {\"suffixAdorner\": \"euro\"}"),
            part("textfield", "\"conditional\": {\"hide\": \"\"}, \"label\": \"Data: vóór 5 < 6 & 7\""),
            "{\"type\": \"group\", \"label\": \"Groep\", \"showOutline\": true, \"components\": [" + part("textfield", "\"label\": \"In de groep\"") + "]}",
            "{\"type\": \"spacer\", \"height\": 60}", "{\"type\": \"separator\"}", "{\"type\": \"button\", \"label\": \"Klaar\", \"action\": \"submit\", \"key\": \"knop\"}",
            "{\"type\": \"text\", \"text\": \"# Kop\\n\\n*Let op*: zie [hier](https://www.vlaanderen.be).\"}");

    @Test
    void every_property_that_passes_can_be_read() {
        DiagramGate gate = new DiagramGate();
        for (String part : ALLOWED) {
            byte[] form = FORM.formatted(part + ",").getBytes(StandardCharsets.UTF_8);
            assertThat(gate.findings(DiagramSet.of(Map.of("forms/proef/proef.form", form)))).as(part).isEmpty();
            assertThatCode(() -> FormSchema.read(new ByteArrayInputStream(form))).as(part).doesNotThrowAnyException();
        }
    }

    private static String part(String type, String more) {
        return "{\"type\": \"" + type + "\", \"id\": \"Veld_x\", \"key\": \"veld\", " + more + "}";
    }
}
