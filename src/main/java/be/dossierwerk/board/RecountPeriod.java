package be.dossierwerk.board;

import be.dossierwerk.board.CountPeriod.Counted;
import be.dossierwerk.board.Figures.NormFigure;
import be.dossierwerk.board.Figures.VolumeFigure;
import be.dossierwerk.board.FrozenPeriods.Frozen;
import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.security.CurrentActor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a frozen period again: from the events as they were known when it was frozen, with the versions of then, number by number beside what was frozen,
 * and beside what the same days give today (ADR 0033). Changes nothing.
 */
@Service
public class RecountPeriod {

    /** {@code today}: null for a norm that the board does not have any more, like {@code todayBefore}. */
    public record NormLine(Definition definition, int version, Result frozen, Result frozenBefore, Result again, Result againBefore, Result today, Result todayBefore, int versionToday) {

        public boolean same() {
            return frozen.equals(again) && frozenBefore.equals(againBefore);
        }

        public boolean sameToday() {
            return frozen.equals(today) && frozenBefore.equals(todayBefore);
        }
    }

    /** As {@link NormLine}; {@code euro}: a sum of money. */
    public record VolumeLine(String measure, String name, boolean euro, BigDecimal frozen, BigDecimal frozenBefore, BigDecimal again, BigDecimal againBefore, BigDecimal today,
                             BigDecimal todayBefore) {

        public boolean same() {
            return frozen.compareTo(again) == 0 && frozenBefore.compareTo(againBefore) == 0;
        }

        public boolean sameToday() {
            return today != null && frozen.compareTo(today) == 0 && frozenBefore.compareTo(todayBefore) == 0;
        }
    }

    /** {@code kept}: the fingerprint is still that of the figures; {@code inChain}: it is the one that the chain of the department tells. */
    public record Recount(Frozen frozen, boolean kept, boolean inChain, List<NormLine> norms, List<VolumeLine> volumes) {

        public boolean holds() {
            return kept && inChain && differences() == 0;
        }

        public long differences() {
            return norms.stream().filter(line -> !line.same()).count() + volumes.stream().filter(line -> !line.same()).count();
        }
    }

    /** Something about a dossier of the period that became known after it was frozen; {@code ended}: what was known of it no longer holds. */
    public record Later(String dossier, String event, LocalDateTime at, Instant known, boolean ended) { }

    private static final int MOST_LATER = 200;

    private final FrozenPeriods periods;
    private final CountPeriod countPeriod;
    private final ShowBoard showBoard;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    RecountPeriod(FrozenPeriods periods, CountPeriod countPeriod, ShowBoard showBoard, CurrentActor currentActor, JdbcClient jdbc) {
        this.periods = periods;
        this.countPeriod = countPeriod;
        this.showBoard = showBoard;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; board.frozen.unknown */
    @Transactional(readOnly = true)
    public Recount recount(long id) {
        currentActor.require(ShowBoard.READERS);
        Frozen frozen = periods.of(id);
        Figures then = periods.figures(frozen);
        Figures again = countPeriod.count(frozen.period(), frozen.other(), frozen.frozenAt(), then.norms().stream().map(norm -> new Counted(norm.definition(), norm.version())).toList(),
                then.volumes().stream().map(VolumeFigure::volume).toList());
        Board today = showBoard.of(frozen.period(), frozen.other());
        return new Recount(frozen, then.sha256().equals(frozen.sha256()), frozen.sha256().equals(inChain(id)), norms(then, again, today), volumes(then, again, today));
    }

    private static List<NormLine> norms(Figures then, Figures again, Board today) {
        Map<String, ShowBoard.NormLine> now = today.norms().stream().collect(Collectors.toMap(ShowBoard.NormLine::code, Function.identity()));
        return IntStream.range(0, then.norms().size()).mapToObj(i -> {
            NormFigure was = then.norms().get(i);
            NormFigure is = again.norms().get(i);
            ShowBoard.NormLine line = now.get(was.definition().code());
            return new NormLine(was.definition(), was.version(), was.now(), was.before(), is.now(), is.before(), line == null ? null : line.now(), line == null ? null : line.before(),
                    line == null ? 0 : line.version());
        }).toList();
    }

    private static List<VolumeLine> volumes(Figures then, Figures again, Board today) {
        Map<String, ShowBoard.VolumeLine> now = today.volumes().stream().collect(Collectors.toMap(line -> line.measure() + " " + line.indicator(), Function.identity()));
        return IntStream.range(0, then.volumes().size()).mapToObj(i -> {
            VolumeFigure was = then.volumes().get(i);
            VolumeFigure is = again.volumes().get(i);
            ShowBoard.VolumeLine line = now.get(was.volume().measure() + " " + was.volume().indicator());
            return new VolumeLine(was.volume().measure(), was.volume().name(), was.volume().sums(), was.now(), was.before(), is.now(), is.before(), line == null ? null : line.now(),
                    line == null ? null : line.before());
        }).toList();
    }

    /** What was told when it was frozen; null when the chain tells of no such period. */
    private String inChain(long id) {
        return jdbc.sql("""
                select content::jsonb -> 'after' ->> 'sha256' from audit_entry join audit_content using (dossier, seq)
                where dossier = 'DEPARTEMENT' and action = :action and content::jsonb -> 'after' ->> 'periode' = :id order by seq limit 1""")
                .param("action", FreezePeriod.ACTION).param("id", String.valueOf(id)).query(String.class).optional().orElse(null);
    }

    /** What became known later about the dossiers that count for a norm in the period or in the other one; the oldest first. */
    @Transactional(readOnly = true)
    public List<Later> later(Frozen frozen, Definition norm) {
        currentActor.require(ShowBoard.READERS);
        String[] counted = norm.rows().stream().map(Definition.Row::countedIn).distinct().toArray(String[]::new);
        String[] events = norm.rows().stream().flatMap(row -> Stream.of(row.start(), row.stop(), row.countedIn(), Life.PAUSED, Life.RESUMED)).distinct().toArray(String[]::new);
        return jdbc.sql("""
                select d.number, e.name, e.at, greatest(e.recorded_at, e.ended_at), coalesce(e.ended_at > :frozen, false)
                from history_event e join history_dossier d on d.id = e.dossier
                where (e.recorded_at > :frozen or e.ended_at > :frozen) and e.measure = :measure and e.name = any (:events)
                and exists (select from history_event c where c.dossier = e.dossier and c.name = any (:counted)
                            and (c.at >= :from and c.at < :to or c.at >= :otherFrom and c.at < :otherTo))
                order by 4, 1, 3 limit :most""").param("frozen", KnownLives.at(frozen.frozenAt())).param("measure", norm.measure()).param("events", events).param("counted", counted)
                .param("from", frozen.period().from()).param("to", frozen.period().to().plusDays(1)).param("otherFrom", frozen.other().from()).param("otherTo", frozen.other().to().plusDays(1))
                .param("most", MOST_LATER).query((row, i) -> new Later(row.getString(1), row.getString(2), row.getObject(3, LocalDateTime.class),
                        row.getObject(4, OffsetDateTime.class).toInstant(), row.getBoolean(5))).list();
    }
}
