package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.AcknowledgeLapse;
import be.dossierwerk.deadline.LapseBoard;
import be.dossierwerk.deadline.LapseBoard.Lapse;
import be.dossierwerk.deadline.LapseBoard.Mark;
import be.dossierwerk.deadline.LapseMark;
import be.dossierwerk.deadline.StopLapse;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** The countdowns by whose end silence has an effect in law: who must say to know of them, and how two people stop one. */
@Route("stilzwijgen")
@Menu(title = "menu.lapse", order = 45)
@RolesAllowed({Roles.HANDLER, Roles.FINES, Roles.LAWYER, Roles.TEAM_LEAD, Roles.HEAD, Roles.AUDITOR})
@StyleSheet("context://deadline.css")
class LapseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient LapseBoard board;
    private final transient AcknowledgeLapse acknowledgeLapse;
    private final transient StopLapse stopLapse;
    private final Paragraph count = new Paragraph();
    private final Div cards = new Div();
    private boolean primaryGiven;

    LapseView(LapseBoard board, AcknowledgeLapse acknowledgeLapse, StopLapse stopLapse) {
        this.board = board;
        this.acknowledgeLapse = acknowledgeLapse;
        this.stopLapse = stopLapse;
        addClassName("dw-lapses");
        count.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
        Div head = new Div(new H1(getPageTitle()), count);
        head.addClassName("dw-lapses-head");
        add(head, new Paragraph(text("what")), cards);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw();
    }

    private void draw() {
        cards.removeAll();
        primaryGiven = false;
        List<Lapse> lapses = board.all();
        int open = lapses.stream().mapToInt(lapse -> lapse.open().size()).sum();
        count.setText(text("count", open));
        count.setClassName("dw-lapse-alarm", open > 0);
        if (lapses.isEmpty()) {
            Paragraph empty = new Paragraph(text("empty"));
            empty.addClassName("dw-empty");
            cards.add(empty);
        }
        lapses.forEach(lapse -> cards.add(card(lapse)));
    }

    private Component card(Lapse lapse) {
        Div card = new Div();
        card.addClassName("dw-lapse");
        card.getElement().setAttribute("role", "article").setAttribute("aria-label", lapse.subject());
        if (!lapse.open().isEmpty()) {
            Paragraph alarm = new Paragraph(text("alarm", lapse.open().stream().map(mark -> words(mark.mark())).collect(Collectors.joining(", ")),
                    Dates.table(lapse.open().get(0).on()), named(lapse)));
            alarm.addClassName("dw-lapse-alarm");
            card.add(alarm);
        }
        Anchor dossier = new PageLink("dossier/" + lapse.dossier(), lapse.subject());
        Span number = new Span(lapse.dossier() + " · " + lapse.name());
        number.addClassName("dw-note");
        card.add(new H2(dossier), number);
        card.add(lapse.silentSince() == null ? countdown(lapse) : silence(lapse), marks(lapse));
        if (lapse.proposal() != null) {
            card.add(proposal(lapse));
        }
        Div buttons = buttons(lapse);
        if (buttons.getComponentCount() > 0) {
            card.add(buttons);
        }
        return card;
    }

    private Component countdown(Lapse lapse) {
        Paragraph last = new Paragraph(DaysLeft.badge(this, lapse.daysLeft(), null), new Span(" · " + (lapse.due() == null
                ? getTranslation("deadline.last-day.unknown") : text("last-day", TermWords.prose(lapse.due())))));
        return new Div(last, new Paragraph(text("afterwards", lapse.effect())));
    }

    private Component silence(Lapse lapse) {
        Paragraph since = new Paragraph(text("silent", TermWords.prose(lapse.silentSince()), lapse.effect()));
        since.addClassName("dw-lapse-alarm");
        return new Div(since, new Paragraph(text("power-remains")));
    }

    private Component marks(Lapse lapse) {
        UnorderedList list = new UnorderedList();
        for (Mark mark : lapse.marks()) {
            String name = words(mark.mark());
            ListItem item = new ListItem();
            if (mark.acknowledgedBy() != null) {
                item.setText(text("mark.known", name, mark.acknowledgedBy(), Dates.table(mark.acknowledgedOn())));
            } else if (mark.open()) {
                item.setText(text("mark.open", name, Dates.table(mark.on())));
                item.addClassName("dw-lapse-alarm");
            } else if (lapse.silentSince() != null) {
                item.setText(text("mark.never", name));
            } else {
                item.setText(text("mark.later", name, Dates.table(mark.on()), named(lapse)));
            }
            list.add(item);
        }
        list.getElement().setAttribute("aria-label", text("marks"));
        return list;
    }

    private Component proposal(Lapse lapse) {
        LapseBoard.Proposal proposal = lapse.proposal();
        Div shown = new Div(new Paragraph(text("proposed", proposal.by(), Dates.table(proposal.on()), getTranslation("deadline.lapse-ground." + proposal.ground()),
                proposal.reason())), new Paragraph(text(lapse.mayConfirm() ? "proposed.you" : "proposed.other")));
        shown.addClassName("dw-look-ahead");
        return shown;
    }

    private Div buttons(Lapse lapse) {
        Div buttons = new Div();
        buttons.addClassName("dw-terms-buttons");
        if (lapse.mayAcknowledge()) {
            Button acknowledge = firstIsPrimary(button(text("acknowledge"), lapse, () -> acknowledge(lapse)));
            acknowledge.setDisableOnClick(true);
            buttons.add(acknowledge);
        }
        if (lapse.mayConfirm()) {
            buttons.add(firstIsPrimary(button(text("confirm"), lapse, () -> new ConfirmStopDialog(lapse, stopLapse, this::again).open())));
        }
        if (lapse.mayPropose()) {
            buttons.add(button(text(lapse.proposal() == null ? "propose" : "propose-anew"), lapse,
                    () -> new ProposeStopDialog(lapse, stopLapse, this::again).open()));
        }
        return buttons;
    }

    /** What is asked of the reader most urgently: one on the page. */
    private Button firstIsPrimary(Button button) {
        if (!primaryGiven) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            primaryGiven = true;
        }
        return button;
    }

    /** The name of the undertaking tells the buttons of the cards apart for who hears them. */
    private static Button button(String label, Lapse lapse, Runnable act) {
        Button button = new Button(label, click -> act.run());
        button.setAriaLabel(label + ": " + lapse.subject());
        return button;
    }

    private void acknowledge(Lapse lapse) {
        LapseMark seen = lapse.open().get(lapse.open().size() - 1).mark();
        try {
            acknowledgeLapse.acknowledge(lapse.term(), seen);
            Answers.good(text("acknowledged", lapse.subject()));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        again();
    }

    /** The button that had the focus is gone, so the count, which has changed, gets it. */
    private void again() {
        draw();
        count.getElement().callJsFunction("focus");
    }

    private String named(Lapse lapse) {
        return lapse.handlerName() == null ? text("named.team-lead") : text("named", lapse.handlerName());
    }

    private String words(LapseMark mark) {
        return mark == LapseMark.START ? text("mark.start") : DaysLeft.text(this, mark.daysLeft(), null);
    }

    private String text(String key, Object... args) {
        return getTranslation("deadline.lapse." + key, args);
    }
}
