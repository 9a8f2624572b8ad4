package be.dossierwerk.team.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What came of dividing tasks, in words that stay; with a way back. */
class AnswerBar extends Div {

    private final Div words = new Div();
    private final Div actions = new Div();

    AnswerBar() {
        addClassName("dw-team-answer");
        words.getElement().setAttribute("role", "status");
        words.getElement().setAttribute("tabindex", "-1");
        add(words, actions);
        clear();
    }

    void clear() {
        words.removeAll();
        actions.removeAll();
        setClassName("dw-result", false);
    }

    /** {@code undo}: null when there is nothing to take back. */
    void tell(List<Refused> refusals, List<String> done, Runnable undo) {
        clear();
        setClassName("dw-result", true);
        done.forEach(sentence -> words.add(new Paragraph(sentence)));
        refusals.forEach(refused -> {
            Paragraph why = new Paragraph(getTranslation(refused.key(), refused.args()));
            why.addClassName("dw-problem");
            words.add(why);
        });
        if (undo != null) {
            actions.add(new Button(getTranslation("team.screen.undo"), click -> undo.run()));
        }
    }

    void focus() {
        words.getElement().executeJs("this.focus()");
    }
}
