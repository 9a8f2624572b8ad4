package be.dossierwerk.correspondence;

import be.dossierwerk.deadline.AppealWindow;
import be.dossierwerk.deadline.AppealWindow.Notice;
import be.dossierwerk.deadline.AppealWindow.Way;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the window for an appeal to the Raad van State on a notified decision (Regentsbesluit 23-8-1948 art. 4; procedures.md 1.10). */
@Component
class AppealTerm {

    private static final String RULE = "T-RVS";

    private final Terms terms;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    AppealTerm(Terms terms, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.terms = terms;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By registered letter: the third working day after posting is the first day of the term and is counted in. */
    void afterPosting(UUID letter, String dossier, LocalDate posted) {
        open(letter, dossier, new Notice(Way.AANGETEKEND, posted, false), null);
    }

    /** Electronically: the day after it was made available is the first day. */
    void afterDelivery(UUID letter, String dossier, LocalDate available) {
        open(letter, dossier, new Notice(Way.ELEKTRONISCH, available, false), null);
    }

    /** The first window of the letter, or one that replaces its window because the receipt is known better; null when another court hears the appeal. */
    AppealWindow open(UUID letter, String dossier, Notice notice, String reason) {
        // The answer on a decision that another court hears goes to that court as well.
        if (jdbc.sql("select coalesce(facts ->> 'andereRechter', '') = 'true' from letter where id = ?").param(letter).query(Boolean.class).single()) {
            return null;
        }
        AppealWindow window = terms.appealWindow(notice);
        Optional<Long> before = jdbc.sql("""
                select id from appeal_window w where letter = ? and not exists (select from appeal_window later where later.replaces = w.id)""")
                .param(letter).query(Long.class).optional();
        var actor = currentActor.get();
        jdbc.sql("""
                insert into appeal_window (letter, dossier, way, event_on, clause_missing, notified_on, first_on, last_on, definitive_on, reason, replaces,
                                           recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(Arrays.asList(letter, dossier, notice.way().name(), notice.on(), notice.clauseMissing(),
                window.notifiedOn(), window.first(), window.last(), window.definitive(), reason, before.orElse(null),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name())).update();
        if (before.isEmpty() || newestOf(dossier, letter)) {
            startTerm(dossier, window, before.isPresent() ? "De kennisgeving werd verbeterd: de beroepstermijn loopt over andere dagen."
                    : "Een nieuwe beslissing is ter kennis gebracht; tegen de vorige blijft beroep mogelijk tot en met de dag die bij haar brief staat.");
        }
        jdbc.sql("update letter set received_on = ?, appeal_from = ?, appeal_until = ? where id = ?")
                .params(window.notifiedOn(), window.first(), window.last(), letter).update();
        return window;
    }

    private boolean newestOf(String dossier, UUID letter) {
        return jdbc.sql("select letter from appeal_window where dossier = ? and replaces is null order by id desc limit 1").param(dossier).query(UUID.class)
                .single().equals(letter);
    }

    /** The ledger runs one appeal term in a dossier, the newest decision's; the window of an earlier one keeps its own days. */
    private void startTerm(String dossier, AppealWindow window, String because) {
        // A term does not count the day of its event, so the event is the day before the first one.
        LocalDate event = window.first().minusDays(1);
        terms.of(dossier).stream().filter(term -> term.rule().equals(RULE) && term.stoppedOn() == null).findFirst()
                .ifPresent(earlier -> terms.stop(dossier, RULE, end(earlier, event), because));
        terms.start(dossier, RULE, event);
    }

    /** An appeal is never late here: a term that was over ended on its own last day, not months later. */
    private static LocalDate end(TermStanding earlier, LocalDate event) {
        LocalDate end = earlier.due() != null && earlier.due().isBefore(event) ? earlier.due() : event;
        return end.isBefore(earlier.startedOn()) ? earlier.startedOn() : end;
    }
}
