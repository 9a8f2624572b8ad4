package be.dossierwerk.sampling.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.sampling.AnswerFinding;
import be.dossierwerk.sampling.Samples.Finding;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;

/** On the page of a dossier: what an auditor found, and the answer. */
@org.springframework.stereotype.Component
class SampleFindingsSection implements DossierSection {

    private final AnswerFinding answerFinding;

    SampleFindingsSection(AnswerFinding answerFinding) {
        this.answerFinding = answerFinding;
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public String title() {
        return "sampling.section.findings";
    }

    @Override
    public boolean shows(String dossier) {
        return !answerFinding.of(dossier).isEmpty();
    }

    @Override
    public Component of(String dossier) {
        Div all = new Div();
        answerFinding.of(dossier).forEach(finding -> {
            Div one = new Div();
            all.add(one);
            draw(one, finding);
        });
        return all;
    }

    private void draw(Div one, Finding finding) {
        one.removeAll();
        one.add(SampleTexts.note(SampleTexts.of(one, "found-by", finding.raisedByName(), SampleTexts.moment(one, finding.raisedAt(), UI.getCurrent().getLocale()))),
                new Paragraph(finding.text()));
        if (finding.answer() != null) {
            one.add(SampleTexts.note(SampleTexts.of(one, "answer-of", finding.answeredByName(), SampleTexts.moment(one, finding.answeredAt(), UI.getCurrent().getLocale()))),
                    new Paragraph(finding.answer()));
        } else if (answerFinding.mayAnswer(finding)) {
            one.add(form(one, finding));
        } else {
            one.add(SampleTexts.note(SampleTexts.of(one, "no-answer")));
        }
    }

    private Component form(Div one, Finding finding) {
        TextArea answer = new TextArea(SampleTexts.of(one, "your-answer"));
        answer.setWidthFull();
        answer.setMaxLength(4000);
        answer.setManualValidation(true);
        Button send = new Button(SampleTexts.of(one, "send-answer"), click -> {
            try {
                answerFinding.answer(finding.id(), answer.getValue());
                Answers.good(SampleTexts.of(one, "answer-sent"));
                // Only this one is drawn anew: what is typed at another stays.
                answerFinding.of(finding.dossier()).stream().filter(now -> now.id().equals(finding.id())).findFirst().ifPresent(now -> draw(one, now));
            } catch (Refused refused) {
                Answers.refused(one, refused, Map.of("answer", answer));
                click.getSource().setEnabled(true);
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        return new Div(answer, send);
    }
}
