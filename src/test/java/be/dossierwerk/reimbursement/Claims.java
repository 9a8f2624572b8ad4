package be.dossierwerk.reimbursement;

import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.reimbursement.Claim.Training;
import be.dossierwerk.shared.InventedPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Claims without a fault, for tests that make one. */
final class Claims {

    static final LocalDate DAY = LocalDate.of(2027, 3, 12);
    static final LocalDate SUBMITTED = LocalDate.of(2027, 4, 1);

    private Claims() { }

    static Training training(TrainingType type) {
        return new Training("OPL-7", "Ergonomisch strijken", type, LocalDate.of(2026, 9, 1), null);
    }

    static Session session(TrainingType type, TrainerKind trainer, String trainerHours, Invoice invoice, Participant... people) {
        return new Session(training(type), DAY, LocalTime.of(9, 0), LocalTime.of(12, 30), trainer, euros(trainerHours), List.of(people), invoice);
    }

    static Session internal(Participant... people) {
        return session(TrainingType.INTERN, TrainerKind.EIGEN, "3.5", null, people);
    }

    static Session at(int hour, int until, Participant... people) {
        return new Session(training(TrainingType.INTERN), DAY, LocalTime.of(hour, 0), LocalTime.of(until, 0), TrainerKind.EIGEN, BigDecimal.ONE, List.of(people), null);
    }

    /** Employed since 2020; {@code serial} makes the national number. */
    static Participant person(int serial, String hours) {
        return new Participant(InventedPerson.nationalNumber(serial), euros(hours), LocalDate.of(2020, 1, 1), null);
    }

    static Invoice invoice(String exclusive, String vat, String inclusive) {
        return new Invoice("F-12", DAY, euros(exclusive), euros(vat), euros(inclusive));
    }

    static Claim claim(String dossier, Session... sessions) {
        return new Claim(dossier, "0403170701", LocalDate.of(2019, 5, 1), null, 2027, SUBMITTED, false, List.of(sessions));
    }

    static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}
