package be.dossierwerk.modeling;

/** Shows a form for editing, with a list of its fields that says the same. */
public class FormEditor extends TwinEditor {

    private final FormTwin twin = new FormTwin();

    public FormEditor() {
        super("editForm", "modeling.form.drawing", "modeling.form.changed");
        add(twin);
    }

    @Override
    void read(String file) {
        twin.show(file);
    }
}
