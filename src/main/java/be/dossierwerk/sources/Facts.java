package be.dossierwerk.sources;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a source says of an undertaking; null and empty for what it does not tell. KBO: status, since, successor and people; RSZ and FISCUS:
 * debt in euro and plan; REGSOL: status FAILLIET since a day, or no status.
 *
 * @param successor enterprise number of the legal successor after a merger
 */
public record Facts(Status status, LocalDate since, String successor, BigDecimal debt, RepaymentPlan plan, List<Person> representatives,
                    List<Person> directors) {

    /** Of the undertaking in the register. */
    public enum Status {
        ACTIEF, STOPGEZET, FAILLIET, ONTBONDEN
    }

    /** {@code to} is the last day, null while it lasts. */
    public record Person(String name, String function, LocalDate from, LocalDate to) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public Facts {
        representatives = representatives == null ? List.of() : List.copyOf(representatives);
        directors = directors == null ? List.of() : List.copyOf(directors);
    }

    public static Facts standing(Status status, LocalDate since, String successor, List<Person> representatives, List<Person> directors) {
        return new Facts(status, since, successor, null, null, representatives, directors);
    }

    public static Facts owing(BigDecimal debt, RepaymentPlan plan) {
        return new Facts(null, null, null, debt, plan, List.of(), List.of());
    }

    /** @param since day of the bankruptcy, null when there is none */
    public static Facts bankruptcy(LocalDate since) {
        return new Facts(since == null ? null : Status.FAILLIET, since, null, null, null, List.of(), List.of());
    }

    /** Who may bind the undertaking on that day. */
    public List<Person> mayBind(LocalDate day) {
        return representatives.stream().filter(person -> person.holdsOn(day)).toList();
    }
}
