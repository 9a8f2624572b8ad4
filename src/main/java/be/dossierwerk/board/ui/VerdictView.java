package be.dossierwerk.board.ui;

import be.dossierwerk.board.Life;
import be.dossierwerk.board.ShowVerdict;
import be.dossierwerk.board.ShowVerdict.Account;
import be.dossierwerk.board.ShowVerdict.Verdict;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowNorm.Wanted;
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
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Why one dossier met a norm or missed it, day by day, and its other norms. */
@Route(NormView.PATH + "/:code/dossier/:number")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class VerdictView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ShowVerdict showVerdict;
    private final transient Clock clock;
    private final transient BoardWords words;
    private transient NormQuestion question;
    private String title = "";

    VerdictView(ShowVerdict showVerdict, Clock clock) {
        this.showVerdict = showVerdict;
        this.clock = clock;
        words = new BoardWords(this, getLocale());
        addClassNames("dw-page", "dw-board");
    }

    static String address(NormQuestion question, String number) {
        return question.address().replaceFirst("\\?", "/dossier/" + number + "?");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            question = NormQuestion.of(event.getRouteParameters().get("code").orElse(""), event.getLocation().getQueryParameters(), Period.year(LocalDate.now(clock).getYear()));
            show(showVerdict.of(question.code(), event.getRouteParameters().get("number").orElse("")));
        } catch (Refused refused) {
            title = text("title");
            add(new H1(title), new WrongAddress(refused));
        }
    }

    private void show(Account account) {
        title = text("of", account.dossier());
        Verdict verdict = account.verdict();
        PageLink back = new PageLink(question.address(), text("to-norm"));
        back.addClassName("dw-board-screen");
        Div conclusion = new Div(new Paragraph(verdict.name()), new Paragraph(text(verdict.met() ? "met" : "missed")), new Paragraph(sentence(verdict)));
        conclusion.addClassName("dw-board-result");
        add(back, new H1(title), new Paragraph(words.kindAndChannel(account.kind(), account.channel()) + ". " + verdict.measureName()), conclusion);
        if (account.group() != null) {
            add(new Paragraph(text("in-group")), new PageLink(question.group(account.group()).address(), getTranslation("board.norm.group", account.group(), account.groupSize())));
        }
        if (account.ours()) {
            add(new PageLink("dossier/" + account.dossier(), text("open")));
        }
        add(new H2(text("events")), events(account));
        pauses(account);
        others(account);
    }

    /** Such as: Op 12 mei 2020 waren 137 van 120 dagen gebruikt: 17 dagen te laat. */
    String sentence(Verdict verdict) {
        LocalDate end = verdict.to().toLocalDate();
        long over = Math.abs(verdict.over());
        String how = verdict.met() ? "in-time" : "late";
        return switch (verdict.norm().limit().unit()) {
            case CALENDAR_DAYS -> text("days-" + how, words.day(end), verdict.used(), verdict.allowed(), over);
            case MINIMUM_DAYS -> text("least-" + how, verdict.used(), verdict.allowed(), over);
            case HOURS -> text("hours-" + how, words.day(end), verdict.used(), verdict.allowed(), over);
            default -> text("date-" + how, words.day(end), words.day(verdict.last()), over);
        };
    }

    private CardTable events(Account account) {
        Verdict verdict = account.verdict();
        CardTable table = new CardTable(text("events"), List.of(text("day"), text("event"), text("meaning")));
        for (Life.Event event : account.events()) {
            table.row(words.day(event.at().toLocalDate()), words.event(event.name()), meaning(verdict, event));
        }
        return table;
    }

    private String meaning(Verdict verdict, Life.Event event) {
        if (event.name().equals(verdict.norm().start()) && event.at().equals(verdict.from())) {
            return text("starts");
        }
        return event.name().equals(verdict.norm().stop()) && event.at().equals(verdict.to()) ? text("stops") : "";
    }

    private void pauses(Account account) {
        Verdict verdict = account.verdict();
        if (!verdict.norm().withoutPauses()) {
            add(new Paragraph(text("pauses-count")));
        } else if (account.waited().isEmpty()) {
            add(new Paragraph(verdict.paused() == 0 ? text("no-pauses") : text("paused-hours", verdict.paused())));
        } else {
            UnorderedList list = new UnorderedList();
            account.waited().forEach(waited -> list.add(new ListItem(text("pause", words.day(waited.after().plusDays(1)), words.day(waited.until()), waited.days()))));
            add(new H2(text("pauses")), list);
        }
    }

    private void others(Account account) {
        add(new H2(text("others")));
        if (account.others().isEmpty()) {
            add(new Paragraph(text("no-others")));
            return;
        }
        UnorderedList list = new UnorderedList();
        for (Verdict other : account.others()) {
            NormQuestion there = new NormQuestion(other.norm().code(), question.asked(), Wanted.ALL, 0, question.step());
            list.add(new ListItem(new PageLink(address(there, account.dossier()), other.name()), new Paragraph(text(other.met() ? "met" : "missed")), new Paragraph(sentence(other))));
        }
        add(list);
    }

    private String text(String key, Object... args) {
        return getTranslation("board.account." + key, args);
    }
}
