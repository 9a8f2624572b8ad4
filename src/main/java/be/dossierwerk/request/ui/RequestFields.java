package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.Requester;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.Attachments;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.RefusalSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the forms of a complaint and of an openness request share: who asks, how it came, the papers, and what a refusal says. */
class RequestFields {

    private final Component at;
    private final RefusalSummary summary = new RefusalSummary();
    private final TextField name = new TextField();
    private final TextField street = new TextField();
    private final TextField postalCode = new TextField();
    private final TextField municipality = new TextField();
    private final TextField email = new TextField();
    private final ComboBox<Channel> channel = new ComboBox<>();
    private final DateField receivedOn;
    private final ComboBox<DossierList.Row> about = new ComboBox<>();
    private final Attachments attachments = new Attachments();
    private final Map<String, Component> fields = new HashMap<>();

    RequestFields(Component at, DossierList dossiers, LocalDate today) {
        this.at = at;
        receivedOn = new DateField(text("receivedOn"));
        receivedOn.setValue(today);
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(code -> text("channel." + code));
        about.setItems(query -> dossiers.page(new DossierList.Filter(query.getFilter().orElse(""), null, null, null), query.getOffset(), query.getLimit()).stream());
        about.setItemLabelGenerator(row -> row.number() + " · " + row.subject());
        about.setHelperText(text("about.help"));
        about.setClearButtonVisible(true);
        label(Map.of("name", name, "street", street, "postalCode", postalCode, "municipality", municipality, "email", email));
        channel.setLabel(text("channel"));
        about.setLabel(text("about"));
        receivedOn.setHelperText(text("receivedOn.help"));
        List.of(name, street, postalCode, municipality, channel, receivedOn).forEach(RequestFields::required);
        fields.putAll(Map.of("name", name, "street", street, "postalCode", postalCode, "municipality", municipality, "email", email, "channel", channel,
                "receivedOn", receivedOn, "about", about));
    }

    RefusalSummary summary() {
        return summary;
    }

    /** Name and address; hidden for somebody anonymous. */
    Component who() {
        return rows(name, street, postalCode, municipality, email);
    }

    Component how() {
        return rows(receivedOn, channel, about);
    }

    Component files() {
        return attachments;
    }

    Requester requester() {
        return new Requester(name.getValue(), street.getValue(), postalCode.getValue(), municipality.getValue(), email.getValue(), channel.getValue(), receivedOn.getValue(),
                about.getValue() == null ? null : about.getValue().number());
    }

    List<AttachedFile> attachments() {
        return attachments.files();
    }

    /** A field of the form itself, which a refusal can name. */
    <F extends Component> F own(String key, F field, boolean required) {
        if (required) {
            required(field);
        }
        fields.put(key, field);
        return field;
    }

    /** The button that sends; goes to the dossier that it makes. */
    Component foot(String label, String done, Supplier<String> register) {
        Button send = new Button(at.getTranslation(label));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                String dossier = register.get();
                Answers.good(at.getTranslation(done, dossier));
                send.getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
            } catch (Refused refused) {
                summary.show(refused, fields, attachments);
            } finally {
                send.setEnabled(true);
            }
        });
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        return foot;
    }

    Component group(String title, Component content) {
        H2 heading = new H2(at.getTranslation(title));
        Div group = new Div(heading, content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        return group;
    }

    static Div rows(Component... parts) {
        Div rows = new Div(parts);
        rows.addClassName("dw-application-rows");
        return rows;
    }

    private void label(Map<String, TextField> texts) {
        texts.forEach((key, field) -> field.setLabel(text(key)));
    }

    /** The indicator, without the component's own check: the use case says what is wrong. */
    private static void required(Component field) {
        field.getElement().setProperty("required", true);
        if (field instanceof HasValue<?, ?> value) {
            value.setRequiredIndicatorVisible(true);
        }
    }

    private String text(String key) {
        return at.getTranslation("request.screen." + key);
    }
}
