package be.dossierwerk.disposal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long dossiers of some procedures are kept; without procedures: those of every procedure that no other rule names (procedures.md 1.14, 10).
 * {@code certain}: whether the source itself gives this term; otherwise it is the default that was chosen.
 */
public record RetentionRule(String code, int version, String name, List<String> procedures, int months, CountsFrom countsFrom, LocalDate validFrom,
                            String source, boolean certain) {

    private static final int MONTHS_IN_YEAR = 12;

    /** The first day on which a dossier may be destroyed: the day after the last one on which it is kept. A month without that day ends on its last. */
    public LocalDate dueOn(LocalDate countedFrom) {
        return countedFrom.plusMonths(months).plusDays(1);
    }

    /** As a destruction keeps it: B-01, versie 1: Erkenning, 10 jaar na het einde van de erkenning. */
    String inWords() {
        return "%s, versie %d: %s, %s na %s".formatted(code, version, name, months % MONTHS_IN_YEAR == 0 ? months / MONTHS_IN_YEAR + " jaar" : months + " maanden",
                switch (countsFrom) {
                    case EINDE_DOSSIER -> "het einde van het dossier";
                    case EINDE_ERKENNING -> "het einde van de erkenning";
                    case LAATSTE_BETALING -> "de laatste betaling";
                });
    }

    boolean rest() {
        return procedures.isEmpty();
    }

    /** The version of each rule that holds on a day. */
    static List<RetentionRule> on(LocalDate day, Collection<RetentionRule> versions) {
        Map<String, RetentionRule> newest = versions.stream().filter(version -> !version.validFrom.isAfter(day)).collect(Collectors.toMap(RetentionRule::code,
                Function.identity(), BinaryOperator.maxBy(Comparator.comparing(RetentionRule::version))));
        return newest.values().stream().sorted(Comparator.comparing(RetentionRule::code)).toList();
    }

    /** The rule that names this procedure, or the one for the rest. {@code rules}: that hold on the day. */
    static Optional<RetentionRule> of(String procedure, Collection<RetentionRule> rules) {
        return rules.stream().filter(rule -> rule.procedures.contains(procedure)).findFirst().or(() -> rules.stream().filter(RetentionRule::rest).findFirst());
    }
}
