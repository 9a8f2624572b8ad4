package be.dossierwerk.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Which keys do what. */
class KeysDialog extends Dialog {

    private record Keys(String keys, String textKey) { }

    private static final List<Keys> ALL = List.of(
            new Keys("j  k", "shell.keys.next"),
            new Keys("Enter", "shell.keys.open"),
            new Keys("c", "shell.keys.claim"),
            new Keys("/", "shell.keys.search"),
            new Keys("m", "shell.keys.menu"),
            new Keys("?", "shell.keys.help"),
            new Keys("Esc", "shell.keys.close"));

    KeysDialog() {
        setHeaderTitle(getTranslation("shell.keys"));
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-keys");
        for (Keys keys : ALL) {
            DescriptionList.Term term = new DescriptionList.Term();
            for (String key : keys.keys().split(" +")) {
                Span label = new Span(key);
                label.addClassName("dw-key");
                term.add(label);
            }
            list.add(term, new DescriptionList.Description(getTranslation(keys.textKey())));
        }
        add(list);
        getFooter().add(new Button(getTranslation("shell.close"), click -> close()));
    }
}
