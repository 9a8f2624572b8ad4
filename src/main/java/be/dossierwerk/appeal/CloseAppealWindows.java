package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes in the timeline that a decision became final: its last day and the margin are over and nobody contests it (procedures.md 1.10). */
@Component
public class CloseAppealWindows {

    private static final Logger LOG = LoggerFactory.getLogger(CloseAppealWindows.class);
    /** A petition that still runs keeps a decision from becoming final; one that fell away never does. */
    private static final String CLOSED = """
            from appeal_window w join letter l on l.id = w.letter
            where w.definitive_on <= ? and not exists (select from appeal_window later where later.replaces = w.id)
            and not exists (select from appeal_definitive d where d.appeal_window = w.id)
            and not exists (select from besluit b join contest c on c.besluit = b.id join dossier a on a.number = c.appeal where b.letter = w.letter
                and a.procedure = 'beroep-raad-van-state' and (a.closed_on is null or a.outcome not in ('VERWORPEN', 'AFSTAND')))
            and not exists (select from besluit b where b.letter = w.letter and b.status = 'VERNIETIGD')""";

    private static final String APPEAL_ENDED = """
            (select max(a.closed_on) from besluit b join contest c on c.besluit = b.id join dossier a on a.number = c.appeal where b.letter = w.letter
                and a.procedure = 'beroep-raad-van-state') as appeal_ended\s""";

    private record Closed(long id, String dossier, String title, LocalDate first, LocalDate last, LocalDate definitive, LocalDate appealEnded) { }

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CloseAppealWindows(JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many became final; one that fails is logged and does not hold up the others. Several machines may do this at once. */
    @Scheduled(cron = "0 20 0 * * *", zone = "Europe/Brussels")
    public int sweep() {
        LocalDate today = LocalDate.now(clock);
        List<Closed> closed = jdbc.sql("select w.id, w.dossier, l.title, w.first_on as first, w.last_on as last, w.definitive_on as definitive, "
                + APPEAL_ENDED
                + CLOSED + " order by w.definitive_on, w.id").param(today).query(Closed.class).list();
        return closed.stream().mapToInt(window -> close(window, today)).sum();
    }

    private int close(Closed window, LocalDate today) {
        try {
            return currentActor.as(Actor.SYSTEM, () -> transactions.execute(status -> {
                audit.lock(window.dossier);
                // Between the look and the lock another machine, a correction or a petition may have come.
                int noted = jdbc.sql("insert into appeal_definitive (appeal_window, noted_at) select w.id, ? " + CLOSED + " and w.id = ? on conflict do nothing")
                        .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), today, window.id).update();
                if (noted == 1) {
                    audit.record(AuditLog.Entry.of(window.dossier, "BESLISSING_DEFINITIEF", window.appealEnded == null
                            ? "De beslissing “%s” is definitief sinds %s: beroep bij de Raad van State was mogelijk van %s tot en met %s, en er kwam geen.".formatted(
                                    window.title, Dates.prose(window.definitive), Dates.prose(window.first), Dates.prose(window.last))
                            : "De beslissing “%s” is definitief: het beroep bij de Raad van State eindigde op %s zonder dat ze verviel.".formatted(
                                    window.title, Dates.prose(window.appealEnded))));
                }
                return noted;
            }));
        } catch (RuntimeException e) {
            LOG.error("The appeal window {} of {} did not close; the next sweep tries again", window.id, window.dossier, e);
            return 0;
        }
    }
}
