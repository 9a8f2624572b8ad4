package be.dossierwerk.export.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.export.CountLog;
import be.dossierwerk.export.ExportRuns;
import be.dossierwerk.export.ExportRuns.Run;
import be.dossierwerk.export.ExportRuns.State;
import be.dossierwerk.export.LogCounts;
import be.dossierwerk.export.LogFilter;
import be.dossierwerk.export.LogFormat;
import be.dossierwerk.export.OpenExport;
import be.dossierwerk.export.StartExport;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks for the log of many dossiers in a file, says beforehand what will be in it, and keeps the hash of each file that was made. */
@Route("uitvoer")
@Menu(title = "menu.export", order = 93)
@RolesAllowed({Roles.AUDITOR, Roles.MANAGER, Roles.HEAD})
@StyleSheet("context://export.css")
class ExportView extends Div implements HasDynamicTitle {

    private static final int POLL_MILLISECONDS = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient CountLog countLog;
    private final transient StartExport startExport;
    private final transient OpenExport openExport;
    private final transient ExportRuns runs;
    private final transient CurrentActor currentActor;
    private final RadioButtonGroup<LogFormat> format = new RadioButtonGroup<>();
    private final MultiSelectComboBox<String> procedures = new MultiSelectComboBox<>();
    private final DateField from;
    private final DateField to;
    private final Checkbox closed = new Checkbox();
    private final Checkbox names = new Checkbox();
    private final TextField reason = new TextField();
    private final Paragraph counts = new Paragraph();
    private final Button begin = new Button();
    private final Div made = new Div();
    /** What each export that runs now says of itself. */
    private final transient Map<Long, Paragraph> working = new HashMap<>();
    private int usualPoll = -1;
    private transient Registration polling;

    ExportView(CountLog countLog, StartExport startExport, OpenExport openExport, ExportRuns runs, DossierList dossiers, CurrentActor currentActor) {
        this.countLog = countLog;
        this.startExport = startExport;
        this.openExport = openExport;
        this.runs = runs;
        this.currentActor = currentActor;
        addClassName("dw-export");
        from = new DateField(text("from"));
        to = new DateField(text("to"));
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), question(dossiers.procedures()));
        made.getElement().setAttribute("role", "status");
        add(made);
        count();
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private Component question(List<String> known) {
        format.setLabel(text("format"));
        format.setItems(LogFormat.values());
        format.setItemLabelGenerator(each -> text("format." + each));
        format.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        format.setValue(LogFormat.XES);
        procedures.setLabel(text("procedures"));
        procedures.setPlaceholder(text("all-procedures"));
        procedures.setItems(known);
        procedures.setItemLabelGenerator(this::procedure);
        closed.setLabel(text("closed"));
        names.setLabel(text("names"));
        names.setVisible(currentActor.get().has(Roles.AUDITOR));
        reason.setLabel(text("reason"));
        reason.setHelperText(text("reason-help"));
        reason.setMaxLength(500);
        reason.setVisible(false);
        names.addValueChangeListener(chosen -> reason.setVisible(chosen.getValue()));
        procedures.addValueChangeListener(chosen -> count());
        from.addValueChangeListener(chosen -> count());
        to.addValueChangeListener(chosen -> count());
        closed.addValueChangeListener(chosen -> count());
        counts.addClassName("dw-export-counts");
        counts.getElement().setAttribute("role", "status");
        begin.setText(text("start"));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClickListener(click -> begin());
        Div fields = new Div(procedures, from, to);
        fields.addClassName("dw-export-fields");
        Paragraph holds = new Paragraph(text("holds"));
        holds.addClassName("dw-export-note");
        Div all = new Div(format, fields, closed, names, reason, counts, holds, begin);
        all.addClassName("dw-export-question");
        return all;
    }

    private LogFilter filter() {
        return new LogFilter(new TreeSet<>(procedures.getValue()), from.getValue(), to.getValue(), closed.getValue());
    }

    private void count() {
        LogCounts found = countLog.count(filter());
        counts.setText(text(found.dossiers() == 0 ? "nothing" : "counts", found.dossiers(), found.events(), found.decisions()));
    }

    private void begin() {
        Map<String, HasValidation> fields = Map.of("procedures", procedures, "to", to, "reason", reason, "format", format);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            startExport.start(format.getValue(), filter(), names.getValue(), reason.getValue());
            Answers.good(text("started"));
        } catch (Refused refused) {
            Answers.refused(this, refused, fields);
        } finally {
            begin.setEnabled(true);
        }
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        polling = attach.getUI().addPollListener(poll -> {
            if (!working.isEmpty() && !advance()) {
                draw();
            }
        });
        usualPoll = attach.getUI().getPollInterval();
        attach.getUI().setPollInterval(working.isEmpty() ? usualPoll : POLL_MILLISECONDS);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detach.getUI().setPollInterval(usualPoll);
        polling.remove();
    }

    /** While the same exports run only their numbers change, so that the keyboard's focus stays; false when there is more to show. */
    private boolean advance() {
        Map<Long, Run> now = runs.latest().stream().filter(run -> run.state() == State.LOOPT).collect(Collectors.toMap(Run::id, run -> run));
        if (!now.keySet().equals(working.keySet())) {
            return false;
        }
        now.forEach((id, run) -> working.get(id).setText(text("running", run.done())));
        return true;
    }

    private void draw() {
        List<Run> latest = runs.latest();
        working.clear();
        made.removeAll();
        made.add(new H2(text("made")));
        if (latest.isEmpty()) {
            made.add(new Paragraph(text("none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        latest.forEach(run -> list.add(item(run)));
        made.add(list);
        getUI().ifPresent(ui -> ui.setPollInterval(working.isEmpty() ? usualPoll : POLL_MILLISECONDS));
        // Not every step is read aloud.
        made.getElement().setAttribute("aria-live", working.isEmpty() ? "polite" : "off");
    }

    private ListItem item(Run run) {
        ZonedDateTime asked = run.askedAt().atZone(MovableClock.BRUSSELS);
        Span what = new Span(text("item", run.format().name(), told(run.filter())) + (run.names() ? text("with-names", run.reason()) : ""));
        ListItem item = new ListItem(what, note(text("asked", run.askedByName(), Dates.prose(asked.toLocalDate(), getLocale()), TIME.format(asked))));
        if (run.state() == State.LOOPT) {
            Paragraph running = note(text("running", run.done()));
            working.put(run.id(), running);
            item.add(running);
        } else if (run.state() == State.MISLUKT) {
            item.add(note(text("failed")));
        } else {
            item.add(note(text("counts", run.counts().dossiers(), run.counts().events(), run.counts().decisions())));
            Span hash = new Span(run.sha256());
            hash.addClassName("dw-export-hash");
            Paragraph fingerprint = note(text("hash") + " ");
            fingerprint.add(hash);
            item.add(fingerprint);
            if (!run.here()) {
                item.add(note(text("gone")));
            } else if (!run.names() || currentActor.get().id().equals(run.askedBy())) {
                item.add(download(run));
            }
        }
        return item;
    }

    private Anchor download(Run run) {
        Actor actor = currentActor.get();
        return new Anchor(DownloadHandler.fromInputStream(event -> new DownloadResponse(currentActor.as(actor, () -> openExport.open(run.id())), run.fileName(),
                run.format().mediaType(), run.bytes())), text("download", run.fileName(), size(run.bytes())));
    }

    private String told(LogFilter filter) {
        String which = filter.procedures().isEmpty() ? text("all-procedures") : filter.procedures().stream().map(this::procedure).collect(Collectors.joining(", "));
        String when = filter.from() == null && filter.to() == null ? text("any-day") : filter.to() == null ? text("since", Dates.prose(filter.from(), getLocale()))
                : filter.from() == null ? text("until", Dates.prose(filter.to(), getLocale())) : text("between", Dates.prose(filter.from(), getLocale()), Dates.prose(filter.to(), getLocale()));
        return which + ", " + when + (filter.closedOnly() ? ", " + text("only-closed") : "");
    }

    private String procedure(String code) {
        return Words.of(this, "dossier.procedure.", code);
    }

    private String size(long bytes) {
        return bytes < 1_000_000 ? text("kilobytes", Math.max(1, bytes / 1_000)) : text("megabytes", bytes / 1_000_000);
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("dw-export-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("export.screen." + key, args);
    }
}
