package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.Requester;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Map;

/** What the forms of a complaint and of an openness request share: who asks, and how it came. */
class RequestFields {

    private final FilingForm form;
    private final TextField name = new TextField();
    private final TextField street = new TextField();
    private final TextField postalCode = new TextField();
    private final TextField municipality = new TextField();
    private final TextField email = new TextField();
    private final ComboBox<Channel> channel = new ComboBox<>();
    private final DateField receivedOn;
    private final ComboBox<DossierList.Row> about = new ComboBox<>();

    RequestFields(FilingForm form, DossierList dossiers, LocalDate today) {
        this.form = form;
        receivedOn = new DateField(text("receivedOn"));
        receivedOn.setValue(today);
        channel.setItems(Channel.values());
        channel.setItemLabelGenerator(code -> text("channel." + code));
        about.setItems(query -> dossiers.page(new DossierList.Filter(query.getFilter().orElse(""), null, null, null), query.getOffset(), query.getLimit()).stream());
        about.setItemLabelGenerator(row -> row.number() + " · " + row.subject());
        about.setHelperText(text("about.help"));
        about.setClearButtonVisible(true);
        Map.of("name", name, "street", street, "postalCode", postalCode, "municipality", municipality).forEach((key, field) ->
                form.required(key, field).setLabel(text(key)));
        form.field("email", email).setLabel(text("email"));
        form.required("channel", channel).setLabel(text("channel"));
        form.required("receivedOn", receivedOn).setHelperText(text("receivedOn.help"));
        form.field("about", about).setLabel(text("about"));
    }

    /** Name and address; hidden for somebody anonymous. */
    Component who() {
        return FilingForm.rows(name, street, postalCode, municipality, email);
    }

    Component how() {
        return FilingForm.rows(receivedOn, channel, about);
    }

    Requester requester() {
        return new Requester(name.getValue(), street.getValue(), postalCode.getValue(), municipality.getValue(), email.getValue(), channel.getValue(), receivedOn.getValue(),
                about.getValue() == null ? null : about.getValue().number());
    }

    private String text(String key) {
        return form.getTranslation("request.screen." + key);
    }
}
