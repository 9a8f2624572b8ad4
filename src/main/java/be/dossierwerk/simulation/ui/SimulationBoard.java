package be.dossierwerk.simulation.ui;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.simulation.SimulationChoices;
import be.dossierwerk.simulation.SimulationRuns.Run;
import be.dossierwerk.simulation.SimulationRuns.State;
import be.dossierwerk.simulation.StartSimulation;
import be.dossierwerk.simulation.Variant;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.shared.Registration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks for a simulation, follows it, and shows what it found; earlier ones stay and say when they were about another text. */
@StyleSheet("context://simulation.css")
class SimulationBoard extends Div {

    private static final int POLL_MILLISECONDS = 1000;
    private static final long USUAL_SEED = 2026;
    private static final List<Integer> MORE = List.of(1, 2, 3, -1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient Simulations simulations;
    private final String change;
    private final transient DiagramSet published;
    private final transient DiagramSet proposed;
    private final transient List<SimulationChoices.Procedure> procedures;
    private final transient Map<String, String> names;
    private final ComboBox<SimulationChoices.Procedure> procedure = new ComboBox<>();
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<Integer> more = new ComboBox<>();
    private final ComboBox<Integer> signings = new ComboBox<>();
    private final Checkbox absences = new Checkbox();
    private final TextField seed = new TextField();
    private final Button begin = new Button();
    private final Div progress = new Div();
    private final Div result = new Div();
    private final Div before = new Div();
    private final Paragraph step = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final boolean mayAsk;
    private Long following;
    private Long shown;
    private boolean running;
    private int usualPoll = -1;
    private transient Registration polling;

    SimulationBoard(Simulations simulations, String change, DiagramSet published, DiagramSet proposed) {
        this.simulations = simulations;
        this.change = change;
        this.published = published;
        this.proposed = proposed;
        this.procedures = simulations.choices().procedures(published, proposed);
        this.names = simulations.choices().procedures(published, published).stream().collect(Collectors.toMap(SimulationChoices.Procedure::key, SimulationChoices.Procedure::name));
        addClassName("dw-simulation");
        Actor actor = simulations.currentActor().get();
        add(new Paragraph(text(change == null ? "what-if" : "intro")));
        mayAsk = change == null ? actor.has(Roles.MANAGER) || actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD) : actor.has(Roles.MANAGER) && simulations.changes().find(change).filter(found -> found.state().over()).isEmpty();
        if (mayAsk) {
            add(question());
        }
        progress.getElement().setAttribute("role", "status");
        add(progress, result, before);
        draw();
    }

    private Div question() {
        procedure.setLabel(text("procedure"));
        procedure.setItems(procedures);
        procedure.setItemLabelGenerator(each -> text("procedure-item", each.name(), each.dossiers()));
        procedure.setAllowCustomValue(false);
        procedure.addValueChangeListener(chosen -> groups());
        group.setLabel(text("group"));
        group.setItemLabelGenerator(code -> code.isEmpty() ? text("as-now") : Roles.name(code));
        more.setLabel(text("more"));
        more.setItems(MORE);
        more.setItemLabelGenerator(count -> text(count < 0 ? "person-less" : count == 1 ? "person-more" : "people-more", count));
        more.setValue(1);
        more.setVisible(false);
        group.addValueChangeListener(chosen -> more.setVisible(chosen.getValue() != null && !chosen.getValue().isEmpty()));
        signings.setLabel(text("signings"));
        signings.setItems(IntStream.rangeClosed(0, Variant.MOST_SIGNINGS).boxed().toList());
        signings.setItemLabelGenerator(count -> count == 0 ? text("as-now") : count == 1 ? text("signing-once") : count == Variant.MOST_SIGNINGS ? text("signing-daily")
                : text("signing-times", count));
        signings.setValue(0);
        absences.setLabel(text("absences"));
        absences.setValue(true);
        seed.setLabel(text("seed"));
        seed.setHelperText(text("seed-help"));
        seed.setValue(Long.toString(USUAL_SEED));
        seed.setAllowedCharPattern("[0-9]");
        seed.setMaxLength(9);
        procedures.stream().findFirst().ifPresent(procedure::setValue);
        groups();
        begin.setText(text("start"));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClickListener(click -> begin());
        Div fields = new Div(procedure, group, more, signings, seed);
        fields.addClassName("dw-simulation-fields");
        Div all = new Div(fields, absences, new Div(begin));
        all.addClassName("dw-simulation-question");
        return all;
    }

    private void groups() {
        List<String> items = new java.util.ArrayList<>(List.of(""));
        if (procedure.getValue() != null) {
            items.addAll(simulations.choices().groups(proposed, procedure.getValue().key()));
        }
        group.setItems(items);
        group.setValue("");
    }

    private void begin() {
        try {
            Map<String, Integer> people = group.getValue() == null || group.getValue().isEmpty() ? Map.of() : Map.of(group.getValue(), more.getValue() == null ? 1 : more.getValue());
            shown = simulations.start().start(new StartSimulation.Question(change, published, proposed, procedure.getValue() == null ? null : procedure.getValue().key(),
                    new Variant(people, signings.getValue() == null ? 0 : signings.getValue(), absences.getValue()),
                    seed.getValue().isBlank() ? USUAL_SEED : Long.parseLong(seed.getValue()), StartSimulation.REPETITIONS));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        } finally {
            begin.setEnabled(true);
        }
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> {
            if (running && !advance()) {
                draw();
            }
        });
        usualPoll = attach.getUI().getPollInterval();
        poll(attach.getUI());
    }

    /** Often while something runs; otherwise as often as the page around this wants. */
    private void poll(UI ui) {
        ui.setPollInterval(running ? POLL_MILLISECONDS : usualPoll);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detach.getUI().setPollInterval(usualPoll);
        polling.remove();
    }

    /** While the same simulation runs only its numbers change, so that the keyboard's focus stays; false when there is more to show. */
    private boolean advance() {
        Run run = simulations.runs().of(change).stream().filter(each -> each.state() == State.LOOPT).findFirst().orElse(null);
        if (run == null || following == null || run.id() != following) {
            return false;
        }
        step.setText(text("progress", run.done(), run.repetitions()));
        bar.setValue(Math.min(run.done(), run.repetitions()));
        return true;
    }

    private void draw() {
        List<Run> runs = simulations.runs().of(change);
        running = runs.stream().anyMatch(run -> run.state() == State.LOOPT);
        getUI().ifPresent(this::poll);
        progress.removeAll();
        following = null;
        // Not every step is read aloud, the bar tells those who ask.
        progress.getElement().setAttribute("aria-live", running ? "off" : "polite");
        begin.setEnabled(!running);
        runs.stream().filter(run -> run.state() == State.LOOPT).findFirst().ifPresent(this::drawProgress);
        Run chosen = runs.stream().filter(run -> shown != null && run.id() == shown).findFirst()
                .or(() -> runs.stream().filter(run -> run.state() == State.KLAAR).findFirst()).orElse(null);
        if (chosen != null && chosen.state() == State.LOOPT) {
            chosen = null;
        }
        result.removeAll();
        if (chosen != null && chosen.outcome() != null) {
            if (chosen.isStale(published.hash(), proposed.hash())) {
                Paragraph stale = new Paragraph(text("stale"));
                stale.addClassName("dw-simulation-warning");
                result.add(stale);
            }
            result.add(new SimulationResult(chosen, change != null, text("asked", asked(chosen), moment(chosen), chosen.askedByName())));
        } else if (chosen != null) {
            result.add(new Paragraph(text(chosen.state() == State.GESTOPT ? "stopped" : "failed")));
        } else if (!running) {
            result.add(new Paragraph(text("none")));
        }
        drawBefore(runs, chosen);
    }

    private void drawProgress(Run run) {
        following = run.id();
        step.setText(text("progress", run.done(), run.repetitions()));
        bar.setMax(run.repetitions());
        bar.setValue(Math.min(run.done(), run.repetitions()));
        bar.getElement().setAttribute("aria-label", text("progress-label"));
        Button stop = new Button(text("stop"), click -> {
            simulations.stop().stop(run.id());
            draw();
        });
        progress.add(step, bar);
        if (mayAsk) {
            progress.add(stop);
        }
    }

    private void drawBefore(List<Run> runs, Run chosen) {
        before.removeAll();
        List<Run> done = runs.stream().filter(run -> run.state() != State.LOOPT).toList();
        if (done.size() < 2) {
            return;
        }
        before.add(SimulationResult.heading(text("before"), change != null));
        for (Run run : done) {
            Button open = new Button(text("before-item", moment(run), run.askedByName(), asked(run), Long.toString(run.seed()),
                    getTranslation("simulation.state." + run.state())), click -> {
                shown = run.id();
                draw();
            });
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            open.setEnabled(run.state() == State.KLAAR && (chosen == null || chosen.id() != run.id()));
            before.add(open);
        }
    }

    private String asked(Run run) {
        return names.getOrDefault(run.procedure(), run.procedure()) + ", " + words(run.variant());
    }

    private String words(Variant variant) {
        List<String> parts = new java.util.ArrayList<>();
        variant.people().forEach((code, count) -> parts.add(text("variant-people", text(count < 0 ? "variant-person-less" : count == 1 ? "variant-person-more" : "people-more", count), Roles.name(code))));
        if (variant.signings() > 0) {
            parts.add(text("variant-signings", variant.signings()));
        }
        if (!variant.absences()) {
            parts.add(text("variant-absences"));
        }
        return parts.isEmpty() ? text("variant-none") : String.join(", ", parts);
    }

    private String moment(Run run) {
        return text("moment", Dates.prose(run.askedAt().atZone(MovableClock.BRUSSELS).toLocalDate(), getLocale()), TIME.format(run.askedAt().atZone(MovableClock.BRUSSELS)));
    }

    private String text(String key, Object... args) {
        return getTranslation("simulation.screen." + key, args);
    }
}
