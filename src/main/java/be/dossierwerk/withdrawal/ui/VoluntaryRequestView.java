package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.VoluntaryReason;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A request to withdraw a recognition that came in: filled in by intake or handler, sent with one button. */
@Route("intrekking-aanvragen")
@Menu(title = "menu.voluntary-request", order = 22)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class VoluntaryRequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient RecognisedUndertakings undertakings;
    private final transient FileVoluntaryRequest fileVoluntaryRequest;
    private final UUID action = UUID.randomUUID();

    private final FilingForm form = new FilingForm(getPageTitle(), text("what"));
    private final ComboBox<Entry> recognition = new ComboBox<>();
    private final DateField receivedOn;
    private final DateField effectiveOn;
    private final ComboBox<VoluntaryReason> reason = new ComboBox<>();
    private final TextArea explanation = new TextArea();
    private final TextField successor = new TextField();
    private final TextField signatory = new TextField();

    VoluntaryRequestView(RecognisedUndertakings undertakings, FileVoluntaryRequest fileVoluntaryRequest, Clock clock) {
        this.undertakings = undertakings;
        this.fileVoluntaryRequest = fileVoluntaryRequest;
        receivedOn = new DateField(text("receivedOn"));
        receivedOn.setValue(LocalDate.now(clock));
        effectiveOn = new DateField(text("effectiveOn"));
        form.group(text("group.recognition"), recognition());
        form.group(text("group.request"), request());
        form.group(text("group.files"), form.attachments());
        form.send(text("send"), this::file, dossier -> text("sent", dossier));
        add(form);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    /** With a recognition number in the address, that recognition is chosen. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("erkenning").flatMap(number ->
                undertakings.search(number, null, null, 0, 1).stream().filter(entry -> entry.recognitionNumber().equals(number)).findFirst())
                .ifPresent(recognition::setValue);
    }

    private Component recognition() {
        recognition.setLabel(text("recognition"));
        recognition.setHelperText(text("help.recognition"));
        recognition.setItemLabelGenerator(entry -> "%s · %s · %s".formatted(entry.name(), entry.recognitionNumber(), EnterpriseNumber.format(entry.enterpriseNumber())));
        recognition.setItems(query -> undertakings.search(query.getFilter().orElse(""), null, null, query.getOffset(), query.getLimit()).stream());
        form.required("recognition", recognition);
        recognition.setWidthFull();
        return recognition;
    }

    private Component request() {
        reason.setLabel(text("reason"));
        reason.setItems(VoluntaryReason.values());
        reason.setItemLabelGenerator(code -> text("reason." + code));
        form.required("reason", reason);
        explanation.setLabel(text("explanation"));
        form.field("explanation", explanation);
        successor.setLabel(text("successor"));
        successor.setHelperText(text("successor.help"));
        successor.setVisible(false);
        form.field("successor", successor);
        reason.addValueChangeListener(change -> successor.setVisible(change.getValue() == VoluntaryReason.FUSIE_OVERNAME));
        signatory.setLabel(text("signatory"));
        form.required("signatory", signatory);
        receivedOn.setHelperText(text("receivedOn.help"));
        form.required("receivedOn", receivedOn);
        effectiveOn.setHelperText(text("effectiveOn.help"));
        form.required("effectiveOn", effectiveOn);
        return FilingForm.rows(receivedOn, effectiveOn, reason, successor, signatory, explanation);
    }

    private String file() {
        Entry entry = recognition.getValue();
        return fileVoluntaryRequest.file(action, new FileVoluntaryRequest.Request(entry == null ? null : entry.dossier(), receivedOn.getValue(),
                reason.getValue(), explanation.getValue(), reason.getValue() == VoluntaryReason.FUSIE_OVERNAME ? successor.getValue() : null,
                effectiveOn.getValue(), signatory.getValue()), form.files());
    }

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.screen." + key, args);
    }
}
