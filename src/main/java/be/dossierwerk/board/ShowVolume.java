package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The events behind one volume of the board: as many as the number says, or as many euro together. */
@Service
public class ShowVolume {

    /**
     * {@code name}: null for an event that is counted of every kind; {@code kinds}: null for every kind; {@code euro}: a sum of money and no count; {@code publication}, {@code source}:
     * where it was published, or null.
     */
    public record Definition(String measure, String measureName, String indicator, String name, String event, List<String> kinds, boolean euro, String publication, String source) { }

    /** Which of them; null for all. {@code number}: a part of it. */
    public record Wanted(String kind, String channel, String number) {

        public static final Wanted ALL = new Wanted(null, null, null);
    }

    /** {@code amount} may be null. */
    public record Line(String dossier, LocalDate on, String kind, String channel, BigDecimal amount) { }

    /** {@code lines}, {@code amount}: of all pages. */
    public record Page(List<Line> shown, long lines, BigDecimal amount) { }

    private static final String BEHIND = """
            from history_event e join history_dossier d on d.id = e.dossier
            where e.measure = :measure and e.name = :event and e.ended_at is null and e.at >= cast(:from as date) and e.at < cast(:to as date) + 1
              and (cast(:kinds as text[]) is null or e.kind = any (:kinds)) and e.kind = coalesce(:kind, e.kind) and e.channel = coalesce(:channel, e.channel)
              and (cast(:number as text) is null or strpos(upper(d.number), upper(:number)) > 0)
            """;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowVolume(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @param indicator a volume of the board, or an event @throws Refused security.role-missing, board.volume-unknown */
    @Transactional(readOnly = true)
    public Definition define(String measure, String indicator) {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("""
                select v.measure, m.name, v.indicator, v.name, v.event, string_to_array(split_part(v.filter, '=', 2), '|'), v.sums, f.publication, f.source
                from board_volume v join board_measure m on m.code = v.measure
                left join lateral (select publication, source from board_figure f where f.measure = v.measure and f.volume = v.indicator order by id limit 1) f on true
                where v.measure = :measure and v.indicator = :indicator
                union all
                select m.code, m.name, :indicator, null, :indicator, null, false, null, null from board_measure m where m.code = :measure and :indicator = any (:told)""")
                .param("measure", measure).param("indicator", indicator).param("told", ShowMeasure.TOLD)
                .query((row, i) -> new Definition(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getArray(6) == null ? null : List.of((String[]) row.getArray(6).getArray()), row.getBoolean(7), row.getString(8), row.getString(9)))
                .list().stream().findFirst().orElseThrow(() -> new Refused("board.volume-unknown", indicator, measure));
    }

    /** As the board shows it. */
    @Transactional(readOnly = true)
    public BigDecimal number(Definition volume, Period period) {
        Page all = events(volume, period, Wanted.ALL, 0, 0);
        return volume.euro ? all.amount : BigDecimal.valueOf(all.lines);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page events(Definition volume, Period period, Wanted wanted, int offset, int limit) {
        currentActor.require(ShowBoard.READERS);
        List<Line> shown = behind("select d.number, e.at::date, e.kind, e.channel, e.amount " + BEHIND + "order by e.at desc, d.number, e.place offset :offset limit :limit", volume, period, wanted)
                .param("offset", offset).param("limit", limit)
                .query((row, i) -> new Line(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4), row.getBigDecimal(5))).list();
        return behind("select count(*), coalesce(sum(e.amount), 0) " + BEHIND, volume, period, wanted).query((row, i) -> new Page(shown, row.getLong(1), row.getBigDecimal(2))).single();
    }

    private JdbcClient.StatementSpec behind(String sql, Definition volume, Period period, Wanted wanted) {
        return jdbc.sql(sql).param("measure", volume.measure).param("event", volume.event).param("from", period.from()).param("to", period.to())
                .param("kinds", volume.kinds == null ? null : volume.kinds.toArray(String[]::new)).param("kind", wanted.kind).param("channel", wanted.channel).param("number", wanted.number);
    }
}
