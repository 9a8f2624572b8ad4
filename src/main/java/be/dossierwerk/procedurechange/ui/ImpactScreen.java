package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.ImpactOfChange;
import be.dossierwerk.procedurechange.ImpactReport;
import be.dossierwerk.procedurechange.ImpactReport.ChangedStep;
import be.dossierwerk.procedurechange.ImpactReport.Effect;
import be.dossierwerk.procedurechange.ImpactReport.Kind;
import be.dossierwerk.procedurechange.ImpactReport.Line;
import be.dossierwerk.procedurechange.ImpactReport.State;
import be.dossierwerk.procedurechange.ImpactReport.Summary;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The report in sentences; each number opens its dossiers. */
@StyleSheet("context://procedure-move.css")
class ImpactScreen extends Div {

    private static final int POLL_MILLISECONDS = 1_500;
    /** As often as the page of a change itself looks. */
    private static final int CALM_MILLISECONDS = 20_000;
    private static final int MOST_LINES = 200;
    private static final int NEVER_YEAR = 2900;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient Proposal proposal;
    private final transient ImpactOfChange impactOfChange;
    private final transient ImpactReport report;
    private final boolean mayCompute;
    private final Div body = new Div();
    private final Button compute = new Button();
    private final Paragraph step = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private Registration polling;
    private State drawn;
    private transient Summary seen;
    private boolean stale;

    ImpactScreen(Proposal proposal, ImpactOfChange impactOfChange, ImpactReport report, boolean mayCompute) {
        this.proposal = proposal;
        this.impactOfChange = impactOfChange;
        this.report = report;
        this.mayCompute = mayCompute;
        addClassName("dw-move");
        bar.getElement().setAttribute("aria-label", text("progress"));
        compute.addClickListener(click -> compute());
        compute.setVisible(mayCompute);
        add(new Paragraph(text("explanation")), compute, body);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> {
            Summary now = report.of(proposal.change()).orElse(null);
            // Lists that somebody opened stay open while nothing is new.
            if (drawn == State.BEZIG && now != null && now.state() == State.BEZIG && !now.lost()) {
                advance(now);
            } else if (!Objects.equals(now, seen) || stale != isStale(now)) {
                draw();
            }
        });
        follow(drawn == State.BEZIG);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        polling.remove();
    }

    private boolean isStale(Summary summary) {
        return summary != null && !summary.isOf(proposal);
    }

    private void compute() {
        try {
            impactOfChange.ask(proposal);
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        draw();
    }

    private void advance(Summary busy) {
        step.setText(text("busy", busy.done(), busy.dossiers()));
        bar.setMax(Math.max(1, busy.dossiers()));
        bar.setValue(Math.min(busy.done(), Math.max(1, busy.dossiers())));
    }

    private void draw() {
        Summary summary = report.of(proposal.change()).orElse(null);
        seen = summary;
        stale = isStale(summary);
        boolean busy = summary != null && summary.state() == State.BEZIG && !summary.lost();
        drawn = busy ? State.BEZIG : summary == null ? null : summary.state();
        follow(busy);
        compute.setText(text(summary == null ? "compute" : "again"));
        compute.setEnabled(!busy);
        compute.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (summary == null || summary.state() != State.KLAAR || !summary.isOf(proposal)) {
            compute.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        body.removeAll();
        if (summary == null) {
            body.add(status(text("never")));
        } else if (busy) {
            advance(summary);
            body.add(step, bar);
        } else if (summary.state() == State.KLAAR) {
            report(summary);
        } else {
            body.add(status(text("failed")));
        }
    }

    private void report(Summary summary) {
        if (!summary.isOf(proposal)) {
            Paragraph stale = status(text("stale"));
            stale.addClassName("dw-move-warning");
            body.add(stale);
        }
        Div sentences = new Div();
        sentences.addClassName("dw-move-sentences");
        body.add(sentences);
        sentences.add(new Paragraph(text("dossiers", summary.dossiers())));
        if (summary.dossiers() > 0) {
            sentences.add(opens(text("follow", summary.following()), () -> lines(Kind.VOLGT, "", "", "", summary.following())));
            sentences.add(new Paragraph(text("terms", summary.terms())), new Paragraph(text("timers", summary.keptTimers(), summary.timers())));
            for (Effect effect : report.effects(proposal.change())) {
                Component sentence = opens(sentence(effect), () -> lines(effect.kind(), effect.process(), effect.element(),
                        effect.kind() == Kind.BLIJFT ? effect.reason() : "", effect.times()));
                sentences.add(sentence);
            }
        }
        changedSteps();
        ZonedDateTime at = summary.finishedAt().atZone(MovableClock.BRUSSELS);
        Paragraph when = new Paragraph(text("computed", Dates.prose(at.toLocalDate()), TIME.format(at), summary.askedBy()));
        when.addClassName("dw-move-quiet");
        body.add(when);
    }

    private void changedSteps() {
        List<ChangedStep> steps = report.changedSteps(proposal);
        if (steps.isEmpty()) {
            return;
        }
        body.add(new H3(text("steps")));
        CardTable table = new CardTable(text("steps"), List.of(text("procedure"), text("step"), text("what"), text("standing")));
        steps.forEach(step -> table.row(CardTable.text(step.processName()), CardTable.text(step.name()), CardTable.text(text("how." + step.how())),
                step.dossiers() == 0 ? CardTable.text(text("nobody"))
                        : opens(text("count", step.dossiers()), () -> lines(Kind.STAAT, step.process(), step.element(), "", step.dossiers()))));
        body.add(table);
    }

    private String sentence(Effect effect) {
        return switch (effect.kind()) {
            case BLIJFT -> text("effect.BLIJFT", effect.dossiers(), getTranslation("procedurechange.left." + effect.reason(), effect.name()));
            case TAAK_GROEP -> text("effect.TAAK_GROEP", effect.times(), effect.name(), groups(effect.was()), groups(effect.becomes()));
            case TAAK_ANDERS -> text(effect.was().equals(effect.becomes()) ? "effect.FORMULIER" : "effect.TAAK_ANDERS", effect.times(), effect.was(), effect.becomes());
            case TAAK_TERUG -> text("effect.TAAK_TERUG", effect.times(), effect.name());
            default -> text("effect." + effect.kind(), effect.dossiers(), effect.name(), effect.reason());
        };
    }

    private static String groups(String groups) {
        return Arrays.stream(groups.split(",")).map(Roles::name).collect(Collectors.joining(", "));
    }

    private Component lines(Kind kind, String process, String element, String reason, int times) {
        List<Line> lines = report.lines(proposal.change(), kind, process, element, reason, MOST_LINES);
        boolean timer = kind.name().startsWith("TIMER");
        boolean person = kind == Kind.TAAK_TERUG;
        CardTable table = new CardTable(text("list"), timer ? List.of(text("dossier"), text("now"), text("then")) : person ? List.of(text("dossier"), text("has")) : List.of(text("dossier")));
        for (Line line : lines) {
            Anchor dossier = new Anchor("dossier/" + line.dossier(), line.dossier());
            dossier.setTarget("_blank");
            if (timer) {
                table.row(dossier, CardTable.text(moment(line.was())), CardTable.text(moment(line.becomes())));
            } else if (person) {
                table.row(dossier, CardTable.text(line.was()));
            } else {
                table.row(dossier);
            }
        }
        Div list = new Div(table);
        if (times > lines.size()) {
            list.add(new Paragraph(text("first", lines.size(), times)));
        }
        return list;
    }

    private String moment(String instant) {
        if (instant == null) {
            return text("no-timer");
        }
        ZonedDateTime moment = Instant.parse(instant).atZone(MovableClock.BRUSSELS);
        return moment.getYear() > NEVER_YEAR ? text("waits") : Dates.prose(moment.toLocalDate());
    }

    /** Read only when somebody opens it: behind a number can be thousands. */
    private static Details opens(String summary, Supplier<Component> content) {
        Details details = new Details(summary);
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(content.get());
            }
        });
        return details;
    }

    private static Paragraph status(String text) {
        Paragraph status = new Paragraph(text);
        status.getElement().setAttribute("role", "status");
        return status;
    }

    /** After the page has set its own pace. */
    private void follow(boolean busy) {
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, drawing -> ui.setPollInterval(busy ? POLL_MILLISECONDS : CALM_MILLISECONDS)));
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.impact." + key, args);
    }
}
