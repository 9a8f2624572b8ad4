package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** Why something was refused, with every reason on a line of its own. */
final class RefusedReasons extends Div {

    RefusedReasons(Refused refused) {
        add(new Paragraph(getTranslation(refused.key(), refused.args())));
        if (!refused.fields().isEmpty()) {
            UnorderedList reasons = new UnorderedList();
            refused.fields().forEach(field -> reasons.add(new ListItem(getTranslation(field.key(), field.args()))));
            add(reasons);
        }
    }
}
