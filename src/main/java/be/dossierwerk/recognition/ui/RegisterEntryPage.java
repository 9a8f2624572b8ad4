package be.dossierwerk.recognition.ui;

import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;

/** One entry of the register with all that happened to it; what was undone stays visible. */
@Route("register/:nummer")
@PermitAll
@StyleSheet("context://inbox.css")
@StyleSheet("context://dossier.css")
@StyleSheet("context://recognition.css")
class RegisterEntryPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Recognitions recognitions;
    private final transient CurrentActor currentActor;
    private String title = "";

    RegisterEntryPage(Recognitions recognitions, CurrentActor currentActor) {
        this.recognitions = recognitions;
        this.currentActor = currentActor;
        addClassName("dw-newapplication");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Recognition recognition = event.getRouteParameters().get("nummer").flatMap(recognitions::numbered).orElseThrow(NotFoundException::new);
        title = text("entry.title", recognition.recognitionNumber(), recognition.name());
        add(new Anchor("register", text("entry.back")), new H1(title), facts(recognition), new H2(text("entry.history")), history(recognition));
        var actor = currentActor.get();
        if (recognition.status().recognised() && (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER))) {
            add(new Paragraph(new Anchor("intrekking-aanvragen?erkenning=" + recognition.recognitionNumber(), text("entry.withdraw"))));
        }
    }

    private Component facts(Recognition recognition) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        fact(list, "register.status", new Span(recognition.endedOn() == null ? text("status." + recognition.status())
                : text("register.ended", text("status." + recognition.status()), Dates.table(recognition.endedOn()))));
        if (recognition.suspendedOn() != null) {
            fact(list, "entry.suspension", new Span(text(recognition.status().recognised() ? "entry.suspension.withdrawal" : "entry.suspension.grant",
                    Dates.prose(recognition.suspendedOn(), getLocale()))));
        }
        fact(list, "entry.enterprise", new Span(EnterpriseNumber.format(recognition.enterpriseNumber())));
        fact(list, "register.place", new Span(recognition.municipality()));
        fact(list, "register.recognised", new Span(Dates.table(recognition.recognisedOn())));
        fact(list, "entry.dossier", new Anchor("dossier/" + recognition.dossier(), recognition.dossier()));
        return list;
    }

    private void fact(DescriptionList list, String key, Component value) {
        list.add(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
    }

    /** Oldest first. */
    private Component history(Recognition recognition) {
        OrderedList list = new OrderedList();
        list.addClassName("dw-register-history");
        for (Recognitions.Change change : recognitions.history(recognition.dossier())) {
            ListItem item = new ListItem();
            LocalDate recorded = LocalDate.ofInstant(change.at(), MovableClock.BRUSSELS);
            String what = text("entry.change", text("status." + change.status()), Dates.prose(change.effectiveOn(), getLocale()));
            item.add(new Div(new Span(change.counterEntry() ? text("entry.counter-entry", what) : what)));
            if (change.countered()) {
                item.addClassName("dw-countered");
                item.add(new Div(new Span(text("entry.countered"))));
            }
            if (change.ground() != null) {
                item.add(new Div(new Span(text("entry.ground", getTranslation("recognition.ground." + change.ground())))));
            }
            if (change.reason() != null) {
                item.add(new Div(new Span(text("entry.reason", change.reason()))));
            }
            if (change.successor() != null) {
                item.add(successor(change.successor()));
            }
            Div note = new Div(new Anchor("dossier/" + change.byDossier(), change.byDossier()),
                    new Span(" " + text("entry.recorded", change.by(), Dates.prose(recorded, getLocale()))));
            note.addClassName("dw-note");
            item.add(note);
            list.add(item);
        }
        return list;
    }

    /** Linked when the successor stands in the register too. */
    private Component successor(String number) {
        String shown = EnterpriseNumber.format(number);
        Div line = new Div(new Span(text("entry.successor") + " "));
        recognitions.active(number).ifPresentOrElse(next -> line.add(new Anchor("register/" + next.recognitionNumber(),
                "%s (%s)".formatted(next.name(), next.recognitionNumber()))), () -> line.add(new Span(shown)));
        return line;
    }

    private String text(String key, Object... args) {
        return getTranslation("recognition.screen." + key, args);
    }
}
