package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.appeal.NotifiedDecisions.Decision;
import be.dossierwerk.appeal.FileHeroverweging;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
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

    private final FilingForm form = new FilingForm(getPageTitle(), text("what"));
    private final ComboBox<Decision> decision = new ComboBox<>();
    private final DateField receivedOn;
    private final TextArea grounds = new TextArea();

    HeroverwegingView(NotifiedDecisions decisions, FileHeroverweging fileHeroverweging, Clock clock) {
        this.decisions = decisions;
        this.fileHeroverweging = fileHeroverweging;
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
        form.required("decision", decision);
        form.required("receivedOn", receivedOn);
        form.required("grounds", grounds);
        form.group(text("group.decision"), decision);
        form.group(text("group.request"), FilingForm.rows(receivedOn, grounds));
        form.group(text("group.files"), form.attachments());
        form.send(text("send"), this::file, dossier -> text("sent", dossier));
        add(form);
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

    private String file() {
        Decision contested = decision.getValue();
        return fileHeroverweging.file(action, new FileHeroverweging.Request(contested == null ? null : contested.besluit(), receivedOn.getValue(),
                grounds.getValue()), form.files());
    }

    private String text(String key, Object... args) {
        return getTranslation("appeal.heroverweging." + key, args);
    }
}
