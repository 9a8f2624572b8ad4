package be.dossierwerk.sampling.ui;

import be.dossierwerk.sampling.Samples.Sample;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The samples that were drawn, newest first. */
@Route(SamplesView.PATH)
@Menu(title = "menu.samples", order = 92)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD})
@StyleSheet("context://sampling.css")
class SamplesView extends Div implements HasDynamicTitle {

    static final String PATH = "steekproeven";

    SamplesView(Samplings samplings) {
        addClassName("dw-sampling");
        add(new H1(getPageTitle()), new Paragraph(text("intro")));
        if (samplings.samples().mayDraw()) {
            Button draw = new Button(text("new"), click -> getUI().ifPresent(ui -> ui.navigate(DrawView.class)));
            draw.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(draw);
        }
        List<Sample> all = samplings.samples().all();
        if (all.isEmpty()) {
            add(new Paragraph(text(samplings.samples().mayDraw() ? "none" : "none-to-see")));
            return;
        }
        CardTable table = new CardTable(getPageTitle(), List.of(text("column.sample"), text("column.drawn"), text("column.method"), text("column.population"), text("column.bundles"), text("column.checked")));
        for (Sample sample : all) {
            table.row(new PageLink("steekproef/" + sample.number(), sample.number()), CardTable.text(text("drawn-by", SampleTexts.moment(this, sample.drawnAt(), getLocale()), sample.drawnByName())),
                    CardTable.text(SampleTexts.method(this, sample)), CardTable.text(text("of", sample.size(), sample.population())), CardTable.text(text("of", sample.bundles(), sample.size())),
                    CardTable.text(sample.closedAt() == null ? text("of", sample.complete(), sample.size()) : text("closed-short")));
        }
        add(table);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private String text(String key, Object... args) {
        return SampleTexts.of(this, key, args);
    }
}
