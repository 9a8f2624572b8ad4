package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardWork;
import be.dossierwerk.board.FrozenPeriods;
import be.dossierwerk.board.FrozenPeriods.Frozen;
import be.dossierwerk.board.RecountPeriod;
import be.dossierwerk.board.SignPeriod;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** One frozen period: its figures and their fingerprint, who signed it, and whether the same comes out again. */
@Route(PeriodView.PATH + "/:period([0-9]{1,9})")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class PeriodView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = PeriodsView.PATH;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(MovableClock.BRUSSELS);

    private final transient FrozenPeriods periods;
    private final transient SignPeriod signPeriod;
    private final transient RecountPeriod recountPeriod;
    private final transient BoardWork work;
    private final transient Actor actor;
    private String title = "";

    PeriodView(FrozenPeriods periods, SignPeriod signPeriod, RecountPeriod recountPeriod, BoardWork work, CurrentActor currentActor) {
        this.periods = periods;
        this.signPeriod = signPeriod;
        this.recountPeriod = recountPeriod;
        this.work = work;
        actor = currentActor.get();
        addClassNames("dw-page", "dw-board");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(Long.parseLong(event.getRouteParameters().get("period").orElse("0")));
    }

    private void draw(long id) {
        removeAll();
        try {
            show(periods.of(id));
        } catch (Refused refused) {
            title = text("title");
            add(new H1(title), new WrongAddress(refused));
        }
    }

    private void show(Frozen frozen) {
        BoardWords words = new BoardWords(this, getLocale());
        title = frozen.name();
        PageLink board = new PageLink(BoardView.address(new AskedPeriods(frozen.period(), frozen.other())), text("to-board"));
        Paragraph fingerprint = new Paragraph(text("fingerprint") + " ");
        fingerprint.add(new Code(frozen.sha256()));
        fingerprint.addClassName("dw-board-fingerprint");
        add(new PageLink(PeriodsView.PATH, text("to-periods")), new H1(title), new Paragraph(text("about", words.period(frozen.period()), words.period(frozen.other()))),
                new Paragraph(text("was-frozen", frozen.frozenByName(), moment(frozen.frozenAt(), words))),
                new Paragraph(frozen.signedAt() == null ? text("waits") : text("was-signed", frozen.signedByName(), moment(frozen.signedAt(), words))), fingerprint);
        Div figures = new Div(new FrozenFigures(frozen, periods.figures(frozen), words));
        Button again = new Button(text("recount"), click -> recount(frozen, figures, words));
        Div buttons = new Div(again, board);
        buttons.addClassNames("dw-board-choices", "dw-board-screen");
        if (frozen.signedAt() == null && actor.has(Roles.HEAD) && !frozen.frozenBy().equals(actor.id())) {
            Button sign = new Button(text("sign"), click -> new ActDialog("board.frozen.sign", "board.frozen.sign.what", "board.frozen.sign.done")
                    .offer("board.frozen.sign", () -> signPeriod.sign(frozen.id()), () -> draw(frozen.id())));
            sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.addComponentAsFirst(sign);
        } else {
            again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        add(buttons, figures);
    }

    private void recount(Frozen frozen, Div figures, BoardWords words) {
        figures.removeAll();
        figures.add(new Working<>(text("recounting"), work.begin("herreken " + frozen.id() + " " + actor.id(), () -> recountPeriod.recount(frozen.id())),
                recount -> figures.add(new RecountPanel(recount, recountPeriod, words))));
    }

    private static String moment(Instant at, BoardWords words) {
        return words.on().getTranslation("board.frozen.moment", DefinitionSection.day(at, words), TIME.format(at));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.frozen." + key, args);
    }
}
