package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.AdmitPerson;
import be.dossierwerk.inbox.BarPerson;
import be.dossierwerk.inbox.SignOutEverywhere;
import be.dossierwerk.inbox.WhoMayEnter;
import be.dossierwerk.inbox.WhoMayEnter.Person;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may sign in: everybody signs himself out everywhere; the head of the division bars who left. */
@Route("toegang")
@Menu(title = "menu.access", order = 13)
@PermitAll
@StyleSheet("context://inbox.css")
class AccessView extends Div implements HasDynamicTitle {

    private final transient WhoMayEnter whoMayEnter;
    private final transient SignOutEverywhere signOutEverywhere;
    private final transient BarPerson barPerson;
    private final transient AdmitPerson admitPerson;
    private final transient Actor actor;
    private final Div body = new Div();

    AccessView(WhoMayEnter whoMayEnter, SignOutEverywhere signOutEverywhere, BarPerson barPerson, AdmitPerson admitPerson, CurrentActor currentActor) {
        this.whoMayEnter = whoMayEnter;
        this.signOutEverywhere = signOutEverywhere;
        this.barPerson = barPerson;
        this.admitPerson = admitPerson;
        actor = currentActor.get();
        addClassName("dw-page");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), body);
        draw();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void draw() {
        body.removeAll();
        // An auditor changes nothing.
        boolean acts = !actor.onlyLooks();
        CardTable table = new CardTable(text("title"), Stream.concat(Stream.of("person", "roles", "seen", "state"), acts ? Stream.of("act") : Stream.empty()).map(this::text).toList());
        for (Person person : whoMayEnter.list()) {
            Stream<Component> cells = Stream.of(new Span(person.name()), new Span(roles(person)), new Span(Dates.table(TaskWords.day(person.seen()))), new Span(text(person.barred() ? "barred" : "admitted")));
            table.row(Stream.concat(cells, acts ? Stream.of(acts(person)) : Stream.empty()).toArray(Component[]::new));
        }
        body.add(table);
    }

    private static String roles(Person person) {
        return Arrays.stream(person.roles().split(",")).filter(role -> !role.isEmpty()).map(Roles::name).sorted().collect(Collectors.joining(", "));
    }

    private Component acts(Person person) {
        Div acts = new Div();
        acts.addClassName("dw-buttons");
        if (!person.barred()) {
            acts.add(button("sign-out", person, () -> ask("sign-out", person, () -> signOutEverywhere.signOut(person.id()))));
        }
        if (actor.has(Roles.HEAD) && !actor.id().equals(person.id())) {
            acts.add(person.barred() ? button("admit", person, () -> ask("admit", person, () -> admitPerson.admit(person.id()))) : button("bar", person, () -> askWhy(person)));
        }
        return acts;
    }

    private Button button(String act, Person person, Runnable pressed) {
        Button button = new Button(text(act), click -> pressed.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("inbox.access." + act + "-of", person.name()));
        return button;
    }

    private void ask(String act, Person person, Runnable work) {
        dialog(act, person).offer("inbox.access." + act, work, this::draw);
    }

    private void askWhy(Person person) {
        TextArea reason = new TextArea(text("reason"));
        ActDialog dialog = dialog("bar", person);
        dialog.field("reason", reason);
        dialog.offer("inbox.access.bar", () -> barPerson.bar(person.id(), reason.getValue()), this::draw);
    }

    private ActDialog dialog(String act, Person person) {
        ActDialog dialog = new ActDialog("inbox.access." + act, "inbox.access." + act + "-what-happens", "inbox.access." + act + "-done");
        dialog.show(new Paragraph(getTranslation("inbox.access." + act + "-of", person.name())));
        return dialog;
    }

    private String text(String key) {
        return getTranslation("inbox.access." + key);
    }
}
