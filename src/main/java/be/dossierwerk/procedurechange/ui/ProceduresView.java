package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.deadline.ShowTermRules;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.engine.PublishedDiagrams.Published;
import be.dossierwerk.modeling.DiagramEditor;
import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.procedurechange.Changes.Publication;
import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.procedurechange.ProcedureFiles.Kind;
import be.dossierwerk.procedurechange.ProcedureFiles.ProcedureFile;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each procedure goes now, to read: the drawing, the same as a list, and which versions there were. */
@Route("procedures")
@Menu(title = "menu.procedures", order = 79)
@PermitAll
@StyleSheet("context://procedurechange.css")
class ProceduresView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String WHICH = "procedure";

    private final transient PublishedDiagrams published;
    private final transient Changes changes;
    private final transient ShowTermRules termRules;
    private final ComboBox<ProcedureFile> choice;
    private final Div body = new Div();

    ProceduresView(PublishedDiagrams published, Changes changes, ShowTermRules termRules) {
        this.published = published;
        this.changes = changes;
        this.termRules = termRules;
        addClassNames("dw-page", "dw-changes");
        choice = new ComboBox<>(text("which"));
        choice.setItemLabelGenerator(file -> file.kind() == Kind.BOUWSTEEN ? getTranslation("procedurechange.screen.block", file.name()) : file.name());
        choice.setWidth("28rem");
        choice.setItems(procedures(published.current()));
        choice.addValueChangeListener(picked -> {
            if (picked.isFromClient() && picked.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate("procedures", QueryParameters.of(WHICH, EditorChoices.process(picked.getValue().path()))));
            }
        });
        add(new H1(getPageTitle()), new Paragraph(text("intro")), choice, body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation().getQueryParameters().getSingleParameter(WHICH).orElse("erkenning");
        DiagramSet set = published.current();
        List<ProcedureFile> all = procedures(set);
        ProcedureFile file = all.stream().filter(each -> EditorChoices.process(each.path()).equals(wanted)).findFirst().orElse(all.get(0));
        choice.setValue(file);
        body.removeAll();
        DiagramEditor drawing = new DiagramEditor(EditorChoices.of(set, file.path(), termRules), process -> set.paths().stream().filter(each -> each.endsWith(".bpmn")
                && EditorChoices.process(each).equals(process)).findFirst().flatMap(set::text).orElse(null));
        drawing.show(set.text(file.path()).orElseThrow(), 0);
        drawing.setReadOnly(true);
        body.add(new H2(file.name()), drawing, new H2(text("versions")), versions(file.path()));
    }

    /** Newest first; only the publications that changed this diagram. */
    private UnorderedList versions(String path) {
        Map<String, Publication> proofs = changes.publications().stream().collect(Collectors.toMap(Publication::deployment, Function.identity()));
        List<Published> sets = published.all();
        UnorderedList list = new UnorderedList();
        for (int i = 0; i < sets.size(); i++) {
            Published set = sets.get(i);
            boolean changed = i == sets.size() - 1
                    || !published.of(set.deployment()).text(path).equals(published.of(sets.get(i + 1).deployment()).text(path));
            if (changed) {
                Publication proof = proofs.get(set.deployment());
                list.add(new ListItem(proof == null ? text("version.product", ChangesView.day(set.madeAt())) : text("version.change", ChangesView.day(proof.publishedAt()), proof.title())));
            }
        }
        return list;
    }

    private static List<ProcedureFile> procedures(DiagramSet set) {
        return ProcedureFiles.of(set).stream().filter(file -> file.kind() == Kind.PROCEDURE || file.kind() == Kind.BOUWSTEEN).toList();
    }

    private String text(String key, Object... args) {
        return getTranslation("procedurechange.procedures." + key, args);
    }
}
