package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.CalendarProposal;
import be.dossierwerk.deadline.DecideRuleChange.Verdict;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;

/** Shows what a proposed change of the calendar would do today, and asks to approve or to reject it. */
class DecideCalendarDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    DecideCalendarDialog(CalendarProposal proposal, Verdict verdict, CalendarPanel.Services services, Runnable afterwards) {
        boolean approving = verdict == Verdict.GOEDGEKEURD;
        String texts = approving ? "deadline.approve" : "deadline.reject";
        String becomes = CalendarPanel.becomes(this, proposal.change());
        setHeaderTitle(getTranslation(approving ? "deadline.calendar.approve.title" : "deadline.calendar.reject.title", becomes));
        setWidth("40rem");
        TextArea reason = new TextArea(getTranslation(texts + ".reason"));
        reason.setMaxLength(MAX_TEXT);
        reason.setRequiredIndicatorVisible(!approving);
        reason.setManualValidation(true);
        VerticalLayout fields = new VerticalLayout(new Paragraph(becomes),
                new Paragraph(getTranslation("deadline.calendar.source") + ": " + proposal.change().source()));
        if (approving) {
            CalendarImpactPanel impact = new CalendarImpactPanel();
            impact.show(services.impact().of(proposal.change()));
            fields.add(impact);
        }
        fields.add(reason);
        fields.setPadding(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        Button send = new Button(getTranslation(texts), click -> {
            try {
                services.decide().decide(proposal.id(), verdict, reason.getValue());
            } catch (Refused refused) {
                Answers.refused(this, refused, Map.of("reason", reason));
                reason.focus();
                return;
            }
            close();
            Answers.good(getTranslation(texts + ".done"));
            afterwards.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }
}
