package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definition;
import be.dossierwerk.board.Figures;
import be.dossierwerk.board.Figures.NormFigure;
import be.dossierwerk.board.Figures.VolumeFigure;
import be.dossierwerk.board.FrozenPeriods.Frozen;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The figures of a frozen period as they were frozen. */
class FrozenFigures extends Div {

    FrozenFigures(Frozen frozen, Figures figures, BoardWords words) {
        String now = words.period(frozen.period());
        String before = words.period(frozen.other());
        CardTable norms = new CardTable(text("norms"), List.of(getTranslation("board.screen.norm"), text("version"), now, before));
        for (NormFigure figure : figures.norms()) {
            if (figure.now().counted() + figure.before().counted() > 0) {
                norms.row(CardTable.text(whole(figure.definition())), version(figure.definition().code(), figure.version()),
                        CardTable.text(words.result(figure.now(), figure.definition().decimals())), CardTable.text(words.result(figure.before(), figure.definition().decimals())));
            }
        }
        CardTable volumes = new CardTable(text("volumes"), List.of(getTranslation("board.screen.volume"), now, before));
        for (VolumeFigure figure : figures.volumes()) {
            volumes.row(figure.volume().name(), words.amount(figure.now(), figure.volume().sums()), words.amount(figure.before(), figure.volume().sums()));
        }
        add(new H2(text("norms")), norms, new H2(text("volumes")), volumes);
        List<Definition> silent = figures.norms().stream().filter(figure -> figure.now().counted() + figure.before().counted() == 0).map(NormFigure::definition).toList();
        if (!silent.isEmpty()) {
            UnorderedList names = new UnorderedList();
            silent.forEach(norm -> names.add(new ListItem(whole(norm))));
            add(new Paragraph(text("nothing-counted")), names);
        }
    }

    private PageLink version(String code, int version) {
        return new PageLink(VersionView.address(code, version), getTranslation("board.definition.version", version));
    }

    /** Names of norms alone do not say of which measure they are. */
    static String whole(Definition norm) {
        return norm.measureName() + ": " + norm.name();
    }

    private String text(String key, Object... args) {
        return getTranslation("board.frozen." + key, args);
    }
}
