package be.dossierwerk.browser;

import be.dossierwerk.engine.DiagramFinding.Severity;
import be.dossierwerk.modeling.DiagramChoices;
import be.dossierwerk.modeling.DiagramChoices.Choice;
import be.dossierwerk.modeling.DiagramChoices.Fact;
import be.dossierwerk.modeling.DiagramEditor;
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
import java.util.List;
import java.util.Map;

/** A page of the tests alone: the recognition to draw on, kept in memory, with undo and redo as a page of the product has them. */
@Route("proef-tekening")
@PageTitle("Proef van de tekening")
@RolesAllowed(Roles.MANAGER)
class DrawingView extends VerticalLayout {

    static final DiagramChoices CHOICES = new DiagramChoices(DiagramChoices.roleChoices(),
            List.of(new Choice("erkenning/nota-opstellen", "Nota opstellen"), new Choice("erkenning/bronnen-nagaan", "Bronnen nagaan"),
                    new Choice("erkenning/voorwaarden-beoordelen", "Voorwaarden beoordelen")),
            List.of(new Choice("T-ERK-BESLISSING", "Beslissing over de erkenning (120 dagen)"), new Choice("T-ERK-AANVULLING", "Aanvulling (30 dagen)")),
            List.of(new Choice("remindDelegate", "Herinnert wie de taak heeft"), new Choice("startClockDelegate", "Start de beslissingstermijn")),
            List.of(new Choice("commissie", "Commissie"), new Choice("horen", "Horen")),
            List.of(new Fact("volledig", "Het dossier is volledig", List.of()),
                    new Fact("uitkomst", "De uitkomst", List.of(new Choice("ERKEND", "erkend"), new Choice("GEWEIGERD", "geweigerd")))),
            Map.of("remindDelegate", List.of("Herinnering")));

    /** Shown by the page, read by the test. */
    static final List<String> HISTORY = new java.util.concurrent.CopyOnWriteArrayList<>();
    static final List<String> DONE = new java.util.concurrent.CopyOnWriteArrayList<>();

    DrawingView() throws IOException {
        HISTORY.clear();
        DONE.clear();
        HISTORY.add(Files.readString(Path.of("bpmn/erkenning/erkenning.bpmn")));
        int[] at = {0};
        DiagramEditor editor = new DiagramEditor(CHOICES, DrawingView::block);
        editor.show(HISTORY.get(0), 0);
        editor.mark(Map.of("UserTask_NotaOpstellen", Severity.BLOCKS, "UserTask_BronnenNagaan", Severity.WARNS));
        editor.comments(Map.of("UserTask_NotaOpstellen", 2));
        editor.onChange((xml, what, revision) -> {
            while (HISTORY.size() > at[0] + 1) {
                HISTORY.remove(HISTORY.size() - 1);
            }
            HISTORY.add(xml);
            DONE.add(what);
            at[0]++;
            editor.saved(at[0]);
            editor.setHistory(true, false);
        });
        editor.onUndo(() -> {
            at[0]--;
            editor.show(HISTORY.get(at[0]), at[0]);
            editor.setHistory(at[0] > 0, true);
        });
        editor.onRedo(() -> {
            at[0]++;
            editor.show(HISTORY.get(at[0]), at[0]);
            editor.setHistory(true, at[0] < HISTORY.size() - 1);
        });
        Button finding = new Button("Naar de bevinding", click -> editor.select("UserTask_NotaOpstellen"));
        Button read = new Button("Alleen lezen", click -> editor.setReadOnly(true));
        add(new H1("Proef van de tekening"), new H2("Ontwerp"), editor, finding, read);
        setAlignItems(Alignment.STRETCH);
    }

    private static String block(String process) {
        try {
            return Files.readString(Path.of("bpmn/bouwstenen/" + process + ".bpmn"));
        } catch (IOException e) {
            return null;
        }
    }
}
