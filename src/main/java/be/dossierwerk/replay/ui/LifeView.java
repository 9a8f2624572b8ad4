package be.dossierwerk.replay.ui;

import be.dossierwerk.engine.Processes.Place;
import be.dossierwerk.modeling.DiagramPlaces;
import be.dossierwerk.replay.DossierAsOf;
import be.dossierwerk.replay.Life;
import be.dossierwerk.replay.Life.Entry;
import be.dossierwerk.replay.Life.Moment;
import be.dossierwerk.replay.RecordedRows;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The life of one dossier: a slider, the film, and at each moment what stood there and what proves it. The moment stands in the address. */
@Route("dossier/:number/verloop")
@PermitAll
@StyleSheet("context://dossier.css")
@StyleSheet("context://replay.css")
class LifeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DossierAsOf asOf;
    private final transient DiagramPlaces diagrams;
    private final Div text = new Div();
    private final Details evidence = new Details();
    private final Div drawing = new Div();
    private final Div clock = new Div();
    private final Div stood = new Div();
    private final OrderedList list = new OrderedList();
    private final DateField jump = new DateField(getTranslation("replay.jump"));
    private final List<Button> items = new ArrayList<>();
    private transient DossierAsOf.Told told;
    private transient FactWords words;
    private transient Map<String, String> firstDeployments = Map.of();
    private FilmControls film;
    private Component diagram;
    private int place = -1;
    private LocalDate day;
    private boolean setting;
    private String title = "";

    LifeView(DossierAsOf asOf, DiagramPlaces diagrams) {
        this.asOf = asOf;
        this.diagrams = diagrams;
        addClassName("dw-life");
        text.addClassName("dw-life-text");
        text.getElement().setAttribute("aria-live", "polite");
        evidence.setSummaryText(getTranslation("replay.evidence"));
        evidence.addOpenedChangeListener(opened -> prove());
        jump.addValueChangeListener(change -> {
            if (!setting && change.getValue() != null) {
                showDay(change.getValue());
            }
        });
        list.addClassName("dw-life-moments");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number = event.getRouteParameters().get("number").orElse("");
        removeAll();
        place = -1;
        day = null;
        diagram = null;
        try {
            told = asOf.tell(number);
        } catch (Refused refused) {
            title = getTranslation("replay.title");
            Anchor back = new PageLink("dossiers", getTranslation("replay.to-list"));
            add(new H1(title), new Paragraph(getTranslation(refused.key(), refused.args())), back);
            return;
        }
        title = getTranslation("replay.title-of", told.subject());
        words = new FactWords(this, told.names());
        draw();
        QueryParameters query = event.getLocation().getQueryParameters();
        LocalDate wanted = query.getSingleParameter("dag").map(LifeView::date).orElse(null);
        if (wanted != null) {
            showDay(wanted);
        } else {
            show(query.getSingleParameter("stap").map(LifeView::number).orElse(life().moments().size()) - 1, null);
        }
    }

    private Life life() {
        return told.life();
    }

    private void draw() {
        Anchor back = new PageLink("dossier/" + told.dossier(), told.dossier());
        add(new H1(title), new Paragraph(back));
        if (life().knownSince() != null) {
            add(note(getTranslation("replay.known-since", words.moment(life().knownSince()))));
        }
        if (told.closed()) {
            add(note(getTranslation("replay.closed")));
        }
        if (life().moments().isEmpty()) {
            add(new Paragraph(getTranslation("replay.nothing")));
            return;
        }
        film = new FilmControls(life().moments(), to -> show(to, null));
        film.add(jump);
        RecordedRows last = life().after(life().moments().size() - 1);
        firstDeployments = new LinkedHashMap<>();
        steps(last).forEach(step -> firstDeployments.putIfAbsent(step.get("process").toString(), step.get("deployment").toString()));
        items.clear();
        list.removeAll();
        for (Moment moment : life().moments()) {
            Button item = new Button(said(moment), click -> show(moment.place(), null));
            item.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            items.add(item);
            list.add(new ListItem(item));
        }
        Div beside = new Div(new H2(getTranslation("replay.moments")), list);
        beside.addClassName("dw-life-beside");
        drawing.addClassName("dw-life-diagram");
        Div main = new Div(film, text, evidence, part("replay.diagram", drawing), part("replay.clock", clock), stood);
        main.addClassName("dw-life-main");
        Div body = new Div(main, beside);
        body.addClassName("dw-life-body");
        add(body);
    }

    private void showDay(LocalDate on) {
        int then = life().on(on);
        if (then < 0) {
            show(0, null);
        } else {
            show(then, on);
        }
    }

    /** {@code on}: the day that is looked at, when it is not the day of the moment itself. */
    private void show(int wanted, LocalDate on) {
        if (life().moments().isEmpty()) {
            return;
        }
        int now = Math.max(0, Math.min(life().moments().size() - 1, wanted));
        if (now == place && Objects.equals(on, day)) {
            return;
        }
        place = now;
        day = on;
        Moment moment = life().moments().get(now);
        LocalDate looked = on == null ? moment.day() : on;
        film.show(now, said(moment));
        setting = true;
        jump.setValue(looked);
        setting = false;
        for (int i = 0; i < items.size(); i++) {
            if (i == now) {
                items.get(i).getElement().setAttribute("aria-current", "step")
                        // Only the list scrolls: who moves the slider on a phone keeps the slider.
                        .executeJs("const list = this.closest('ol'); list.scrollTop = this.parentElement.offsetTop - list.offsetTop - list.clientHeight / 3");
            } else {
                items.get(i).getElement().removeAttribute("aria-current");
            }
        }
        AddressBar.replace(this, new Location("dossier/" + told.dossier() + "/verloop?" + (on == null ? "stap=" + (now + 1) : "dag=" + on)));
        tell(moment, on);
        prove();
        RecordedRows rows = life().after(now);
        drawTokens(rows);
        clock.removeAll();
        Instant known = on == null ? moment.at() : asOf.endOf(on);
        clock.add(new LegalClock(words, asOf.terms(told.dossier(), rows, known), looked, life().moments().get(0).at().atZone(MovableClock.BRUSSELS).toLocalDate()));
        stood.removeAll();
        stood.add(new StoodThen(words, told.dossier(), rows));
    }

    private void tell(Moment moment, LocalDate on) {
        text.removeAll();
        text.add(new H2(on == null ? words.moment(moment.at()) : words.day(on)));
        if (on != null && !on.equals(moment.day())) {
            text.add(note(getTranslation("replay.nothing-that-day", words.moment(moment.at()))));
        }
        List<Entry> acts = moment.acts();
        if (acts.isEmpty()) {
            text.add(new Paragraph(getTranslation("replay.facts")));
        }
        acts.forEach(act -> text.add(new Paragraph(act.sentence())));
        acts.stream().map(act -> words.person(act.actor())).distinct().findFirst().filter(name -> acts.stream().noneMatch(act -> act.sentence().contains(name)))
                .ifPresent(name -> text.add(note(getTranslation("replay.by", name))));
    }

    private void prove() {
        evidence.removeAll();
        if (evidence.isOpened() && place >= 0) {
            evidence.add(new Evidence(words, told.dossier(), life().moments().get(place)));
        }
    }

    private void drawTokens(RecordedRows rows) {
        List<Map<String, Object>> steps = steps(rows);
        Map<String, String> deployments = new LinkedHashMap<>(firstDeployments);
        steps.forEach(step -> deployments.put(step.get("process").toString(), step.get("deployment").toString()));
        List<Place> places = steps.stream().map(step -> new Place(step.get("process").toString(), step.get("element").toString(),
                step.get("element_name") == null ? null : step.get("element_name").toString(), step.get("left_at") == null)).toList();
        String follows = steps.stream().filter(step -> step.get("left_at") == null && !"callActivity".equals(step.get("kind")))
                .reduce((earlier, later) -> later).or(() -> steps.stream().reduce((earlier, later) -> later)).map(step -> step.get("process").toString()).orElse(null);
        Component then = diagrams.then(diagram, deployments, places, follows);
        if (then != diagram) {
            drawing.removeAll();
            drawing.add(then);
            diagram = then;
        }
    }

    private static List<Map<String, Object>> steps(RecordedRows rows) {
        return rows.rows("step").stream().sorted(Comparator.comparingLong(step -> ((Number) step.get("id")).longValue())).toList();
    }

    private String said(Moment moment) {
        String acts = moment.acts().stream().map(Entry::sentence).collect(Collectors.joining(" "));
        return words.moment(moment.at()) + ": " + (acts.isEmpty() ? getTranslation("replay.facts") : acts);
    }

    private Component part(String key, Component content) {
        Div part = new Div(new H2(getTranslation(key)), content);
        part.addClassName("dw-life-part");
        return part;
    }

    private static Paragraph note(String said) {
        Paragraph note = new Paragraph(said);
        note.addClassName("dw-note");
        return note;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
