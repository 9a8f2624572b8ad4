package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.AgreeInstalments;
import be.dossierwerk.recovery.InstalmentPlan;
import be.dossierwerk.recovery.InstalmentPlan.Instalment;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Handler and bookkeeper agree on a number of monthly instalments; what each costs is shown before. */
@Component
class AgreeInstalmentsAction implements DossierAction {

    private static final int MOST = 120;
    private static final int USUAL = 12;

    private final Recoveries recoveries;
    private final AgreeInstalments agreeInstalments;
    private final CurrentActor currentActor;
    private final Clock clock;

    AgreeInstalmentsAction(Recoveries recoveries, AgreeInstalments agreeInstalments, CurrentActor currentActor, Clock clock) {
        this.recoveries = recoveries;
        this.agreeInstalments = agreeInstalments;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "recovery.agree.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.HANDLER) || actor.has(Roles.FINANCE)) && recoveries.of(dossier)
                .map(standing -> standing.decision().isPresent() && standing.due().signum() > 0).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("recovery.agree.title", "recovery.agree.what-happens", "recovery.agree.done");
        BigDecimal due = recoveries.of(dossier).orElseThrow().due();
        IntegerField count = dialog.field("count", new IntegerField(dialog.getTranslation("recovery.agree.count")));
        count.setValue(USUAL);
        DateField first = dialog.field("instalments[0].dueOn", new DateField(dialog.getTranslation("recovery.agree.first")));
        first.setValue(LocalDate.now(clock).plusMonths(1));
        Paragraph outlook = new Paragraph();
        outlook.getElement().setAttribute("role", "status");
        dialog.show(outlook);
        Runnable look = () -> outlook.setText(first.isEmpty() || !fits(due, count.getValue()) ? ""
                : outlook(dialog, InstalmentPlan.spread(due, count.getValue(), first.getValue())));
        count.addValueChangeListener(change -> look.run());
        first.addValueChangeListener(change -> look.run());
        look.run();
        dialog.offer("recovery.agree.confirm", () -> {
            if (!fits(due, count.getValue())) {
                throw new Refused("recovery.agree.count-wrong", List.of(new Refused.Field("count", "recovery.agree.count-wrong", MOST)), MOST);
            }
            if (first.isEmpty()) {
                throw new Refused("recovery.plan.day", List.of(new Refused.Field("instalments[0].dueOn", "recovery.plan.day")));
            }
            agreeInstalments.agree(dossier, InstalmentPlan.spread(due, count.getValue(), first.getValue()));
        }, done);
    }

    private static boolean fits(BigDecimal due, Integer count) {
        return count != null && count > 0 && count <= MOST && due.movePointRight(2).compareTo(BigDecimal.valueOf(count)) >= 0;
    }

    private static String outlook(ActDialog at, List<Instalment> instalments) {
        Instalment last = instalments.get(instalments.size() - 1);
        return at.getTranslation("recovery.agree.outlook", Euros.table(instalments.get(0).amount(), UI.getCurrent().getLocale()),
                Euros.table(last.amount(), UI.getCurrent().getLocale()), Dates.table(last.dueOn()));
    }
}
