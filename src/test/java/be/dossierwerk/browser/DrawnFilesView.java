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
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

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
        List<String> history = new ArrayList<>(List.of(table));
        int[] at = {0};
        tables.onChange((text, what, revision) -> {
            table = text;
            history.subList(at[0] + 1, history.size()).clear();
            history.add(text);
            at[0]++;
            tables.saved(at[0]);
            tables.setHistory(true, false);
        });
        IntConsumer to = by -> {
            at[0] += by;
            table = history.get(at[0]);
            tables.show(table, at[0]);
            tables.setHistory(at[0] > 0, at[0] < history.size() - 1);
        };
        tables.onUndo(() -> to.accept(-1));
        tables.onRedo(() -> to.accept(1));
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
