package be.dossierwerk.training;

import be.dossierwerk.engine.DecisionTables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the table {@code opleiding-goedkeurbaar} what stands in the way of an approval (procedures.md D7); it proposes, a person decides. */
@Component
class ApprovalCheck {

    /** {@code effect}: WEIGEREN or BEPERKEN. */
    record Finding(String reason, String effect, String explanation) { }

    /** What a person found about the quality registration; {@code needed}: false for who trains its own workers. */
    record Registration(boolean needed, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Sessions by unregistered providers from this day on are not reimbursed (procedures.md 1.7). */
    private static final LocalDate REGISTRATION_NEEDED_FROM = LocalDate.of(2021, 9, 2);

    private final DecisionTables tables;

    ApprovalCheck(DecisionTables tables) {
        this.tables = tables;
    }

    List<Finding> findings(Training training, List<Trainings.Session> sessions, boolean topicFits, Registration registration) {
        List<LocalDate> days = sessions.stream().map(Trainings.Session::heldOn).toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("themaPast", topicFits);
        facts.put("uren", training.hours().doubleValue());
        facts.put("sessies", filedInTime(days, training.eligibleFrom()));
        facts.put("registratie", registered(days.isEmpty() ? List.of(training.eligibleFrom()) : days, registration));
        // Only a complete file gets here: building block volledigheid.
        facts.put("volledig", true);
        return tables.ask("opleiding-goedkeurbaar", training.dossier(), facts).stream().map(row -> new Finding((String) row.get("reden"), (String) row.get("gevolg"),
                (String) row.get("toelichting"))).toList();
    }

    /** In one text, for a form and for the timeline. */
    static String inWords(List<Finding> findings) {
        return findings.isEmpty() ? "Niets staat de goedkeuring in de weg." : findings.stream().map(Finding::explanation).collect(Collectors.joining("\n"));
    }

    static boolean refuses(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.effect().equals("WEIGEREN"));
    }

    private static String filedInTime(List<LocalDate> days, LocalDate filed) {
        long before = days.stream().filter(day -> day.isBefore(filed)).count();
        return before == 0 ? "NA_INDIENING" : before == days.size() ? "ALLE_VOOR_INDIENING" : "DEELS_VOOR_INDIENING";
    }

    private static String registered(List<LocalDate> days, Registration registration) {
        List<LocalDate> counted = days.stream().filter(day -> !day.isBefore(REGISTRATION_NEEDED_FROM)).toList();
        if (!registration.needed() || counted.isEmpty()) {
            return "NIET_NODIG";
        }
        long covered = counted.stream().filter(registration::holdsOn).count();
        return covered == counted.size() ? "GELDIG" : covered == 0 ? "ONTBREEKT" : "DEELS";
    }
}
