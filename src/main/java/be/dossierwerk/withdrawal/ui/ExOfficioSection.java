package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.activity.Months;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.withdrawal.ShowExOfficio;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.time.YearMonth;

/** Why the file was started, how the undertaking is involved, and the batch that it belongs to. */
@org.springframework.stereotype.Component
class ExOfficioSection implements DossierSection {

    private final ShowExOfficio showExOfficio;

    ExOfficioSection(ShowExOfficio showExOfficio) {
        this.showExOfficio = showExOfficio;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public String title() {
        return "withdrawal.section.exofficio";
    }

    @Override
    public boolean shows(String dossier) {
        return showExOfficio.show(dossier).isPresent();
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        showExOfficio.show(dossier).ifPresent(sheet -> section.add(facts(section, sheet)));
        return section;
    }

    private static DescriptionList facts(Component at, ShowExOfficio.Sheet sheet) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        Anchor recognition = new PageLink("register/" + sheet.recognitionNumber(), sheet.recognitionNumber());
        fact(list, at, "recognition", recognition);
        if (sheet.batch() != null) {
            Anchor batch = new PageLink(BatchesView.PATH + "/" + sheet.batch().id(), at.getTranslation("withdrawal.batch.screen.name",
                    Months.prose(YearMonth.from(sheet.batch().firstMonth()), locale()), Months.prose(YearMonth.from(sheet.batch().lastMonth()), locale())));
            fact(list, at, "batch", batch);
            fact(list, at, "taken-out", sheet.batch().takenOut());
        }
        fact(list, at, "ground", sheet.ground().name() + " (" + sheet.ground().code() + ")");
        fact(list, at, "article", sheet.ground().article());
        if (sheet.ground().source().startsWith("Artikel te bevestigen")) {
            fact(list, at, "article-to-confirm", sheet.ground().source());
        }
        if (sheet.batch() == null) {
            fact(list, at, "period", period(at, sheet.period()));
        }
        fact(list, at, "evidence", sheet.evidence());
        fact(list, at, "hearing", at.getTranslation("withdrawal.exofficio.shown.hearing." + (sheet.heard() ? "asked" : "told")));
        fact(list, at, "committee", at.getTranslation("withdrawal.exofficio.shown.committee." + (sheet.committee() ? "yes" : "no")));
        fact(list, at, "fraud", sheet.fraud() ? at.getTranslation("withdrawal.exofficio.shown.fraud-yes") : null);
        fact(list, at, "social-debt", euros(sheet.socialDebt()));
        fact(list, at, "tax-debt", euros(sheet.taxDebt()));
        fact(list, at, "successor", sheet.successor() == null ? null : EnterpriseNumber.format(sheet.successor()));
        fact(list, at, "proof", sheet.proofNote());
        return list;
    }

    /** Months as people write them; a reference of a notice stays as it is. */
    private static String period(Component at, String period) {
        if (!period.matches("[0-9]{4}-(0[1-9]|1[0-2])(/[0-9]{4}-(0[1-9]|1[0-2]))?")) {
            return period;
        }
        String[] months = period.split("/");
        String first = Months.prose(YearMonth.parse(months[0]), locale());
        return months.length == 1 ? first : at.getTranslation("withdrawal.exofficio.shown.months", first, Months.prose(YearMonth.parse(months[1]), locale()));
    }

    private static java.util.Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String euros(BigDecimal amount) {
        return amount.signum() == 0 ? null : Euros.prose(amount);
    }

    private static void fact(DescriptionList list, Component at, String key, String value) {
        if (value != null && !value.isBlank()) {
            fact(list, at, key, new com.vaadin.flow.component.Text(value));
        }
    }

    private static void fact(DescriptionList list, Component at, String key, Component value) {
        list.add(new DescriptionList.Term(at.getTranslation("withdrawal.exofficio.shown." + key)), new DescriptionList.Description(value));
    }
}
