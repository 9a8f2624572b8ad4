package be.dossierwerk.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The norms that hold now, and what they are made of. */
@Component
public class BoardNorms {

    private final JdbcClient jdbc;

    BoardNorms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of each. */
    public List<Norm> newest() {
        return jdbc.sql("""
                select r.code, r.version, r.place, n.measure, r.start_event, r.stop_event, r.unit, r.amount, r.without_pauses, r.filter, r.counted_in
                from board_norm n join board_norm_row r using (code, version)
                where n.version = (select max(version) from board_norm newest where newest.code = n.code) order by n.place, r.place""")
                .query(BoardNorms::row).list();
    }

    /** Columns: code, version, place, measure, start, stop, unit, amount, without pauses, filter, counted in. */
    static Norm row(ResultSet row, int number) throws SQLException {
        return new Norm(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4), row.getString(5), row.getString(6),
                new Limit(Limit.Unit.valueOf(row.getString(7)), row.getString(8)), row.getBoolean(9), row.getString(10), row.getString(11));
    }

    Set<String> measures() {
        return Set.copyOf(jdbc.sql("select measure from board_norm union select measure from board_volume").query(String.class).list());
    }
}
