package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.SolveConflict;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One change of a procedure: where it stands and what comes next, and below it one part at a time; part, file and element stand in the address. */
@Route("wijziging/:number")
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.LAWYER, Roles.HEAD, Roles.TEAM_LEAD})
@StyleSheet("context://deadline.css")
@StyleSheet("context://dossier.css")
@StyleSheet("context://procedurechange.css")
class ChangeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private record Part(String title, Supplier<Component> content) { }

    static final String DRAFT = "ontwerp";
    static final String PUBLICATION = "bekendmaking";
    private static final int POLL_MILLIS = 20_000;

    private final transient ChangeServices services;
    private final boolean manages;
    private final Header head = new Header();
    private final Paragraph presence = new Paragraph();
    private final Nav nav = new Nav();
    private final Section content = new Section();
    private transient Registration polling;
    private transient Change change;
    private String number;
    private String tab;
    private String file;
    private String element;
    private String title = "";

    ChangeView(ChangeServices services) {
        this.services = services;
        this.manages = services.currentActor().get().has(Roles.MANAGER);
        addClassNames("dw-page", "dw-change");
        head.addClassName("dw-change-head");
        nav.addClassName("dw-dossier-nav");
        nav.getElement().setAttribute("aria-label", text("parts"));
        presence.getElement().setAttribute("role", "status");
        presence.addClassName("dw-change-presence");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        var query = event.getLocation().getQueryParameters();
        tab = query.getSingleParameter("tab").orElse(DRAFT);
        file = query.getSingleParameter("bestand").orElse(null);
        element = query.getSingleParameter("element").orElse(null);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().setPollInterval(POLL_MILLIS);
        polling = attached.getUI().addPollListener(poll -> here());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        polling.remove();
        detached.getUI().setPollInterval(-1);
        super.onDetach(detached);
    }

    private void draw() {
        removeAll();
        try {
            change = services.changes().get(number);
        } catch (Refused refused) {
            title = text("not-here");
            add(new H1(title), new Paragraph(getTranslation(refused.key(), refused.args())), back());
            return;
        }
        title = change.title() + " · " + number;
        Proposal proposal = services.drafts().proposal(number);
        drawHead();
        here();
        Map<String, Part> parts = parts(proposal);
        String shown = parts.containsKey(tab) ? tab : DRAFT;
        drawNav(parts, shown);
        Part part = parts.get(shown);
        content.removeAll();
        content.getElement().setAttribute("aria-label", part.title());
        content.add(new H2(part.title()), part.content().get());
        add(head, presence, notices(), nav, content);
    }

    private void here() {
        if (change == null || change.state().over()) {
            presence.setVisible(false);
            return;
        }
        List<String> others = services.presence().here(number);
        presence.setText(others.isEmpty() || !change.isDraft() ? "" : text(others.size() == 1 ? "also" : "also-many", String.join(", ", others)));
        presence.setVisible(!presence.getText().isEmpty());
    }

    private void drawHead() {
        head.removeAll();
        Span state = new Span(getTranslation("procedurechange.state." + change.state()));
        state.addClassName("dw-state");
        Anchor dossier = new PageLink("dossier/" + number, number);
        Div facts = new Div(dossier, state, new Span(text("by", change.authorName())));
        facts.addClassName("dw-change-line");
        head.add(back(), new H1(change.title()), facts, new Paragraph(next()));
        if (manages && !change.state().over()) {
            Button withdraw = new Button(text("withdraw"), click -> ReasonDialog.open("procedurechange.withdraw.title",
                    reason -> services.withdraw().withdraw(number, reason), this::draw));
            withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            head.add(withdraw);
        }
    }

    private String next() {
        return switch (change.state()) {
            case GOEDGEKEURD -> text("next.GOEDGEKEURD", change.approvedByName(), Dates.prose(change.fromDay()));
            case TER_BEOORDELING -> text("next.TER_BEOORDELING", change.submittedByName());
            default -> text("next." + change.state());
        };
    }

    /** What needs the author's attention before anything else. */
    private Component notices() {
        Div notices = new Div();
        if (change.remark() != null && change.isDraft()) {
            notices.add(notice(text("remark"), new Paragraph(change.remark())));
        }
        if (change.forkedFrom() != null && !change.state().over()) {
            notices.add(fork(services.changes().get(change.forkedFrom())));
        }
        services.changes().forksOf(number).stream().filter(fork -> !fork.state().over()).forEach(fork -> notices.add(notice(text("forked", fork.authorName()),
                ChangesView.link(fork.dossier(), fork.title()))));
        if (change.isDraft()) {
            services.drafts().outdated(number).forEach(path -> notices.add(outdated(path)));
        }
        return notices;
    }

    private Component fork(Change from) {
        Div lines = new Div(ChangesView.link(from.dossier(), text("fork.open", from.title())));
        Proposal between = new Proposal(number, services.drafts().proposal(from.dossier()).proposed(), services.drafts().proposal(number).proposed());
        List<String> sentences = services.sentences().of(between);
        if (!sentences.isEmpty()) {
            UnorderedList list = new UnorderedList();
            sentences.forEach(sentence -> list.add(new ListItem(sentence)));
            lines.add(new Paragraph(text("fork.differences")), list);
        }
        if (manages && from.isDraft()) {
            between.changed().stream().filter(services.drafts().heads(number)::containsKey).forEach(path -> lines.add(new Button(text("fork.take-over", ProcedureFiles.words(path)),
                    click -> tried(() -> services.takeOver().takeOver(number, path), "fork.taken-over"))));
        }
        return notice(text("fork", from.authorName()), lines);
    }

    private Component outdated(String path) {
        Div buttons = new Div();
        buttons.addClassName("dw-change-foot");
        if (manages) {
            buttons.add(new Button(text("outdated.again"), click -> tried(() -> services.solve().solve(number, path, SolveConflict.Choice.BEGIN_OPNIEUW), "outdated.done")),
                    new Button(text("outdated.mine"), click -> tried(() -> services.solve().solve(number, path, SolveConflict.Choice.MIJN_VERSIE), "outdated.done")));
        }
        return notice(text("outdated", ProcedureFiles.words(path)), buttons);
    }

    private void tried(Runnable act, String done) {
        try {
            act.run();
            Answers.good(text(done));
            draw();
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
    }

    private static Component notice(String says, Component below) {
        Span words = new Span(says);
        words.addClassName("dw-strong");
        Div notice = new Div(words, below);
        notice.addClassName("dw-change-notice");
        return notice;
    }

    private Map<String, Part> parts(Proposal proposal) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(DRAFT, new Part(text("draft"), () -> new DraftPanel(services, change, proposal, file, element,
                (on, path) -> getUI().ifPresent(ui -> ui.navigate(address(on, DRAFT, path))))));
        services.panels().stream().filter(panel -> panel.shows(proposal)).sorted(Comparator.comparingInt(ChangePanel::order))
                .forEach(panel -> parts.put(key(panel), new Part(getTranslation(panel.title()), () -> panel.of(proposal))));
        parts.put(PUBLICATION, new Part(text("publication"), () -> new PublishPanel(services, change, proposal, this::draw)));
        return parts;
    }

    /** As the address names it: the Dutch name of the tab. */
    private String key(ChangePanel panel) {
        return getTranslation(java.util.Locale.forLanguageTag("nl-BE"), panel.title()).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private void drawNav(Map<String, Part> parts, String shown) {
        UnorderedList links = new UnorderedList();
        parts.forEach((key, part) -> {
            Anchor link = new PageLink(address(number, key, null), part.title());
            if (key.equals(shown)) {
                link.getElement().setAttribute("aria-current", "page");
                link.getElement().executeJs("this.scrollIntoView({block: 'nearest', inline: 'nearest'})");
            }
            links.add(new ListItem(link));
        });
        nav.removeAll();
        nav.add(links);
    }

    private static String address(String number, String tab, String path) {
        String query = java.util.stream.Stream.of(tab.equals(DRAFT) ? "" : "tab=" + tab, path == null ? "" : "bestand=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return "wijziging/" + number + (query.isEmpty() ? "" : "?" + query);
    }

    private Anchor back() {
        return new PageLink("wijzigingen", text("back"));
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.screen." + key, args);
    }
}
