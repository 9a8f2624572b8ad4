package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.Definitions.Current;
import be.dossierwerk.board.Definitions.Proposal;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The norms with the version that holds, and the proposals that wait for a second person. */
@Route(DefinitionsView.PATH)
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class DefinitionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/definities";

    private final transient Definitions definitions;
    private final transient Actor actor;

    DefinitionsView(Definitions definitions, CurrentActor currentActor) {
        this.definitions = definitions;
        actor = currentActor.get();
        addClassNames("dw-page", "dw-board");
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageLink(PeriodsView.PATH, getTranslation("board.frozen.to-periods")), new H1(getPageTitle()), new Paragraph(text("explanation")));
        if (actor.has(Roles.MANAGER)) {
            PageLink fresh = new PageLink(ProposeDefinitionView.PATH, text("propose-norm"));
            fresh.addClassName("dw-board-button");
            add(fresh);
        }
        List<Proposal> open = definitions.open();
        add(new H2(text("waiting")));
        if (open.isEmpty()) {
            add(new Paragraph(text("none-waiting")));
        } else {
            add(waiting(open));
        }
        CardTable table = new CardTable(text("norms"), List.of(text("norm"), text("measure"), text("which-version")));
        for (Current norm : definitions.current()) {
            table.row(new PageLink(NormView.PATH + "/" + norm.code(), norm.name()), CardTable.text(norm.measureName()),
                    new PageLink(VersionView.address(norm.code(), norm.version()), text("version", norm.version())));
        }
        add(new H2(text("norms")), table);
    }

    private CardTable waiting(List<Proposal> open) {
        BoardWords words = new BoardWords(this, getLocale());
        CardTable table = new CardTable(text("waiting"), List.of(text("norm"), text("measure"), text("proposed-by"), text("proposed-on")));
        open.forEach(proposal -> table.row(new PageLink(ProposalView.PATH + "/" + proposal.id(), proposal.definition().name()), CardTable.text(proposal.definition().measureName()),
                CardTable.text(proposal.byName()), CardTable.text(DefinitionSection.day(proposal.at(), words))));
        return table;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.definition." + key, args);
    }
}
