package be.dossierwerk.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The terms of a dossier as the ledger stood at a moment, under the rules that they followed then: what was written later is not known yet. Asks no role. */
@Service
public class TermsAsKnown {

    /** {@code due}: the last day, null while an open pause keeps it unknown; {@code pauses}: those that stop this term; {@code stoppedOn} is null while it ran. */
    public record Known(long id, String rule, int version, String name, String nature, LocalDate startedOn, LocalDate due, LocalDate stoppedOn, List<FilePause> pauses) { }

    private final Ledger ledger;

    TermsAsKnown(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public List<Known> at(String dossier, Instant moment) {
        return ledger.termsAsKnown(dossier, moment).stream().map(term -> new Known(term.id(), term.rule().code(), term.rule().version(), term.rule().name(),
                term.rule().nature(), term.startedOn(), term.account(term.startedOn()).effectiveDue(), term.stoppedOn(), term.filePauses())).toList();
    }
}
