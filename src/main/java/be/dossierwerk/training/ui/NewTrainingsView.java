package be.dossierwerk.training.ui;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.Attachments;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.ReadTrainingList;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Approval that was asked for one training or for a list of them; sent with one button. */
@Route("opleidingen-aanvragen")
@Menu(title = "menu.new-trainings", order = 23)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER, Roles.FUND_SECRETARIAT})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
@StyleSheet("context://training.css")
class NewTrainingsView extends Div implements HasDynamicTitle {

    private enum Who { ONDERNEMING, VERSTREKKER }

    private enum What { EEN, LIJST }

    private final transient FileTraining fileTraining;
    private final UUID action = UUID.randomUUID();
    private final Div summary = new Div();
    private final ComboBox<Who> who = new ComboBox<>();
    private final ComboBox<Entry> undertaking = new ComboBox<>();
    private final Div provider = new Div();
    private final TextField providerNumber = new TextField();
    private final TextField providerName = new TextField();
    private final TextField quality = new TextField();
    private final TextField street = new TextField();
    private final TextField postalCode = new TextField();
    private final TextField municipality = new TextField();
    private final TextField email = new TextField();
    private final DateField receivedOn;
    private final MultiSelectComboBox<Entry> undertakings = new MultiSelectComboBox<>();
    private final ComboBox<What> what = new ComboBox<>();
    private final TrainingFields one;
    private final TrainingListUpload list;
    private final Attachments attachments = new Attachments();
    private final Button send = new Button();

    NewTrainingsView(RecognisedUndertakings known, FileTraining fileTraining, ReadTrainingList readTrainingList, Clock clock) {
        this.fileTraining = fileTraining;
        addClassName("dw-newapplication");
        receivedOn = new DateField(text("received"));
        receivedOn.setValue(LocalDate.now(clock));
        one = new TrainingFields();
        list = new TrainingListUpload(readTrainingList);
        summary.addClassName("dw-errors");
        summary.getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        summary.setVisible(false);
        send.setText(text("send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.applicant", applicant(known)), group("group.trainings", trainings()),
                group("group.files", new Div(new Paragraph(text("files.help")), attachments)), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private Component applicant(RecognisedUndertakings known) {
        who.setLabel(text("who"));
        who.setItems(Who.values());
        who.setItemLabelGenerator(each -> text("who." + each));
        who.setValue(Who.ONDERNEMING);
        required(who);
        undertaking.setLabel(text("undertaking"));
        undertaking.setItemLabelGenerator(NewTrainingsView::label);
        undertaking.setItems(query -> known.search(query.getFilter().orElse(""), null, null, query.getOffset(), query.getLimit()).stream());
        required(undertaking);
        providerNumber.setLabel(text("provider-number"));
        providerName.setLabel(text("provider-name"));
        quality.setLabel(text("quality"));
        quality.setHelperText(text("quality.help"));
        street.setLabel(text("street"));
        postalCode.setLabel(text("postal-code"));
        municipality.setLabel(text("municipality"));
        email.setLabel(text("email"));
        List.of(providerNumber, providerName, street, postalCode, municipality).forEach(NewTrainingsView::required);
        provider.add(providerNumber, providerName, quality, street, postalCode, municipality, email);
        provider.addClassName("dw-application-rows");
        provider.setVisible(false);
        who.addValueChangeListener(change -> {
            provider.setVisible(change.getValue() == Who.VERSTREKKER);
            undertaking.setVisible(change.getValue() != Who.VERSTREKKER);
        });
        receivedOn.setHelperText(text("received.help"));
        required(receivedOn);
        undertakings.setLabel(text("undertakings"));
        undertakings.setHelperText(text("undertakings.help"));
        undertakings.setItemLabelGenerator(NewTrainingsView::label);
        undertakings.setItems(query -> known.search(query.getFilter().orElse(""), null, null, query.getOffset(), query.getLimit()).stream());
        Div rows = new Div(who, undertaking, provider, receivedOn, undertakings);
        rows.addClassName("dw-application-rows");
        return rows;
    }

    private Component trainings() {
        what.setLabel(text("how-many"));
        what.setItems(What.values());
        what.setItemLabelGenerator(each -> text("how-many." + each));
        what.setValue(What.EEN);
        required(what);
        list.setVisible(false);
        what.addValueChangeListener(change -> {
            one.setVisible(change.getValue() != What.LIJST);
            list.setVisible(change.getValue() == What.LIJST);
        });
        Div rows = new Div(what, one, list);
        rows.addClassName("dw-application-rows");
        return rows;
    }

    private void send() {
        try {
            boolean many = what.getValue() == What.LIJST;
            List<FileTraining.Asked> asked = many ? list.asked() : List.of(one.asked());
            String file = fileTraining.file(action, new FileTraining.Request(asking(), receivedOn.getValue(),
                    undertakings.getValue().stream().map(Entry::enterpriseNumber).toList(), asked),
                    attachments.files());
            Answers.good(text("sent", file));
            getUI().ifPresent(ui -> ui.navigate((asked.size() > 1 ? TrainingFileView.PATH + "/" : "dossier/") + file));
        } catch (Refused refused) {
            show(refused);
        } finally {
            send.setEnabled(true);
        }
    }

    private FileTraining.Applicant asking() {
        boolean outside = who.getValue() == Who.VERSTREKKER;
        Entry entry = undertaking.getValue();
        return outside ? new FileTraining.Applicant(true, providerNumber.getValue(), providerName.getValue(), quality.getValue(), street.getValue(), postalCode.getValue(),
                municipality.getValue(), email.getValue())
                : new FileTraining.Applicant(false, entry == null ? "" : entry.enterpriseNumber(), null, null, null, null, null, null);
    }

    /** Everything that was typed stays; each wrong field says what is wrong. */
    private void show(Refused refused) {
        Map<String, Component> fields = fields();
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        summary.removeAll();
        summary.add(new H2(getTranslation(refused.key(), refused.args())));
        UnorderedList wrongs = new UnorderedList();
        for (Refused.Field wrong : refused.fields()) {
            Component field = fields.get(wrong.name());
            String says = wrong.name().equals("applicant.enterpriseNumber") && who.getValue() != Who.VERSTREKKER && undertaking.isEmpty()
                    ? getTranslation("training.field.choose") : getTranslation(wrong.key(), wrong.args());
            if (field instanceof HasValidation validated) {
                validated.setErrorMessage(says);
                validated.setInvalid(true);
            }
            Button jump = new Button(field == null ? list.place(wrong.name()) + says : ((com.vaadin.flow.component.HasLabel) field).getLabel() + ": " + says, click -> {
                if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
                    focusable.focus();
                }
            });
            jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            wrongs.add(new ListItem(jump));
        }
        if (!refused.fields().isEmpty()) {
            summary.add(wrongs);
        }
        summary.setVisible(true);
        summary.getElement().callJsFunction("focus");
        summary.scrollIntoView();
    }

    private Map<String, Component> fields() {
        Map<String, Component> fields = new LinkedHashMap<>();
        fields.put("applicant.enterpriseNumber", who.getValue() == Who.VERSTREKKER ? providerNumber : undertaking);
        fields.put("applicant.name", providerName);
        fields.put("applicant.street", street);
        fields.put("applicant.postalCode", postalCode);
        fields.put("applicant.municipality", municipality);
        fields.put("receivedOn", receivedOn);
        fields.put("undertakings", undertakings);
        if (what.getValue() != What.LIJST) {
            one.named().forEach((name, field) -> fields.put("trainings[0]." + name, field));
        }
        return fields;
    }

    private static String label(Entry entry) {
        return "%s · %s".formatted(entry.name(), EnterpriseNumber.format(entry.enterpriseNumber()));
    }

    /** The indicator, without the component's own check: the use case says what is wrong. */
    static void required(Component field) {
        field.getElement().setProperty("required", true);
        if (field instanceof HasValue<?, ?> value && field instanceof HasValidation validated) {
            validated.setManualValidation(true);
            value.addValueChangeListener(change -> validated.setInvalid(false));
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
        return getTranslation("training.new." + key, args);
    }
}
