package be.dossierwerk.casework.ui;

import be.dossierwerk.casework.Outcome;
import be.dossierwerk.casework.SigningActions;
import be.dossierwerk.casework.SigningPile;
import be.dossierwerk.casework.SigningReads;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everything that waits for a signature: the pile left, the decision itself right. Nothing is signed unread. */
@Route("ondertekenen")
@Menu(title = "menu.signing", order = 60)
@RolesAllowed(Roles.SIGNATORY)
@StyleSheet("context://inbox.css")
@StyleSheet("context://casework.css")
class SigningView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SigningPile pile;
    private final transient SigningReads reads;
    private final transient SigningActions actions;
    private final transient CheckConflict checkConflict;
    private final transient Clock clock;

    private final UnorderedList list = new UnorderedList();
    private final Div right = new Div();
    private final Div columns = new Div();
    private final Div empty = new Div();
    private final Span count = new Span();
    private final Button signRead = new Button();
    private final List<NativeButton> buttons = new ArrayList<>();
    private transient List<SigningPile.Waiting> waiting = List.of();
    private transient Set<UUID> read = Set.of();
    private int at;
    /** How many were signed and sent back since the page opened. */
    private int signed;
    private int sentBack;
    private boolean dialogOpen;

    SigningView(SigningPile pile, SigningReads reads, SigningActions actions, CheckConflict checkConflict, Clock clock) {
        this.pile = pile;
        this.reads = reads;
        this.actions = actions;
        this.checkConflict = checkConflict;
        this.clock = clock;
        addClassName("dw-signing");
        list.addClassName("dw-signing-pile");
        count.getElement().setAttribute("role", "status");
        signRead.addClickListener(click -> askToSign(waiting.stream().filter(this::isRead).toList()));
        Div left = new Div(count, list, signRead);
        left.addClassName("dw-signing-left");
        Nav nav = new Nav(left);
        nav.getElement().setAttribute("aria-label", text("pile"));
        right.addClassName("dw-signing-right");
        columns.add(nav, right);
        columns.addClassName("dw-signing-columns");
        empty.addClassName("dw-empty");
        add(new H1(getPageTitle()), empty, columns);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
        String dossier = event.getLocation().getQueryParameters().getSingleParameter("dossier").orElse("");
        at = 0;
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).dossier().equals(dossier)) {
                at = i;
            }
        }
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().getPage().addJavaScript("context://casework.js");
    }

    /** The keys {@code j} and {@code k}: the next or the previous decision. */
    @ClientCallable
    private void move(int by) {
        if (!dialogOpen && !waiting.isEmpty()) {
            open(Math.min(waiting.size() - 1, Math.max(0, at + by)));
            buttons.get(at).focus();
        }
    }

    /** The key {@code s}: sign what is open. */
    @ClientCallable
    private void signOpen() {
        if (!dialogOpen && !waiting.isEmpty()) {
            askToSign(List.of(waiting.get(at)));
        }
    }

    private void load() {
        waiting = pile.all();
        read = reads.mine();
        at = Math.max(0, Math.min(at, waiting.size() - 1));
    }

    private void draw() {
        columns.setVisible(!waiting.isEmpty());
        empty.setVisible(waiting.isEmpty());
        empty.removeAll();
        if (waiting.isEmpty()) {
            empty.add(new Paragraph(text(signed + sentBack == 0 ? "empty" : "finished", signed, sentBack)));
            Anchor work = new PageLink("werk", text("to-work"));
            empty.add(work);
            return;
        }
        list.removeAll();
        buttons.clear();
        for (int i = 0; i < waiting.size(); i++) {
            list.add(new ListItem(entry(i)));
        }
        open(at);
    }

    private Component entry(int index) {
        SigningPile.Waiting each = waiting.get(index);
        Span name = new Span(each.subject());
        name.addClassName("dw-signing-name");
        Span number = note(each.dossier() + " · " + getTranslation("casework.outcome." + each.outcome()));
        LocalDate since = each.since().atZone(MovableClock.BRUSSELS).toLocalDate();
        Integer left = each.due() == null ? null : (int) ChronoUnit.DAYS.between(LocalDate.now(clock), each.due());
        Div days = new Div(note(Waiting.days(this, since, LocalDate.now(clock))), DaysLeft.badge(this, left, null));
        days.addClassName("dw-file-how");
        NativeButton button = new NativeButton();
        button.addClassName("dw-signing-entry");
        button.add(name, number, days);
        if (isRead(each)) {
            Span mark = new Span(text("read"));
            mark.addClassName("dw-signing-read");
            button.add(mark);
        }
        button.addClickListener(click -> open(index));
        buttons.add(button);
        return button;
    }

    private void open(int index) {
        at = index;
        SigningPile.Waiting each = waiting.get(index);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getElement().setAttribute("aria-current", String.valueOf(i == index));
        }
        buttons.get(index).getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        int readCount = (int) waiting.stream().filter(this::isRead).count();
        count.setText(text("count", waiting.size(), readCount));
        signRead.setText(text("sign-read", readCount));
        signRead.setEnabled(readCount > 0);
        right.removeAll();
        IFrame preview = new IFrame("documenten/" + each.document() + "#navpanes=0&view=FitH");
        preview.setTitle(text("preview", each.subject()));
        preview.addClassName("dw-signing-preview");
        Anchor dossier = new PageLink("dossier/" + each.dossier(), each.dossier());
        Anchor apart = new Anchor("documenten/" + each.document(), text("apart"), AnchorTarget.BLANK);
        Paragraph who = new Paragraph(text("drafted", each.drafter()) + " " + (each.checker() == null ? "" : text("checked", each.checker())) + " "
                + (each.due() == null ? "" : text("due", Dates.prose(each.due()))));
        Button next = new Button(text("next"), click -> readAndNext());
        Button refuse = new Button(text("refuse"), click -> askToSendBack(each));
        Button sign = new Button(text("sign"), click -> askToSign(List.of(each)));
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = new Div(refuse, next, sign);
        foot.addClassName("dw-casework-foot");
        Section section = new Section(new H2(each.subject()), new Paragraph(dossier, new Span(" · "), apart), who, preview, foot);
        checkConflict.why(each.taskId()).ifPresent(keptOut -> {
            refuse.setVisible(false);
            sign.setVisible(false);
            Div notice = new Div(new Paragraph(text("kept-out", keptOut.why())),
                    new Paragraph(keptOut.whoCan().isEmpty() ? text("kept-out-nobody") : text("kept-out-who-can", keptOut.whoCan())));
            notice.addClassName("dw-signing-kept-out");
            section.addComponentAtIndex(1, notice);
        });
        section.getElement().setAttribute("aria-label", each.subject());
        right.add(section);
        AddressBar.replace(this, new Location("ondertekenen", QueryParameters.simple(Map.of("dossier", each.dossier()))));
    }

    /** Marks the open decision as read and goes to the next one that is not. */
    private void readAndNext() {
        reads.read(waiting.get(at).document());
        load();
        for (int step = 1; step <= waiting.size(); step++) {
            int candidate = (at + step) % waiting.size();
            if (!isRead(waiting.get(candidate))) {
                at = candidate;
                draw();
                return;
            }
        }
        Answers.good(text("all-read"));
        draw();
    }

    private void askToSign(List<SigningPile.Waiting> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        UUID action = UUID.randomUUID();
        Dialog dialog = dialog(text("sign-title", chosen.size()));
        UnorderedList which = new UnorderedList();
        chosen.forEach(each -> which.add(new ListItem(each.subject() + " · " + each.dossier() + " · " + getTranslation("casework.outcome." + each.outcome()))));
        Button sign = new Button(text("sign-do", chosen.size()), click -> {
            dialog.close();
            sign(action, chosen);
        });
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        sign.setDisableOnClick(true);
        sign.setAutofocus(true);
        dialog.add(which, new Paragraph(text("sign-what")));
        dialog.getFooter().add(cancel(dialog), sign);
        dialog.open();
    }

    private void sign(UUID action, List<SigningPile.Waiting> chosen) {
        try {
            // What stands open before the signatory has been opened; the others carry their mark already.
            if (chosen.size() == 1 && chosen.get(0).equals(waiting.get(at))) {
                reads.read(chosen.get(0).document());
            }
            List<Outcome> outcomes = actions.sign(action, chosen.stream().map(SigningPile.Waiting::taskId).toList());
            int done = (int) outcomes.stream().filter(Outcome::isDone).count();
            signed += done;
            if (done == outcomes.size()) {
                Answers.good(text("signed", done));
            } else {
                Map<String, String> names = chosen.stream().collect(Collectors.toMap(SigningPile.Waiting::taskId, each -> each.subject() + " (" + each.dossier() + ")"));
                OutcomesDialog.open(this, text("outcome"), text("signed-one"), outcomes, names::get);
            }
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        load();
        draw();
    }

    private void askToSendBack(SigningPile.Waiting each) {
        UUID action = UUID.randomUUID();
        Dialog dialog = dialog(text("refuse-title", each.subject()));
        TextArea reason = new TextArea(text("reason"));
        reason.setHelperText(text("reason-help", each.drafter()));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setMinRows(3);
        reason.setWidthFull();
        Button send = new Button(text("refuse-do"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                actions.sendBack(action, each.taskId(), reason.getValue());
                sentBack++;
                dialog.close();
                Answers.good(text("sent-back", each.subject()));
                load();
                draw();
            } catch (Refused refused) {
                Refused.Field wrong = refused.fields().isEmpty() ? null : refused.fields().get(0);
                reason.setErrorMessage(wrong == null ? getTranslation(refused.key(), refused.args()) : getTranslation(wrong.key(), wrong.args()));
                reason.setInvalid(true);
                reason.focus();
                send.setEnabled(true);
            }
        });
        dialog.add(reason);
        dialog.getFooter().add(cancel(dialog), send);
        dialog.open();
        reason.focus();
    }

    private Dialog dialog(String title) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("36rem");
        dialogOpen = true;
        dialog.addOpenedChangeListener(change -> dialogOpen = change.isOpened());
        return dialog;
    }

    private Button cancel(Dialog dialog) {
        return new Button(getTranslation("casework.screen.cancel"), click -> dialog.close());
    }

    private boolean isRead(SigningPile.Waiting each) {
        return read.contains(each.document());
    }

    private static Span note(String words) {
        Span span = new Span(words);
        span.addClassName("dw-note");
        return span;
    }

    private String text(String key, Object... args) {
        return getTranslation("casework.screen.signing." + key, args);
    }
}
