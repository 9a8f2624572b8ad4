package be.dossierwerk.payment.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.payment.Payable;
import be.dossierwerk.payment.PayableStanding;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The payment that a decision granted: how much to whom, where it stands and why, and every step. */
@org.springframework.stereotype.Component
class PaymentSection implements DossierSection {

    private final Payables payables;
    private final CurrentActor currentActor;

    PaymentSection(Payables payables, CurrentActor currentActor) {
        this.payables = payables;
        this.currentActor = currentActor;
    }

    @Override
    public int order() {
        return 47;
    }

    @Override
    public String title() {
        return "payment.section.title";
    }

    @Override
    public boolean shows(String dossier) {
        return payables.has(dossier);
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        payables.of(dossier).ifPresent(standing -> {
            Payable payable = standing.payable();
            section.add(new H3(text(section, "payment.section.amount", Euros.table(payable.amount(), UI.getCurrent().getLocale()), payable.beneficiary())),
                    new Paragraph(text(section, "payment.standing." + standing.state())));
            if (standing.doubted()) {
                section.add(new Paragraph(text(section, "payment.section.doubted")));
            }
            if (standing.why() != null) {
                section.add(new Paragraph(text(section, "payment.section.why", standing.why())));
            }
            section.add(new Paragraph(text(section, "payment.section.account", Iban.format(payable.iban()), payable.communication())),
                    new Paragraph(text(section, "payment.section.granted", payable.grantedBy())));
            section.add(new H3(text(section, "payment.section.steps")), steps(section, standing));
        });
        return section;
    }

    private Component steps(Component at, PayableStanding standing) {
        CardTable table = RunsView.table(at, text(at, "payment.section.steps"), "date", "step", "number", "why", "recorded");
        Actor actor = currentActor.get();
        boolean mayOpen = Stream.of(Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.AUDITOR).anyMatch(actor::has);
        standing.movements().forEach(movement -> table.row(
                CardTable.text(Dates.table(movement.valuedOn() == null ? LocalDate.ofInstant(movement.at(), MovableClock.BRUSSELS) : movement.valuedOn())),
                CardTable.text(text(at, "payment.movement." + movement.kind())), run(movement.run(), mayOpen),
                CardTable.text(movement.reason() == null ? "" : movement.reason()), CardTable.text(movement.byName())));
        return table;
    }

    private static Component run(String number, boolean mayOpen) {
        if (number == null || !mayOpen) {
            return CardTable.text(number == null ? "" : number);
        }
        return new PageLink(RunsView.PATH + "/" + number, number);
    }

    private static String text(Component at, String key, Object... args) {
        return at.getTranslation(key, args);
    }
}
