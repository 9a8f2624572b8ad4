package be.dossierwerk.dossier.ui;

import be.dossierwerk.deadline.DossierTerms;
import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.LinkDossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.TermWords;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
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
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/** One dossier: its head always in sight, below it one part at a time. The part stands in the address. */
@Route("dossier/:number")
@PermitAll
@StyleSheet("context://dossier.css")
class DossierView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String OVERVIEW = "overzicht";
    static final String DOCUMENTS = "documenten";

    private record Part(String title, Supplier<Component> content) { }

    private final transient ShowDossier showDossier;
    private final transient AddNote addNote;
    private final transient AttachDocument attachDocument;
    private final transient LinkDossiers linkDossiers;
    private final transient DossierList list;
    private final transient DossierTerms terms;
    private final transient ObjectProvider<DossierSection> sections;
    private final transient ObjectProvider<DossierAction> actions;

    private final Header head = new Header();
    private final Nav nav = new Nav();
    private final Section content = new Section();
    private final Map<String, Anchor> linkOf = new LinkedHashMap<>();
    private transient Map<String, Part> parts = Map.of();
    private transient ShowDossier.Sheet sheet;
    private String number;
    private String chosenPart;
    private String chosenDocument;
    private String title;

    DossierView(ShowDossier showDossier, AddNote addNote, AttachDocument attachDocument, LinkDossiers linkDossiers, DossierList list,
                DossierTerms terms, ObjectProvider<DossierSection> sections, ObjectProvider<DossierAction> actions) {
        this.showDossier = showDossier;
        this.addNote = addNote;
        this.attachDocument = attachDocument;
        this.linkDossiers = linkDossiers;
        this.list = list;
        this.terms = terms;
        this.sections = sections;
        this.actions = actions;
        addClassName("dw-dossier");
        head.addClassName("dw-dossier-head");
        nav.addClassName("dw-dossier-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("dossier.parts"));
        content.addClassName("dw-dossier-part");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("number").orElse("");
        QueryParameters query = event.getLocation().getQueryParameters();
        chosenPart = query.getSingleParameter("deel").orElse(OVERVIEW);
        chosenDocument = query.getSingleParameter("document").orElse(null);
        draw();
    }

    private void draw() {
        try {
            sheet = showDossier.show(number);
        } catch (Refused refused) {
            drawRefusal(refused);
            return;
        }
        title = sheet.details().subject() + " · " + number;
        drawHead();
        drawNav();
        drawPart();
        if (head.getParent().isEmpty()) {
            Div body = new Div(nav, content);
            body.addClassName("dw-dossier-body");
            removeAll();
            add(head, body);
        }
    }

    private void drawRefusal(Refused refused) {
        title = getTranslation("dossier.not-here");
        Anchor back = new PageLink("dossiers", getTranslation("dossier.to-list"));
        removeAll();
        head.removeFromParent();
        add(new H1(title), new Paragraph(getTranslation(refused.key(), refused.args())), back);
    }

    private void drawHead() {
        Dossiers.Details details = sheet.details();
        Span state = new Span(details.outcome() == null ? Words.of(this, "dossier.state.", details.state())
                : Words.of(this, "dossier.outcome.", details.outcome()));
        state.addClassNames("dw-state", "dw-state-" + details.state().toLowerCase(Locale.ROOT));
        Span handler = new Span(details.handlerName() == null ? getTranslation("dossier.handler.none")
                : getTranslation("dossier.handler.is", details.handlerName()));
        Div facts = new Div(new Span(number), state, handler);
        facts.addClassName("dw-dossier-facts");
        Div names = new Div(new H1(details.subject()), facts);
        Div term = new Div();
        term.addClassName("dw-dossier-term");
        if (sheet.waitsFor() != null) {
            Span why = new Span(getTranslation("deadline.ground." + sheet.waitsFor().ground()) + ". "
                    + (sheet.mainTerm() == null ? "" : TermWords.explanation(this, sheet.mainTerm())));
            why.addClassName("dw-note");
            Span days = DaysLeft.badge(this, null, sheet.waitsFor().opened());
            term.add(sheet.mainTerm() == null ? days : DaysLeft.linked(days, number, sheet.mainTerm().rule()), why);
        } else if (sheet.mainTerm() != null) {
            Span which = new Span(sheet.mainTerm().pausedSince() == null && sheet.mainTerm().due() != null
                    ? TermWords.explanation(this, sheet.mainTerm()) : sheet.mainTerm().name());
            which.addClassName("dw-note");
            term.add(DaysLeft.linked(TermWords.badge(this, sheet.mainTerm()), number, sheet.mainTerm().rule()), which);
        } else if (details.closedOn() == null) {
            Span none = new Span(getTranslation("dossier.days.no-term"));
            none.addClassName("dw-note");
            term.add(none);
        }
        head.removeAll();
        head.add(names, term);
        menu().ifPresent(head::add);
    }

    private Optional<MenuBar> menu() {
        List<DossierAction> offered = actions.orderedStream().filter(action -> action.offered(number)).toList();
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        MenuBar bar = new MenuBar();
        bar.getElement().setAttribute("aria-label", getTranslation("dossier.actions"));
        var menu = bar.addItem(getTranslation("dossier.actions")).getSubMenu();
        offered.forEach(action -> menu.addItem(getTranslation(action.label()), click -> action.open(number, this::draw)));
        return Optional.of(bar);
    }

    /** The same links stay when only another part is shown, so the keyboard keeps its place. */
    private void drawNav() {
        parts = parts();
        if (!parts.containsKey(chosenPart)) {
            chosenPart = OVERVIEW;
        }
        List<String> drawn = linkOf.entrySet().stream().map(link -> link.getValue().getHref()).toList();
        List<String> wanted = parts.keySet().stream().map(this::address).toList();
        if (!drawn.equals(wanted)) {
            linkOf.clear();
            UnorderedList links = new UnorderedList();
            parts.forEach((key, part) -> {
                Anchor link = new PageLink(address(key), part.title());
                linkOf.put(key, link);
                links.add(new ListItem(link));
            });
            nav.removeAll();
            nav.add(links);
        }
        linkOf.forEach((key, link) -> {
            link.setText(parts.get(key).title());
            if (key.equals(chosenPart)) {
                link.getElement().setAttribute("aria-current", "page");
                link.getElement().executeJs("this.scrollIntoView({block: 'nearest', inline: 'nearest'})");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private void drawPart() {
        Part part = parts.get(chosenPart);
        content.removeAll();
        content.getElement().setAttribute("aria-label", part.title());
        content.add(new H2(part.title()), part.content().get());
    }

    private Map<String, Part> parts() {
        Map<String, Part> all = new LinkedHashMap<>();
        // Only what is closed is ever destroyed.
        Optional<ShowDossier.Destroyed> destroyed = sheet.details().closedOn() == null ? Optional.empty() : showDossier.destroyed(number);
        if (destroyed.isPresent()) {
            all.put(OVERVIEW, new Part(getTranslation("dossier.part.overview"), () -> new DestroyedOverview(sheet.details(), destroyed.get())));
            all.put("tijdlijn", new Part(getTranslation("dossier.part.timeline"), () -> new Timeline(sheet.timeline())));
            return all;
        }
        all.put(OVERVIEW, new Part(getTranslation("dossier.part.overview"), () -> new Overview(sheet, terms.of(number, this::draw))));
        all.put(DOCUMENTS, new Part(counted("dossier.part.documents", sheet.documents().size()),
                () -> new Documents(sheet, chosenDocument, attachDocument, this::draw)));
        all.put("notities", new Part(counted("dossier.part.notes", sheet.notes().size()), () -> new Notes(sheet, addNote, this::draw)));
        all.put("koppelingen", new Part(counted("dossier.part.links", sheet.links().size()), () -> new Links(sheet, list, linkDossiers, this::draw)));
        all.put("tijdlijn", new Part(getTranslation("dossier.part.timeline"), () -> new Timeline(sheet.timeline())));
        sections.stream().filter(section -> section.title() != null && section.shows(number)).sorted(Comparator.comparingInt(DossierSection::order))
                .forEach(section -> all.put(section.title().replace(".section.", "-"),
                        new Part(getTranslation(section.title()), () -> section.of(number))));
        return all;
    }

    private String counted(String key, int count) {
        return count == 0 ? getTranslation(key) : getTranslation(key) + " (" + count + ")";
    }

    private String address(String part) {
        return part.equals(OVERVIEW) ? "dossier/" + number : "dossier/" + number + "?deel=" + part;
    }
}
