package be.dossierwerk.failedwork.ui;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.failedwork.FailedStep;
import be.dossierwerk.failedwork.RetryFailedStep;
import be.dossierwerk.failedwork.ShowFailedSteps;
import be.dossierwerk.failedwork.TakeFailedStep;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the product could not do by itself, in sentences: since when, who looks after it, and a button to try again. */
@Route("storingen")
@Menu(title = "menu.failedwork", order = 82)
@RolesAllowed({Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://clockcheck.css")
class FailedStepsView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final transient ShowFailedSteps steps;
    private final transient TakeFailedStep takeStep;
    private final transient RetryFailedStep retryStep;
    private final String me;
    private final boolean mayAct;
    private final Div body = new Div();

    FailedStepsView(ShowFailedSteps steps, TakeFailedStep takeStep, RetryFailedStep retryStep, CurrentActor currentActor) {
        this.steps = steps;
        this.takeStep = takeStep;
        this.retryStep = retryStep;
        Actor actor = currentActor.get();
        me = actor.name();
        mayAct = actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD) || actor.has(Roles.MANAGER);
        addClassName("dw-clock");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), body);
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void draw() {
        body.removeAll();
        List<FailedStep> failed = steps.all();
        if (failed.isEmpty()) {
            body.add(new Paragraph(text("none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-clock-findings");
        failed.forEach(step -> list.add(item(step)));
        body.add(new Paragraph(text("count", failed.size())), list);
    }

    private Component item(FailedStep step) {
        ZonedDateTime since = step.since().atZone(MovableClock.BRUSSELS);
        Div words = new Div();
        words.addClassName("dw-clock-words");
        if (!step.dossier().equals(AuditLog.DEPARTMENT)) {
            words.add(new PageLink("dossier/" + step.dossier(), step.dossier()));
        }
        words.add(new Paragraph(text("what", step.step(), Dates.prose(since.toLocalDate(), getLocale()), TIME.format(since))),
                new Paragraph(step.owner() == null ? text("nobody") : text("owner", step.owner())));
        if (step.why() != null) {
            words.add(new Details(text("why"), new Paragraph(step.why())));
        }
        ListItem item = new ListItem(words);
        if (mayAct) {
            if (!me.equals(step.owner())) {
                Button take = new Button(text("take"), click -> take(step));
                take.setAriaLabel(text("take-of", step.step(), step.dossier()));
                item.add(take);
            }
            Button retry = new Button(text("retry"), click -> retry(step));
            retry.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            retry.setAriaLabel(text("retry-of", step.step(), step.dossier()));
            item.add(retry);
        }
        return item;
    }

    private void take(FailedStep step) {
        try {
            takeStep.take(step.id(), step.owner());
            Answers.good(text("taken"));
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        draw();
    }

    private void retry(FailedStep step) {
        ActDialog dialog = new ActDialog("failedwork.screen.retry-title", "failedwork.screen.retry-what", "failedwork.screen.retried");
        TextArea reason = dialog.field("reason", new TextArea(text("reason")));
        dialog.offer("failedwork.screen.retry", () -> retryStep.retry(step.id(), reason.getValue()), this::draw);
    }

    private String text(String key, Object... args) {
        return getTranslation("failedwork.screen." + key, args);
    }
}
