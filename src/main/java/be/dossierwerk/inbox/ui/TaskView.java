package be.dossierwerk.inbox.ui;

import be.dossierwerk.dossier.DossierBeside;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.GiveBackTask;
import be.dossierwerk.inbox.HandOverTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.SaveDraft;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.inbox.TakeOverForAbsent;
import be.dossierwerk.inbox.WhoCan;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.regex.Pattern;
import java.util.UUID;

/** One task: its form left, its dossier right. What is typed is kept while it is typed; one button sends it. */
@Route("taak/:taskId")
@PermitAll
@StyleSheet("context://inbox.css")
class TaskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Pattern INSIDE = Pattern.compile("[a-z]+(/[A-Za-z0-9-]+)*(\\?[A-Za-z0-9=&%_+.-]*)?");

    private final transient ShowTask showTask;
    private final transient SaveDraft saveDraft;
    private final transient SendTaskForm sendTaskForm;
    private final transient ClaimTask claimTask;
    private final transient GiveBackTask giveBack;
    private final transient HandOverTask handOver;
    private final transient TakeOverForAbsent takeOver;
    private final transient WhoCan whoCan;
    private final transient OpenWork openWork;
    private final transient DossierBeside dossierBeside;
    private final transient CurrentActor currentActor;

    private final Div summary = new Div();
    private final Span saved = new Span();
    private final Div buttons = new Div();
    private transient ShowTask.Sheet sheet;
    private FormFields fields;
    private Button send;
    private UUID action;
    private String title;
    /** Where the person came from and goes back to, inside the product only; null for the inbox. */
    private transient Location back;

    TaskView(ShowTask showTask, SaveDraft saveDraft, SendTaskForm sendTaskForm, ClaimTask claimTask, GiveBackTask giveBack,
             HandOverTask handOver, TakeOverForAbsent takeOver, WhoCan whoCan, OpenWork openWork, DossierBeside dossierBeside, CurrentActor currentActor) {
        this.showTask = showTask;
        this.saveDraft = saveDraft;
        this.sendTaskForm = sendTaskForm;
        this.claimTask = claimTask;
        this.giveBack = giveBack;
        this.handOver = handOver;
        this.takeOver = takeOver;
        this.whoCan = whoCan;
        this.openWork = openWork;
        this.dossierBeside = dossierBeside;
        this.currentActor = currentActor;
        addClassName("dw-taskpage");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        back = event.getLocation().getQueryParameters().getSingleParameter("terug").filter(address -> INSIDE.matcher(address).matches()).map(Location::new)
                .orElse(null);
        draw(event.getRouteParameters().get("taskId").orElse(""));
    }

    private void draw(String taskId) {
        removeAll();
        try {
            sheet = showTask.show(taskId);
        } catch (Refused refused) {
            title = getTranslation("inbox.task.not-here");
            Button away = new Button(getTranslation(back == null ? "inbox.task.to-inbox" : "inbox.task.back"), click -> {
                if (back == null) {
                    toInbox();
                } else {
                    goBack();
                }
            });
            away.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(new H1(title), new Paragraph(getTranslation(refused.key(), refused.args())), away);
            return;
        }
        action = UUID.randomUUID();
        title = sheet.task().taskName() + " · " + sheet.task().dossier();
        fields = new FormFields(sheet.form(), sheet.values(), this::keep);
        fields.setReadOnly(!sheet.mayWork());
        Aside aside = new Aside(dossierBeside.of(sheet.task().dossier()));
        aside.getElement().setAttribute("aria-label", getTranslation("inbox.task.dossier"));
        Div columns = new Div(formSide(), aside);
        columns.addClassName("dw-taskpage-columns");
        add(header(), columns);
    }

    private Component header() {
        OpenWork.Row task = sheet.task();
        Anchor dossier = new PageLink("dossier/" + task.dossier(), task.dossier());
        Div where = new Div(dossier, new Span(" · " + task.subject()));
        where.addClassName("dw-taskpage-where");
        Span why = new Span(TaskWords.explanation(this, task));
        why.addClassName("dw-note");
        Div left = new Div(TaskWords.badge(this, task), why);
        left.addClassName("dw-taskpage-days");
        Div names = new Div(new H1(task.taskName()), where);
        if (back != null) {
            Anchor came = new PageLink(back.getPathWithQueryParameters(), getTranslation("inbox.task.back"));
            names.addComponentAsFirst(came);
        }
        Div header = new Div(names, left);
        header.addClassName("dw-taskpage-header");
        return header;
    }

    private Component formSide() {
        Section side = new Section();
        side.addClassName("dw-taskpage-form");
        side.getElement().setAttribute("aria-label", sheet.task().taskName());
        summary.removeAll();
        summary.addClassName("dw-errors");
        summary.getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        summary.setVisible(false);
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("dw-saved");
        saved.setText(sheet.draft() == null ? "" : getTranslation("inbox.task.saved", TaskWords.time(sheet.draft().savedAt())));
        send = new Button(sheet.form().action() != null ? sheet.form().action() : getTranslation("inbox.task.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.setVisible(sheet.mayWork());
        fillButtons();
        Div foot = new Div(saved, buttons, send);
        foot.addClassName("dw-taskpage-foot");
        buttons.addClassName("dw-taskpage-buttons");
        side.add(notice(), summary, fields, foot);
        return side;
    }

    /** Who has it, and whose words stand in the fields. */
    private Component notice() {
        Div notice = new Div();
        notice.addClassName("dw-notice");
        if (sheet.keptOut() != null) {
            notice.addClassName("dw-notice-refused");
            notice.add(new H2(getTranslation("inbox.task.kept-out")), new Paragraph(sheet.keptOut().why()),
                    new Paragraph(sheet.keptOut().whoCan().isEmpty() ? getTranslation("inbox.task.nobody-can") : getTranslation("inbox.task.who-can", sheet.keptOut().whoCan())));
            if (sheet.mine()) {
                notice.add(new Paragraph(getTranslation("inbox.task.pass-on")));
            }
        } else if (sheet.reserved() != null) {
            notice.addClassName("dw-notice-refused");
            notice.add(new H2(getTranslation("inbox.task.kept-out")), new Paragraph(getTranslation(sheet.reserved().key(), sheet.reserved().args())));
            if (sheet.mine()) {
                notice.add(new Paragraph(getTranslation("inbox.task.pass-on")));
            }
        } else if (sheet.standsInFor() != null) {
            notice.add(new Paragraph(getTranslation("inbox.task.of-absent", sheet.standsInFor())));
        } else if (!sheet.mayWork()) {
            notice.add(new Paragraph(sheet.task().isFree() ? getTranslation("inbox.task.only-reading")
                    : getTranslation("inbox.task.with-colleague", sheet.task().assigneeName())));
        }
        var draft = sheet.draft();
        if (draft != null && !draft.author().equals(currentActor.get().id())) {
            notice.add(new Paragraph(getTranslation("inbox.task.typed-by", draft.authorName(),
                    Dates.prose(TaskWords.day(draft.savedAt()), getLocale()), TaskWords.time(draft.savedAt()))));
        }
        notice.setVisible(notice.getComponentCount() > 0);
        return notice;
    }

    private void fillButtons() {
        buttons.removeAll();
        String taskId = sheet.task().taskId();
        if (sheet.mayWork() && !sheet.mine()) {
            buttons.add(new Button(getTranslation("inbox.take"), click -> then(() -> claimTask.claim(taskId), "inbox.claimed-one")));
        }
        if (sheet.standsInFor() != null && sheet.keptOut() == null) {
            Button onBehalf = new Button(getTranslation("inbox.take-over"), click -> then(() -> takeOver.takeOver(taskId), "inbox.taken-over-one"));
            onBehalf.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(onBehalf);
        }
        if (sheet.mine()) {
            buttons.add(new Button(getTranslation("inbox.give-back"), click -> then(() -> giveBack.giveBack(taskId), "inbox.given-back")));
        }
        if (sheet.mayHandOver()) {
            buttons.add(new Button(getTranslation("inbox.hand-over"), click ->
                    HandOverDialog.open(List.of(sheet.task()), whoCan, handOver, () -> draw(taskId))));
        }
    }

    private void then(Runnable work, String done) {
        String taskId = sheet.task().taskId();
        try {
            work.run();
            Answers.good(getTranslation(done));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        draw(taskId);
    }

    private void keep() {
        try {
            var at = saveDraft.save(sheet.task().taskId(), fields.raw());
            saved.setText(getTranslation("inbox.task.saved", TaskWords.time(at)));
            if (!sheet.mine()) {
                // Typing took the task; the fields stay as they are, only who has it changed.
                sheet = sheet.taken();
                fillButtons();
                Answers.good(getTranslation("inbox.claimed-one"));
            }
        } catch (Refused refused) {
            saved.setText(getTranslation("inbox.task.not-saved"));
            Answers.refused(this, refused);
        }
    }

    private void send() {
        OpenWork.Row task = sheet.task();
        try {
            sendTaskForm.send(task.taskId(), action, fields.raw());
            Answers.good(getTranslation("inbox.task.sent", task.taskName(), task.dossier()));
            if (back != null) {
                goBack();
                return;
            }
            openWork.next(task.dossier()).ifPresentOrElse(
                    next -> getUI().ifPresent(ui -> ui.navigate("taak/" + next.taskId())), this::toInbox);
        } catch (Refused refused) {
            showRefusal(refused);
        } finally {
            send.setEnabled(true);
        }
    }

    private void showRefusal(Refused refused) {
        summary.removeAll();
        summary.add(new H2(getTranslation(refused.key(), refused.args())));
        UnorderedList list = new UnorderedList();
        for (Refused.Field wrong : refused.fields()) {
            Button jump = new Button(getTranslation(wrong.key(), wrong.args()), click -> fields.focus(wrong.name()));
            jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            list.add(new ListItem(jump));
        }
        if (!refused.fields().isEmpty()) {
            summary.add(list);
        }
        summary.setVisible(true);
        fields.showErrors(refused.fields());
        summary.getElement().callJsFunction("focus");
        summary.scrollIntoView();
    }

    private void goBack() {
        getUI().ifPresent(ui -> ui.navigate(back.getPath(), back.getQueryParameters()));
    }

    private void toInbox() {
        getUI().ifPresent(ui -> ui.navigate(InboxView.class));
    }
}
