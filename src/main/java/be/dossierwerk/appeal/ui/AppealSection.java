package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.BeroepRvSModel;
import be.dossierwerk.appeal.Contests;
import be.dossierwerk.appeal.Contests.Contest;
import be.dossierwerk.appeal.Heroverwegingen;
import be.dossierwerk.appeal.Heroverwegingen.Heroverweging;
import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.correspondence.AppealWindows;
import be.dossierwerk.correspondence.AppealWindows.Window;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Until when each decision of the dossier can be contested, who contests it, and for a reconsideration what was asked. */
@org.springframework.stereotype.Component
class AppealSection implements DossierSection {

    private final AppealWindows windows;
    private final NotifiedDecisions decisions;
    private final Contests contests;
    private final Heroverwegingen heroverwegingen;
    private final Dossiers dossiers;
    private final Clock clock;

    AppealSection(AppealWindows windows, NotifiedDecisions decisions, Contests contests, Heroverwegingen heroverwegingen, Dossiers dossiers, Clock clock) {
        this.windows = windows;
        this.decisions = decisions;
        this.contests = contests;
        this.heroverwegingen = heroverwegingen;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 32;
    }

    @Override
    public String title() {
        return "appeal.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return !windows.of(dossier).isEmpty() || !contests.against(dossier).isEmpty() || heroverwegingen.find(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        heroverwegingen.find(dossier).ifPresent(request -> section.add(facts(section, request)));
        List<Contest> against = contests.against(dossier);
        Set<UUID> shown = new HashSet<>();
        windows.of(dossier).forEach(window -> {
            Optional<NotifiedDecisions.Decision> decision = decisions.ofLetter(window.letter());
            section.add(new H3(window.title()), new Paragraph(notified(section, window)), new Paragraph(decision.map(NotifiedDecisions.Decision::counts).orElse(true)
                    ? state(section, window, decision.map(each -> contestedNow(against, each.besluit())).orElse(false)) : section.getTranslation("appeal.window.fell-away")));
            decision.map(NotifiedDecisions.Decision::besluit).filter(shown::add).ifPresent(besluit ->
                    against.stream().filter(contest -> contest.besluit().equals(besluit)).forEach(contest -> section.add(contested(section, contest))));
        });
        // Of decisions that another court hears no window is known.
        against.stream().filter(contest -> !shown.contains(contest.besluit())).forEach(contest -> section.add(contested(section, contest)));
        return section;
    }

    private static String notified(Component at, Window window) {
        String how = at.getTranslation("appeal.window.way." + window.way(), Dates.prose(window.eventOn()), Dates.prose(window.days().notifiedOn()));
        return window.clauseMissing() ? how + " " + at.getTranslation("appeal.window.clause-missing") : how;
    }

    private boolean contestedNow(List<Contest> against, UUID besluit) {
        return against.stream().filter(contest -> contest.besluit().equals(besluit)).map(contest -> dossiers.get(contest.appeal()))
                .anyMatch(appeal -> appeal.procedure().equals(BeroepRvSModel.PROCESS) && appeal.closedOn() == null);
    }

    private String state(Component at, Window window, boolean contested) {
        String first = Dates.prose(window.days().first());
        String last = Dates.prose(window.days().last());
        String definitive = Dates.prose(window.days().definitive());
        if (window.definitive() && !contested) {
            return at.getTranslation("appeal.window.definitive", first, last, definitive);
        }
        return at.getTranslation(LocalDate.now(clock).isAfter(window.days().last()) ? "appeal.window.over" : "appeal.window.open", first, last, definitive);
    }

    private Component contested(Component at, Contest contest) {
        Dossiers.Details appeal = dossiers.get(contest.appeal());
        Paragraph line = new Paragraph(at.getTranslation("appeal.contested.by", Words.of(at, "dossier.procedure.", appeal.procedure())) + " ");
        line.add(new Anchor("dossier/" + appeal.number(), appeal.number()), new Span(", " + (appeal.outcome() == null
                ? at.getTranslation("appeal.contested.runs") : Words.of(at, "dossier.outcome.", appeal.outcome()).toLowerCase())));
        return line;
    }

    private static Component facts(Component at, Heroverweging request) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        list.add(new DescriptionList.Term(text(at, "contested")), new DescriptionList.Description(new Anchor("dossier/" + request.contested(), request.contested())));
        fact(list, at, "received", Dates.prose(request.receivedOn()));
        fact(list, at, "grounds", request.grounds());
        fact(list, at, "admissible", text(at, request.admissible() == null ? "admissible.unknown" : request.admissible() ? "admissible.yes"
                : "admissible." + request.inadmissibleGround()));
        fact(list, at, "because", request.admissibleBecause());
        fact(list, at, "restart", request.restartLabel());
        return list;
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(text(at, key)), new DescriptionList.Description(value));
        }
    }

    private static String text(Component at, String key) {
        return at.getTranslation("appeal.fact." + key);
    }
}
