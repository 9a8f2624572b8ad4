package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.appeal.NotifiedDecisions.Decision;
import be.dossierwerk.appeal.FileHeroverweging;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.Attachments;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.RefusalSummary;
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

/** A request on paper to reconsider a decision: registered by intake or handler, sent with one button. */
@Route(HeroverwegingView.ROUTE)
@Menu(title = "menu.heroverweging", order = 26)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class HeroverwegingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "heroverweging-vragen";
    static final String DOSSIER = "dossier";

    private final transient NotifiedDecisions decisions;
    private final transient FileHeroverweging fileHeroverweging;
    private final UUID action = UUID.randomUUID();

    private final RefusalSummary summary = new RefusalSummary();
    private final ComboBox<Decision> decision = new ComboBox<>();
    private final DateField receivedOn;
    private final TextArea grounds = new TextArea();
    private final Attachments attachments = new Attachments();
    private final Button send = new Button();

    HeroverwegingView(NotifiedDecisions decisions, FileHeroverweging fileHeroverweging, Clock clock) {
        this.decisions = decisions;
        this.fileHeroverweging = fileHeroverweging;
        addClassName("dw-newapplication");
        receivedOn = new DateField(text("receivedOn"));
        receivedOn.setHelperText(text("receivedOn.help"));
        receivedOn.setValue(LocalDate.now(clock));
        grounds.setLabel(text("grounds"));
        grounds.setHelperText(text("grounds.help"));
        decision.setLabel(text("decision"));
        decision.setHelperText(text("decision.help"));
        decision.setItemLabelGenerator(each -> "%s · %s · %s (%s)".formatted(each.dossier(), each.subject(), each.title(), Dates.table(each.signedOn())));
        decision.setItems(query -> decisions.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        decision.setWidthFull();
        required(decision);
        required(receivedOn);
        required(grounds);
        send.setText(text("send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div fields = new Div(receivedOn, grounds);
        fields.addClassName("dw-application-rows");
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.decision", decision), group("group.request", fields),
                group("group.files", attachments), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    /** With a dossier in the address, its last decision is chosen. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(DOSSIER).flatMap(decisions::lastOf).ifPresent(decision::setValue);
    }

    private void send() {
        try {
            Decision contested = decision.getValue();
            String dossier = fileHeroverweging.file(action, new FileHeroverweging.Request(contested == null ? null : contested.besluit(), receivedOn.getValue(),
                    grounds.getValue()), attachments.files().stream().map(file -> new FileHeroverweging.Attachment(file.name(), file.content())).toList());
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            summary.show(refused, Map.of("decision", decision, "receivedOn", receivedOn, "grounds", grounds), attachments);
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
        return getTranslation("appeal.heroverweging." + key, args);
    }
}
