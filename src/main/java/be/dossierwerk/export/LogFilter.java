package be.dossierwerk.export;

import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The dossiers of a log: of these procedures (none means all), received from and to these days (null is open), closed or all. A dossier is taken with
 * its whole life, so that no trace is cut.
 */
public record LogFilter(SortedSet<String> procedures, LocalDate from, LocalDate to, boolean closedOnly) {

    public static final LogFilter ALL = new LogFilter(new TreeSet<>(), null, null, false);

    String told() {
        return (procedures.isEmpty() ? "alle procedures" : String.join(", ", procedures)) + (from == null && to == null ? ", ongeacht wanneer ontvangen" : ", ontvangen"
                + (from == null ? "" : " vanaf " + Dates.prose(from)) + (to == null ? "" : " tot en met " + Dates.prose(to)))
                + (closedOnly ? ", alleen afgesloten dossiers" : "");
    }
}
