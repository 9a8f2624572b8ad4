package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.Renderer;

/** A long list, fetched page by page, in which a row becomes a card where its columns do not fit: on a phone. */
public class CardGrid<T> extends Grid<T> {

    private final int narrowPixels;
    private Column<T> cards;

    /** {@code page}: rows fetched at once; {@code narrowPixels}: below this width of the window there are cards. */
    public CardGrid(int page, int narrowPixels) {
        this.narrowPixels = narrowPixels;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(page);
    }

    /** The card of a row, in place of all other columns. */
    public void cards(Renderer<T> renderer, String header) {
        cards = addColumn(renderer).setHeader(header);
        cards.setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        WindowWidth.follow(attach, width -> getColumns().forEach(column -> column.setVisible((column == cards) == (width < narrowPixels))));
    }
}
