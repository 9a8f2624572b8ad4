package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.Absences;
import be.dossierwerk.inbox.Absences.Absence;
import be.dossierwerk.inbox.EndAbsence;
import be.dossierwerk.inbox.RecordAbsence;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Who is away, from when to when, and who stands in: everybody reads it; one's own absence is recorded here, a colleague's by who divides the work. */
@Route("afwezigheden")
@Menu(title = "menu.absences", order = 12)
@PermitAll
@StyleSheet("context://inbox.css")
class AbsencesView extends Div implements HasDynamicTitle {

    private final transient Absences absences;
    private final transient RecordAbsence recordAbsence;
    private final transient EndAbsence endAbsence;
    private final transient Actor actor;
    private final transient Clock clock;
    private final boolean forOthers;
    private final Div body = new Div();

    AbsencesView(Absences absences, RecordAbsence recordAbsence, EndAbsence endAbsence, CurrentActor currentActor, Clock clock) {
        this.absences = absences;
        this.recordAbsence = recordAbsence;
        this.endAbsence = endAbsence;
        this.clock = clock;
        actor = currentActor.get();
        forOthers = actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD);
        addClassName("dw-page");
        Button record = new Button(text("record"), click -> open());
        record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // An auditor changes nothing.
        record.setVisible(!actor.has(Roles.AUDITOR));
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), new Div(record), body);
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void draw() {
        body.removeAll();
        body.add(new H2(text("open")), table(text("open"), absences.open(), "open-empty"));
        List<Absence> past = absences.past();
        if (!past.isEmpty()) {
            body.add(new H2(text("past")), table(text("past"), past, "open-empty"));
        }
    }

    private Component table(String heading, List<Absence> rows, String empty) {
        if (rows.isEmpty()) {
            return new Paragraph(text(empty));
        }
        boolean ends = rows.stream().anyMatch(this::mayEnd);
        CardTable table = new CardTable(heading, Stream.concat(Stream.of("person", "first-day", "last-day", "substitute", "state"), ends ? Stream.of("act") : Stream.empty())
                .map(this::text).toList());
        for (Absence absence : rows) {
            Stream<Component> cells = Stream.of(new Span(absence.personName()), new Span(Dates.table(absence.firstDay())), new Span(Dates.table(absence.lastDay())),
                    new Span(absence.substituteName()), new Span(state(absence)));
            table.row(Stream.concat(cells, ends ? Stream.of(act(absence)) : Stream.empty()).toArray(Component[]::new));
        }
        return table;
    }

    private String state(Absence absence) {
        Absences.State state = absence.on(LocalDate.now(clock));
        return state == Absences.State.BEEINDIGD ? getTranslation("inbox.absence.state.BEEINDIGD", Dates.table(TaskWords.day(absence.endedAt())), absence.endedByName())
                : getTranslation("inbox.absence.state." + state);
    }

    private boolean mayEnd(Absence absence) {
        Absences.State state = absence.on(LocalDate.now(clock));
        return EndAbsence.mayEnd(actor, absence) && (state == Absences.State.NU || state == Absences.State.KOMT);
    }

    private Component act(Absence absence) {
        if (!mayEnd(absence)) {
            return new Span();
        }
        Button end = new Button(text("end"), click -> {
            ActDialog dialog = new ActDialog("inbox.absence.end-title", "inbox.absence.end-what-happens", "inbox.absence.ended");
            dialog.show(new Paragraph(getTranslation("inbox.absence.end-which", absence.personName(), Dates.prose(absence.firstDay(), getLocale()),
                    Dates.prose(absence.lastDay(), getLocale()), absence.substituteName())));
            dialog.offer("inbox.absence.end", () -> endAbsence.end(absence.id()), this::draw);
        });
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        end.setAriaLabel(getTranslation("inbox.absence.end-of", absence.personName()));
        return end;
    }

    private void open() {
        ActDialog dialog = new ActDialog("inbox.absence.record", "inbox.absence.what-happens", "inbox.absence.done");
        ComboBox<Actor> person = new ComboBox<>(text("person"), forOthers ? absences.replaceable() : List.of(actor));
        person.setItemLabelGenerator(Actor::name);
        ComboBox<Actor> substitute = new ComboBox<>(text("substitute"));
        substitute.setItemLabelGenerator(Actor::name);
        person.addValueChangeListener(change -> offer(substitute, change.getValue()));
        offer(substitute, null);
        if (forOthers) {
            dialog.field("person", person);
        } else {
            person.setValue(actor);
        }
        DateField first = dialog.field("firstDay", new DateField(text("first-day")));
        DateField last = dialog.field("lastDay", new DateField(text("last-day")));
        last.setHelperText(text("last-day-help"));
        first.addValueChangeListener(change -> last.setInitialPosition(change.getValue()));
        dialog.field("substitute", substitute);
        dialog.offer("inbox.absence.save", () -> recordAbsence.record(person.getValue() == null ? null : person.getValue().id(), first.getValue(), last.getValue(),
                substitute.getValue() == null ? null : substitute.getValue().id()), this::draw);
    }

    private void offer(ComboBox<Actor> substitute, Actor person) {
        List<Actor> candidates = person == null ? List.of() : absences.candidates(person);
        substitute.setItems(candidates);
        substitute.setHelperText(person == null ? text("substitute-later") : candidates.isEmpty() ? getTranslation("inbox.absence.nobody", person.name())
                : getTranslation("inbox.absence.substitute-help", person.name()));
    }

    private String text(String key) {
        return getTranslation("inbox.absence." + key);
    }
}
