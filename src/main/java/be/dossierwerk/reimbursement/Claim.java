package be.dossierwerk.reimbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * What an undertaking asks back for training in one year. {@code dossier}: of the claim; {@code fundedElsewhere}: another fund, such as the
 * sectoral one, pays these hours too; {@code recognisedUntil}: the last day of its recognition, null while that holds. Amounts in euro, times in hours.
 */
public record Claim(String dossier, String enterpriseNumber, LocalDate recognisedFrom, LocalDate recognisedUntil, int year, LocalDate submittedOn,
                    boolean fundedElsewhere, List<Session> sessions) {

    /** {@code eligibleFrom}: the day on which approval was asked (H6), null when it was not approved; {@code eligibleUntil}: the last day, or null. */
    public record Training(String code, String title, TrainingType type, LocalDate eligibleFrom, LocalDate eligibleUntil) { }

    /** {@code hours} followed; employed from and until, both days included, the last one null while it lasts; the first one null when it never was. */
    public record Participant(String nationalNumber, BigDecimal hours, LocalDate employedFrom, LocalDate employedUntil) { }

    /** In euro. */
    public record Invoice(String number, LocalDate date, BigDecimal exclusive, BigDecimal vat, BigDecimal inclusive) {

        /** The same for an invoice that is written a little otherwise: it is paid once. */
        String key() {
            return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "") + " " + date;
        }
    }

    /** One line of the claim; {@code invoice} is null without one. */
    public record Session(Training training, LocalDate date, LocalTime start, LocalTime end, TrainerKind trainer, BigDecimal trainerHours,
                          List<Participant> participants, Invoice invoice) {

        public Session {
            participants = List.copyOf(participants);
        }
    }

    public Claim {
        sessions = List.copyOf(sessions);
    }
}
