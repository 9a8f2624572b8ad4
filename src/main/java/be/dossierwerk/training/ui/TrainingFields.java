package be.dossierwerk.training.ui;

import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingTheme;
import be.dossierwerk.training.Trainings;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of one training. */
class TrainingFields extends Div {

    private static final class SessionRow extends Div {

        private final DateField day;
        private final TextField place;

        SessionRow(String dayLabel, String placeLabel) {
            day = new DateField(dayLabel);
            place = new TextField(placeLabel);
            addClassName("dw-training-session");
            add(day, place);
        }
    }

    private static final Locale BELGIAN = Locale.forLanguageTag("nl-BE");

    private final TextField title = new TextField();
    private final ComboBox<TrainingTheme> theme = new ComboBox<>();
    private final ComboBox<TrainingKind> kind = new ComboBox<>();
    private final TextField providerName = new TextField();
    private final TextField providerNumber = new TextField();
    private final TextField qualityNumber = new TextField();
    private final BigDecimalField hours = new BigDecimalField();
    private final IntegerField participants = new IntegerField();
    private final TextArea goal = new TextArea();
    private final TextArea content = new TextArea();
    private final TextArea method = new TextArea();
    private final TextArea audience = new TextArea();
    private final TextField trainer = new TextField();
    private final TextArea experience = new TextArea();
    private final TextField language = new TextField();
    private final BigDecimalField price = new BigDecimalField();
    private final List<SessionRow> sessions = new ArrayList<>();
    private final Div rows = new Div();
    private final transient Map<String, Component> named = new LinkedHashMap<>();

    TrainingFields() {
        addClassName("dw-application-rows");
        theme.setItems(TrainingTheme.values());
        theme.setItemLabelGenerator(each -> getTranslation("training.screen.theme." + each));
        kind.setItems(TrainingKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("training.screen.kind." + each));
        kind.addValueChangeListener(change -> external(change.getValue() == TrainingKind.EXTERN));
        hours.setWidth("14rem");
        price.setWidth("14rem");
        participants.setWidth("14rem");
        hours.setLocale(BELGIAN);
        price.setLocale(BELGIAN);
        price.setHelperText(getTranslation("training.new.price.help"));
        qualityNumber.setHelperText(getTranslation("training.new.quality.help"));
        language.setValue(getTranslation("training.new.language.dutch"));
        field("title", title, true);
        field("theme", theme, true);
        field("kind", kind, true);
        field("providerName", providerName, true);
        field("providerNumber", providerNumber, true);
        field("qualityNumber", qualityNumber, false);
        field("hours", hours, true);
        field("maxParticipants", participants, true);
        field("goal", goal, true);
        field("content", content, true);
        field("method", method, true);
        field("audience", audience, true);
        field("trainer", trainer, true);
        field("experience", experience, true);
        field("language", language, true);
        field("price", price, false);
        rows.addClassName("dw-application-rows");
        add(new H3(getTranslation("training.new.sessions")), rows, another());
        addSession();
        external(false);
    }

    /** As a refusal names them, without the number of the training. */
    Map<String, Component> named() {
        Map<String, Component> all = new LinkedHashMap<>(named);
        all.put("sessions", sessions.get(0).place);
        return all;
    }

    /** As it was typed; what is empty or wrong, filing names. */
    FileTraining.Asked asked() {
        boolean external = kind.getValue() == TrainingKind.EXTERN;
        return new FileTraining.Asked(title.getValue(), theme.getValue(), kind.getValue(), goal.getValue(), content.getValue(), method.getValue(), audience.getValue(),
                hours.getValue(), participants.getValue(), trainer.getValue(), experience.getValue(), external ? providerNumber.getValue() : null,
                external ? providerName.getValue() : null, external ? qualityNumber.getValue() : null, price.getValue(), language.getValue(),
                sessions.stream().filter(each -> !each.day.isEmpty() || !each.place.isEmpty()).map(each -> new Trainings.Session(each.day.getValue(), each.place.getValue())).toList(),
                List.of());
    }

    private void external(boolean shown) {
        List.of(providerName, providerNumber, qualityNumber).forEach(each -> each.setVisible(shown));
    }

    private Button another() {
        Button another = new Button(getTranslation("training.new.add-session"), click -> addSession());
        another.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return another;
    }

    private void addSession() {
        SessionRow row = new SessionRow(getTranslation("training.new.session-day", sessions.size() + 1), getTranslation("training.new.session-place", sessions.size() + 1));
        sessions.add(row);
        rows.add(row);
    }

    private void field(String name, Component field, boolean required) {
        ((com.vaadin.flow.component.HasLabel) field).setLabel(getTranslation("training.new.field." + name));
        if (required) {
            NewTrainingsView.required(field);
        }
        named.put(name, field);
        add(field);
    }
}
