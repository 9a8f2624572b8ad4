package be.dossierwerk.alert.ui;

import be.dossierwerk.alert.MyAlerts;
import be.dossierwerk.alert.MyAlerts.Alert;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What was said to this person, unread first; each leads to its dossier, and what is about a term to the account of that term. */
@Route("meldingen")
@PermitAll
@StyleSheet("context://alert.css")
class AlertsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 200;

    private final transient MyAlerts myAlerts;
    private final Paragraph count = new Paragraph();
    private final Button readAll = new Button();
    private final Div body = new Div();

    AlertsView(MyAlerts myAlerts) {
        this.myAlerts = myAlerts;
        addClassName("dw-alerts");
        count.getElement().setAttribute("role", "status");
        readAll.setText(text("read-all"));
        readAll.addClickListener(click -> {
            myAlerts.readAll();
            Answers.good(text("read-all-done"));
            draw();
        });
        add(new H1(getPageTitle()), count, readAll, body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw();
    }

    private void draw() {
        body.removeAll();
        int unread = myAlerts.unread();
        List<Alert> alerts = myAlerts.list(SHOWN);
        count.setText(text("count", unread));
        readAll.setVisible(unread > 0);
        if (alerts.isEmpty()) {
            body.add(new Paragraph(text("none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        alerts.forEach(alert -> list.add(item(alert)));
        body.add(list);
    }

    private Component item(Alert alert) {
        Span day = new Span(text("on", alert.subject(), Dates.prose(alert.on(), getLocale())));
        day.addClassName("dw-alert-day");
        Anchor dossier = new PageLink("dossier/" + alert.dossier(), alert.dossier());
        Div links = new Div(dossier);
        if (alert.ofTerm()) {
            Anchor account = new PageLink(DaysLeft.account(alert.dossier(), alert.rule()), text("account"));
            account.getElement().setAttribute("aria-label", text("account-of", alert.dossier()));
            links.add(account);
        }
        links.addClassName("dw-alert-links");
        ListItem item = new ListItem(day, new Paragraph(alert.sentence()), links);
        item.setClassName("dw-alert-unread", !alert.read());
        if (!alert.read()) {
            Button read = new Button(text("read"), click -> {
                myAlerts.read(alert.id());
                draw();
            });
            read.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            read.setAriaLabel(text("read-of", alert.dossier()));
            links.add(read);
        }
        return item;
    }

    private String text(String key, Object... args) {
        return getTranslation("alert." + key, args);
    }
}
