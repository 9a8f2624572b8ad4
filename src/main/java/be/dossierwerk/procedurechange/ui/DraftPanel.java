package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramFinding.Severity;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.modeling.DiagramEditor;
import be.dossierwerk.modeling.FileEditor;
import be.dossierwerk.modeling.FormEditor;
import be.dossierwerk.modeling.TableEditor;
import be.dossierwerk.procedurechange.ChangeDrafts.Revision;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.Comments.Comment;
import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.procedurechange.ProcedureFiles.Kind;
import be.dossierwerk.procedurechange.ProcedureFiles.ProcedureFile;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.SaveChangeDraft.Saved;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.ReadUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** The draft itself: which file, the drawing, what was saved when, and what colleagues say about it. */
class DraftPanel extends Div {

    /** What became of an uploaded file. */
    private record Uploaded(Saved saved, Refused refused) { }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final transient ChangeServices services;
    private final transient Change change;
    private final transient Actor actor;
    private final boolean editable;
    private final String path;
    private final transient BiConsumer<String, String> go;
    private final Span saved = new Span();
    private final Div problem = new Div();
    private final Paragraph rejected = new Paragraph();
    private final Section comments = new Section();
    private final TextArea typed = new TextArea();
    private final Details history = new Details();
    private transient FileEditor editor;
    /** The same as the editor, where it draws a diagram. */
    private transient DiagramEditor diagram;
    private final FindingsList findings = new FindingsList(false, finding -> diagram.select(finding.element()));
    private String element;
    /** The save that the editor shows, null for what is published: who undoes takes back what they see. */
    private Long shows;

    /** {@code go}: shows another file of another change. */
    DraftPanel(ChangeServices services, Change change, Proposal proposal, String wanted, String element, BiConsumer<String, String> go) {
        this.services = services;
        this.change = change;
        this.actor = services.currentActor().get();
        this.editable = change.isDraft() && actor.has(Roles.MANAGER);
        this.element = element;
        this.go = go;
        DiagramSet set = proposal.proposed();
        this.path = path(wanted, element, set);
        addClassName("dw-draft");
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("dw-note");
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        Div bar = new Div(choice(proposal), saved);
        bar.addClassName("dw-draft-bar");
        add(bar, problem, rejected, editor(set));
        if (diagram != null) {
            add(new Section(new H3(getTranslation("procedurechange.check.title")), findings));
        }
        add(comments, files(), history);
        drawRejected();
        drawComments();
        drawHistory();
    }

    private String path(String wanted, String of, DiagramSet set) {
        if (wanted != null && set.paths().contains(wanted)) {
            return wanted;
        }
        if (of != null && !of.isEmpty()) {
            for (String each : ordered(set)) {
                if (set.text(each).orElse("").contains("\"" + of + "\"")) {
                    return each;
                }
            }
        }
        return set.paths().contains(change.procedure()) ? change.procedure() : set.paths().iterator().next();
    }

    /** Where an element is looked for first. */
    private List<String> ordered(DiagramSet set) {
        String folder = change.procedure().split("/")[1];
        return set.paths().stream().sorted(Comparator.comparing((String each) -> !each.equals(change.procedure())).thenComparing(each -> !each.split("/")[1].equals(folder))
                .thenComparing(Comparator.naturalOrder())).toList();
    }

    private Component choice(Proposal proposal) {
        DiagramSet set = proposal.proposed();
        Set<String> changed = proposal.changed();
        String folder = change.procedure().split("/")[1];
        ComboBox<ProcedureFile> choice = new ComboBox<>(text("file"));
        // What changed and what belongs to the procedure comes first.
        choice.setItems(ProcedureFiles.of(set).stream().sorted(Comparator.comparing((ProcedureFile file) -> !changed.contains(file.path()))
                .thenComparing(file -> !file.folder().equals(folder)).thenComparing(ProcedureFile::kind).thenComparing(ProcedureFile::name)).toList());
        choice.setItemLabelGenerator(file -> {
            String kind = text("kind." + file.kind(), file.name(), file.kind() == Kind.FORMULIER || file.kind() == Kind.TABEL ? ProcedureFiles.words(file.folder()) : "");
            return changed.contains(file.path()) ? text("changed", kind) : kind;
        });
        choice.setValue(ProcedureFiles.file(set, path));
        choice.setWidth("28rem");
        choice.addValueChangeListener(picked -> {
            if (picked.getValue() != null && !picked.getValue().path().equals(path)) {
                go.accept(change.dossier(), picked.getValue().path());
            }
        });
        return choice;
    }

    private FileEditor editor(DiagramSet set) {
        shows = services.drafts().head(change.dossier(), path);
        editor = path.endsWith(".bpmn") ? diagram(set) : path.endsWith(".dmn") ? new TableEditor() : new FormEditor();
        editor.onChange(this::save);
        editor.onUndo(() -> move(true));
        editor.onRedo(() -> move(false));
        editor.show(set.text(path).orElse(""), revision(shows));
        editor.setReadOnly(!editable);
        editor.setHistory(shows != null, editable && canRedo());
        mark();
        if (diagram != null && element != null && !element.isEmpty()) {
            diagram.select(element);
        }
        return editor;
    }

    private DiagramEditor diagram(DiagramSet set) {
        diagram = new DiagramEditor(EditorChoices.of(set, path, services.termRules()), process -> set.paths().stream().filter(each -> EditorChoices.process(each).equals(process)
                && each.endsWith(".bpmn")).findFirst().flatMap(set::text).orElse(null));
        diagram.onSelect(picked -> {
            element = picked;
            drawComments();
        });
        return diagram;
    }

    private void save(String content, String what, long base) {
        try {
            shown(services.save().save(change.dossier(), path, content.getBytes(StandardCharsets.UTF_8), base == 0 ? null : base, what));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void shown(Saved now) {
        problem.removeAll();
        drawRejected();
        if (now.ownDraft()) {
            Answers.good(text("own-draft"));
            go.accept(now.change(), path);
            return;
        }
        saved.setText(text("saved", TIME.format(now.at().atZone(MovableClock.BRUSSELS))));
        shows = now.revision();
        editor.saved(revision(shows));
        editor.setHistory(true, false);
        mark();
        drawHistory();
    }

    /** Back or forward by one save, wherever and whenever it was made. */
    private void move(boolean back) {
        try {
            Long now = back ? services.undo().undo(change.dossier(), path, shows) : services.redo().redo(change.dossier(), path, shows);
            reload(now);
            saved.setText(text(back ? "undone" : "redone", TIME.format(services.clock().instant().atZone(MovableClock.BRUSSELS))));
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    /** Shows what is kept now, in place; the next save starts from this revision. */
    private void reload(Long revision) {
        shows = revision;
        problem.removeAll();
        String text = services.drafts().proposal(change.dossier()).proposed().text(path).orElse("");
        editor.show(text, revision(revision));
        editor.setHistory(revision != null, canRedo());
        mark();
        drawHistory();
    }

    private boolean canRedo() {
        Long head = services.drafts().head(change.dossier(), path);
        return services.drafts().revisions(change.dossier()).stream().anyMatch(revision -> revision.path().equals(path) && Objects.equals(revision.parent(), head));
    }

    private void refuse(Refused refused) {
        problem.removeAll();
        problem.add(new RefusedReasons(refused));
        drawRejected();
    }

    /** What its author typed is not lost, though it never becomes part of the draft. */
    private void drawRejected() {
        rejected.removeAll();
        byte[] text = editable ? services.drafts().rejected(change.dossier(), path, actor.id()).orElse(null) : null;
        rejected.setVisible(text != null);
        if (text != null) {
            String fileName = "geweigerd-" + path.substring(path.lastIndexOf('/') + 1);
            rejected.add(new Span(text("rejected") + " "), new Anchor(DownloadHandler.fromInputStream(event ->
                    new DownloadResponse(new ByteArrayInputStream(text), fileName, "application/octet-stream", text.length)), text("download", fileName)));
        }
    }

    /** What the check finds in what is drawn now: signs in the drawing, and the same in sentences. */
    private void mark() {
        if (diagram == null) {
            return;
        }
        Proposal proposal = services.drafts().proposal(change.dossier());
        List<DiagramFinding> found = services.findings().of(proposal).stream().filter(finding -> finding.file().equals(path)).toList();
        Map<String, Severity> marks = new HashMap<>();
        found.stream().filter(finding -> !finding.element().isEmpty())
                .forEach(finding -> marks.merge(finding.element(), finding.severity(), (one, other) -> one == Severity.BLOCKS ? one : other));
        diagram.mark(marks);
        findings.show(proposal.proposed(), found);
    }

    private void drawComments() {
        comments.removeAll();
        List<Comment> all = services.comments().of(change.dossier()).stream().filter(comment -> comment.path().equals(path)).toList();
        Map<String, Integer> counts = new HashMap<>();
        all.stream().filter(comment -> comment.settledAt() == null && !comment.element().isEmpty()).forEach(comment -> counts.merge(comment.element(), 1, Integer::sum));
        if (diagram != null) {
            diagram.comments(counts);
        }
        String on = element == null ? "" : element;
        comments.add(new H3(on.isEmpty() ? text("comments") : text("comments.of", name(on))));
        List<Comment> shown = all.stream().filter(comment -> on.isEmpty() || comment.element().equals(on)).toList();
        if (shown.isEmpty()) {
            comments.add(new Paragraph(text("comments.none")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("dw-comments");
            shown.forEach(comment -> list.add(comment(comment)));
            comments.add(list);
        }
        if (!change.state().over() && (actor.has(Roles.MANAGER) || actor.has(Roles.LAWYER))) {
            typed.setLabel(on.isEmpty() ? text("comment") : text("comment.of", name(on)));
            typed.setWidthFull();
            Button send = new Button(text("comment.send"), click -> {
                try {
                    services.comment().comment(change.dossier(), path, on, typed.getValue());
                    typed.clear();
                    typed.setInvalid(false);
                    drawComments();
                } catch (Refused refused) {
                    Answers.refused(this, refused, Map.of("text", typed));
                }
            });
            comments.add(typed, send);
        }
    }

    private ListItem comment(Comment comment) {
        Span by = new Span(text("comment.by", comment.authorName(), moment(comment.at())) + (comment.element().isEmpty() ? "" : " · " + name(comment.element())));
        by.addClassName("dw-note");
        ListItem item = new ListItem(new Paragraph(comment.text()), by);
        if (comment.settledAt() != null) {
            Span done = new Span(text("comment.settled", comment.settledByName()));
            done.addClassName("dw-note");
            item.add(done);
        } else if (actor.has(Roles.MANAGER) || actor.has(Roles.LAWYER)) {
            Button settle = new Button(text("comment.settle"), click -> {
                services.settle().settle(comment.id());
                drawComments();
            });
            settle.addThemeVariants(ButtonVariant.LUMO_SMALL);
            item.add(settle);
        }
        return item;
    }

    private String name(String id) {
        return diagram == null ? id : diagram.name(id);
    }

    /** For who draws elsewhere. */
    private Component files() {
        Div content = new Div();
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        content.add(new Anchor(DownloadHandler.fromInputStream(event -> {
            byte[] file = services.currentActor().as(actor, () -> services.download().download(change.dossier(), path));
            return new DownloadResponse(new ByteArrayInputStream(file), fileName, "application/octet-stream", file.length);
        }), text("download", fileName)));
        if (editable) {
            content.add(new Paragraph(text("upload.what")), new ReadUpload<Uploaded>(text("upload"), 1, (name, stream) -> {
                byte[] file = ReadUpload.whole(stream, 1);
                try {
                    return new Uploaded(services.currentActor().as(actor, () -> services.upload().upload(change.dossier(), path, file)), null);
                } catch (Refused refused) {
                    return new Uploaded(null, refused);
                }
            }, uploaded -> {
                if (uploaded.refused() != null) {
                    refuse(uploaded.refused());
                } else if (uploaded.saved().ownDraft()) {
                    shown(uploaded.saved());
                } else {
                    Answers.good(text("uploaded"));
                    saved.setText(text("saved", TIME.format(uploaded.saved().at().atZone(MovableClock.BRUSSELS))));
                    reload(uploaded.saved().revision());
                }
            }, problem::removeAll, path.substring(path.lastIndexOf('.'))));
        }
        return new Details(text("files"), content);
    }

    private void drawHistory() {
        List<Revision> all = services.drafts().revisions(change.dossier());
        history.setSummaryText(text("history", all.size()));
        history.removeAll();
        OrderedList list = new OrderedList();
        for (int i = all.size() - 1; i >= 0; i--) {
            Revision revision = all.get(i);
            list.add(new ListItem(text("history.line", moment(revision.at()), revision.authorName(), revision.what(), ProcedureFiles.words(revision.path()))));
        }
        list.getElement().setAttribute("reversed", true);
        history.add(list);
        history.setVisible(!all.isEmpty());
    }

    private static long revision(Long id) {
        return id == null ? 0 : id;
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(MovableClock.BRUSSELS));
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.draft-screen." + key, args);
    }
}
