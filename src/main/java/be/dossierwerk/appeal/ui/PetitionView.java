package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.FilePetition;
import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.appeal.NotifiedDecisions.Decision;
import be.dossierwerk.appeal.PetitionKind;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

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
    private final FilingForm form = new FilingForm(getPageTitle(), text("what"));
    private final ComboBox<Decision> besluit = new ComboBox<>();
    private final TextField roleNumber = new TextField();
    private final ComboBox<PetitionKind> kind = new ComboBox<>();
    private final TextField chamber = new TextField();
    private final DateField petitionOn;
    private final DateField servedOn;

    PetitionView(NotifiedDecisions decisions, FilePetition filePetition, Clock clock) {
        this.decisions = decisions;
        this.filePetition = filePetition;
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
        form.required("besluit", besluit);
        form.required("roleNumber", roleNumber);
        form.required("kind", kind);
        form.field("chamber", chamber);
        form.required("petitionOn", petitionOn);
        form.required("servedOn", servedOn);
        form.group(text("group.decision"), besluit);
        form.group(text("group.petition"), FilingForm.rows(roleNumber, chamber, kind, petitionOn, servedOn));
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
        event.getLocation().getQueryParameters().getSingleParameter(DOSSIER).flatMap(decisions::lastOf).ifPresent(besluit::setValue);
    }

    private String file() {
        return filePetition.file(new FilePetition.Petition(besluit.getValue() == null ? null : besluit.getValue().besluit(), roleNumber.getValue(),
                kind.getValue(), chamber.getValue(), petitionOn.getValue(), servedOn.getValue()), form.files());
    }

    private String text(String key, Object... args) {
        return getTranslation("appeal.rvs.screen." + key, args);
    }
}
