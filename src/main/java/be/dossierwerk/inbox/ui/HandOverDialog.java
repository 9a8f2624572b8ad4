package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.HandOverTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.WhoCan;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks to whom, among those who may do it, and why; says who is kept out by which rule. */
public class HandOverDialog extends Dialog {

    private final ComboBox<WhoCan.Colleague> colleague = new ComboBox<>();
    private final TextArea reason = new TextArea();

    /** {@code preferred}: the person to begin with, null for nobody; {@code withReason}: false where nobody has any of these tasks. */
    public HandOverDialog(Collection<OpenWork.Row> tasks, WhoCan.Offer offer, String preferred, boolean withReason) {
        List<OpenWork.Row> chosen = List.copyOf(tasks);
        setHeaderTitle(chosen.size() == 1 ? getTranslation("inbox.hand-over.title-one", chosen.get(0).taskName())
                : getTranslation("inbox.hand-over.title", String.valueOf(chosen.size())));
        colleague.setLabel(getTranslation("inbox.hand-over.to"));
        colleague.setItems(offer.colleagues());
        colleague.setItemLabelGenerator(this::label);
        colleague.setRequiredIndicatorVisible(true);
        colleague.setHelperText(getTranslation(offer.colleagues().isEmpty() ? "inbox.hand-over.nobody" : "inbox.hand-over.to-help"));
        colleague.setManualValidation(true);
        offer.colleagues().stream().filter(one -> one.person().id().equals(preferred)).findFirst().ifPresent(colleague::setValue);
        reason.setLabel(getTranslation("inbox.hand-over.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setVisible(withReason);
        VerticalLayout fields = new VerticalLayout(colleague);
        if (!offer.keptOut().isEmpty()) {
            fields.add(keptOut(offer.keptOut()));
        }
        fields.add(reason);
        fields.setPadding(false);
        fields.setAlignItems(com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment.STRETCH);
        add(fields);
        setWidth("28rem");
    }

    /** Hands the tasks over one by one; when none could go, what was typed stays. */
    static void open(Collection<OpenWork.Row> tasks, WhoCan whoCan, HandOverTask handOver, Runnable afterwards) {
        List<OpenWork.Row> chosen = List.copyOf(tasks);
        HandOverDialog dialog = new HandOverDialog(chosen, whoCan.of(chosen), null, true);
        dialog.ask((person, why) -> {
            List<Refused> refusals = new ArrayList<>();
            for (OpenWork.Row task : chosen) {
                try {
                    handOver.handOver(task.taskId(), person.id(), why);
                } catch (Refused refused) {
                    refusals.add(refused);
                }
            }
            int done = chosen.size() - refusals.size();
            if (done == 0) {
                throw refusals.get(0);
            }
            refusals.forEach(refused -> Answers.refused(dialog, refused));
            Answers.good(done == 1 ? dialog.getTranslation("inbox.hand-over.done-one", person.name())
                    : dialog.getTranslation("inbox.hand-over.done", String.valueOf(done), person.name()));
            afterwards.run();
        });
    }

    /** Opens; {@code handOver} gets the person and the reason once both are there, and keeps the dialog open by refusing. */
    public void ask(BiConsumer<Actor, String> handOver) {
        Button send = new Button(getTranslation("inbox.hand-over.do"), click -> {
            // The second click of a double click may arrive before the browser has taken the dialog away.
            if (isOpened() && complete()) {
                try {
                    handOver.accept(colleague.getValue().person(), reason.getValue());
                    close();
                } catch (Refused refused) {
                    Answers.refused(this, refused);
                }
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("inbox.cancel"), click -> close()), send);
        open();
    }

    private String label(WhoCan.Colleague one) {
        return one.absence().map(away -> getTranslation("inbox.hand-over.away", one.person().name(), Dates.table(away.lastDay()))).orElse(one.person().name());
    }

    /** Who is not in the list although the role fits, and why. */
    private Div keptOut(List<String> reasons) {
        UnorderedList list = new UnorderedList();
        reasons.forEach(reason -> list.add(new ListItem(reason)));
        Div notice = new Div(new Paragraph(getTranslation("inbox.hand-over.kept-out")), list);
        notice.addClassName("dw-notice");
        return notice;
    }

    private boolean complete() {
        boolean nobody = colleague.getValue() == null;
        boolean noReason = reason.isVisible() && reason.getValue().isBlank();
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
