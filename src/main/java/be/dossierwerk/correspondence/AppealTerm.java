package be.dossierwerk.correspondence;

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
        terms.start(dossier, RULE, first.minusDays(1));
        jdbc.sql("update letter set received_on = ?, appeal_from = ?, appeal_until = ? where id = ?")
                .params(received, first, terms.due(dossier, RULE), letter).update();
    }
}
