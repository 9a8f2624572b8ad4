package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.Definitions.Version;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
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

/** One version of the definition of a norm, at an address that stays. */
@Route(NormView.PATH + "/:code/versie/:version([1-9][0-9]{0,4})")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class VersionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Definitions definitions;
    private String title = "";

    VersionView(Definitions definitions) {
        this.definitions = definitions;
        addClassNames("dw-page", "dw-board");
    }

    static String address(String code, int version) {
        return NormView.PATH + "/" + code + "/versie/" + version;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            show(event.getRouteParameters().get("code").orElse(""), Integer.parseInt(event.getRouteParameters().get("version").orElse("0")));
        } catch (Refused refused) {
            title = getTranslation("board.norm.title");
            add(new H1(title), new WrongAddress(refused));
        }
    }

    private void show(String code, int number) {
        BoardWords words = new BoardWords(this, getLocale());
        Version version = definitions.version(code, number);
        title = version.definition().name();
        add(new PageLink(NormView.PATH + "/" + code, text("to-norm")), new H1(title), new Paragraph(version.definition().measureName()), new H2(text("version", number)),
                new Paragraph(DefinitionSection.made(version, words)));
        new DefinitionWords(words).sentences(version.definition()).forEach(sentence -> add(new Paragraph(sentence)));
        List<Version> all = definitions.versions(code);
        all.stream().filter(each -> each.version() == number - 1).findFirst().ifPresent(before -> add(new H2(text("since", number - 1)), DefinitionSection.differences(version, before, words)));
        Version newest = all.get(0);
        if (newest.version() != number) {
            add(new Paragraph(text("not-newest")), new PageLink(address(code, newest.version()), text("to-newest", newest.version())));
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("board.definition." + key, args);
    }
}
