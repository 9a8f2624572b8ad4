package be.dossierwerk.sources.ui;

import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.Answer;
import be.dossierwerk.sources.AnswerByHand;
import be.dossierwerk.sources.FactWords;
import be.dossierwerk.sources.SourceAnswers;
import be.dossierwerk.sources.SourceQuestions;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What the sources said for this dossier and what still waits; a handler fills in what he looked up himself. */
@org.springframework.stereotype.Component
class SourceAnswersSection implements DossierSection {

    /** Carries the looks of the screen of the sources. */
    @StyleSheet("context://sources.css")
    private static final class Body extends Div { }

    private static final String PART = "sources-answers";

    private final SourceQuestions questions;
    private final SourceAnswers answers;
    private final AnswerByHand answerByHand;
    private final Dossiers dossiers;
    private final AttachDocument attachDocument;
    private final CurrentActor currentActor;
    private final Clock clock;

    SourceAnswersSection(SourceQuestions questions, SourceAnswers answers, AnswerByHand answerByHand, Dossiers dossiers, AttachDocument attachDocument,
                         CurrentActor currentActor, Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.answerByHand = answerByHand;
        this.dossiers = dossiers;
        this.attachDocument = attachDocument;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    static String address(String dossier) {
        return "dossier/" + dossier + "?deel=" + PART;
    }

    @Override
    public int order() {
        return 33;
    }

    @Override
    public String title() {
        return "sources.section.answers";
    }

    @Override
    public boolean shows(String dossier) {
        return !questions.ofDossier(dossier).isEmpty();
    }

    @Override
    public Component of(String dossier) {
        Body section = new Body();
        section.addClassNames("dw-sources", "dw-sources-in-dossier");
        draw(section, dossier);
        return section;
    }

    private void draw(Div section, String dossier) {
        section.removeAll();
        UnorderedList list = new UnorderedList();
        list.addClassNames("dw-sources-notices", "dw-sources-questions");
        List<SourceQuestions.Question> all = questions.ofDossier(dossier);
        all.forEach(question -> list.add(line(section, question)));
        if (all.stream().anyMatch(question -> question.status() == SourceQuestions.Status.PERSON_ASKED)) {
            section.add(new Paragraph(section.getTranslation("sources.by-hand.why")));
        }
        section.add(list);
    }

    private ListItem line(Div section, SourceQuestions.Question question) {
        String name = section.getTranslation("sources.screen.name." + question.source());
        Span who = new Span(name);
        who.addClassName("dw-sources-name");
        ListItem line = new ListItem(who);
        if (question.status() == SourceQuestions.Status.ANSWERED) {
            Answer answer = answers.get(question.answer());
            line.add(new Span(section.getTranslation(answer.byHand() ? "sources.section.by-hand" : "sources.section.answered", FactWords.of(answer.facts()),
                    day(answer.at()))));
            return line;
        }
        line.add(new Span(section.getTranslation("sources.section.waits", day(question.firstAskedAt()))));
        if (question.lastOutcome() != null) {
            line.add(new Span(section.getTranslation("sources.section.error." + question.lastOutcome())));
        }
        if (question.status() == SourceQuestions.Status.PERSON_ASKED) {
            Span asked = new Span(section.getTranslation("sources.section.person"));
            asked.addClassName("dw-sources-silent");
            line.add(asked);
        }
        // Who already knows the facts need not wait until the product gives up.
        if (currentActor.get().has(Roles.HANDLER)) {
            Button fill = new Button(section.getTranslation("sources.by-hand.open"), click -> new AnswerByHandDialog(question, answerByHand, dossiers, attachDocument,
                    clock, () -> draw(section, question.dossier())).open());
            fill.setAriaLabel(section.getTranslation("sources.by-hand.open") + ": " + name);
            line.add(fill);
        }
        return line;
    }

    private static String day(Instant at) {
        return Dates.prose(at.atZone(MovableClock.BRUSSELS).toLocalDate());
    }
}
