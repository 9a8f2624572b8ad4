package be.dossierwerk.modeling;

import be.dossierwerk.shared.ui.CardTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A form as a list of its fields, in the order in which they are filled in. */
class FormTwin extends Div {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime", "text", "group");

    FormTwin() {
        addClassName("dw-twin");
    }

    void show(String form) {
        removeAll();
        try {
            CardTable table = new CardTable(getTranslation("modeling.form.twin"), List.of(getTranslation("modeling.form.field"), getTranslation("modeling.form.type"),
                    getTranslation("modeling.form.required"), getTranslation("modeling.form.options")));
            rows(table, JSON.readTree(form));
            add(new H3(getTranslation("modeling.form.twin")), table);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            add(new Paragraph(getTranslation("modeling.form.unreadable")));
        }
    }

    private void rows(CardTable table, JsonNode parent) {
        for (JsonNode part : parent.path("components")) {
            String type = part.path("type").asText();
            if (!type.equals("separator") && !type.equals("spacer")) {
                String label = part.path("label").asText(part.path("dateLabel").asText(part.path("text").asText("")));
                List<String> options = new ArrayList<>();
                part.path("values").forEach(option -> options.add(option.path("label").asText()));
                table.row(label, getTranslation("modeling.form.kind." + (KNOWN.contains(type) ? type : "other")),
                        getTranslation(part.path("validate").path("required").asBoolean() ? "modeling.yes" : "modeling.no"), String.join(", ", options));
            }
            rows(table, part);
        }
    }
}
