package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.Definitions.Version;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;

/** Below a norm: every version of its definition with who, when, why and what became otherwise, and the way to a next one. */
class DefinitionSection extends Div {

    DefinitionSection(Definitions definitions, Actor actor, String code) {
        addClassName("dw-board-versions");
        BoardWords words = new BoardWords(this, getLocale());
        add(new H3(text("versions")));
        UnorderedList list = new UnorderedList();
        List<Version> versions = definitions.versions(code);
        for (int i = 0; i < versions.size(); i++) {
            list.add(item(versions.get(i), i + 1 < versions.size() ? versions.get(i + 1) : null, words));
        }
        add(list);
        Long open = definitions.current().stream().filter(norm -> norm.code().equals(code)).findFirst().map(Definitions.Current::proposal).orElse(null);
        if (open != null) {
            add(new PageLink(ProposalView.PATH + "/" + open, text("open-proposal")));
        } else if (actor.has(Roles.MANAGER)) {
            PageLink propose = new PageLink(ProposeDefinitionView.PATH + "?norm=" + code, text("propose-version"));
            propose.addClassNames("dw-board-button", "dw-board-screen");
            add(propose);
        }
    }

    private ListItem item(Version version, Version before, BoardWords words) {
        ListItem item = new ListItem(new PageLink(VersionView.address(version.definition().code(), version.version()), text("version", version.version())), new Paragraph(made(version, words)));
        if (before != null) {
            item.add(differences(version, before, words));
        }
        return item;
    }

    static UnorderedList differences(Version version, Version before, BoardWords words) {
        DefinitionWords sentences = new DefinitionWords(words);
        return new UnorderedList(version.definition().since(before.definition()).stream().map(difference -> new ListItem(sentences.difference(difference))).toArray(ListItem[]::new));
    }

    /** Who made it, who approved it, when, and why. */
    static String made(Version version, BoardWords words) {
        String on = day(version.at(), words);
        return version.approvedByName() == null ? words.on().getTranslation("board.definition.came", version.byName(), on, version.reason())
                : words.on().getTranslation("board.definition.made", version.byName(), version.approvedByName(), on, version.reason());
    }

    static String day(Instant at, BoardWords words) {
        return words.day(at.atZone(MovableClock.BRUSSELS).toLocalDate());
    }

    private String text(String key, Object... args) {
        return getTranslation("board.definition." + key, args);
    }
}
