package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.DueDossier;
import be.dossierwerk.disposal.Hindrance;
import be.dossierwerk.disposal.RetentionRule;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** Retention in words. */
final class DisposalWords {

    private static final int MONTHS_IN_YEAR = 12;

    private DisposalWords() { }

    static String length(Component on, int months) {
        return months % MONTHS_IN_YEAR == 0 ? on.getTranslation("disposal.years", months / MONTHS_IN_YEAR) : on.getTranslation("disposal.months", months);
    }

    static String term(Component on, RetentionRule rule) {
        return on.getTranslation("disposal.term", length(on, rule.months()), on.getTranslation("disposal.counts-from." + rule.countsFrom()));
    }

    static String why(Component on, DueDossier due) {
        return on.getTranslation("disposal.why", due.rule().name(), term(on, due.rule()), Dates.table(due.countedFrom()));
    }

    static String hindrance(Component on, Hindrance hindrance) {
        return on.getTranslation("disposal.hindrance." + hindrance.kind(), hindrance.detail() == null ? "" : hindrance.detail(), Dates.table(hindrance.until()));
    }

    static String procedure(Component on, String procedure) {
        return Words.of(on, "dossier.procedure.", procedure);
    }

    static Anchor link(String dossier) {
        return new PageLink("dossier/" + dossier, dossier);
    }
}
