package be.dossierwerk.board.ui;

import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.IntFunction;

/** Which part of a long list is shown, and the ways to the parts before and after it. */
class PageLinks extends Div {

    /** {@code from}: the first shown, counted from nought; {@code address}: of the part that begins there. */
    PageLinks(int from, int shown, long of, int size, IntFunction<String> address) {
        addClassName("dw-board-choices");
        add(new Paragraph(text("page", from + 1, from + shown, of)));
        if (from > 0) {
            add(new PageLink(address.apply(Math.max(0, from - size)), text("earlier")));
        }
        if (from + size < of) {
            add(new PageLink(address.apply(from + size), text("later")));
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("board.norm." + key, args);
    }
}
