package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.lastDay;
import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the running terms along to the latest version of the calendar. Which version a term follows stands in its row, so this can stop anywhere
 * and start again: what followed already is not met again.
 */
@Service
public class FollowCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(FollowCalendar.class);
    private static final int PAGE = 100;
    private static final int AT_ONCE = 300;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    FollowCalendar(JdbcClient jdbc, Ledger ledger, AuditLog audit, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** After an approval: who approves waits for the first pages only, the sweep takes the others. */
    void followSoon() {
        follow(AT_ONCE);
    }

    /**
     * Gives the number of terms that got another last day: what an approval, a crash or a term that was just then starting left behind. A dossier
     * that fails is logged and does not hold up the others.
     */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public int sweep() {
        return follow(Integer.MAX_VALUE);
    }

    private int follow(int dossiers) {
        int moved = 0;
        int seen = 0;
        String last = "";
        for (List<String> page = page(last); !page.isEmpty() && seen < dossiers; page = page(last)) {
            moved += follow(page);
            seen += page.size();
            last = page.get(page.size() - 1);
        }
        return moved;
    }

    /** Behind the last one seen, so that a dossier that fails is not met twice. */
    private List<String> page(String after) {
        return jdbc.sql("""
                select distinct dossier from term
                where stopped_on is null and calendar < (select coalesce(max(version), 0) from calendar_day) and dossier > ?
                order by dossier limit ?""").params(after, PAGE).query(String.class).list();
    }

    private int follow(List<String> dossiers) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> takeAlong(dossiers)));
        } catch (RuntimeException e) {
            if (dossiers.size() == 1) {
                LOG.error("The terms of {} did not follow the calendar; the next round tries again", dossiers.get(0), e);
                return 0;
            }
            return dossiers.stream().mapToInt(dossier -> follow(List.of(dossier))).sum();
        }
    }

    private int takeAlong(List<String> dossiers) {
        // In one order, so that two such transactions never wait for each other's dossiers.
        dossiers.stream().sorted().forEach(ledger::lock);
        BelgianCalendar latest = ledger.calendars().latest();
        List<CalendarDay> days = ledger.calendars().days();
        int moved = 0;
        for (List<DossierTerm> terms : ledger.terms(dossiers).values()) {
            for (DossierTerm term : terms) {
                if (term.running() && term.calendar().number() < latest.number()) {
                    moved += move(term, latest, days) ? 1 : 0;
                }
            }
        }
        return moved;
    }

    /** True when its last day moved. */
    private boolean move(DossierTerm term, BelgianCalendar latest, List<CalendarDay> days) {
        TermAccount before = term.account(ledger.today());
        ledger.followCalendar(term.id(), latest);
        TermAccount after = ledger.settle(term.under(latest));
        boolean moved = !Objects.equals(before.effectiveDue(), after.effectiveDue());
        if (moved) {
            String why = days.stream().filter(day -> day.version() > term.calendar().number() && day.version() <= latest.number())
                    .map(day -> AuditSentences.becomes(day.day(), day.holiday(), day.name())).collect(Collectors.joining(" en "));
            audit.record(AuditLog.Entry.of(term.dossier(), "CALENDAR_FOLLOWED", "De kalender veranderde, zodat %s. \"%s\": %s%s.".formatted(why, term.rule().name(),
                            lastDay(after.effectiveDue()), before.effectiveDue() == null ? "" : ", in plaats van " + prose(before.effectiveDue())))
                    .changing(due(term, before.effectiveDue(), term.calendar()), due(term, after.effectiveDue(), latest)));
        }
        if (!before.equals(after)) {
            events.publishEvent(new TermMoved(term.dossier(), term.rule().code()));
        }
        return moved;
    }

    private static Map<String, Object> due(DossierTerm term, LocalDate day, BelgianCalendar calendar) {
        return Map.of(term.rule().code(), day == null ? "onbekend" : day.toString(), "kalender", calendar.version());
    }
}
