package be.dossierwerk.request;

import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision left: the term to decide ends that day, and the thirty days for the Beroepsinstantie begin (procedures.md 1.10). */
@Service
public class RecordNotification {

    private final Letters letters;
    private final Terms terms;
    private final Clock clock;

    RecordNotification(Letters letters, Terms terms, Clock clock) {
        this.letters = letters;
        this.terms = terms;
        this.clock = clock;
    }

    @Transactional
    public void record(String dossier) {
        Letters.Letter decision = letters.of(dossier).stream().filter(letter -> letter.kind().equals("beslissing-openbaarheid") && letter.channel() != null)
                .reduce((earlier, later) -> later).orElseThrow();
        LocalDate sent = decision.sentOn() == null ? LocalDate.now(clock) : decision.sentOn();
        terms.stop(dossier, OpenbaarheidModel.TERM, sent);
        // By registered letter the third working day after posting is the first day and is counted in; a term does not count the day of its event.
        terms.start(dossier, OpenbaarheidModel.APPEAL_TERM, "POST_AANGETEKEND".equals(decision.channel()) ? terms.workingDay(sent, 3).minusDays(1) : sent);
    }
}
