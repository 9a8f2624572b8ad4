package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@link ImpactOfChange} found out, for whoever reads it later: the second person sees the same as the first. */
@Component
public class ImpactReport {

    public enum State { BEZIG, KLAAR, MISLUKT }

    /** What the change would do. STAAT: a dossier stands at a step that changes; TAAK_TERUG: who has a task may not keep it. */
    public enum Kind { STAAT, VOLGT, BLIJFT, TIMER_ANDERS, TIMER_NIEUW, TIMER_METEEN, TIMER_WEG, TAAK_GROEP, TAAK_TERUG, TAAK_ANDERS }

    /**
     * {@code dossiers} are concerned, {@code done} of them were tried, {@code following} can follow. {@code timers} run now, {@code keptTimers} keep
     * their date; {@code terms} run, and none of them may change. {@code lost}: no sign of life any more.
     */
    public record Summary(String hash, State state, int dossiers, int done, int following, int timers, int keptTimers, int terms, String failure, Instant begunAt,
                          Instant finishedAt, String askedBy, boolean lost) {

        /** False when draft or published set changed since. */
        public boolean isOf(Proposal proposal) {
            return hash.equals(ImpactReport.hash(proposal));
        }
    }

    /** So many dossiers to which the same happens; {@code reason}: the term that a timer asks for, or why dossiers stay; {@code was} and {@code becomes} are empty for timers, which differ from dossier to dossier. */
    public record Effect(Kind kind, String process, String element, String name, String reason, String was, String becomes, int dossiers, int times) { }

    /** One dossier behind a number; {@code was} and {@code becomes}: instants for a timer, else groups or names; may be null. */
    public record Line(String dossier, String name, String reason, String was, String becomes) { }

    /** A step that the change adds, alters or takes away, {@code how}: NIEUW, ANDERS or WEG, and how many dossiers stand there. */
    public record ChangedStep(String process, String processName, String element, String name, String how, int dossiers) { }

    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImpactReport(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Summary> of(String change) {
        return jdbc.sql("""
                select proposal_hash, state, total, done, following, timers, kept_timers, terms, failure, begun_at, finished_at, asked_by_name, beat_at
                from procedure_impact where change = ?""").param(change)
                .query((row, i) -> new Summary(row.getString(1), State.valueOf(row.getString(2)), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6),
                        row.getInt(7), row.getInt(8), row.getString(9), row.getObject(10, OffsetDateTime.class).toInstant(),
                        row.getObject(11) == null ? null : row.getObject(11, OffsetDateTime.class).toInstant(), row.getString(12),
                        row.getString(2).equals("BEZIG") && row.getObject(13, OffsetDateTime.class).toInstant().isBefore(clock.instant().minus(SIGN_OF_LIFE)))).optional();
    }

    /** Everything but where dossiers stand and who follows, the most frequent first. */
    @Transactional(readOnly = true)
    public List<Effect> effects(String change) {
        return jdbc.sql("""
                select kind, process, element, name, r, w, b, count(distinct dossier), count(*) from (
                    select *, case when kind like 'TIMER%' then coalesce((select t.name from term_rule t where t.code = reason order by t.version desc limit 1), reason)
                                   else reason end r, case when kind in ('TAAK_GROEP', 'TAAK_ANDERS') then was else '' end w,
                              case when kind in ('TAAK_GROEP', 'TAAK_ANDERS') then becomes else '' end b
                    from procedure_impact_dossier where change = ? and kind not in ('STAAT', 'VOLGT')) f
                group by 1, 2, 3, 4, 5, 6, 7 order by 8 desc, 1, 2, 3, 4""").param(change)
                .query((row, i) -> new Effect(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        row.getString(7), row.getInt(8), row.getInt(9))).list();
    }

    /** What the drawings differ in, with who stands there by the report. */
    @Transactional(readOnly = true)
    public List<ChangedStep> changedSteps(Proposal proposal) {
        Map<String, Integer> standing = jdbc.sql("""
                select process || ' ' || element, count(distinct dossier) from procedure_impact_dossier where change = ? and kind = 'STAAT' group by 1""")
                .param(proposal.change()).query((row, i) -> Map.entry(row.getString(1), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new TreeMap<>(MoveScope.changedSteps(proposal.published(), proposal.proposed())).entrySet().stream()
                .flatMap(process -> process.getValue().entrySet().stream().map(step -> new ChangedStep(process.getKey(), step.getValue().processName(), step.getKey(), step.getValue().name(),
                        step.getValue().how(), standing.getOrDefault(process.getKey() + " " + step.getKey(), 0)))).toList();
    }

    /** The dossiers behind a number; an empty element means any. */
    @Transactional(readOnly = true)
    public List<Line> lines(String change, Kind kind, String process, String element, String reason, int most) {
        return jdbc.sql("""
                select dossier, name, reason, was, becomes from procedure_impact_dossier where change = :change and kind = :kind
                and (:element = '' or process = :process and element = :element) and (:reason = '' or reason = :reason) order by dossier, id limit :most""")
                .param("change", change).param("kind", kind.name()).param("process", process).param("element", element).param("reason", reason).param("most", most)
                .query((row, i) -> new Line(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }

    static String hash(Proposal proposal) {
        return DiagramSet.hash((proposal.published().hash() + proposal.proposed().hash()).getBytes(StandardCharsets.UTF_8));
    }
}
