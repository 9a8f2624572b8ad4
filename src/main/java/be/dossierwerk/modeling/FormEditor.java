package be.dossierwerk.modeling;

import com.vaadin.flow.component.dependency.StyleSheet;

/** Shows a form for editing, with a list of its fields that says the same. Keeps nothing: every change goes to who listens. */
@StyleSheet("context://modeling.css")
public class FormEditor extends FileEditor {

    private final FormTwin twin = new FormTwin();

    public FormEditor() {
        super("editForm", "modeling.form.drawing", "modeling.form.changed");
        add(twin);
    }

    @Override
    void read(String file, boolean readOnly) {
        twin.show(file);
    }
}
