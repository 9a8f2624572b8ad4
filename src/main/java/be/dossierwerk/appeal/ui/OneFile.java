package be.dossierwerk.appeal.ui;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.Attachments;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;

/** The one file of a dialog: the last that was chosen; what is wrong with it stands beside it. */
@StyleSheet("context://appeal.css")
class OneFile extends Div {

    private final Attachments attachments = new Attachments();

    private OneFile(String label) {
        addClassName("dw-one-file");
        add(new H3(label), attachments);
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** {@code label}: the key of its name. */
    static OneFile in(ActDialog dialog, String label) {
        OneFile file = new OneFile(dialog.getTranslation(label));
        dialog.show(file);
        return file;
    }

    /** Null as long as none is chosen. */
    String name() {
        return last() == null ? null : last().name();
    }

    byte[] content() {
        return last() == null ? null : last().content();
    }

    /** Does the act, and says here what a refusal says about the file. */
    void explain(Runnable act) {
        attachments.problem("");
        try {
            act.run();
        } catch (Refused refused) {
            refused.fields().stream().filter(wrong -> wrong.name().equals("file")).findFirst()
                    .ifPresent(wrong -> attachments.problem(getTranslation(wrong.key(), wrong.args())));
            throw refused;
        }
    }

    private Attachments.File last() {
        List<Attachments.File> files = attachments.files();
        return files.isEmpty() ? null : files.get(files.size() - 1);
    }
}
