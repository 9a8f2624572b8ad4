package be.dossierwerk.casework.ui;

import be.dossierwerk.casework.CommitteeActions;
import be.dossierwerk.casework.CommitteeAgenda;
import be.dossierwerk.casework.Procedures;
import be.dossierwerk.casework.SessionFiles;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agenda of the advisory committee: members read, the secretariat records the advice. The session stands in the address. */
@Route("commissie")
@Menu(title = "menu.committee", order = 50)
@RolesAllowed({Roles.SECRETARIAT, Roles.COMMITTEE, Roles.CHAIR, Roles.HEAD, Roles.AUDITOR})
@StyleSheet("context://inbox.css")
@StyleSheet("context://casework.css")
class CommitteeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CommitteeAgenda agenda;
    private final transient SessionFiles sessionFiles;
    private final transient CommitteeActions actions;
    private final transient Procedures procedures;
    private final transient Clock clock;
    private final boolean mayRecord;

    private final Div body = new Div();
    private final Span chosen = new Span();
    private final Button record = new Button();
    private final transient Map<SessionFiles.Line, Checkbox> boxes = new LinkedHashMap<>();
    private LocalDate session;

    CommitteeView(CommitteeAgenda agenda, SessionFiles sessionFiles, CommitteeActions actions, Procedures procedures, CurrentActor currentActor,
                  Clock clock) {
        this.agenda = agenda;
        this.sessionFiles = sessionFiles;
        this.actions = actions;
        this.procedures = procedures;
        this.clock = clock;
        mayRecord = currentActor.get().has(Roles.SECRETARIAT);
        addClassName("dw-committee");
        record.setText(text("record"));
        record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        record.addClickListener(click -> new AdviceDialog(ticked(), session, LocalDate.now(clock), actions, this::draw).open());
        add(new H1(getPageTitle()), body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        session = event.getLocation().getQueryParameters().getSingleParameter("zitting").flatMap(CommitteeView::day).orElse(null);
        draw();
    }

    private void draw() {
        body.removeAll();
        boxes.clear();
        List<LocalDate> sessions = agenda.sessions();
        if (mayRecord) {
            toPlace();
        }
        if (sessions.isEmpty()) {
            Paragraph empty = new Paragraph(text("empty"));
            empty.addClassName("dw-empty");
            body.add(empty);
            return;
        }
        if (!sessions.contains(session)) {
            LocalDate next = agenda.next();
            session = next != null ? next : sessions.get(0);
        }
        body.add(chooser(sessions));
        List<SessionFiles.Line> files = sessionFiles.on(session);
        Section section = new Section(new H2(text("session", Dates.prose(session))), new Paragraph(counted(files)));
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-files");
        files.forEach(file -> list.add(item(file)));
        section.add(list);
        body.add(section);
        if (mayRecord && !boxes.isEmpty()) {
            foot();
        }
    }

    /** Files that wait for a session; only the secretariat can give them one. */
    private void toPlace() {
        var waiting = agenda.waiting();
        if (waiting.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        waiting.forEach(file -> {
            Anchor task = new PageLink("taak/" + file.taskId(), text("place", file.dossier()));
            list.add(new ListItem(task, new Span(" · " + file.subject())));
        });
        Details details = new Details(text("waiting", waiting.size()), list);
        details.addClassName("dw-notice");
        details.setOpened(true);
        body.add(details);
    }

    private Component chooser(List<LocalDate> sessions) {
        Select<LocalDate> select = new Select<>();
        select.setLabel(text("choose"));
        select.setItems(sessions);
        LocalDate today = LocalDate.now(clock);
        select.setItemLabelGenerator(day -> Dates.prose(day) + (day.isBefore(today) ? " " + text("past") : ""));
        select.setValue(session);
        select.setWidth("24rem");
        select.setMaxWidth("100%");
        select.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(CommitteeView.class,
                QueryParameters.simple(Map.of("zitting", change.getValue().toString())))));
        return select;
    }

    private Component item(SessionFiles.Line file) {
        Div facts = new Div(new PageLink("dossier/" + file.dossier(), file.dossier()), new Span(" · " + file.subject()));
        facts.addClassName("dw-file-name");
        Div how = new Div();
        how.addClassName("dw-file-how");
        if (file.taskId() != null) {
            how.add(DaysLeft.badge(this, file.daysLeft(), file.pausedSince()));
            if (file.due() != null) {
                how.add(note(text("due", Dates.prose(file.due()))));
            }
            how.add(note(Waiting.days(this, file.since(), LocalDate.now(clock))));
            if (file.assigneeName() != null) {
                how.add(note(text("with", file.assigneeName())));
            }
        } else if (file.advice() != null) {
            how.add(new Span(text("advised", getTranslation("casework.advice." + file.advice()), Dates.prose(file.givenOn()))));
        } else {
            how.add(new Span(text("no-advice")));
        }
        Div what = new Div(facts, how, noteOf(file));
        what.addClassName("dw-file-what");
        ListItem item = new ListItem();
        if (mayRecord && file.taskId() != null) {
            Checkbox box = new Checkbox();
            box.setAriaLabel(text("tick", file.dossier(), file.subject()));
            box.addValueChangeListener(change -> count());
            boxes.put(file, box);
            item.add(box);
        }
        item.add(what);
        return item;
    }

    /** The handler's note, read when it is opened. */
    private Component noteOf(SessionFiles.Line file) {
        Details details = new Details(text("note"));
        details.addClassName("dw-file-note");
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && details.getContent().findAny().isEmpty()) {
                procedures.of(file.dossier()).note(file.dossier()).ifPresentOrElse(found -> {
                    details.add(new Paragraph(text("outlook", text("outlook." + found.outlook()))));
                    part(details, "note-facts", found.facts());
                    part(details, "note-judgement", found.judgement());
                }, () -> details.add(new Paragraph(text("no-note"))));
            }
        });
        return details;
    }

    private void part(Details details, String title, String content) {
        if (content != null && !content.isBlank()) {
            Paragraph paragraph = new Paragraph(content);
            paragraph.addClassName("dw-lines");
            details.add(new H3(text(title)), paragraph);
        }
    }

    private void foot() {
        chosen.getElement().setAttribute("role", "status");
        Button all = new Button(text("all"), click -> {
            boolean tick = boxes.values().stream().anyMatch(box -> !box.getValue());
            boxes.values().forEach(box -> box.setValue(tick));
        });
        Div foot = new Div(chosen, all, record);
        foot.addClassName("dw-casework-foot");
        body.add(foot);
        count();
    }

    private void count() {
        int count = ticked().size();
        chosen.setText(text("chosen", count));
        record.setEnabled(count > 0);
    }

    private List<SessionFiles.Line> ticked() {
        List<SessionFiles.Line> ticked = new ArrayList<>();
        boxes.forEach((file, box) -> {
            if (box.getValue()) {
                ticked.add(file);
            }
        });
        return ticked;
    }

    private String counted(List<SessionFiles.Line> files) {
        return text("counted", files.size(), files.stream().filter(file -> file.taskId() != null).count());
    }

    private static Span note(String words) {
        Span span = new Span(words);
        span.addClassName("dw-note");
        return span;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("casework.screen.committee." + key, args);
    }
}
