package be.dossierwerk.shell;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Sign-in: through the identity provider of the department, or as one of the demo people. */
@Route(value = SignInView.PATH, autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "aanmelden";
    /** What the address may say: why somebody comes here. */
    static final String FAILED = "error";
    static final String NO_ROLE = "geen-rol";
    static final String SIGNED_OUT = "afgemeld";

    private final transient DemoPeople demoPeople;
    private final transient List<ClientRegistration> providers;
    private final LoginForm form = new LoginForm();
    private final Div message = new Div();

    SignInView(DemoPeople demoPeople, ObjectProvider<ClientRegistrationRepository> repository) {
        this.demoPeople = demoPeople;
        providers = new ArrayList<>();
        if (repository.getIfAvailable() instanceof Iterable<?> registrations) {
            registrations.forEach(registration -> providers.add((ClientRegistration) registration));
        }
        addClassName("dw-sign-in");
        Image logo = new Image("dossierwerk.svg", "");
        logo.setWidth("48px");
        logo.setHeight("48px");
        Div name = new Div(logo, new H1(getTranslation("shell.product")));
        name.addClassName("dw-sign-in-name");
        message.addClassName("dw-sign-in-message");
        message.getElement().setAttribute("role", "status");
        message.setVisible(false);
        Section card = new Section(name, new Paragraph(getTranslation("shell.product.what")), message);
        card.addClassName("dw-sign-in-card");
        if (!providers.isEmpty()) {
            card.add(throughProvider());
        }
        if (demoPeople.present()) {
            card.add(passwordForm());
        }
        add(card);
        if (demoPeople.present()) {
            add(demoList());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Set<String> said = event.getLocation().getQueryParameters().getParameters().keySet();
        if (said.contains(NO_ROLE)) {
            show("shell.sign-in.no-role");
        } else if (said.contains(FAILED) && demoPeople.present()) {
            form.setError(true);
        } else if (said.contains(FAILED)) {
            show("shell.sign-in.failed");
        } else if (said.contains(SIGNED_OUT)) {
            show("shell.sign-in.signed-out");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.sign-in") + " · " + getTranslation("shell.product");
    }

    private void show(String key) {
        message.setText(getTranslation(key));
        message.setVisible(true);
    }

    private Component throughProvider() {
        Div links = new Div();
        for (ClientRegistration provider : providers) {
            Anchor link = new Anchor("oauth2/authorization/" + provider.getRegistrationId(),
                    getTranslation("shell.sign-in.with", provider.getClientName()));
            link.getElement().setAttribute("router-ignore", true);
            link.addClassName("dw-sign-in-provider");
            links.add(link);
        }
        return links;
    }

    private Component passwordForm() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("shell.sign-in"));
        texts.getForm().setUsername(getTranslation("shell.sign-in.name"));
        texts.getForm().setPassword(getTranslation("shell.sign-in.password"));
        texts.getForm().setSubmit(getTranslation("shell.sign-in"));
        texts.getErrorMessage().setTitle(getTranslation("shell.sign-in.wrong"));
        texts.getErrorMessage().setMessage(getTranslation("shell.sign-in.wrong.detail"));
        texts.getErrorMessage().setUsername(getTranslation("shell.sign-in.name.required"));
        texts.getErrorMessage().setPassword(getTranslation("shell.sign-in.password.required"));
        form.setI18n(texts);
        form.setForgotPasswordButtonVisible(false);
        form.setAction(PATH);
        return form;
    }

    private Component demoList() {
        UnorderedList list = new UnorderedList();
        for (Actor person : demoPeople.all()) {
            Span role = new Span(person.roles().stream().map(Roles::name).collect(Collectors.joining(", ")));
            role.addClassName("dw-demo-role");
            Button choose = new Button(person.name(), click -> fillIn(person));
            choose.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            list.add(new ListItem(choose, role));
        }
        Section section = new Section(new H2(getTranslation("shell.sign-in.demo")),
                new Paragraph(getTranslation("shell.sign-in.demo.how", DemoPeople.PASSWORD)), list);
        section.addClassName("dw-demo-people");
        return section;
    }

    /** Puts the name and the password in the form and the focus on the button: signing in stays the person's own act. */
    private void fillIn(Actor person) {
        form.getElement().executeJs("""
                const field = name => this.querySelector('[name=' + name + ']');
                field('username').value = $0; field('password').value = $1;
                const button = this.querySelector('vaadin-button[theme~=primary]') || this.querySelector('vaadin-button');
                if (button) { button.focus(); }""", person.id(), DemoPeople.PASSWORD);
    }
}
