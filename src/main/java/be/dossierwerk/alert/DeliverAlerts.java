package be.dossierwerk.alert;

import be.dossierwerk.correspondence.StaffMail;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.inbox.Colleagues;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers alerts whose quiet hours are over. What has lost its point meanwhile, because the term stopped or stands still, disturbs nobody.
 * Each alert is its own transaction; a crash between mail and commit mails again under the same Message-ID.
 */
@Component
public class DeliverAlerts {

    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(DeliverAlerts.class);

    private record Waiting(UUID id, String dossier, String rule, String role, String person, String sentence, boolean ofTerm) { }

    private final JdbcClient jdbc;
    private final Terms terms;
    private final Colleagues colleagues;
    private final StaffMail mail;
    private final Clock clock;
    private final TransactionTemplate transactions;

    DeliverAlerts(JdbcClient jdbc, Terms terms, Colleagues colleagues, StaffMail mail, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.colleagues = colleagues;
        this.mail = mail;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Gives the number delivered; one that fails is logged and waits for the next round. */
    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    public int deliverDue() {
        Set<UUID> tried = new HashSet<>();
        int delivered = 0;
        for (List<UUID> due = due(tried); !due.isEmpty(); due = due(tried)) {
            for (UUID id : due) {
                delivered += delivered(id) ? 1 : 0;
            }
        }
        return delivered;
    }

    private List<UUID> due(Set<UUID> tried) {
        return jdbc.sql("select id from alert where state = 'WACHT' and not_before <= ? order by not_before, came_on, percent, id limit ?")
                .params(now(), PAGE).query(UUID.class).list().stream().filter(tried::add).toList();
    }

    private boolean delivered(UUID id) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> deliver(id)));
        } catch (RuntimeException e) {
            LOG.error("Alert {} was not delivered; the next round tries again", id, e);
            return false;
        }
    }

    private boolean deliver(UUID id) {
        List<Waiting> waiting = jdbc.sql("select id, dossier, rule, role, person, sentence, of_term from alert where id = ? and state = 'WACHT' for update skip locked")
                .param(id).query(Waiting.class).list();
        if (waiting.isEmpty()) {
            return false;
        }
        Waiting alert = waiting.get(0);
        // A warning that holds no longer does not wait any more.
        boolean counts = !alert.ofTerm() ? jdbc.sql("select " + MyAlerts.OPEN_TASK + " from alert a where a.id = ?").param(id).query(Boolean.class).single() : terms.of(alert.dossier()).stream().anyMatch(term -> term.rule().equals(alert.rule()) && counts(term));
        jdbc.sql("update alert set state = ?, settled_at = ? where id = ?").params(counts ? "BEZORGD" : "NIET_NODIG", now(), id).update();
        if (counts && mail.configured()) {
            colleagues.mailAddresses(alert.role(), alert.person())
                    .forEach(address -> mail.send(id, address, (alert.ofTerm() ? "Termijn van dossier " : "Melding over dossier ") + alert.dossier(), alert.sentence()));
        }
        return counts;
    }

    private static boolean counts(TermStanding term) {
        return term.stoppedOn() == null && term.pausedSince() == null;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
