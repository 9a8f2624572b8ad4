package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Asks in how many monthly instalments a debt is paid; what each costs is shown before. */
public final class InstalmentsDialog {

    private static final int MOST = 120;
    private static final int USUAL = 12;

    private InstalmentsDialog() { }

    /** {@code title}: the key of the title; what-happens, confirm and done stand beside it. {@code agree} may refuse. */
    public static void open(String title, BigDecimal due, LocalDate today, Consumer<List<Instalment>> agree, Runnable done) {
        String texts = title.substring(0, title.lastIndexOf('.'));
        ActDialog dialog = new ActDialog(title, texts + ".what-happens", texts + ".done");
        IntegerField count = dialog.field("count", new IntegerField(dialog.getTranslation("shared.plan.count")));
        count.setValue(USUAL);
        DateField first = dialog.field("instalments[0].dueOn", new DateField(dialog.getTranslation("shared.plan.first")));
        first.setValue(today.plusMonths(1));
        Paragraph outlook = new Paragraph();
        outlook.getElement().setAttribute("role", "status");
        dialog.show(outlook);
        Runnable look = () -> outlook.setText(first.isEmpty() || !fits(due, count.getValue()) ? ""
                : outlook(dialog, InstalmentPlan.spread(due, count.getValue(), first.getValue())));
        count.addValueChangeListener(change -> look.run());
        first.addValueChangeListener(change -> look.run());
        look.run();
        dialog.offer(texts + ".confirm", () -> {
            if (!fits(due, count.getValue())) {
                throw new Refused("shared.plan.count-wrong", List.of(new Refused.Field("count", "shared.plan.count-wrong", MOST)), MOST);
            }
            if (first.isEmpty()) {
                throw new Refused("shared.plan.day", List.of(new Refused.Field("instalments[0].dueOn", "shared.plan.day")));
            }
            agree.accept(InstalmentPlan.spread(due, count.getValue(), first.getValue()));
        }, done);
    }

    private static boolean fits(BigDecimal due, Integer count) {
        return count != null && count > 0 && count <= MOST && due.movePointRight(2).compareTo(BigDecimal.valueOf(count)) >= 0;
    }

    private static String outlook(ActDialog at, List<Instalment> instalments) {
        Instalment last = instalments.get(instalments.size() - 1);
        return at.getTranslation("shared.plan.outlook", Euros.table(instalments.get(0).amount(), UI.getCurrent().getLocale()),
                Euros.table(last.amount(), UI.getCurrent().getLocale()), Dates.table(last.dueOn()));
    }
}
