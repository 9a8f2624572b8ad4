package be.dossierwerk.board.ui;

import be.dossierwerk.board.ChangeOfNorm;
import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.board.ExplainChange.Late;
import be.dossierwerk.board.Fraction;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.board.ShowNorm.Sheet;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** An explanation as a page: what to say aloud, the parts, what weighs most, the latest dossiers, the steps, and how it was split. */
class WhyChanged extends Div {

    private final transient Explanation explanation;
    private final transient NormQuestion question;
    private final transient BoardWords words;

    WhyChanged(Explanation explanation, NormQuestion question) {
        this.explanation = explanation;
        this.question = question;
        words = new BoardWords(this, getLocale());
        if (explanation.change().isEmpty()) {
            nothing();
            return;
        }
        ChangeOfNorm change = explanation.change().get();
        WhyWords why = new WhyWords(this, words, explanation);
        Div aloud = new Div();
        aloud.addClassName("dw-why-aloud");
        why.sentences(change).forEach(sentence -> aloud.add(new Paragraph(sentence)));
        add(aloud);
        add(new H2(text("parts")), new WhyParts(explanation, change, words));
        weights(why);
        latest();
        add(new H2(text("steps")));
        why.lastStep().ifPresent(sentence -> add(new Paragraph(sentence)));
        add(new WhySteps(explanation, words));
        how();
    }

    /** In which of the periods there was nothing to count. */
    private void nothing() {
        for (Period period : List.of(explanation.period(), explanation.other())) {
            Result result = period.equals(explanation.period()) ? explanation.now().result() : explanation.before().result();
            add(new Paragraph(result.counted() == 0 ? text("nothing-in", words.period(period)) : text("something-in", words.period(period), words.result(result, explanation.now().decimals()))));
        }
        add(new Paragraph(text("nothing")));
    }

    private void weights(WhyWords why) {
        add(new H2(text("weights")));
        boolean any = false;
        for (boolean now : new boolean[] {true, false}) {
            WhyWeights table = new WhyWeights(explanation, now, question, words, why);
            if (table.any()) {
                add(table);
                any = true;
            }
        }
        if (!any) {
            add(new Paragraph(text("weights-none")));
        }
    }

    private void latest() {
        Sheet now = explanation.now();
        long missed = now.result().counted() - now.result().met();
        add(new H2(text("latest", words.period(explanation.period()))));
        if (missed == 0) {
            add(new Paragraph(text("latest-none", words.period(explanation.period()))));
            return;
        }
        CardTable table = new CardTable(text("latest", words.period(explanation.period())), List.of(text("dossier"), text("too-late"), text("counted-on")));
        explanation.latest().forEach(late -> table.row(link(late), CardTable.text(time(late.tooLate())), CardTable.text(words.day(late.countedOn()))));
        add(table);
        if (missed > explanation.latest().stream().mapToLong(Late::dossiers).sum()) {
            add(new Paragraph(new PageLink(question.met(false).address(), text("all-late", missed))));
        }
    }

    private PageLink link(Late late) {
        return late.dossiers() == 1 ? new PageLink(VerdictView.address(question, late.dossier()), late.dossier())
                : new PageLink(question.met(false).group(late.groupFile()).address(), getTranslation("board.norm.group", late.groupFile(), late.dossiers()));
    }

    private String time(Fraction time) {
        return text(explanation.hours() ? "hours" : "days", words.decimal(time.rounded(explanation.hours() ? 1 : 0)));
    }

    private void how() {
        add(new H2(text("how")));
        List.of("how.compared", "how.volume", "how.mix", "how.pace", explanation.pausesCount() ? "how.pauses-count" : "how.pauses-do-not-count", "how.adds-up", "how.weights", "how.decisive")
                .forEach(key -> add(new Paragraph(text(key))));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.why." + key, args);
    }
}
