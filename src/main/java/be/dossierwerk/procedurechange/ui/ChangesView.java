package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.engine.PublishedDiagrams.Published;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.Changes.Publication;
import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every change of a procedure, those under way first, and what was published when by whom. */
@Route("wijzigingen")
@Menu(title = "menu.changes", order = 81)
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.LAWYER, Roles.HEAD, Roles.TEAM_LEAD})
@StyleSheet("context://deadline.css")
@StyleSheet("context://procedurechange.css")
class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ChangeServices services;
    private final boolean manages;

    ChangesView(ChangeServices services) {
        this.services = services;
        this.manages = services.currentActor().get().has(Roles.MANAGER);
        addClassNames("dw-page", "dw-changes");
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
        removeAll();
        Div head = new Div(new H1(getPageTitle()));
        head.addClassName("dw-changes-head");
        if (manages) {
            Button start = new Button(text("start"), click -> StartChangeDialog.open(services, number -> getUI().ifPresent(ui -> ui.navigate("wijziging/" + number))));
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.add(start);
        }
        add(head, new Paragraph(text("intro")));
        List<Change> all = services.changes().all();
        add(differences(), section("under-way", all.stream().filter(change -> !change.state().over()).toList()), history(),
                section("over", all.stream().filter(change -> change.state().over()).toList()));
    }

    private Component section(String key, List<Change> changes) {
        Section section = new Section(new H2(text(key)));
        if (changes.isEmpty()) {
            section.add(new Paragraph(text(key + ".none")));
            return section;
        }
        CardTable table = new CardTable(text(key), columns("name", "procedure", "author", "state", "from"));
        changes.forEach(change -> table.row(link(change.dossier(), change.title()), CardTable.text(ProcedureFiles.words(change.procedure())), CardTable.text(change.authorName()),
                CardTable.text(getTranslation("procedurechange.state." + change.state())), CardTable.text(Dates.table(change.fromDay()))));
        section.add(table);
        return section;
    }

    /** The last publication of a change can be taken back from here. */
    private Component history() {
        Section section = new Section(new H2(text("history")));
        List<Publication> publications = services.changes().publications();
        Optional<Publication> last = publications.stream().findFirst().filter(proof -> manages && services.returnTo().possible(proof));
        Map<String, Publication> proofs = publications.stream().collect(Collectors.toMap(Publication::deployment, Function.identity()));
        List<Published> sets = services.published().all();
        CardTable table = new CardTable(text("history"), columns("on", "what", "proposed", "approved", "action"));
        for (int i = 0; i < sets.size(); i++) {
            Published set = sets.get(i);
            Publication proof = proofs.get(set.deployment());
            if (proof == null) {
                table.row(CardTable.text(day(set.madeAt())), CardTable.text(text(set.source() == PublishedDiagrams.Source.PRODUCT ? "product" : "published")),
                        CardTable.text(""), CardTable.text(""), CardTable.text(""));
            } else {
                table.row(CardTable.text(day(proof.publishedAt())), link(proof.change(), proof.title()), CardTable.text(proof.proposedByName()),
                        CardTable.text(proof.approvedByName()), last.filter(proof::equals).isPresent() ? back(proof) : CardTable.text(i == 0 ? text("holds") : ""));
            }
        }
        section.add(table);
        return section;
    }

    private Component back(Publication proof) {
        Button back = new Button(text("return"), click -> ReasonDialog.open("procedurechange.return.title", reason -> {
            String number = services.returnTo().returnFrom(proof.change(), reason);
            getUI().ifPresent(ui -> ui.navigate("wijziging/" + number));
        }, () -> { }));
        back.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return back;
    }

    /** What a new version of the product would have changed in files that managers changed. */
    private Component differences() {
        var found = services.productFiles().differences();
        if (found.isEmpty()) {
            return new Div();
        }
        UnorderedList list = new UnorderedList();
        found.forEach(difference -> list.add(new ListItem(text(difference.gone() ? "difference.gone" : "difference.other",
                ProcedureFiles.words(difference.path()), day(difference.foundAt())))));
        return new Section(new H2(text("differences")), new Paragraph(text("differences.what")), list);
    }

    static Anchor link(String number, String title) {
        return new PageLink("wijziging/" + number, title);
    }

    static String day(Instant at) {
        return Dates.table(at.atZone(MovableClock.BRUSSELS).toLocalDate());
    }

    private List<String> columns(String... names) {
        return Stream.of(names).map(name -> text("column." + name)).toList();
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.list." + key, args);
    }
}
