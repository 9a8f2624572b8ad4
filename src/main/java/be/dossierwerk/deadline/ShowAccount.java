package be.dossierwerk.deadline;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why a term ends when it ends: the rule in force, what was written in the ledger, and each day of the term. */
@Service
public class ShowAccount {

    /**
     * The version of the rule that the term follows; {@code validTo} is null while no later version is known. {@code before}: the version that it
     * followed until {@code changedOn}, when a change for all running terms took it along; null when it always followed this one.
     */
    public record Rule(String code, int version, String name, String source, String nature, int amount, String unit, String binds, boolean stops,
                       LocalDate validFrom, LocalDate validTo, Integer before, LocalDate changedOn) { }

    /** A day in words: {@code why} in the language asked for; {@code tone}: calm, paused, last or late. */
    public record Day(LocalDate date, boolean counts, int total, String why, String tone) { }

    /**
     * {@code asOf}: the day the account is drawn up for; {@code due}: null while an open pause keeps it unknown; {@code plain}: the same for the
     * applicant; {@code lines}: the ledger as known then; {@code inputsHash}: of all that the account follows from;
     * {@code calendar}: the version that was used, and {@code calendarWords} the same with the changed days that lie within the term.
     */
    public record Sheet(String dossier, Rule rule, LocalDate start, LocalDate stoppedOn, LocalDate asOf, LocalDate nominalDue, LocalDate due,
                        Integer daysLeft, LocalDate pausedSince, int counted, int paused, int extension, List<Day> days, List<String> plain,
                        List<LedgerLine> lines, String inputsHash, String calendar, String calendarWords) { }

    private final Ledger ledger;
    private final AccountWords words;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShowAccount(Ledger ledger, AccountWords words, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.ledger = ledger;
        this.words = words;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param knownOn the day on which the ledger stood as it is read, or null for now
     * @throws Refused security.role-missing, or deadline.account.unknown when no such term was known
     */
    @Transactional(readOnly = true)
    public Sheet of(String dossier, String rule, LocalDate knownOn, Locale locale) {
        currentActor.require(Roles.names().keySet().toArray(String[]::new));
        LocalDate today = LocalDate.now(clock);
        boolean now = knownOn == null || !knownOn.isBefore(today);
        Instant moment = now ? clock.instant() : knownOn.atTime(LocalTime.MAX).atZone(clock.getZone()).toInstant();
        DossierTerm term = ledger.termsAsKnown(dossier, moment).stream().filter(each -> each.rule().code().equals(rule))
                .max(Comparator.comparing(DossierTerm::id)).orElseThrow(() -> new Refused("deadline.account.unknown"));
        LocalDate asOf = !term.running() ? term.stoppedOn() : now ? today : knownOn;
        TermAccount account = term.account(asOf);
        List<Day> days = TermDay.of(term.facts(), term.filePauses(), asOf).stream()
                .map(day -> new Day(day.date(), day.counts(), day.total(), words.why(day, account, term.facts(), locale), tone(day))).toList();
        List<LedgerLine> lines = ledger.lines(dossier).stream().filter(line -> !line.recordedAt().isAfter(moment))
                .filter(line -> line.term() == null || line.term() == term.id()).toList();
        return new Sheet(dossier, rule(term, moment), term.startedOn(), term.stoppedOn(), asOf, account.nominalDue(), account.effectiveDue(),
                account.remainingDays(), account.standsStill() ? account.pausedSince() : null, account.countedDays(), account.pausedDays(),
                term.extensionDays(), days, words.plain(term, account, locale), lines, term.inputsHash(), term.calendar().version(),
                words.calendar(term, term.calendar().number() == 0 ? List.of() : ledger.calendars().days(), locale));
    }

    private Rule rule(DossierTerm term, Instant moment) {
        return jdbc.sql("""
                select source, nature, binds, valid_from, valid_to, from_version, decided_at
                from term_rule left join lateral (
                    select m.from_version, c.decided_at from term_rule_move m join term_rule_change c on c.id = m.change
                    where m.term = ? and c.decided_at <= ? order by c.decided_at desc limit 1) moved on true
                where code = ? and version = ?""")
                .params(term.id(), OffsetDateTime.ofInstant(moment, ZoneOffset.UTC), term.rule().code(), term.rule().version())
                .query((row, i) -> new Rule(term.rule().code(), term.rule().version(), term.rule().name(), row.getString(1), row.getString(2),
                        term.rule().amount(), term.rule().unit().name(), row.getString(3), !term.rule().pauseGrounds().isEmpty(),
                        row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class), row.getObject(6, Integer.class),
                        row.getObject(7) == null ? null : row.getObject(7, OffsetDateTime.class).atZoneSameInstant(clock.getZone()).toLocalDate())).single();
    }

    private static String tone(TermDay day) {
        return switch (day.mark()) {
            case LATE -> "late";
            case LAST, LAST_BUT_ROLLS, ROLLED_LAST -> "last";
            case NONE, ROLLED -> day.paused() ? "paused" : "calm";
        };
    }
}
