package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.withdrawal.ExOfficioGround;
import be.dossierwerk.withdrawal.ExOfficioGrounds;
import be.dossierwerk.withdrawal.StartExOfficio;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the page of a recognition that holds: start a file ex officio by hand. */
@Component
class StartExOfficioAction implements DossierAction {

    private final StartExOfficio startExOfficio;
    private final ExOfficioGrounds grounds;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Clock clock;

    StartExOfficioAction(StartExOfficio startExOfficio, ExOfficioGrounds grounds, Recognitions recognitions, Dossiers dossiers, CurrentActor currentActor,
                         Clock clock) {
        this.startExOfficio = startExOfficio;
        this.grounds = grounds;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "withdrawal.exofficio.start.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        String number = dossiers.get(dossier).enterpriseNumber();
        return (actor.has(Roles.HANDLER) || actor.has(Roles.TEAM_LEAD)) && number != null
                && recognitions.active(number).filter(recognition -> recognition.dossier().equals(dossier)).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("withdrawal.exofficio.start.title"));
        dialog.setWidth("36rem");
        ComboBox<ExOfficioGround> ground = new ComboBox<>(dialog.getTranslation("withdrawal.exofficio.start.ground"));
        ground.setItems(grounds.on(LocalDate.now(clock)));
        ground.setItemLabelGenerator(each -> each.code() + " " + each.name());
        TextField successor = new TextField(dialog.getTranslation("withdrawal.exofficio.start.successor"));
        successor.setVisible(false);
        ground.addValueChangeListener(change -> {
            ground.setHelperText(change.getValue() == null ? null : change.getValue().evidence());
            successor.setVisible(change.getValue() != null && change.getValue().code().equals(ExOfficioGround.MERGED));
        });
        ground.setRequiredIndicatorVisible(true);
        ground.setManualValidation(true);
        ground.setWidthFull();
        TextField period = new TextField(dialog.getTranslation("withdrawal.exofficio.start.period"));
        period.setHelperText(dialog.getTranslation("withdrawal.exofficio.start.period-help"));
        period.setValue(YearMonth.now(clock).toString());
        TextArea evidence = new TextArea(dialog.getTranslation("withdrawal.exofficio.start.evidence"));
        evidence.setHelperText(dialog.getTranslation("withdrawal.exofficio.start.evidence-help"));
        evidence.setWidthFull();
        evidence.setMinRows(4);
        evidence.setRequiredIndicatorVisible(true);
        evidence.setManualValidation(true);
        period.setRequiredIndicatorVisible(true);
        period.setManualValidation(true);
        successor.setManualValidation(true);
        Checkbox fraud = new Checkbox(dialog.getTranslation("withdrawal.exofficio.start.fraud"));
        Button start = new Button(dialog.getTranslation("withdrawal.exofficio.start.do"));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.addClickListener(click -> {
            try {
                String started = startExOfficio.start(new StartExOfficio.Request(dossiers.get(dossier).enterpriseNumber(),
                        ground.getValue() == null ? "" : ground.getValue().code(), period.getValue(), evidence.getValue(), fraud.getValue(), BigDecimal.ZERO,
                        BigDecimal.ZERO, !successor.isVisible() || successor.isEmpty() ? null : successor.getValue(), null));
                dialog.close();
                done.run();
                Answers.good(dialog.getTranslation("withdrawal.exofficio.start.done", started));
                UI.getCurrent().navigate("dossier/" + started);
            } catch (Refused refused) {
                Answers.refused(dialog, refused, Map.of("ground", ground, "period", period, "evidence", evidence, "successor", successor));
            }
        });
        Div fields = new Div(ground, successor, period, evidence, fraud);
        fields.addClassName("dw-fields");
        dialog.add(fields);
        dialog.getFooter().add(new Button(dialog.getTranslation("withdrawal.batch.screen.cancel"), click -> dialog.close()), start);
        dialog.open();
    }
}
