package be.dossierwerk.board.ui;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** What is wrong with an address that somebody typed or got, and the way to the board. */
class WrongAddress extends Div {

    WrongAddress(Refused refused) {
        getElement().setAttribute("role", "alert");
        add(new Paragraph(getTranslation(refused.key(), refused.args())));
        if (!refused.fields().isEmpty()) {
            add(new UnorderedList(refused.fields().stream().map(field -> new ListItem(getTranslation(field.key(), field.args()))).toArray(ListItem[]::new)));
        }
        add(new PageLink(BoardView.PATH, getTranslation("board.norm.to-board")));
    }
}
