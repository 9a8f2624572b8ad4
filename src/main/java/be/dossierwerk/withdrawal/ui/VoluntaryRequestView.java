package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.Attachments;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.RefusalSummary;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.VoluntaryReason;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
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
import java.util.Map;
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

    private final RefusalSummary summary = new RefusalSummary();
    private final ComboBox<Entry> recognition = new ComboBox<>();
    private final DateField receivedOn;
    private final DateField effectiveOn;
    private final ComboBox<VoluntaryReason> reason = new ComboBox<>();
    private final TextArea explanation = new TextArea();
    private final TextField successor = new TextField();
    private final TextField signatory = new TextField();
    private final Attachments attachments = new Attachments();
    private final Button send = new Button();

    VoluntaryRequestView(RecognisedUndertakings undertakings, FileVoluntaryRequest fileVoluntaryRequest, Clock clock) {
        this.undertakings = undertakings;
        this.fileVoluntaryRequest = fileVoluntaryRequest;
        addClassName("dw-newapplication");
        receivedOn = new DateField(text("receivedOn"));
        receivedOn.setValue(LocalDate.now(clock));
        effectiveOn = new DateField(text("effectiveOn"));
        send.setText(text("send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.recognition", recognition()), group("group.request", request()),
                group("group.files", attachments), foot);
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
        required(recognition);
        recognition.setWidthFull();
        return recognition;
    }

    private Component request() {
        reason.setLabel(text("reason"));
        reason.setItems(VoluntaryReason.values());
        reason.setItemLabelGenerator(code -> text("reason." + code));
        required(reason);
        explanation.setLabel(text("explanation"));
        successor.setLabel(text("successor"));
        successor.setHelperText(text("successor.help"));
        successor.setVisible(false);
        reason.addValueChangeListener(change -> successor.setVisible(change.getValue() == VoluntaryReason.FUSIE_OVERNAME));
        signatory.setLabel(text("signatory"));
        required(signatory);
        receivedOn.setHelperText(text("receivedOn.help"));
        required(receivedOn);
        effectiveOn.setHelperText(text("effectiveOn.help"));
        required(effectiveOn);
        Div fields = new Div(receivedOn, effectiveOn, reason, successor, signatory, explanation);
        fields.addClassName("dw-application-rows");
        return fields;
    }

    private void send() {
        try {
            Entry entry = recognition.getValue();
            String dossier = fileVoluntaryRequest.file(action, new FileVoluntaryRequest.Request(entry == null ? null : entry.dossier(), receivedOn.getValue(),
                    reason.getValue(), explanation.getValue(), reason.getValue() == VoluntaryReason.FUSIE_OVERNAME ? successor.getValue() : null,
                    effectiveOn.getValue(), signatory.getValue()),
                    attachments.files().stream().map(file -> new FileVoluntaryRequest.Attachment(file.name(), file.content())).toList());
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            summary.show(refused, Map.of("recognition", recognition, "receivedOn", receivedOn, "effectiveOn", effectiveOn, "reason", reason,
                    "explanation", explanation, "successor", successor, "signatory", signatory), attachments);
        } finally {
            send.setEnabled(true);
        }
    }

    /** The indicator, without the component's own check: the use case says what is wrong. */
    private static void required(Component field) {
        field.getElement().setProperty("required", true);
    }

    private Component group(String title, Component content) {
        H2 heading = new H2(text(title));
        Div group = new Div(heading, content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        return group;
    }

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.screen." + key, args);
    }
}
