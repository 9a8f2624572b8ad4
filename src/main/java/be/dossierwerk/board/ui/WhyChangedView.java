package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardWork;
import be.dossierwerk.board.ExplainChange;
import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.board.ShowBoard;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Why a norm came out otherwise than in another period. A large norm is worked out behind, and the page says so meanwhile. */
@Route(NormView.PATH + "/:code/verschil")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
@StyleSheet("context://board-why.css")
class WhyChangedView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Most norms are explained by then: nobody sees a page that says to wait. */
    private static final int AT_ONCE_MILLISECONDS = 700;
    private static final int POLL_MILLISECONDS = 500;

    private final transient ExplainChange explainChange;
    private final transient BoardWork work;
    private final transient ShowBoard showBoard;
    private final transient Clock clock;
    private final Div head = new Div();
    private final PeriodPicker picker = new PeriodPicker(chosen -> UI.getCurrent().navigate(address(this.question.with(chosen))));
    private final Div body = new Div();
    private transient NormQuestion question;
    private transient CompletableFuture<Explanation> working;
    private transient Registration polling;
    private int usualPoll = -1;
    private String title = "";

    WhyChangedView(ExplainChange explainChange, BoardWork work, ShowBoard showBoard, Clock clock) {
        this.explainChange = explainChange;
        this.work = work;
        this.showBoard = showBoard;
        this.clock = clock;
        addClassNames("dw-page", "dw-board", "dw-why");
        body.getElement().setAttribute("aria-live", "polite");
        add(head, picker, body);
    }

    static String address(NormQuestion question) {
        return NormView.PATH + "/" + question.code() + "/verschil?" + question.asked().query();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        working = null;
        head.removeAll();
        body.removeAll();
        title = text("title");
        try {
            question = NormQuestion.of(event.getRouteParameters().get("code").orElse(""), event.getLocation().getQueryParameters(), Period.year(LocalDate.now(clock).getYear()));
            picker.setVisible(true);
            picker.show(question.asked(), showBoard.years());
            head.add(new H1(title));
            NormQuestion asked = question;
            working = work.begin(address(asked), () -> explainChange.of(asked.code(), asked.asked().period(), asked.asked().other()));
            draw(AT_ONCE_MILLISECONDS);
        } catch (Refused refused) {
            wrong(refused);
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        usualPoll = attach.getUI().getPollInterval();
        polling = attach.getUI().addPollListener(poll -> {
            if (working != null) {
                draw(0);
            }
        });
        follow(attach.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        polling.remove();
        detach.getUI().setPollInterval(usualPoll);
    }

    private void follow(UI ui) {
        ui.setPollInterval(working == null ? usualPoll : POLL_MILLISECONDS);
    }

    private void draw(int patience) {
        try {
            Explanation explanation = working.get(patience, TimeUnit.MILLISECONDS);
            working = null;
            show(explanation);
        } catch (TimeoutException e) {
            if (body.getComponentCount() == 0) {
                body.add(new Paragraph(text("busy")), busy());
            }
        } catch (ExecutionException e) {
            working = null;
            if (!(e.getCause() instanceof Refused refused)) {
                throw new IllegalStateException(e.getCause());
            }
            wrong(refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        getUI().ifPresent(this::follow);
    }

    private ProgressBar busy() {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text("busy"));
        return bar;
    }

    private void show(Explanation explanation) {
        title = text("title-of", explanation.now().name());
        UI.getCurrent().getPage().setTitle(title);
        PageLink back = new PageLink(question.address(), text("to-norm"));
        back.addClassName("dw-board-screen");
        head.removeAll();
        head.add(back, new H1(title), new Paragraph(explanation.now().measureName()));
        body.removeAll();
        body.add(new WhyChanged(explanation, question));
    }

    private void wrong(Refused refused) {
        picker.setVisible(false);
        head.removeAll();
        body.removeAll();
        head.add(new H1(title), new WrongAddress(refused));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.why." + key, args);
    }
}
