package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.CalendarChangeImpact;
import be.dossierwerk.deadline.DecideCalendarChange;
import be.dossierwerk.deadline.DecideRuleChange;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.deadline.ProposeCalendarChange;
import be.dossierwerk.deadline.ProposeRuleChange;
import be.dossierwerk.deadline.RuleChange;
import be.dossierwerk.deadline.RuleChangeImpact;
import be.dossierwerk.deadline.RuleProposal;
import be.dossierwerk.deadline.RuleVersion;
import be.dossierwerk.deadline.ShowCalendar;
import be.dossierwerk.deadline.ShowTermRules;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What terms are computed with: the rules with all their versions, and the calendar; with the changes that wait for a second pair of eyes. */
@Route("termijnregels")
@Menu(title = "menu.term-rules", order = 80)
@RolesAllowed({Roles.MANAGER, Roles.LAWYER, Roles.AUDITOR, Roles.HEAD, Roles.TEAM_LEAD})
@StyleSheet("context://deadline.css")
class TermRulesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What the page and its dialogs ask and do. */
    record Services(ShowTermRules show, ProposeRuleChange propose, RuleChangeImpact impact, DecideRuleChange decide) { }

    private static final String PART = "deel";
    private static final String CALENDAR = "kalender";

    private final transient Services services;
    private final transient CalendarPanel.Services calendar;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Tab rulesTab = new Tab(text("tab"));
    private final Tab calendarTab = new Tab(getTranslation("deadline.calendar.tab"));
    private final Tabs tabs = new Tabs(rulesTab, calendarTab);
    private final Div body = new Div();

    TermRulesView(ShowTermRules show, ProposeRuleChange propose, RuleChangeImpact impact, DecideRuleChange decide, ShowCalendar showCalendar,
                  ProposeCalendarChange proposeCalendar, CalendarChangeImpact calendarImpact, DecideCalendarChange decideCalendar,
                  CurrentActor currentActor, Clock clock) {
        this.services = new Services(show, propose, impact, decide);
        this.calendar = new CalendarPanel.Services(showCalendar, proposeCalendar, calendarImpact, decideCalendar);
        this.actor = currentActor.get();
        this.clock = clock;
        addClassName("dw-rules");
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(TermRulesView.class, change.getSelectedTab() == calendarTab
                        ? QueryParameters.of(PART, CALENDAR) : QueryParameters.empty()));
            }
        });
        add(new H1(getPageTitle()), tabs, body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean showsCalendar = event.getLocation().getQueryParameters().getSingleParameter(PART).filter(CALENDAR::equals).isPresent();
        tabs.setSelectedTab(showsCalendar ? calendarTab : rulesTab);
        if (showsCalendar) {
            body.removeAll();
            body.add(new CalendarPanel(calendar, actor, today()));
        } else {
            draw();
        }
    }

    private void draw() {
        body.removeAll();
        ShowTermRules.Rules rules = services.show().all();
        Section open = new Section(new H2(text("open")));
        if (rules.open().isEmpty()) {
            open.add(new Paragraph(text("open.none")));
        } else {
            UnorderedList proposals = new UnorderedList();
            proposals.addClassName("dw-proposals");
            rules.open().forEach(proposal -> proposals.add(proposal(proposal)));
            open.add(proposals);
        }
        Set<String> proposed = rules.open().stream().map(proposal -> proposal.change().rule()).collect(Collectors.toSet());
        body.add(new Paragraph(text("intro")), open, new Section(new H2(text("all")), table(rules.versions(), proposed)));
    }

    private ListItem proposal(RuleProposal proposal) {
        RuleChange change = proposal.change();
        LocalDate on = proposal.proposedAt().atZone(MovableClock.BRUSSELS).toLocalDate();
        return new ListItem(new H3(proposal.base().name()), changes(proposal), new Paragraph(applies(this, change)),
                new Paragraph(text("why", change.reason())), note(text("by", proposal.proposedByName(), Dates.table(on))), impact(proposal), buttons(proposal));
    }

    /** From when, and for which terms. */
    static String applies(Component on, RuleChange change) {
        return on.getTranslation("deadline.rule.applies." + change.transition(), TermWords.prose(change.validFrom()));
    }

    /** Counted only when somebody looks. */
    private Component impact(RuleProposal proposal) {
        ImpactPanel panel = new ImpactPanel();
        Details details = new Details(text("impact"), panel);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                panel.show(services.impact().of(proposal.change()));
            }
        });
        return details;
    }

    private Component buttons(RuleProposal proposal) {
        if (!actor.has(Roles.MANAGER) && !actor.has(Roles.LAWYER)) {
            return note(text("waits"));
        }
        if (proposal.proposedBy().equals(actor.id())) {
            return note(text("own"));
        }
        Button approve = decision(proposal, Verdict.GOEDGEKEURD, "deadline.approve");
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(approve, decision(proposal, Verdict.AFGEWEZEN, "deadline.reject"));
        buttons.addClassName("dw-terms-buttons");
        return buttons;
    }

    private Button decision(RuleProposal proposal, Verdict verdict, String words) {
        String title = getTranslation(words + ".title", proposal.base().name());
        Button button = new Button(getTranslation(words), click -> new DecideDialog(title, verdict, shown(proposal, verdict),
                reason -> services.decide().decide(proposal.id(), verdict, reason), this::draw).open());
        button.setAriaLabel(title);
        return button;
    }

    private List<Component> shown(RuleProposal proposal, Verdict verdict) {
        List<Component> shown = new ArrayList<>(List.of(changes(proposal), new Paragraph(applies(this, proposal.change()))));
        if (verdict == Verdict.GOEDGEKEURD) {
            ImpactPanel impact = new ImpactPanel();
            impact.show(services.impact().of(proposal.change()));
            shown.add(impact);
        }
        return shown;
    }

    private UnorderedList changes(RuleProposal proposal) {
        UnorderedList changes = new UnorderedList();
        RuleWords.changes(this, proposal.base(), proposal.change()).forEach(each -> changes.add(new ListItem(each)));
        return changes;
    }

    private Component table(List<RuleVersion> versions, Set<String> proposed) {
        CardTable table = new CardTable(text("all"), List.of(text("name"), text("length"), text("binds"), text("source"), text("valid"),
                text("grounds"), text("change")));
        Set<String> seen = new HashSet<>();
        for (RuleVersion version : versions) {
            // The first of a rule is its newest version: only that one is followed by another.
            boolean newest = seen.add(version.code());
            table.row(name(version), CardTable.text(RuleWords.length(this, version.unit(), version.amount())),
                    CardTable.text(RuleWords.binds(this, version)), CardTable.text(version.source()), validity(version),
                    CardTable.text(RuleWords.grounds(this, version.pauseGrounds())), newest ? change(version, proposed) : CardTable.text(""))
                    .addClassName(holds(version) ? "dw-rule-now" : "dw-rule-other");
        }
        return table;
    }

    private Component change(RuleVersion version, Set<String> proposed) {
        if (proposed.contains(version.code())) {
            return CardTable.text(text("proposed"));
        }
        if (!actor.has(Roles.MANAGER)) {
            return CardTable.text("");
        }
        Button button = new Button(text("propose"), click -> new ProposeRuleDialog(version, today(), services, this::draw).open());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("deadline.propose.title", version.name()));
        return button;
    }

    private Component name(RuleVersion version) {
        Span name = new Span(version.name());
        name.addClassName("dw-strong");
        return new Div(name, note(getTranslation("deadline.nature." + version.nature())), note(text("version", version.code(), String.valueOf(version.version()))));
    }

    private Component validity(RuleVersion version) {
        String days = version.validTo() == null ? text("from", Dates.table(version.validFrom()))
                : text("between", Dates.table(version.validFrom()), Dates.table(version.validTo()));
        return new Div(new Span(days), note(text(holds(version) ? "now" : version.validFrom().isAfter(today()) ? "later" : "past")));
    }

    private boolean holds(RuleVersion version) {
        return !version.validFrom().isAfter(today()) && (version.validTo() == null || !version.validTo().isBefore(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassName("dw-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("deadline.rules." + key, args);
    }
}
