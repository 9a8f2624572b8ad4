package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.security.CurrentActor;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A norm or a volume of two periods by kind of dossier and by the channel it came in. */
@Service
public class ShowSplit {

    public record NormPart(String kind, String channel, Result now, Result before) { }

    public record VolumePart(String kind, String channel, BigDecimal now, BigDecimal before) {

        public BigDecimal trend() {
            return ShowBoard.trend(now, before);
        }
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowSplit(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Most dossiers first. */
    @Transactional(readOnly = true)
    public List<NormPart> ofNorm(String code, int version, Period period, Period other) {
        currentActor.require(ShowBoard.READERS);
        return both("""
                select coalesce(now.kind, before.kind), coalesce(now.channel, before.channel), coalesce(now.counted, 0), coalesce(now.met, 0), coalesce(before.counted, 0), coalesce(before.met, 0)
                from (select kind, channel, count(*) as counted, count(*) filter (where met) as met from board_account
                      where code = :code and version = :version and counted_on between :from and :to group by kind, channel) now
                full join (select kind, channel, count(*) as counted, count(*) filter (where met) as met from board_account
                      where code = :code and version = :version and counted_on between :otherFrom and :otherTo group by kind, channel) before using (kind, channel)
                order by 3 desc, 5 desc, 1, 2""", period, other).param("code", code).param("version", version)
                .query((row, i) -> new NormPart(row.getString(1), row.getString(2), new Result(row.getLong(3), row.getLong(4)), new Result(row.getLong(5), row.getLong(6)))).list();
    }

    /** Most events, or euro, first; empty for a volume that does not exist. */
    @Transactional(readOnly = true)
    public List<VolumePart> ofVolume(String measure, String indicator, Period period, Period other) {
        currentActor.require(ShowBoard.READERS);
        return both("""
                with of as (select v.*, string_to_array(split_part(filter, '=', 2), '|') as kinds from board_volume v where measure = :measure and indicator = :indicator)
                select coalesce(now.kind, before.kind), coalesce(now.channel, before.channel), coalesce(now.value, 0), coalesce(before.value, 0)
                from (select e.kind, e.channel, case when bool_or(of.sums) then coalesce(sum(e.amount), 0) else count(*) end as value from of
                      join history_event e on e.measure = of.measure and e.name = of.event and e.ended_at is null and e.kind = any (of.kinds)
                      where e.at >= cast(:from as date) and e.at < cast(:to as date) + 1 group by e.kind, e.channel) now
                full join (select e.kind, e.channel, case when bool_or(of.sums) then coalesce(sum(e.amount), 0) else count(*) end as value from of
                      join history_event e on e.measure = of.measure and e.name = of.event and e.ended_at is null and e.kind = any (of.kinds)
                      where e.at >= cast(:otherFrom as date) and e.at < cast(:otherTo as date) + 1 group by e.kind, e.channel) before using (kind, channel)
                order by 3 desc, 4 desc, 1, 2""", period, other).param("measure", measure).param("indicator", indicator)
                .query((row, i) -> new VolumePart(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getBigDecimal(4))).list();
    }

    private JdbcClient.StatementSpec both(String sql, Period period, Period other) {
        return jdbc.sql(sql).param("from", period.from()).param("to", period.to()).param("otherFrom", other.from()).param("otherTo", other.to());
    }
}
