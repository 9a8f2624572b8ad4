package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowHistoryDossier;
import be.dossierwerk.board.ShowHistoryDossier.Judged;
import be.dossierwerk.board.ShowHistoryDossier.Shown;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.dependency.StyleSheet;
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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What the board knows of one dossier: its events, and the norms in which it counted. */
@Route(HistoryDossierView.PATH + "/:number")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class HistoryDossierView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/dossier";

    private final transient ShowHistoryDossier showDossier;
    private final transient BoardWords words;
    private String title = "";

    HistoryDossierView(ShowHistoryDossier showDossier) {
        this.showDossier = showDossier;
        words = new BoardWords(this, getLocale());
        addClassNames("dw-page", "dw-board");
    }

    static String address(String number) {
        return PATH + "/" + number;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            show(showDossier.of(event.getRouteParameters().get("number").orElse("")));
        } catch (Refused refused) {
            title = text("title");
            add(new H1(title), new WrongAddress(refused));
        }
    }

    private void show(Shown dossier) {
        title = getTranslation("board.account.of", dossier.number());
        add(new PageLink(MeasureView.PATH + "/" + dossier.measure(), dossier.measureName()), new H1(title), new Paragraph(words.kindAndChannel(dossier.kind(), dossier.channel())));
        if (dossier.group() != null) {
            add(new Paragraph(text("in-group", dossier.group())));
        }
        if (dossier.ours()) {
            add(new PageLink("dossier/" + dossier.number(), getTranslation("board.account.open")));
        }
        add(new H2(getTranslation("board.account.events")), events(dossier), new H2(text("norms")));
        if (dossier.norms().isEmpty()) {
            add(new Paragraph(text("no-norms")));
        } else {
            add(norms(dossier));
        }
    }

    private CardTable events(Shown dossier) {
        boolean amounts = dossier.events().stream().anyMatch(event -> event.amount() != null);
        String day = getTranslation("board.account.day");
        String what = getTranslation("board.account.event");
        CardTable table = new CardTable(getTranslation("board.account.events"), amounts ? List.of(day, what, getTranslation("board.volume.amount")) : List.of(day, what));
        dossier.events().forEach(event -> {
            Span on = CardTable.text(words.day(event.at().toLocalDate()));
            Span name = CardTable.text(words.event(event.event()));
            if (amounts) {
                table.row(on, name, CardTable.text(event.amount() == null ? "" : words.amount(event.amount(), true)));
            } else {
                table.row(on, name);
            }
        });
        return table;
    }

    private UnorderedList norms(Shown dossier) {
        UnorderedList list = new UnorderedList();
        Period first = Period.year(dossier.events().get(0).at().getYear());
        for (Judged norm : dossier.norms()) {
            PageLink account = new PageLink(NormView.PATH + "/" + norm.code() + "/dossier/" + dossier.number() + "?" + AskedPeriods.query(first), norm.name());
            list.add(new ListItem(account, new Span(" " + getTranslation(norm.met() ? "board.account.met" : "board.account.missed"))));
        }
        return list;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.dossier." + key, args);
    }
}
