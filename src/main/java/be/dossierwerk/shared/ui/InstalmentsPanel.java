package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;

/** A plan of instalments: what was agreed, what is paid of each, and what is late. */
public class InstalmentsPanel extends Div {

    private final Locale locale = UI.getCurrent().getLocale();

    public InstalmentsPanel(InstalmentPlan plan, InstalmentPlan.Standing standing) {
        add(new H3(text("title")), new Paragraph(text("agreed", Dates.table(plan.agreedOn()), plan.agreedByName(), Euros.table(plan.total(), locale))));
        sentence("overdue", standing.overdue());
        sentence("uncovered", standing.uncovered());
        CardTable table = new CardTable(text("title"), Stream.of("due", "amount", "paid", "open", "standing").map(column -> text("column." + column)).toList());
        standing.items().forEach(item -> table.row(Dates.table(item.dueOn()), Euros.table(item.amount(), locale), Euros.table(item.paid(), locale),
                Euros.table(item.open(), locale), text("instalment." + (item.open().signum() == 0 ? "paid" : item.overdue() ? "overdue" : "waiting"))));
        add(table);
    }

    private void sentence(String key, BigDecimal amount) {
        if (amount.signum() > 0) {
            add(new Paragraph(text(key, Euros.table(amount, locale))));
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("shared.plan." + key, args);
    }
}
