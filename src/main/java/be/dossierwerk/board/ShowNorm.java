package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dossiers behind one number of the board, each with why it met its norm or missed it. */
@Service
public class ShowNorm {

    /** {@code rows}: the limits, more than one where kinds have their own. */
    public record Sheet(String code, int version, String name, String measureName, BigDecimal target, int decimals, String bound, String source, String note, List<Norm> rows, Result result) {

        public NormLine beside(Result before) {
            return new NormLine(code, version, rows.get(0).measure(), measureName, name, target, decimals, bound, result, before);
        }
    }

    /** Which of its dossiers; null for all. {@code number}: a part of it; {@code group}: one group file, of which the dossiers then stand one by one. */
    public record Wanted(Boolean met, String kind, String channel, String number, String group) {

        public static final Wanted ALL = new Wanted(null, null, null, null, null);
    }

    /**
     * One dossier, or those of one group file with the same verdict: of them the one that took longest. {@code last}: null for a norm in hours; {@code dossiers}: how many;
     * {@code group}: null for a dossier that stands alone.
     */
    public record Line(String dossier, String group, long dossiers, String kind, String channel, boolean met, LocalDate from, LocalDate to, LocalDate last, int used, int paused) { }

    /** {@code lines}, {@code dossiers}: of all pages. */
    public record Page(List<Line> shown, long lines, long dossiers) { }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowNorm(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, board.norm-unknown */
    @Transactional(readOnly = true)
    public Sheet of(String code, Period period) {
        currentActor.require(ShowBoard.READERS);
        List<Norm> rows = jdbc.sql("""
                select r.code, r.version, r.place, n.measure, r.start_event, r.stop_event, r.unit, r.amount, r.without_pauses, r.filter, r.counted_in
                from board_norm_row r join board_norm n using (code, version) where code = :code
                and version = (select max(version) from board_norm where code = :code) order by r.place""").param("code", code).query(BoardNorms::row).list();
        if (rows.isEmpty()) {
            throw new Refused("board.norm-unknown", code);
        }
        int version = rows.get(0).version();
        Result result = jdbc.sql("select count(*), count(*) filter (where met) from board_account where code = ? and version = ? and counted_on between ? and ?")
                .params(code, version, period.from(), period.to()).query((row, i) -> new Result(row.getLong(1), row.getLong(2))).single();
        return jdbc.sql("select name, measure_name, target, decimals, bound, source, note from board_norm where code = ? and version = ?").params(code, version)
                .query((row, i) -> new Sheet(code, version, row.getString(1), row.getString(2), row.getBigDecimal(3), row.getInt(4), row.getString(5), row.getString(6), row.getString(7), rows,
                        result)).single();
    }

    /** Missed ones first, those that took longest before the others. */
    @Transactional(readOnly = true)
    public Page dossiers(Sheet norm, Period period, Wanted wanted, int offset, int limit) {
        currentActor.require(ShowBoard.READERS);
        record Row(Line line, long lines, long dossiers) { }
        List<Row> rows = jdbc.sql("""
                with wanted as (
                    select d.number, d.group_file, d.kind, d.channel, a.met, a.from_at::date as first, a.to_at::date as stop, a.last_on, a.used, a.paused,
                           case when cast(:group as text) is null then coalesce(d.group_file, d.number) else d.number end as line
                    from board_account a join history_dossier d on d.id = a.dossier
                    where a.code = :code and a.version = :version and a.counted_on between :from and :to and a.met = coalesce(:met, a.met)
                      and a.kind = coalesce(:kind, a.kind) and a.channel = coalesce(:channel, a.channel)
                      and (cast(:group as text) is null or d.group_file = :group) and (cast(:number as text) is null or strpos(upper(d.number), upper(:number)) > 0)),
                lines as (
                    select distinct on (met, line) *, count(*) over (partition by met, line) as many from wanted order by met, line, used desc, number)
                select number, group_file, many, kind, channel, met, first, stop, last_on, used, paused, count(*) over (), sum(many) over ()
                from lines order by met, used desc, number offset :offset limit :limit""").param("code", norm.code).param("version", norm.version)
                .param("from", period.from()).param("to", period.to()).param("met", wanted.met).param("kind", wanted.kind).param("channel", wanted.channel)
                .param("group", wanted.group).param("number", wanted.number).param("offset", offset).param("limit", limit)
                .query((row, i) -> new Row(new Line(row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5), row.getBoolean(6),
                        row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class), row.getInt(10), row.getInt(11)),
                        row.getLong(12), row.getLong(13))).list();
        return rows.isEmpty() ? new Page(List.of(), 0, 0) : new Page(rows.stream().map(Row::line).toList(), rows.get(0).lines, rows.get(0).dossiers);
    }
}
