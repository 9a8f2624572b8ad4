package be.dossierwerk.shell;

import be.dossierwerk.alert.MyAlerts;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.DatabaseStanding;
import be.dossierwerk.shared.StorageTrouble;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The frame around every page: where one can go, who one is, language, keys and the way out. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final transient AuthenticationContext authentication;
    private final transient MyAlerts myAlerts;
    private final transient DatabaseStanding database;
    private final Anchor alerts = new Anchor("meldingen");
    private final Div standing = new Div();
    private final Main main = new Main();

    MainLayout(CurrentActor currentActor, AuthenticationContext authentication, MyAlerts myAlerts, DatabaseStanding database) {
        this.authentication = authentication;
        this.myAlerts = myAlerts;
        this.database = database;
        Actor actor = currentActor.get();
        setPrimarySection(Section.NAVBAR);
        main.setId("inhoud");
        // Focusable by the skip link only.
        main.getElement().setAttribute("tabindex", "-1");
        main.addClassName("dw-main");
        standing.addClassName("dw-problem");
        standing.getElement().setAttribute("role", "status");
        setContent(main);

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu.toggle"));
        alerts.addClassName("dw-alerts-link");
        alerts.getElement().setAttribute("router-link", true);
        Header header = new Header(skipLink(), toggle, product(), alerts, person(actor, "dw-in-header"), languages("dw-in-header"), help(), signOut(actor));
        header.addClassName("dw-header");
        addToNavbar(header);
        Div foot = new Div(person(actor, "dw-in-drawer"), languages("dw-in-drawer"));
        foot.addClassName("dw-drawer-foot");
        addToDrawer(menu(), foot);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<StorageTrouble> trouble = database.trouble();
        trouble.ifPresentOrElse(what -> {
            standing.setText(getTranslation(what.key()));
            main.addComponentAsFirst(standing);
        }, standing::removeFromParent);
        // A page that says that the database is gone must not ask it for more.
        if (trouble.isEmpty() || trouble.get() != StorageTrouble.WEG) {
            alerts.setText(getTranslation("shell.alerts", myAlerts.unread()));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript("context://dossierwerk.js");
    }

    private Component skipLink() {
        Anchor skip = new Anchor("#inhoud", getTranslation("shell.skip"));
        skip.addClassName("dw-skip");
        skip.getElement().setAttribute("router-ignore", true);
        return skip;
    }

    private Component product() {
        Image logo = new Image("dossierwerk.svg", "");
        logo.setWidth("28px");
        logo.setHeight("28px");
        Anchor home = new Anchor("", logo, new Span(getTranslation("shell.product")));
        home.getElement().setAttribute("router-link", true);
        home.addClassName("dw-product");
        return home;
    }

    private SideNav menu() {
        SideNav menu = new SideNav();
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        MenuConfiguration.getMenuEntries().forEach(entry -> menu.addItem(new SideNavItem(getTranslation(entry.title()), entry.path())));
        return menu;
    }

    private Component person(Actor actor, String place) {
        Span name = new Span(actor.name());
        name.addClassName("dw-person-name");
        Span roles = new Span(actor.roles().stream().map(Roles::name).sorted().collect(Collectors.joining(", ")));
        roles.addClassName("dw-person-roles");
        Div person = new Div(name, roles);
        person.addClassNames("dw-person", place);
        return person;
    }

    private Component languages(String place) {
        Div languages = new Div();
        languages.addClassNames("dw-languages", place);
        languages.getElement().setAttribute("role", "group");
        languages.getElement().setAttribute("aria-label", getTranslation("shell.language"));
        for (Locale locale : Language.SPOKEN) {
            boolean current = locale.getLanguage().equals(getLocale().getLanguage());
            Button button = new Button(locale.getLanguage().toUpperCase(Locale.ROOT), click -> {
                Language.choose(locale);
                click.getSource().getUI().ifPresent(ui -> ui.getPage().reload());
            });
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(locale.getDisplayLanguage(locale));
            button.setTooltipText(locale.getDisplayLanguage(locale));
            button.getElement().setAttribute("lang", locale.getLanguage());
            button.getElement().setAttribute("aria-pressed", String.valueOf(current));
            languages.add(button);
        }
        return languages;
    }

    private Component help() {
        Button help = new Button("?", click -> new KeysDialog().open());
        help.setId("dw-keys");
        help.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        help.setAriaLabel(getTranslation("shell.keys"));
        help.setTooltipText(getTranslation("shell.keys"));
        return help;
    }

    private Component signOut(Actor actor) {
        Button out = new Button(getTranslation("shell.sign-out"), click -> authentication.logout());
        out.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        out.setVisible(actor != Actor.SYSTEM);
        return out;
    }
}
