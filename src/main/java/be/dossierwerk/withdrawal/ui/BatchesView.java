package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.activity.Months;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.withdrawal.Batches;
import be.dossierwerk.withdrawal.SelectInactive;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** All batches of ex officio files, and the selection of inactive undertakings that makes a new one. */
@Route(BatchesView.PATH)
@Menu(title = "menu.batches", order = 44)
@RolesAllowed({Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.SIGNATORY, Roles.INTAKE, Roles.AUDITOR})
@StyleSheet("context://withdrawal-batch.css")
class BatchesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "reeksen";

    private final transient Batches batches;
    private final Div body = new Div();

    BatchesView(Batches batches, SelectInactive selectInactive, CurrentActor currentActor, Clock clock) {
        this.batches = batches;
        addClassName("dw-batch");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")));
        if (currentActor.get().has(Roles.TEAM_LEAD)) {
            add(selection(selectInactive, clock));
        }
        add(body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.removeAll();
        List<Batches.Batch> all = batches.all();
        if (all.isEmpty()) {
            body.add(new Paragraph(text("none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-batch-list");
        all.forEach(batch -> list.add(item(batch)));
        body.add(new H2(text("all")), list);
    }

    private ListItem item(Batches.Batch batch) {
        Anchor name = new PageLink(PATH + "/" + batch.id(), text("name", Months.prose(YearMonth.from(batch.firstMonth()), getLocale()),
                Months.prose(YearMonth.from(batch.lastMonth()), getLocale())));
        Batches.Progress progress = batch.progress();
        return new ListItem(name, new Span(text("summary", progress.selected(), progress.started(), progress.sent(), progress.closed())));
    }

    private Div selection(SelectInactive selectInactive, Clock clock) {
        DateField reference = new DateField(text("reference"));
        reference.setHelperText(text("reference-help"));
        reference.setValue(LocalDate.now(clock));
        Span problem = new Span();
        problem.addClassName("dw-batch-problem");
        problem.getElement().setAttribute("role", "alert");
        Button select = new Button(text("select"));
        select.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        select.setDisableOnClick(true);
        select.addClickListener(click -> {
            problem.setText("");
            try {
                if (reference.isEmpty()) {
                    throw new Refused("withdrawal.batch.reference-needed");
                }
                long batch = selectInactive.select(reference.getValue());
                getUI().ifPresent(ui -> ui.navigate(PATH + "/" + batch));
            } catch (Refused refused) {
                problem.setText(getTranslation(refused.key(), refused.args()));
                select.setEnabled(true);
            }
        });
        Div part = new Div(new H2(text("selection")), reference, select, problem);
        part.addClassName("dw-batch-selection");
        return part;
    }

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.batch.screen." + key, args);
    }
}
