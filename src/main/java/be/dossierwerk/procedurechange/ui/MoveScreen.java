package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.MoveBatch;
import be.dossierwerk.procedurechange.MoveProgress;
import be.dossierwerk.procedurechange.MoveProgress.Left;
import be.dossierwerk.procedurechange.MoveProgress.Run;
import be.dossierwerk.procedurechange.MoveProgress.State;
import be.dossierwerk.procedurechange.Rollout;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** How many dossiers moved, which stayed behind and why; the work can be stopped and goes on where it was. */
@StyleSheet("context://procedure-move.css")
class MoveScreen extends Div {

    private static final int POLL_MILLISECONDS = 1_500;
    /** As often as the page of a change itself looks. */
    private static final int CALM_MILLISECONDS = 20_000;
    private static final int MOST_LINES = 500;

    private final String change;
    private final transient MoveBatch moveBatch;
    private final transient MoveProgress progress;
    private final boolean mayAct;
    private final Paragraph sentence = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Details moved = new Details();
    private transient Run drawn;
    private Registration polling;

    MoveScreen(String change, MoveBatch moveBatch, MoveProgress progress, boolean mayAct) {
        this.change = change;
        this.moveBatch = moveBatch;
        this.progress = progress;
        this.mayAct = mayAct;
        addClassName("dw-move");
        moved.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && moved.getContent().findAny().isEmpty()) {
                moved.add(moved(drawn));
            }
        });
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> {
            Run now = progress.of(change).orElseThrow();
            if (goesOn(now)) {
                advance(now);
            } else if (!now.equals(drawn)) {
                draw();
            }
        });
        follow(drawn.state() == State.BEZIG);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        polling.remove();
    }

    /** Only numbers differ: what has the keyboard's focus and what is open can stay. */
    private boolean goesOn(Run now) {
        return drawn.state() == State.BEZIG && now.state() == State.BEZIG && now.total() == drawn.total() && now.left() == drawn.left()
                && now.moved() > 0 == drawn.moved() > 0;
    }

    private void advance(Run now) {
        drawn = now;
        sentence.setText(text("state." + now.state(), now.moved(), now.total(), now.waiting()));
        bar.setValue(now.moved() + now.left());
        moved.setSummaryText(text("moved", now.moved()));
    }

    private void draw() {
        Run run = progress.of(change).orElseThrow();
        drawn = run;
        follow(run.state() == State.BEZIG);
        removeAll();
        if (run.rollout() == Rollout.NIEUWE) {
            add(new Paragraph(text("new-only")));
            return;
        }
        sentence.setText(text("state." + run.state(), run.moved(), run.total(), run.waiting()));
        // Not every step is read aloud, the bar tells those who ask; that it stopped or ended is.
        sentence.getElement().setAttribute("role", "status");
        sentence.getElement().setAttribute("aria-live", run.state() == State.BEZIG ? "off" : "polite");
        add(sentence);
        if (run.state() != State.KLAAR && run.total() > 0) {
            bar.setMax(run.total());
            bar.setValue(run.moved() + run.left());
            bar.getElement().setAttribute("aria-label", text("progress"));
            add(bar);
        }
        if (mayAct && run.state() == State.BEZIG) {
            add(button("stop", () -> moveBatch.stop(run.id())));
        } else if (mayAct && run.state() == State.GESTOPT) {
            add(button("go-on", () -> moveBatch.goOn(run.id())));
        }
        if (run.moved() > 0) {
            moved.setSummaryText(text("moved", run.moved()));
            moved.removeAll();
            if (moved.isOpened()) {
                moved.add(moved(run));
            }
            add(moved);
        }
        if (run.left() > 0) {
            left(run);
        }
    }

    private Div moved(Run run) {
        CardTable table = new CardTable(text("moved", run.moved()), List.of(text("dossier")));
        List<String> dossiers = progress.moved(run.id(), MOST_LINES);
        dossiers.forEach(dossier -> table.row(link(dossier)));
        Div list = new Div(table);
        if (run.moved() > dossiers.size()) {
            list.add(new Paragraph(text("first", dossiers.size(), run.moved())));
        }
        return list;
    }

    private void left(Run run) {
        List<Left> left = progress.left(run.id(), MOST_LINES);
        add(new H3(text("left", run.left())), new Paragraph(text("left-explained")));
        CardTable table = new CardTable(text("left", run.left()), List.of(text("dossier"), text("why")));
        left.forEach(each -> table.row(link(each.dossier()), CardTable.text(getTranslation("procedurechange.left." + each.reason(), String.join(", ", each.facts())))));
        add(table);
        if (run.left() > left.size()) {
            add(new Paragraph(text("first", left.size(), run.left())));
        }
        if (mayAct && run.state() == State.KLAAR) {
            add(button("again", () -> moveBatch.again(run.id())));
        }
    }

    private Button button(String key, Runnable act) {
        Button button = new Button(text(key), click -> {
            try {
                act.run();
            } catch (Refused refused) {
                Answers.refused(this, refused);
            }
            draw();
        });
        button.setDisableOnClick(true);
        return button;
    }

    private static Anchor link(String dossier) {
        Anchor link = new Anchor("dossier/" + dossier, dossier);
        link.setTarget("_blank");
        return link;
    }

    /** After the page has set its own pace. */
    private void follow(boolean busy) {
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, drawing -> ui.setPollInterval(busy ? POLL_MILLISECONDS : CALM_MILLISECONDS)));
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.move." + key, args);
    }
}
