package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.CalendarChange;
import be.dossierwerk.deadline.CalendarChangeImpact;
import be.dossierwerk.deadline.CalendarDay;
import be.dossierwerk.deadline.CalendarProposal;
import be.dossierwerk.deadline.DecideCalendarChange;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.deadline.ProposeCalendarChange;
import be.dossierwerk.deadline.ShowCalendar;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The legal holidays of this year and the next, how the calendar was changed, and the changes that wait for a second pair of eyes. */
class CalendarPanel extends Div {

    /** What the panel and its dialogs ask and do. */
    record Services(ShowCalendar show, ProposeCalendarChange propose, CalendarChangeImpact impact, DecideCalendarChange decide) { }

    private final transient Services services;
    private final transient Actor actor;
    private final transient LocalDate today;

    CalendarPanel(Services services, Actor actor, LocalDate today) {
        this.services = services;
        this.actor = actor;
        this.today = today;
        draw();
    }

    private void draw() {
        removeAll();
        ShowCalendar.Sheet sheet = services.show().now();
        add(new Paragraph(text("intro")), note(text("version", sheet.version())));
        if (sheet.behind() > 0) {
            add(new Paragraph(text("behind", sheet.behind())));
        }
        if (actor.has(Roles.MANAGER)) {
            Div buttons = new Div(new Button(text("propose"), click -> new ProposeCalendarDialog(services, this::draw).open()));
            buttons.addClassName("dw-terms-buttons");
            add(buttons);
        }
        add(open(sheet.open()), holidays(sheet.holidays()), changes(sheet.changes()));
    }

    private Component open(List<CalendarProposal> proposals) {
        Section open = new Section(new H2(text("open")));
        if (proposals.isEmpty()) {
            open.add(new Paragraph(text("open.none")));
            return open;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-proposals");
        for (CalendarProposal proposal : proposals) {
            CalendarChange change = proposal.change();
            list.add(new ListItem(new H3(becomes(this, change)), new Paragraph(text("source") + ": " + change.source()), new Paragraph(text("why", change.reason())),
                    note(text("by", proposal.proposedByName(), on(proposal.proposedAt()))), impact(change), buttons(proposal)));
        }
        open.add(list);
        return open;
    }

    /** For example {@code Wordt een feestdag: vrijdag 7 mei 2027 (Brugdag)}. */
    static String becomes(Component on, CalendarChange change) {
        return on.getTranslation(becomes(change.holiday()), TermWords.prose(change.day()) + " (" + change.name() + ")");
    }

    private static String becomes(boolean holiday) {
        return holiday ? "deadline.calendar.becomes-holiday" : "deadline.calendar.becomes-working";
    }

    /** Counted only when somebody looks. */
    private Component impact(CalendarChange change) {
        CalendarImpactPanel panel = new CalendarImpactPanel();
        Details details = new Details(text("impact"), panel);
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                panel.show(services.impact().of(change));
            }
        });
        return details;
    }

    private Component buttons(CalendarProposal proposal) {
        if (!actor.has(Roles.MANAGER) && !actor.has(Roles.HEAD) && !actor.has(Roles.LAWYER)) {
            return note(text("waits"));
        }
        if (proposal.proposedBy().equals(actor.id())) {
            return note(text("own"));
        }
        Button approve = decision(proposal, Verdict.GOEDGEKEURD, "approve");
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(approve, decision(proposal, Verdict.AFGEWEZEN, "reject"));
        buttons.addClassName("dw-terms-buttons");
        return buttons;
    }

    private Button decision(CalendarProposal proposal, Verdict verdict, String words) {
        String title = text(words + ".title", becomes(this, proposal.change()));
        Button button = new Button(getTranslation("deadline." + words), click -> new DecideDialog(title, verdict, shown(proposal, verdict),
                reason -> services.decide().decide(proposal.id(), verdict, reason), this::draw).open());
        button.setAriaLabel(title);
        return button;
    }

    private List<Component> shown(CalendarProposal proposal, Verdict verdict) {
        List<Component> shown = new ArrayList<>(List.of(new Paragraph(becomes(this, proposal.change())),
                new Paragraph(text("source") + ": " + proposal.change().source())));
        if (verdict == Verdict.GOEDGEKEURD) {
            CalendarImpactPanel impact = new CalendarImpactPanel();
            impact.show(services.impact().of(proposal.change()));
            shown.add(impact);
        }
        return shown;
    }

    private Component holidays(List<ShowCalendar.Holiday> holidays) {
        String title = text("holidays", String.valueOf(today.getYear()), String.valueOf(today.getYear() + 1));
        CardTable table = new CardTable(title, List.of(text("day"), text("name"), text("source")));
        for (ShowCalendar.Holiday holiday : holidays) {
            table.row(CardTable.text(TermWords.prose(holiday.day())),
                    CardTable.text(holiday.legal() == null ? holiday.name() : getTranslation("deadline.holiday." + holiday.legal())),
                    CardTable.text(holiday.legal() == null ? holiday.source() : text("decree")))
                    .addClassName(holiday.day().isBefore(today) ? "dw-rule-other" : "dw-rule-now");
        }
        return new Section(new H2(title), table);
    }

    private Component changes(List<CalendarDay> changes) {
        Section section = new Section(new H2(text("changes")));
        if (changes.isEmpty()) {
            section.add(new Paragraph(text("changes.none")));
            return section;
        }
        CardTable table = new CardTable(text("changes"), List.of(text("day"), text("change"), text("source"), text("approved"), text("change-version")));
        for (CalendarDay change : changes) {
            table.row(CardTable.text(TermWords.prose(change.day())), CardTable.text(getTranslation(becomes(change.holiday()), change.name())),
                    CardTable.text(change.source()),
                    CardTable.text(text("approved-by", change.approvedByName(), on(change.validSince()), change.proposedByName())),
                    CardTable.text(String.valueOf(change.version())));
        }
        section.add(table);
        return section;
    }

    private static String on(Instant moment) {
        return Dates.table(moment.atZone(MovableClock.BRUSSELS).toLocalDate());
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassName("dw-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("deadline.calendar." + key, args);
    }
}
