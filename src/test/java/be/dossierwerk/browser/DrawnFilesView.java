package be.dossierwerk.browser;

import be.dossierwerk.modeling.FormEditor;
import be.dossierwerk.modeling.TableEditor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the tests alone: one decision table and one form to change, kept in memory. */
@Route("proef-bestanden")
@PageTitle("Proef van tabel en formulier")
@RolesAllowed(Roles.MANAGER)
class DrawnFilesView extends VerticalLayout {

    static volatile String table;
    static volatile String form;

    DrawnFilesView() throws IOException {
        table = Files.readString(Path.of("bpmn/erkenning/erkenning-voorstel.dmn"));
        form = Files.readString(Path.of("forms/erkenning/nota-opstellen.form"));
        TableEditor tables = new TableEditor();
        tables.onChange((text, what, revision) -> {
            table = text;
            tables.saved(revision + 1);
        });
        tables.show(table, 0);
        FormEditor forms = new FormEditor();
        forms.onChange((text, what, revision) -> {
            form = text;
            forms.saved(revision + 1);
        });
        forms.show(form, 0);
        add(new H1("Proef van tabel en formulier"), new H2("Tabel"), tables, new H2("Formulier"), forms, new Button("Alleen lezen", click -> {
            tables.setReadOnly(true);
            forms.setReadOnly(true);
        }));
        setAlignItems(Alignment.STRETCH);
    }
}
