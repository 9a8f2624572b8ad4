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
        terms.stop(dossier, OpenbaarheidModel.TERM, sent(decision));
        startAppeal(dossier, decision);
    }

    /** From the day on which the letter is presumed to be there. */
    void startAppeal(String dossier, Letters.Letter letter) {
        LocalDate sent = sent(letter);
        // By post the third working day after posting is the first day and is counted in; a term does not count the day of its event.
        terms.start(dossier, OpenbaarheidModel.APPEAL_TERM, letter.channel().startsWith("POST") ? terms.workingDay(sent, 3).minusDays(1) : sent);
    }

    private LocalDate sent(Letters.Letter letter) {
        return letter.sentOn() == null ? LocalDate.now(clock) : letter.sentOn();
    }
}
