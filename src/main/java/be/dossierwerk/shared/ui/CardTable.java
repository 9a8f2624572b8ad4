package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A table of which each row becomes a card on a phone. Its roles are written out, because a browser forgets them when the rows are cards. */
@StyleSheet("context://deadline.css")
public class CardTable extends NativeTable {

    /** Stays on one line. */
    private static final Pattern AMOUNT = Pattern.compile("([+\u2212-] )?\u20ac [0-9.,\u00a0\u202f]+");

    private final List<String> headers;

    public CardTable(String label, List<String> headers) {
        this.headers = List.copyOf(headers);
        addClassName("dw-card-table");
        role(this, "table");
        getElement().setAttribute("aria-label", label);
        NativeTableRow row = new NativeTableRow();
        role(row, "row");
        for (String header : headers) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(header);
            cell.getElement().setAttribute("scope", "col");
            role(cell, "columnheader");
            row.add(cell);
        }
        getHead().add(row);
        role(getHead(), "rowgroup");
        role(getBody(), "rowgroup");
    }

    /** A heading over the rows that follow. */
    public void group(Component heading) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
        cell.getElement().setAttribute("colspan", String.valueOf(headers.size())).setAttribute("scope", "colgroup");
        role(cell, "rowheader");
        NativeTableRow row = new NativeTableRow(cell);
        row.addClassName("dw-card-group");
        role(row, "row");
        getBody().add(row);
    }

    /** A text that is null makes an empty cell. */
    public NativeTableRow row(String... texts) {
        return row(Arrays.stream(texts).map(CardTable::text).toArray(Component[]::new));
    }

    public NativeTableRow row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        role(row, "row");
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            role(cell, "cell");
            cell.getElement().setAttribute("data-label", headers.get(i));
            row.add(cell);
        }
        getBody().add(row);
        return row;
    }

    /** @param text may be null */
    public static Span text(String text) {
        Span span = new Span(text == null ? "" : text);
        span.setClassName("dw-amount", text != null && AMOUNT.matcher(text).matches());
        return span;
    }

    private static void role(Component on, String role) {
        on.getElement().setAttribute("role", role);
    }
}
