package be.dossierwerk.disposal;

import java.time.LocalDate;
import java.util.Optional;

/** A closed dossier with the days from which its term may count; a day is null while that event did not come. */
record CountedDossier(String dossier, String procedure, String subject, String outcome, LocalDate closedOn, LocalDate recognitionEndedOn, LocalDate lastPaymentOn) {

    /** Empty while the event did not come: a recognition that lives on is kept. */
    Optional<LocalDate> from(CountsFrom event) {
        return Optional.ofNullable(switch (event) {
            case EINDE_DOSSIER -> closedOn;
            case EINDE_ERKENNING -> recognitionEndedOn;
            case LAATSTE_BETALING -> lastPaymentOn;
        });
    }
}
