package be.dossierwerk.disposal;

import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Another version of a retention rule, from a day on, with its source and why. */
public record RetentionChange(String rule, Integer months, CountsFrom countsFrom, String source, boolean certain, String reason, LocalDate validFrom) {

    private static final int MOST_MONTHS = 1200;

    /** As the next version of {@code base}. */
    RetentionRule after(RetentionRule base) {
        return new RetentionRule(base.code(), base.version() + 1, base.name(), base.procedures(), months, countsFrom, validFrom, source.strip(), certain);
    }

    List<Refused.Field> wrong() {
        List<Refused.Field> wrong = new ArrayList<>();
        if (months == null || months < 1 || months > MOST_MONTHS) {
            wrong.add(new Refused.Field("months", "disposal.field.months", MOST_MONTHS));
        }
        if (countsFrom == null) {
            wrong.add(new Refused.Field("countsFrom", "disposal.field.counts-from"));
        }
        if (source == null || source.isBlank()) {
            wrong.add(new Refused.Field("source", "disposal.field.source"));
        }
        if (reason == null || reason.isBlank()) {
            wrong.add(new Refused.Field("reason", "disposal.field.reason"));
        }
        return wrong;
    }
}
