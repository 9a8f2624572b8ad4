package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.FilePetition;
import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.appeal.NotifiedDecisions.Decision;
import be.dossierwerk.appeal.PetitionKind;
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
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A petition that the registry of the Council of State served: filled in by lawyer or intake, sent with one button. */
@Route(PetitionView.PATH)
@Menu(title = "menu.council-petition", order = 27)
@RolesAllowed({Roles.LAWYER, Roles.INTAKE})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class PetitionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "beroep-raad-van-state";
    static final String DOSSIER = "dossier";

    private final transient NotifiedDecisions decisions;
    private final transient FilePetition filePetition;
    private final RefusalSummary summary = new RefusalSummary();
    private final ComboBox<Decision> besluit = new ComboBox<>();
    private final TextField roleNumber = new TextField();
    private final ComboBox<PetitionKind> kind = new ComboBox<>();
    private final TextField chamber = new TextField();
    private final DateField petitionOn;
    private final DateField servedOn;
    private final Attachments attachments = new Attachments();
    private final Button send = new Button();

    PetitionView(NotifiedDecisions decisions, FilePetition filePetition, Clock clock) {
        this.decisions = decisions;
        this.filePetition = filePetition;
        addClassName("dw-newapplication");
        petitionOn = new DateField(text("petitionOn"));
        servedOn = new DateField(text("servedOn"));
        servedOn.setHelperText(text("servedOn.help"));
        servedOn.setValue(LocalDate.now(clock));
        besluit.setLabel(text("besluit"));
        besluit.setHelperText(text("besluit.help"));
        besluit.setItemLabelGenerator(each -> text("besluit.item", each.dossier(), each.subject(), each.title(),
                Dates.prose(each.signedOn())));
        besluit.setItems(query -> decisions.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        besluit.setWidthFull();
        roleNumber.setLabel(text("roleNumber"));
        roleNumber.setHelperText(text("roleNumber.help"));
        kind.setLabel(text("kind"));
        kind.setItems(PetitionKind.values());
        kind.setItemLabelGenerator(each -> text("kind." + each));
        chamber.setLabel(text("chamber"));
        chamber.setHelperText(text("chamber.help"));
        // The indicator, without the component's own check: the use case says what is wrong.
        List.<Component>of(besluit, roleNumber, kind, petitionOn, servedOn).forEach(field -> field.getElement().setProperty("required", true));
        send.setText(text("send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div rows = new Div(roleNumber, chamber, kind, petitionOn, servedOn);
        rows.addClassName("dw-application-rows");
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.decision", besluit), group("group.petition", rows),
                group("group.files", attachments), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    /** With a dossier in the address, its last decision is chosen. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(DOSSIER).flatMap(decisions::lastOf).ifPresent(besluit::setValue);
    }

    private void send() {
        try {
            String dossier = filePetition.file(new FilePetition.Petition(besluit.getValue() == null ? null : besluit.getValue().besluit(), roleNumber.getValue(),
                    kind.getValue(), chamber.getValue(), petitionOn.getValue(), servedOn.getValue()),
                    attachments.files().stream().map(file -> new FilePetition.Attachment(file.name(), file.content())).toList());
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            summary.show(refused, Map.of("besluit", besluit, "roleNumber", roleNumber, "kind", kind, "chamber", chamber, "petitionOn", petitionOn,
                    "servedOn", servedOn), attachments);
        } finally {
            send.setEnabled(true);
        }
    }

    private Component group(String title, Component content) {
        H2 heading = new H2(text(title));
        Div group = new Div(heading, content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        return group;
    }

    private String text(String key, Object... args) {
        return getTranslation("appeal.rvs.screen." + key, args);
    }
}
