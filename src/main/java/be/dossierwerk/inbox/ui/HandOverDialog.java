package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.HandOverTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.WhoCan;
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
import java.util.Collection;
import java.util.List;

/** Asks to whom and why, then hands the tasks over one by one. */
class HandOverDialog extends Dialog {

    private final ComboBox<WhoCan.Colleague> colleague = new ComboBox<>();
    private final TextArea reason = new TextArea();

    HandOverDialog(Collection<OpenWork.Row> tasks, WhoCan whoCan, HandOverTask handOver, Runnable afterwards) {
        List<OpenWork.Row> chosen = List.copyOf(tasks);
        WhoCan.Offer offer = whoCan.of(chosen);
        setHeaderTitle(chosen.size() == 1 ? getTranslation("inbox.hand-over.title-one", chosen.get(0).taskName())
                : getTranslation("inbox.hand-over.title", String.valueOf(chosen.size())));
        colleague.setLabel(getTranslation("inbox.hand-over.to"));
        colleague.setItems(offer.colleagues());
        colleague.setItemLabelGenerator(this::label);
        colleague.setRequiredIndicatorVisible(true);
        colleague.setHelperText(getTranslation(offer.colleagues().isEmpty() ? "inbox.hand-over.nobody" : "inbox.hand-over.to-help"));
        colleague.setManualValidation(true);
        reason.setLabel(getTranslation("inbox.hand-over.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        VerticalLayout fields = new VerticalLayout(colleague);
        if (!offer.keptOut().isEmpty()) {
            fields.add(keptOut(offer.keptOut()));
        }
        fields.add(reason);
        fields.setPadding(false);
        fields.setAlignItems(com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment.STRETCH);
        add(fields);
        setWidth("28rem");
        Button send = new Button(getTranslation("inbox.hand-over.do"), click -> {
            if (complete()) {
                int done = 0;
                for (OpenWork.Row task : chosen) {
                    try {
                        handOver.handOver(task.taskId(), colleague.getValue().person().id(), reason.getValue());
                        done++;
                    } catch (Refused refused) {
                        Answers.refused(this, refused);
                    }
                }
                close();
                if (done > 0) {
                    Answers.good(done == 1 ? getTranslation("inbox.hand-over.done-one", colleague.getValue().person().name())
                            : getTranslation("inbox.hand-over.done", String.valueOf(done), colleague.getValue().person().name()));
                }
                afterwards.run();
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("inbox.cancel"), click -> close()), send);
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
