package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.RuleChange;
import be.dossierwerk.deadline.RuleVersion;
import be.dossierwerk.deadline.TermUnit;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of terms in words. */
final class RuleWords {

    private RuleWords() { }

    /** For example {@code 70 kalenderdagen}. */
    static String length(Component on, TermUnit unit, int amount) {
        return on.getTranslation("deadline.length." + unit, amount);
    }

    static String binds(Component on, RuleVersion version) {
        return on.getTranslation("deadline.binds." + (version.bindsApplicant() ? "AANVRAGER" : "OVERHEID"));
    }

    static String grounds(Component on, Collection<PauseGround> grounds) {
        return grounds.isEmpty() ? on.getTranslation("deadline.rule.grounds.none")
                : grounds.stream().sorted().map(ground -> on.getTranslation("deadline.ground." + ground)).collect(Collectors.joining("; "));
    }

    /** One sentence for each thing that the change makes different. */
    static List<String> changes(Component on, RuleVersion was, RuleChange is) {
        List<String> changes = new ArrayList<>();
        if (was.unit() != is.unit() || was.amount() != is.amount()) {
            changes.add(on.getTranslation("deadline.rule.change.length", length(on, is.unit(), is.amount()), length(on, was.unit(), was.amount())));
        }
        if (was.monthRule() != is.monthRule()) {
            changes.add(on.getTranslation("deadline.rule.change.months", on.getTranslation("deadline.month-rule." + is.monthRule())));
        }
        if (was.roll() != is.roll()) {
            changes.add(on.getTranslation("deadline.rule.change.roll", on.getTranslation("deadline.roll." + is.roll())));
        }
        if (!was.pauseGrounds().equals(is.pauseGrounds())) {
            changes.add(on.getTranslation("deadline.rule.change.grounds", grounds(on, is.pauseGrounds()), grounds(on, was.pauseGrounds())));
        }
        if (!was.source().equals(is.source())) {
            changes.add(on.getTranslation("deadline.rule.change.source", is.source()));
        }
        return changes;
    }
}
