package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.DecideRuleChange.Verdict;
import be.dossierwerk.deadline.RuleProposal;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;

/** Shows what a proposal would do today, and asks to approve or to reject it. */
class DecideRuleDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    DecideRuleDialog(RuleProposal proposal, Verdict verdict, TermRulesView.Services services, Runnable afterwards) {
        boolean approving = verdict == Verdict.GOEDGEKEURD;
        String texts = approving ? "deadline.approve" : "deadline.reject";
        setHeaderTitle(getTranslation(texts + ".title", proposal.base().name()));
        setWidth("40rem");
        UnorderedList changes = new UnorderedList();
        RuleWords.changes(this, proposal.base(), proposal.change()).forEach(change -> changes.add(new ListItem(change)));
        TextArea reason = new TextArea(getTranslation(texts + ".reason"));
        reason.setMaxLength(MAX_TEXT);
        reason.setRequiredIndicatorVisible(!approving);
        reason.setManualValidation(true);
        VerticalLayout fields = new VerticalLayout(changes,
                new Paragraph(TermRulesView.applies(this, proposal.change())));
        if (approving) {
            ImpactPanel impact = new ImpactPanel();
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
