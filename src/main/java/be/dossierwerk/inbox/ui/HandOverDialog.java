package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.HandOverTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Collection;
import java.util.List;

/** Asks to whom and why, then hands the tasks over one by one. */
class HandOverDialog extends Dialog {

    private final ComboBox<Actor> colleague = new ComboBox<>();
    private final TextArea reason = new TextArea();

    HandOverDialog(Collection<OpenWork.Row> tasks, Colleagues colleagues, HandOverTask handOver, Runnable afterwards) {
        List<OpenWork.Row> chosen = List.copyOf(tasks);
        setHeaderTitle(chosen.size() == 1 ? getTranslation("inbox.hand-over.title-one", chosen.get(0).taskName())
                : getTranslation("inbox.hand-over.title", String.valueOf(chosen.size())));
        colleague.setLabel(getTranslation("inbox.hand-over.to"));
        colleague.setItems(able(chosen, colleagues));
        colleague.setItemLabelGenerator(Actor::name);
        colleague.setRequiredIndicatorVisible(true);
        colleague.setHelperText(getTranslation("inbox.hand-over.to-help"));
        colleague.setManualValidation(true);
        reason.setLabel(getTranslation("inbox.hand-over.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        VerticalLayout fields = new VerticalLayout(colleague, reason);
        fields.setPadding(false);
        fields.setAlignItems(com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment.STRETCH);
        add(fields);
        setWidth("28rem");
        Button send = new Button(getTranslation("inbox.hand-over.do"), click -> {
            if (complete()) {
                int done = 0;
                for (OpenWork.Row task : chosen) {
                    try {
                        handOver.handOver(task.taskId(), colleague.getValue().id(), reason.getValue());
                        done++;
                    } catch (Refused refused) {
                        Answers.refused(this, refused);
                    }
                }
                close();
                if (done > 0) {
                    Answers.good(done == 1 ? getTranslation("inbox.hand-over.done-one", colleague.getValue().name())
                            : getTranslation("inbox.hand-over.done", String.valueOf(done), colleague.getValue().name()));
                }
                afterwards.run();
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("inbox.cancel"), click -> close()), send);
    }

    /** Those who may do every one of the chosen tasks. */
    private static List<Actor> able(List<OpenWork.Row> tasks, Colleagues colleagues) {
        return colleagues.holding(tasks.get(0).groups()).stream()
                .filter(person -> tasks.stream().allMatch(task -> task.groups().stream().anyMatch(person::has)))
                .filter(person -> tasks.size() > 1 || !person.id().equals(tasks.get(0).assignee()))
                .toList();
    }

    private boolean complete() {
        boolean nobody = colleague.getValue() == null;
        boolean noReason = reason.getValue().isBlank();
        colleague.setInvalid(nobody);
        colleague.setErrorMessage(nobody ? getTranslation("inbox.hand-over.to-required") : null);
        reason.setInvalid(noReason);
        reason.setErrorMessage(noReason ? getTranslation("inbox.hand-over.reason-required") : null);
        if (nobody) {
            colleague.focus();
        } else if (noReason) {
            reason.focus();
        }
        return !nobody && !noReason;
    }
}
