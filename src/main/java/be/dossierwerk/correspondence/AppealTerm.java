package be.dossierwerk.correspondence;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts the sixty days for an appeal to the Raad van State on a notified decision (Regentsbesluit 23-8-1948 art. 4; procedures.md 1.10). */
@Component
class AppealTerm {

    private static final String RULE = "T-RVS";

    private final Terms terms;
    private final JdbcClient jdbc;

    AppealTerm(Terms terms, JdbcClient jdbc) {
        this.terms = terms;
        this.jdbc = jdbc;
    }

    /** By registered letter: the third working day after posting is the first day of the term and is counted in. */
    void afterPosting(UUID letter, String dossier, LocalDate posted) {
        LocalDate third = terms.workingDay(posted, 3);
        start(letter, dossier, third, third);
    }

    /** Electronically: the day after it was made available is the first day. */
    void afterDelivery(UUID letter, String dossier, LocalDate available) {
        start(letter, dossier, available, available.plusDays(1));
    }

    private void start(UUID letter, String dossier, LocalDate received, LocalDate first) {
        // A term does not count the day of its event, so the event is the day before the first one.
        LocalDate event = first.minusDays(1);
        // The ledger runs one appeal term in a dossier, the newest decision's; the letter of an earlier one keeps its own days.
        terms.of(dossier).stream().filter(term -> term.rule().equals(RULE) && term.stoppedOn() == null).findFirst()
                .ifPresent(earlier -> terms.stop(dossier, RULE, end(earlier, event), "Een nieuwe beslissing is ter kennis gebracht; tegen de vorige"
                        + " blijft beroep mogelijk tot en met de dag die bij haar brief staat."));
        terms.start(dossier, RULE, event);
        jdbc.sql("update letter set received_on = ?, appeal_from = ?, appeal_until = ? where id = ?")
                .params(received, first, terms.due(dossier, RULE), letter).update();
    }

    /** An appeal is never late here: a term that was over ended on its own last day, not months later. */
    private static LocalDate end(TermStanding earlier, LocalDate event) {
        LocalDate end = earlier.due() != null && earlier.due().isBefore(event) ? earlier.due() : event;
        return end.isBefore(earlier.startedOn()) ? earlier.startedOn() : end;
    }
}
