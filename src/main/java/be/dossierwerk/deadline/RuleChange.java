package be.dossierwerk.deadline;

import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a rule of terms should become, from which day, for which terms, and why. Fields may be empty while somebody fills them in. */
public record RuleChange(String rule, TermUnit unit, Integer amount, MonthRule monthRule, RollRule roll, Set<PauseGround> pauseGrounds, String source,
                         String reason, LocalDate validFrom, Transition transition) {

    private static final int MAX_TEXT = 500;

    public RuleChange {
        pauseGrounds = pauseGrounds == null ? Set.of() : Set.copyOf(pauseGrounds);
    }

    /** What keeps this change from being computed. */
    List<Refused.Field> wrongFigures(RuleVersion latest) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (unit == null) {
            wrong.add(new Refused.Field("unit", "deadline.rule.unit.required"));
        }
        if (unit != null && (amount == null || amount < 1 || amount > most(unit))) {
            wrong.add(new Refused.Field("amount", "deadline.rule.amount.range", String.valueOf(most(unit))));
        }
        if (monthRule == null) {
            wrong.add(new Refused.Field("monthRule", "deadline.rule.choice.required"));
        }
        if (roll == null) {
            wrong.add(new Refused.Field("roll", "deadline.rule.choice.required"));
        }
        if (latest.bindsApplicant() && !pauseGrounds.isEmpty()) {
            wrong.add(new Refused.Field("pauseGrounds", "deadline.rule.grounds.applicant"));
        }
        if (validFrom == null) {
            wrong.add(new Refused.Field("validFrom", "deadline.date.required"));
        }
        if (transition == null) {
            wrong.add(new Refused.Field("transition", "deadline.rule.choice.required"));
        }
        return wrong;
    }

    /** What keeps this change from being proposed, when its figures are right. */
    List<Refused.Field> wrongWords() {
        List<Refused.Field> wrong = new ArrayList<>();
        text("source", source, "deadline.rule.source.required", wrong);
        text("reason", reason, "deadline.reason.required", wrong);
        return wrong;
    }

    private static void text(String field, String text, String required, List<Refused.Field> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(new Refused.Field(field, required));
        } else if (text.strip().length() > MAX_TEXT) {
            wrong.add(new Refused.Field(field, "deadline.text.too-long", String.valueOf(MAX_TEXT)));
        }
    }

    /** Longer than any term of the law; a day of a month exists in every month or is its last. */
    private static int most(TermUnit unit) {
        return switch (unit) {
            case CALENDAR_DAYS, WORKING_DAYS -> 999;
            case WEEKS, MONTHS -> 120;
            case YEARS -> 30;
            case DAY_OF_NEXT_MONTH -> 31;
            case WORKING_DAY_OF_MONTH -> 23;
        };
    }
}
