package be.dossierwerk.modeling;

import com.vaadin.flow.component.dependency.StyleSheet;

/** Shows a decision table for editing, with a plain table that says the same. Keeps nothing: every change goes to who listens. */
@StyleSheet("context://modeling.css")
public class TableEditor extends FileEditor {

    private final TableTwin twin = new TableTwin();

    public TableEditor() {
        super("editTable", "modeling.table.drawing");
        add(twin);
    }

    @Override
    void read(String file) {
        twin.show(file);
    }
}
