package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of one term's ladder whose day has come. */
@Service
class ClimbLadder {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AuditLog audit;

    ClimbLadder(JdbcClient jdbc, Ledger ledger, AuditLog audit) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** Gives the number of steps taken; none while the term stands still or once it has stopped. */
    @Transactional
    public int climb(long id) {
        Optional<DossierTerm> found = ledger.byId(id);
        if (found.isEmpty()) {
            return 0;
        }
        ledger.lock(found.get().dossier());
        // Read again behind the lock: it may have been paused or stopped meanwhile.
        DossierTerm term = ledger.byId(id).orElseThrow();
        LocalDate today = ledger.today();
        TermAccount account = term.account(today);
        int steps = 0;
        if (term.running() && !account.standsStill()) {
            Set<Integer> taken = ledger.stepsTaken(id);
            for (EscalationStep step : EscalationStep.ALL) {
                LocalDate day = step.comesOn(term.facts(), account);
                if (!taken.contains(step.percent()) && day != null && !day.isAfter(today)) {
                    take(term, step, account);
                    steps++;
                }
            }
        }
        ledger.settle(term);
        return steps;
    }

    private void take(DossierTerm term, EscalationStep step, TermAccount account) {
        jdbc.sql("insert into term_escalation (term, step, at, addressee) values (?, ?, ?, ?)")
                .params(term.id(), step.percent(), ledger.now(), step.addressee()).update();
        String role = Roles.name(step.addressee()).toLowerCase(Locale.ROOT);
        String sentence = step.overdue()
                ? "De termijn \"%s\" verstreek op %s; het %s volgt de overschrijding op.".formatted(term.rule().name(),
                        prose(account.effectiveDue()), role)
                : "Van de termijn \"%s\" was %d %% voorbij; %s %s volgt mee op. %s.".formatted(term.rule().name(), step.percent(),
                        step.addressee().equals(Roles.HEAD) ? "het" : "de", role,
                        account.effectiveDue() == null ? "De laatste dag is nog niet bekend" : "De laatste dag is " + prose(account.effectiveDue()));
        audit.record(AuditLog.Entry.of(term.dossier(), "TERM_ESCALATED", sentence));
    }
}
