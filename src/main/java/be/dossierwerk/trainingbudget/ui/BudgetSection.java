package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.trainingbudget.BudgetMovement;
import be.dossierwerk.trainingbudget.BudgetOverview;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.Budgets;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The training budgets that a dossier has to do with: what was granted and why, every movement, and what is left. */
@org.springframework.stereotype.Component
class BudgetSection implements DossierSection {

    private final Budgets budgets;
    private final BudgetOverview overview;

    BudgetSection(Budgets budgets, BudgetOverview overview) {
        this.budgets = budgets;
        this.overview = overview;
    }

    @Override
    public int order() {
        return 48;
    }

    @Override
    public String title() {
        return "trainingbudget.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return overview.yearOf(dossier).isPresent() || budgets.concerns(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        var year = overview.yearOf(dossier);
        if (year.isPresent()) {
            year(section, year.get());
        } else {
            budgets.concerning(dossier).forEach(standing -> section.add(account(section, standing, dossier)));
        }
        return section;
    }

    /** The dossier of a year grants to thousands: they stand on a page of their own. */
    private void year(Div section, int year) {
        Locale locale = UI.getCurrent().getLocale();
        overview.current(year).ifPresentOrElse(version -> section.add(new Paragraph(text(section, version.recorded() ? "year-recorded" : "year-proposed",
                version.version(), Euros.table(version.granted(), locale), Euros.table(version.rules().total(), locale)))),
                () -> section.add(new Paragraph(text(section, "year-nothing"))));
        Anchor link = new PageLink(BudgetsView.PATH + "?jaar=" + year, text(section, "year-link", String.valueOf(year)));
        section.add(link);
    }

    private static Component account(Component at, BudgetStanding standing, String dossier) {
        Locale locale = UI.getCurrent().getLocale();
        Div block = new Div(new H3(text(at, "left", String.valueOf(standing.year()), Euros.table(standing.left(), locale))));
        block.add(new Paragraph(text(at, "of", EnterpriseNumber.format(standing.enterpriseNumber()))
                + (standing.recognition().equals(dossier) ? "" : " " + text(at, "recognition", standing.recognition()))));
        block.add(new Paragraph(text(at, "sums", Euros.table(standing.granted(), locale), Euros.table(standing.committed(), locale), Euros.table(standing.paid(), locale))));
        block.add(new Paragraph(standing.sentence()));
        if (standing.granted().signum() > 0) {
            block.add(new Paragraph(standing.sums()));
        }
        if (!standing.movements().isEmpty()) {
            CardTable table = new CardTable(text(at, "movements", String.valueOf(standing.year())),
                    Stream.of("date", "movement", "amount", "dossier", "why", "recorded").map(column -> at.getTranslation("trainingbudget.column." + column)).toList());
            standing.movements().forEach(movement -> table.row(Dates.table(movement.recordedAt().atZone(MovableClock.BRUSSELS).toLocalDate()), what(at, standing, movement),
                    Euros.table(movement.amount(), locale), movement.authority(), movement.reason(), movement.recordedByName()));
            block.add(table);
        }
        return block;
    }

    private static String what(Component at, BudgetStanding standing, BudgetMovement movement) {
        List<BudgetMovement> all = standing.movements();
        if (movement.counters() != null) {
            BudgetMovement undone = all.stream().filter(one -> one.id() == movement.counters()).findFirst().orElseThrow();
            return at.getTranslation("trainingbudget.movement.undoes", at.getTranslation("trainingbudget.movement." + undone.kind()));
        }
        String what = at.getTranslation("trainingbudget.movement." + movement.kind());
        return standing.isCountered(movement) ? at.getTranslation("trainingbudget.movement.undone", what) : what;
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation("trainingbudget.section." + key, args);
    }
}
