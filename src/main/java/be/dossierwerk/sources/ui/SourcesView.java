package be.dossierwerk.sources.ui;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.sources.RetrySource;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.SimulatedSources.Behaviour;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import be.dossierwerk.sources.SourceStates;
import be.dossierwerk.sources.SourceStates.Notice;
import be.dossierwerk.sources.SourceStates.State;
import be.dossierwerk.sources.SwitchSimulation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Per source whether it answers, what waits for it and what went wrong last; what a person must look up; in a demo also the switches of the simulation. */
@Route("bronnen")
@Menu(title = "menu.sources", order = 75)
@RolesAllowed({Roles.TEAM_LEAD, Roles.HANDLER, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://sources.css")
class SourcesView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final int NOTICES = 20;
    private static final int TO_LOOK_UP = 50;

    private final transient SourceStates states;
    private final transient RetrySource retrySource;
    private final transient SwitchSimulation switchSimulation;
    private final transient SimulatedSources simulated;
    private final boolean mayAct;
    private final Div body = new Div();

    SourcesView(SourceStates states, RetrySource retrySource, SwitchSimulation switchSimulation, SimulatedSources simulated, CurrentActor currentActor) {
        this.states = states;
        this.retrySource = retrySource;
        this.switchSimulation = switchSimulation;
        this.simulated = simulated;
        Actor actor = currentActor.get();
        mayAct = actor.has(Roles.TEAM_LEAD) || actor.has(Roles.MANAGER);
        addClassName("dw-sources");
        // Who may only read finds nothing to go to with Tab, and could not scroll by keyboard.
        body.getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", getPageTitle());
        add(new H1(getPageTitle()), new Paragraph(text("explanation")));
        if (simulated.running()) {
            Paragraph warning = new Paragraph(text("simulated"));
            warning.addClassName("dw-sources-simulated");
            add(warning);
        }
        add(body);
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void draw() {
        body.removeAll();
        states.all().forEach(state -> body.add(section(state)));
        body.add(toLookUp(states.toLookUp(TO_LOOK_UP + 1)));
        body.add(notices(states.notices(NOTICES)));
    }

    private Component section(State state) {
        String name = name(state.source());
        Section section = new Section(new H2(name));
        section.addClassName("dw-sources-one");
        Span standing = new Span(text("standing." + state.standing()));
        standing.addClassNames("dw-sources-standing", "dw-sources-" + state.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Paragraph now = new Paragraph(standing);
        if (state.since() != null) {
            now.add(" " + text("since", moment(state.since())));
        }
        section.add(now);
        if (state.resting()) {
            section.add(new Paragraph(text("resting")));
        }
        section.add(new Paragraph(waiting(state)));
        if (state.lastError() != null) {
            section.add(new Paragraph(text("last-error", moment(state.lastErrorAt()), text("error." + state.lastError()))));
        }
        if (mayAct) {
            Div acts = new Div(retry(state, name));
            if (simulated.running()) {
                acts.add(behaviour(state.source(), name));
            }
            acts.addClassName("dw-sources-acts");
            section.add(acts);
        }
        return section;
    }

    private String waiting(State state) {
        if (state.waiting() == 0) {
            return text("none-waiting");
        }
        String words = text("waiting", state.waiting(), Dates.prose(state.oldest().atZone(MovableClock.BRUSSELS).toLocalDate(), getLocale()));
        return state.withPerson() == 0 ? words : words + " " + text("with-person", state.withPerson());
    }

    private Button retry(State state, String name) {
        Button retry = new Button(text("retry"), click -> retry(state.source()));
        retry.setAriaLabel(text("retry-of", name));
        retry.setDisableOnClick(true);
        retry.setEnabled(state.waiting() > 0);
        return retry;
    }

    private void retry(Source source) {
        try {
            RetrySource.Outcome outcome = retrySource.retry(source);
            Answers.good(outcome.asked() == 0 ? text("nothing-asked") : text("retried", outcome.asked(), outcome.answered()));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        draw();
    }

    private Component behaviour(Source source, String name) {
        ComboBox<Behaviour> choice = new ComboBox<>(text("behaviour"));
        choice.setItems(Behaviour.values());
        choice.setItemLabelGenerator(each -> text("behaviour." + each));
        choice.setValue(simulated.behaviour(source));
        choice.setAriaLabel(text("behaviour-of", name));
        choice.addClassName("dw-sources-behaviour");
        choice.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                choice.setValue(change.getOldValue());
            } else if (change.isFromClient()) {
                try {
                    switchSimulation.to(source, change.getValue());
                    Answers.good(text("behaves", name, text("behaviour." + change.getValue())));
                } catch (Refused refused) {
                    Answers.refused(this, refused);
                }
            }
        });
        return choice;
    }

    /** Each line leads to the part of the dossier where the facts are filled in. */
    private Component toLookUp(List<SourceStates.ToLookUp> all) {
        Section section = new Section(new H2(text("look-up")));
        if (all.isEmpty()) {
            section.add(new Paragraph(text("look-up-none")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-sources-notices");
        for (SourceStates.ToLookUp each : all.subList(0, Math.min(all.size(), TO_LOOK_UP))) {
            Anchor dossier = new PageLink(SourceAnswersSection.address(each.dossier()), each.dossier());
            String sources = Stream.of(each.sources().split(",")).map(code -> text("short." + code)).collect(Collectors.joining(", "));
            list.add(new ListItem(dossier, new Span(sources), new Span(text("look-up-since",
                    Dates.prose(each.since().atZone(MovableClock.BRUSSELS).toLocalDate(), getLocale())))));
        }
        section.add(new Paragraph(text("look-up-help")), list);
        if (all.size() > TO_LOOK_UP) {
            section.add(new Paragraph(text("look-up-more", TO_LOOK_UP)));
        }
        return section;
    }

    private Component notices(List<Notice> notices) {
        Section section = new Section(new H2(text("notices")));
        if (notices.isEmpty()) {
            section.add(new Paragraph(text("no-notices")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-sources-notices");
        for (Notice each : notices) {
            SourceNotice notice = each.notice();
            String what = switch (notice.kind()) {
                case SCHULD -> text("notice.SCHULD", notice.amount(), text("plan." + notice.plan()));
                case FUSIE -> text("notice.FUSIE", EnterpriseNumber.format(notice.successor()));
                default -> text("notice." + notice.kind());
            };
            list.add(new ListItem(new Span(EnterpriseNumber.format(notice.enterpriseNumber())), new Span(what),
                    new Span(text("notice-of", text("short." + notice.source()), Dates.prose(notice.date(), getLocale()), notice.reference())),
                    new Span(text("notice-status." + each.status()))));
        }
        section.add(list);
        return section;
    }

    private String name(Source source) {
        return text("name." + source);
    }

    private String moment(Instant instant) {
        ZonedDateTime at = instant.atZone(MovableClock.BRUSSELS);
        return text("moment", Dates.prose(at.toLocalDate(), getLocale()), TIME.format(at));
    }

    private String text(String key, Object... args) {
        return getTranslation("sources.screen." + key, args);
    }
}
