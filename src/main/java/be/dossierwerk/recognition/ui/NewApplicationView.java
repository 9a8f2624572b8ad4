package be.dossierwerk.recognition.ui;

import be.dossierwerk.recognition.FilePaperApplication;
import be.dossierwerk.recognition.IntakeDrafts;
import be.dossierwerk.recognition.PaperForm;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An application that came on paper: typed by intake, kept while it is typed, filed with one button. */
@Route("nieuwe-aanvraag")
@Menu(title = "menu.new-application", order = 20)
@RolesAllowed(Roles.INTAKE)
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class NewApplicationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final transient IntakeDrafts drafts;
    private final transient FilePaperApplication filePaperApplication;
    private final transient Clock clock;

    private final Div summary = new Div();
    private final Span saved = new Span();
    private ApplicationFields fields;
    private ApplicationFiles files;
    private Button send;
    private UUID action;

    NewApplicationView(IntakeDrafts drafts, FilePaperApplication filePaperApplication, Clock clock) {
        this.drafts = drafts;
        this.filePaperApplication = filePaperApplication;
        this.clock = clock;
        addClassName("dw-newapplication");
    }

    @Override
    public String getPageTitle() {
        return text("new.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw();
    }

    private void draw() {
        removeAll();
        IntakeDrafts.Draft draft = drafts.open();
        action = draft.actionId();
        boolean begun = !draft.files().isEmpty() || draft.fields().values().stream().anyMatch(value -> !value.isBlank());
        fields = new ApplicationFields(new PaperForm(draft.fields()), LocalDate.now(clock), this::keep);
        files = new ApplicationFiles(drafts, action, draft.files());
        summary.removeAll();
        summary.addClassName("dw-errors");
        summary.getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        summary.setVisible(false);
        saved.addClassName("dw-saved");
        saved.getElement().setAttribute("role", "status");
        saved.setText(begun ? savedAt(draft.savedAt()) : "");
        send = new Button(text("new.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        Button again = new Button(text("new.again"), click -> askToBeginAgain());
        Div foot = new Div(saved, again, send);
        foot.addClassName("dw-application-foot");
        Div notice = new Div();
        if (begun) {
            notice.addClassName("dw-notice");
            notice.add(new Paragraph(text("new.restored", time(draft.savedAt()))));
        }
        add(new H1(getPageTitle()), new Paragraph(text("new.what")), notice, summary, fields, files, foot);
    }

    private void keep() {
        try {
            saved.setText(savedAt(drafts.save(action, fields.form().fields())));
        } catch (Refused refused) {
            saved.setText(text("new.not-saved"));
            showRefusal(refused);
        }
    }

    private void send() {
        List<Refused.Field> unreadable = fields.unreadable();
        try {
            if (!unreadable.isEmpty()) {
                throw new Refused("recognition.application.invalid", unreadable, unreadable.size());
            }
            if (files.isBusy()) {
                throw new Refused("recognition.files.busy");
            }
            String dossier = filePaperApplication.file(action, fields.form());
            Answers.good(text("new.sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
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
        for (Refused.Field wrong : new ArrayList<>(refused.fields())) {
            Button jump = new Button(fields.label(wrong.name()) + ": " + getTranslation(wrong.key(), wrong.args()), click -> fields.focus(wrong.name()));
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

    private void askToBeginAgain() {
        ConfirmDialog dialog = new ConfirmDialog(text("new.again"), text("new.again-what"), text("new.again-do"), confirm -> {
            drafts.discard();
            draw();
        });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("recognition.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private String savedAt(Instant at) {
        return text("new.saved", time(at));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(MovableClock.BRUSSELS));
    }

    private String text(String key, Object... args) {
        return getTranslation("recognition.screen." + key, args);
    }
}
