package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.Escalations;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The terms of a dossier, one calm line each, and for handlers and team leads the buttons that let its clock stand still or go on. */
@StyleSheet("context://deadline.css")
class TermsPanel extends Div {

    private static final int NEARLY_OVER = 90;

    private final String dossier;
    private final transient TermsPanels.Services services;
    private final transient Runnable changed;

    TermsPanel(String dossier, TermsPanels.Services services, Runnable changed) {
        this.dossier = dossier;
        this.services = services;
        this.changed = changed;
        addClassName("dw-terms");
        draw();
    }

    private void redraw() {
        draw();
        changed.run();
    }

    private void draw() {
        removeAll();
        List<TermStanding> terms = services.terms().of(dossier);
        List<TermStanding> running = terms.stream().filter(term -> term.stoppedOn() == null)
                .sorted(Comparator.comparing(TermStanding::due, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        List<TermStanding> stopped = terms.stream().filter(term -> term.stoppedOn() != null).toList();
        Map<String, Escalations.Step> steps = services.escalations().of(dossier).stream()
                .collect(Collectors.toMap(Escalations.Step::rule, Function.identity()));
        if (running.isEmpty()) {
            add(new Paragraph(getTranslation("deadline.none")));
        } else {
            UnorderedList lines = list("deadline.running");
            running.forEach(term -> lines.add(line(term, steps.get(term.rule()))));
            add(lines);
        }
        add(buttons());
        if (!stopped.isEmpty()) {
            UnorderedList lines = list("deadline.stopped");
            stopped.forEach(term -> lines.add(stoppedLine(term)));
            Details details = new Details(getTranslation("deadline.stopped"), lines);
            details.addClassName("dw-terms-stopped");
            add(details);
        }
    }

    private UnorderedList list(String labelKey) {
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", getTranslation(labelKey));
        return list;
    }

    private ListItem line(TermStanding term, Escalations.Step step) {
        Span days = new Span(TermWords.days(this, term));
        days.addClassNames("dw-days", "dw-days-" + TermWords.tone(term));
        Div top = new Div(name(term), DaysLeft.linked(days, dossier, term.rule()));
        top.addClassName("dw-term-top");
        Div below = new Div(note(getTranslation("deadline.nature." + term.nature())), note(TermWords.lastDay(this, term)));
        below.addClassName("dw-term-top");
        ListItem line = new ListItem(top, bar(term), below);
        line.addClassName("dw-term");
        if (term.pauseGround() != null) {
            line.add(note(getTranslation("deadline.waits-for", getTranslation("deadline.ground." + term.pauseGround()))));
        }
        if (step != null) {
            line.add(note(getTranslation("deadline.step." + step.percent(), Roles.name(step.addressee()), Dates.table(step.on()))));
            line.add(reason(term, step));
        }
        return line;
    }

    private Component bar(TermStanding term) {
        int total = Math.max(1, term.totalDays());
        ProgressBar bar = new ProgressBar(0, total, Math.min(term.countedDays(), total));
        bar.addClassName("dw-term-bar");
        bar.addClassName("dw-term-bar-" + TermWords.tone(term));
        String text = getTranslation("deadline.bar", String.valueOf(term.countedDays()), String.valueOf(term.totalDays()));
        bar.getElement().setAttribute("aria-label", getTranslation("deadline.bar-of", term.name(), text));
        bar.getElement().setAttribute("title", text);
        return bar;
    }

    /** The reason that was given, or the button to give one when the end is near or past. */
    private Component reason(TermStanding term, Escalations.Step step) {
        if (step.reason() != null) {
            String why = getTranslation("deadline.delay." + step.reason());
            return note(getTranslation("deadline.explained", step.text() == null ? why : why + ". " + step.text(), step.explainedBy()));
        }
        Button explain = new Button(getTranslation("deadline.explain"), click -> new ExplainDelayDialog(dossier, term, services, this::redraw).open());
        explain.addThemeVariants(ButtonVariant.LUMO_SMALL);
        explain.setAriaLabel(getTranslation("deadline.explain-of", term.name()));
        explain.setVisible(step.percent() >= NEARLY_OVER && mayDo(Roles.HANDLER, Roles.TEAM_LEAD, Roles.HEAD));
        return explain;
    }

    private ListItem stoppedLine(TermStanding term) {
        Div top = new Div(name(term), DaysLeft.linked(new Span(TermWords.days(this, term)), dossier, term.rule()));
        top.addClassName("dw-term-top");
        ListItem line = new ListItem(top, note(TermWords.lastDay(this, term)));
        line.addClassName("dw-term");
        return line;
    }

    private Component buttons() {
        Div buttons = new Div();
        buttons.addClassName("dw-terms-buttons");
        if (mayDo(Roles.HANDLER, Roles.TEAM_LEAD)) {
            if (services.terms().of(dossier).stream().anyMatch(term -> term.stoppedOn() == null)) {
                buttons.add(new Button(getTranslation("deadline.adjust"), click -> new ClockDialog(dossier, services, this::redraw).open()));
            }
        }
        buttons.setVisible(buttons.getComponentCount() > 0);
        return buttons;
    }

    private boolean mayDo(String... roles) {
        Actor actor = services.currentActor().get();
        return List.of(roles).stream().anyMatch(actor::has);
    }

    /** Leads to the account that says day by day why. */
    private Anchor name(TermStanding term) {
        Anchor name = new PageLink(DaysLeft.account(dossier, term.rule()), term.name());
        name.setTitle(getTranslation("deadline.account.open"));
        name.addClassName("dw-strong");
        return name;
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassName("dw-note");
        return note;
    }
}
