package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.Set;

/**
 * One version of a term's rule with where it comes from, whom it binds and when it holds; {@code validTo} is null while no end is known,
 * {@code lapseEffect} where silence at the end has none in law.
 */
public record RuleVersion(String code, int version, String name, String nature, TermUnit unit, int amount, MonthRule monthRule, RollRule roll,
                          Set<PauseGround> pauseGrounds, String binds, boolean escalates, String source, String lapseEffect,
                          LocalDate validFrom, LocalDate validTo) {

    public boolean bindsApplicant() {
        return binds.equals("AANVRAGER");
    }

    TermRule rule() {
        return new TermRule(code, version, name, nature, unit, amount, monthRule, pauseGrounds, roll, escalates, lapseEffect);
    }

    /** The version that the change would make. */
    TermRule next(RuleChange change) {
        return new TermRule(code, version + 1, name, nature, change.unit(), change.amount(), change.monthRule(), change.pauseGrounds(), change.roll(),
                escalates, lapseEffect);
    }

    boolean says(RuleChange change) {
        return unit == change.unit() && amount == change.amount() && monthRule == change.monthRule() && roll == change.roll()
                && pauseGrounds.equals(change.pauseGrounds()) && source.equals(change.source().strip());
    }
}
