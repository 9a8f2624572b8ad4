package be.dossierwerk.clockcheck.ui;

import be.dossierwerk.clockcheck.RehearseTerms;
import be.dossierwerk.clockcheck.RehearseTerms.Line;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.AddressBar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the clock brings in the next ninety days when nobody acts, week by week. The dossier stands in the address. */
@Route("vooruitblik")
@Menu(title = "menu.look-ahead", order = 70)
@RolesAllowed({Roles.HANDLER, Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://clockcheck.css")
class LookAheadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 500;

    private final transient RehearseTerms rehearseTerms;
    private final boolean maySeeAll;
    private final TextField dossier = new TextField();
    private final Div body = new Div();

    LookAheadView(RehearseTerms rehearseTerms, CurrentActor currentActor) {
        this.rehearseTerms = rehearseTerms;
        Actor actor = currentActor.get();
        maySeeAll = actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD) || actor.has(Roles.MANAGER) || actor.has(Roles.AUDITOR);
        addClassName("dw-clock");
        dossier.setLabel(text("dossier"));
        dossier.setClearButtonVisible(true);
        dossier.addClassName("dw-clock-dossier");
        dossier.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        dossier.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                AddressBar.replace(this, new Location("vooruitblik", chosen().isEmpty()
                        ? QueryParameters.empty() : QueryParameters.simple(Map.of("dossier", chosen()))));
                draw();
            }
        });
        add(new H1(getPageTitle()), new Paragraph(text("explanation", RehearseTerms.DAYS)), dossier, body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        dossier.setValue(event.getLocation().getQueryParameters().getSingleParameter("dossier").orElse(""));
        draw();
    }

    private String chosen() {
        return dossier.getValue().strip().toUpperCase(Locale.ROOT);
    }

    private void draw() {
        body.removeAll();
        if (chosen().isEmpty() && !maySeeAll) {
            body.add(new Paragraph(text("choose")));
            return;
        }
        RehearseTerms.Ahead ahead = chosen().isEmpty() ? rehearseTerms.ofAll(RehearseTerms.DAYS, SHOWN) : ofDossier();
        List<Line> lines = ahead.first();
        if (lines.isEmpty()) {
            body.add(new Paragraph(text(chosen().isEmpty() ? "nothing" : "nothing-of-dossier", RehearseTerms.DAYS)));
            return;
        }
        body.add(new Paragraph(text("count", ahead.count()) + (ahead.count() > SHOWN ? " " + text("first", SHOWN) : "")));
        Map<LocalDate, List<Line>> weeks = lines.stream().limit(SHOWN).collect(Collectors.groupingBy(
                line -> line.on().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), TreeMap::new, Collectors.toList()));
        weeks.forEach((monday, week) -> {
            UnorderedList list = new UnorderedList();
            list.addClassName("dw-clock-lines");
            week.forEach(line -> list.add(item(line)));
            body.add(new H2(text("week", Dates.prose(monday, getLocale()))), list);
        });
    }

    private RehearseTerms.Ahead ofDossier() {
        List<Line> lines = rehearseTerms.ofDossier(chosen(), RehearseTerms.DAYS);
        return new RehearseTerms.Ahead(lines.size(), lines);
    }

    private Component item(Line line) {
        Span day = new Span(Dates.prose(line.on(), getLocale()));
        day.addClassName("dw-clock-name");
        ListItem item = new ListItem(day);
        if (chosen().isEmpty()) {
            item.add(new Anchor("dossier/" + line.dossier(), line.dossier()));
        }
        item.add(new Span(sentence(line)));
        return item;
    }

    private String sentence(Line line) {
        return switch (line.kind()) {
            case LAATSTE_DAG -> text("last-day", line.name());
            case OPVOLGING -> line.percent() == 100 ? text("overdue", line.name(), Roles.name(line.addressee()))
                    : text("step", line.name(), line.percent(), Roles.name(line.addressee()));
            case TIJDKLOK -> text(line.endsStep() ? "timer-ends" : "timer", line.name());
        };
    }

    private String text(String key, Object... args) {
        return getTranslation("clockcheck.ahead." + key, args);
    }
}
