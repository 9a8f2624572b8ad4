package be.dossierwerk.deadline;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.KeptInTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes terms and their entries, and keeps the dates that lists and the sweep look for equal to the account. */
@Component
class Ledger {

    enum Kind { STARTED, PAUSED, RESUMED, EXTENDED, STOPPED, CORRECTED, COUNTERED }

    /** One line of the ledger; {@code term} is null for a pause, which is of the whole file; {@code counteredBy} is null while it holds. */
    private record Entry(long id, Long term, Kind kind, LocalDate on, Integer days, PauseGround ground, String reason, Instant recordedAt,
                         Long counteredBy, Instant counteredAt) {

        /** As somebody knew it who had read the ledger up to and including that entry. */
        boolean holdsBefore(long entry) {
            return id < entry && (counteredBy == null || counteredBy > entry);
        }
    }

    /** {@code calendar}: the number of the version that the term follows. */
    private record Row(long id, String dossier, TermRule rule, LocalDate startedOn, int calendar) { }

    /** What a locked dossier has, as long as nothing is written in it. */
    private record Known(List<Entry> entries, List<DossierTerm> terms) { }

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Calendars calendars;
    private final KeptInTransaction<String, Known> known = new KeptInTransaction<>();

    Ledger(JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
        this.calendars = new Calendars(jdbc);
    }

    Calendars calendars() {
        return calendars;
    }

    /** One writer a time for a dossier; the same lock as its audit chain, so that the two can never wait for each other. */
    void lock(String dossier) {
        audit.lock(dossier);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @throws IllegalArgumentException when no version of that rule is in force on that day */
    TermRule rule(String code, LocalDate on) {
        return jdbc.sql("""
                select * from term_rule where code = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
                order by version desc limit 1""").params(code, on, on).query((row, i) -> ruleOf(row)).optional()
                .orElseThrow(() -> new IllegalArgumentException("no term rule " + code + " in force on " + on));
    }

    boolean knows(String code) {
        return jdbc.sql("select exists (select 1 from term_rule where code = ?)").param(code).query(Boolean.class).single();
    }

    /** Terms of the dossier, oldest first. */
    List<DossierTerm> terms(String dossier) {
        return audit.isLocked(dossier) ? known(dossier).terms() : terms(Set.of(dossier)).getOrDefault(dossier, List.of());
    }

    /** Of a dossier that this transaction has locked: nobody else writes in its ledger, so that it is read once until we write ourselves. */
    private Known known(String dossier) {
        return known.now().computeIfAbsent(dossier, number -> {
            String[] numbers = {number};
            List<Entry> entries = entries(numbers).getOrDefault(number, List.of());
            return new Known(entries, terms(termRows(numbers, now()), row -> entries));
        });
    }

    private void forget() {
        known.now().clear();
    }

    /** Terms by dossier, oldest first; two statements whatever the number of dossiers, and one more once the calendar was changed. */
    Map<String, List<DossierTerm>> terms(Collection<String> dossiers) {
        String[] numbers = dossiers.toArray(String[]::new);
        Map<String, List<Entry>> entries = entries(numbers);
        return terms(termRows(numbers, now()), row -> entries.getOrDefault(row.dossier(), List.of())).stream()
                .collect(Collectors.groupingBy(DossierTerm::dossier));
    }

    /** The terms as the ledger stood at that moment: what was written or countered later is not known yet. */
    List<DossierTerm> termsAsKnown(String dossier, Instant moment) {
        List<Entry> known = entries(new String[] {dossier}).getOrDefault(dossier, List.of()).stream()
                .filter(entry -> !entry.recordedAt().isAfter(moment))
                .map(entry -> entry.counteredAt() != null && entry.counteredAt().isAfter(moment) ? new Entry(entry.id(), entry.term(), entry.kind(),
                        entry.on(), entry.days(), entry.ground(), entry.reason(), entry.recordedAt(), null, null) : entry).toList();
        int calendar = calendars.numberAt(moment);
        return terms(termRows(new String[] {dossier}, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC)).stream()
                .filter(row -> known.stream().anyMatch(entry -> entry.kind() == Kind.STARTED && Objects.equals(entry.term(), row.id())))
                .map(row -> new Row(row.id(), row.dossier(), row.rule(), row.startedOn(), Math.min(row.calendar(), calendar))).toList(), row -> known);
    }

    /** Under the version of the rule that each term followed at that moment: a later change may have taken it along. */
    private List<Row> termRows(String[] numbers, OffsetDateTime moment) {
        return jdbc.sql("""
                select t.id, t.dossier, t.started_on, t.calendar, r.*
                from term t join term_rule r on r.code = t.rule and r.version = coalesce(
                    (select m.from_version from term_rule_move m join term_rule_change c on c.id = m.change
                     where m.term = t.id and c.decided_at > ? order by c.decided_at limit 1), t.rule_version)
                where t.dossier %s order by t.started_on, t.id""".formatted(among(numbers))).params(moment, oneOrAll(numbers))
                .query((row, i) -> new Row(row.getLong("id"), row.getString("dossier"), ruleOf(row),
                        row.getObject("started_on", LocalDate.class), row.getInt("calendar"))).list();
    }

    /** The next dossiers in which a term by that rule runs; begin after the empty text. */
    List<String> dossiersRunning(String rule, String after, int most) {
        return jdbc.sql("select dossier from term where rule = ? and stopped_on is null and dossier > ? order by dossier limit ?")
                .params(rule, after, most).query(String.class).list();
    }

    /** The running terms by that rule in these dossiers, each as it would stand under this version of the rule. */
    List<DossierTerm> runningUnder(TermRule version, Collection<String> dossiers) {
        String[] numbers = dossiers.toArray(String[]::new);
        List<Row> rows = jdbc.sql("select id, dossier, started_on, calendar from term where rule = ? and stopped_on is null and dossier = any(?) order by dossier")
                .params(version.code(), numbers)
                .query((row, i) -> new Row(row.getLong(1), row.getString(2), version, row.getObject(3, LocalDate.class),
                        row.getInt(4))).list();
        Map<String, List<Entry>> entries = entries(numbers);
        return terms(rows, row -> entries.getOrDefault(row.dossier(), List.of()));
    }

    /** The next dossiers in which any term runs; begin after the empty text. */
    List<String> dossiersRunning(String after, int most) {
        return jdbc.sql("select distinct dossier from term where stopped_on is null and dossier > ? order by dossier limit ?").params(after, most)
                .query(String.class).list();
    }

    /** The running term by that rule. */
    Optional<DossierTerm> running(String dossier, String rule) {
        return terms(dossier).stream().filter(term -> term.running() && term.rule().code().equals(rule)).findFirst();
    }

    Optional<DossierTerm> byId(long id) {
        return jdbc.sql("select dossier from term where id = ?").param(id).query(String.class).optional()
                .flatMap(dossier -> terms(dossier).stream().filter(term -> term.id() == id).findFirst());
    }

    /** What the file waits for now, longest first. */
    List<FilePause> openPauses(String dossier) {
        return openPauses(audit.isLocked(dossier) ? known(dossier).entries() : entries(new String[] {dossier}).getOrDefault(dossier, List.of()));
    }

    /** As {@link #openPauses(String)}, for many files in one statement; a file that waits for nothing is left out or empty. */
    Map<String, List<FilePause>> openPauses(Collection<String> dossiers) {
        Map<String, List<FilePause>> open = new HashMap<>();
        entries(dossiers.toArray(String[]::new)).forEach((dossier, entries) -> open.put(dossier, openPauses(entries)));
        return open;
    }

    private static List<FilePause> openPauses(List<Entry> entries) {
        return pauses(holding(entries, Long.MAX_VALUE)).stream().filter(pause -> pause.closed() == null).sorted(Comparator.comparing(FilePause::opened)).toList();
    }

    /** Starts a term, with its first entry in the ledger, and gives its number. */
    long begin(String dossier, TermRule rule, LocalDate startedOn) {
        forget();
        Actor actor = currentActor.get();
        return jdbc.sql("""
                with started as (
                    insert into term (dossier, rule, rule_version, started_on, calendar)
                    values (?, ?, ?, ?, (select coalesce(max(version), 0) from calendar_day)) returning id, dossier, started_on)
                insert into term_entry (dossier, term, kind, effective_on, recorded_at, recorded_by, recorded_by_name)
                select dossier, id, ?, started_on, ?, ?, ? from started returning term""")
                .params(dossier, rule.code(), rule.version(), startedOn, Kind.STARTED.name(), now(), actor.id(), actor.name()).query(Long.class).single();
    }

    void stopTerm(long id, LocalDate on) {
        forget();
        jdbc.sql("update term set stopped_on = ?, next_step_on = null where id = ?").params(on, id).update();
    }

    void write(String dossier, Long term, Kind kind, LocalDate on, Integer days, PauseGround ground, String reason) {
        write(dossier, term, kind, on, days, ground, null, reason, null);
    }

    /** An entry with its ground and what proves it; {@code counters}: the entry that no longer holds, or null. */
    void write(String dossier, Long term, Kind kind, LocalDate on, Integer days, Enum<?> ground, String evidence, String reason, Long counters) {
        forget();
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into term_entry (dossier, term, kind, effective_on, calendar_days, ground, evidence, reason, counters,
                                        recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, term, kind.name(), on, days, ground == null ? null : ground.name(), evidence, reason, counters, now(),
                        actor.id(), actor.name()))
                .update();
    }

    /** The entries of a dossier as people read them, oldest first; counter-entries are told with what they counter. */
    List<LedgerLine> lines(String dossier) {
        return jdbc.sql("""
                select e.id, e.term, r.name, e.kind, e.effective_on, e.calendar_days, e.ground, e.evidence, e.reason, e.recorded_at, e.recorded_by_name,
                       c.recorded_at, c.recorded_by_name
                from term_entry e left join term t on t.id = e.term left join term_rule r on r.code = t.rule and r.version = t.rule_version
                    left join term_entry c on c.counters = e.id
                where e.dossier = ? and e.kind <> 'COUNTERED' order by e.id""").param(dossier)
                .query((row, i) -> new LedgerLine(row.getLong(1), row.getObject(2, Long.class), row.getString(3), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getObject(6, Integer.class), row.getString(7), row.getString(8), row.getString(9),
                        instant(row, 10), instant(row, 10).atZone(clock.getZone()).toLocalDate(), row.getString(11), instant(row, 12), row.getString(13)))
                .list();
    }

    void startTerm(long id, LocalDate on) {
        forget();
        jdbc.sql("update term set started_on = ? where id = ?").params(on, id).update();
    }

    /** From now on that term follows the version of its rule that it has here; {@link #settle} brings its dates along. */
    void followRule(DossierTerm term) {
        forget();
        jdbc.sql("update term set rule_version = ? where id = ?").params(term.rule().version(), term.id()).update();
    }

    /** From now on that term follows that version of the calendar; {@link #settle} brings its dates along. */
    void followCalendar(long id, BelgianCalendar calendar) {
        forget();
        jdbc.sql("update term set calendar = ? where id = ?").params(calendar.number(), id).update();
    }

    /** Writes down again what follows from the ledger: the last day, and the day on which the next step of the ladder comes. */
    TermAccount settle(DossierTerm term) {
        LocalDate today = today();
        TermAccount account = term.account(today);
        jdbc.sql("update term set due_on = ?, next_step_on = ?, inputs_sha256 = ? where id = ?")
                .params(Arrays.asList(account.effectiveDue(), EscalationStep.nextOn(term, account, () -> stepsTaken(term.id())), term.inputsHash(), term.id()))
                .update();
        return account;
    }

    /** As {@link #settle(DossierTerm)} for each, with two statements for all. */
    void settle(Collection<DossierTerm> terms) {
        if (terms.isEmpty()) {
            return;
        }
        LocalDate today = today();
        Map<Long, Set<Integer>> taken = stepsTaken(terms.stream().map(DossierTerm::id).toList());
        List<TermAccount> accounts = terms.stream().map(term -> term.account(today)).toList();
        Iterator<TermAccount> account = accounts.iterator();
        jdbc.sql("""
                update term t set due_on = s.due_on, next_step_on = s.next_step_on, inputs_sha256 = s.hash
                from unnest(cast(:due as date[]), cast(:next as date[]), :hashes, :ids) as s (due_on, next_step_on, hash, id) where t.id = s.id""")
                .param("due", accounts.stream().map(each -> text(each.effectiveDue())).toArray(String[]::new))
                .param("next", terms.stream().map(term -> text(EscalationStep.nextOn(term, account.next(), () -> taken.getOrDefault(term.id(), Set.of())))).toArray(String[]::new))
                .param("hashes", terms.stream().map(DossierTerm::inputsHash).toArray(String[]::new)).param("ids", terms.stream().map(DossierTerm::id).toArray(Long[]::new)).update();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    Set<Integer> stepsTaken(long term) {
        return Set.copyOf(jdbc.sql("select step from term_escalation where term = ?").param(term).query(Integer.class).list());
    }

    /** The steps taken by term, for many terms in one statement. */
    Map<Long, Set<Integer>> stepsTaken(Collection<Long> terms) {
        record Taken(long term, int step) { }
        return jdbc.sql("select term, step from term_escalation where term = any(?)").param(terms.toArray(Long[]::new))
                .query((row, i) -> new Taken(row.getLong(1), row.getInt(2))).list().stream()
                .collect(Collectors.groupingBy(Taken::term, Collectors.mapping(Taken::step, Collectors.toSet())));
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private List<DossierTerm> terms(List<Row> rows, Function<Row, List<Entry>> entries) {
        List<BelgianCalendar> versions = rows.stream().allMatch(row -> row.calendar() == 0) ? List.of(BelgianCalendar.LEGAL) : calendars.all();
        return rows.stream().map(row -> term(row, entries.apply(row), versions.get(row.calendar()))).toList();
    }

    private DossierTerm term(Row row, List<Entry> ofDossier, BelgianCalendar calendar) {
        // What was written after the stop no longer changes the term: its account stays as it was.
        Optional<Entry> stop = ofDossier.stream().filter(entry -> entry.kind() == Kind.STOPPED && Objects.equals(entry.term(), row.id())).findFirst();
        List<Entry> known = holding(ofDossier, stop.map(Entry::id).orElse(Long.MAX_VALUE));
        List<Entry> own = known.stream().filter(entry -> Objects.equals(entry.term(), row.id())).toList();
        int extension = own.stream().filter(entry -> entry.kind() == Kind.EXTENDED).mapToInt(Entry::days).sum();
        LocalDate start = own.stream().filter(entry -> entry.kind() == Kind.STARTED || entry.kind() == Kind.CORRECTED)
                .reduce((first, later) -> later).map(Entry::on).orElse(row.startedOn());
        List<FilePause> stopping = pauses(known).stream().filter(pause -> row.rule().pauseGrounds().contains(pause.ground())).toList();
        return new DossierTerm(row.id(), row.dossier(), row.rule(), start, stop.map(Entry::on).orElse(null), extension, stopping, calendar);
    }

    private static List<Entry> holding(List<Entry> entries, long before) {
        return entries.stream().filter(entry -> entry.holdsBefore(before)).toList();
    }

    /** A resumption closes the pause of its ground that was written down last and is still open; an earlier one is open again when its end was countered. */
    private static List<FilePause> pauses(List<Entry> entries) {
        List<FilePause> pauses = new ArrayList<>();
        Map<PauseGround, Deque<Integer>> open = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.kind() == Kind.PAUSED) {
                open.computeIfAbsent(entry.ground(), ground -> new ArrayDeque<>()).push(pauses.size());
                pauses.add(new FilePause(entry.ground(), entry.on(), null, entry.reason()));
            } else if (entry.kind() == Kind.RESUMED) {
                Integer index = open.getOrDefault(entry.ground(), new ArrayDeque<>()).poll();
                if (index != null) {
                    FilePause pause = pauses.get(index);
                    pauses.set(index, new FilePause(pause.ground(), pause.opened(), entry.on(), pause.reason()));
                }
            }
        }
        return pauses;
    }

    private Map<String, List<Entry>> entries(String[] dossiers) {
        record Line(String dossier, Entry entry) { }
        return jdbc.sql("""
                select e.dossier, e.id, e.term, e.kind, e.effective_on, e.calendar_days, e.ground, e.reason, e.recorded_at, c.id, c.recorded_at
                from term_entry e left join term_entry c on c.counters = e.id
                where e.dossier %s and e.kind <> 'COUNTERED' order by e.id""".formatted(among(dossiers))).param(oneOrAll(dossiers))
                .query((row, i) -> new Line(row.getString(1), new Entry(row.getLong(2), row.getObject(3, Long.class),
                        Kind.valueOf(row.getString(4)), row.getObject(5, LocalDate.class), row.getObject(6, Integer.class),
                        pauseGround(Kind.valueOf(row.getString(4)), row.getString(7)), row.getString(8), instant(row, 9), row.getObject(10, Long.class),
                        instant(row, 11))))
                .list().stream().collect(Collectors.groupingBy(Line::dossier, Collectors.mapping(Line::entry, Collectors.toList())));
    }

    /** For one dossier the database plans once; for a list it plans each time, which took longer than reading one ledger. */
    private static String among(String[] dossiers) {
        return dossiers.length == 1 ? "= ?" : "= any(?)";
    }

    private static Object oneOrAll(String[] dossiers) {
        return dossiers.length == 1 ? dossiers[0] : dossiers;
    }

    private static PauseGround pauseGround(Kind kind, String ground) {
        return kind == Kind.PAUSED || kind == Kind.RESUMED ? PauseGround.valueOf(ground) : null;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static TermRule ruleOf(ResultSet row) throws SQLException {
        return new TermRule(row.getString("code"), row.getInt("version"), row.getString("name"), row.getString("nature"),
                TermUnit.valueOf(row.getString("unit")), row.getInt("amount"), MonthRule.valueOf(row.getString("month_rule")),
                Arrays.stream((String[]) row.getArray("pause_grounds").getArray()).map(PauseGround::valueOf).collect(Collectors.toUnmodifiableSet()),
                RollRule.valueOf(row.getString("roll")), row.getBoolean("escalates"), row.getString("lapse_effect"));
    }
}
