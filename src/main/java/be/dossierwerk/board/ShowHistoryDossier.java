package be.dossierwerk.board;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of one dossier that counts in the board: its events, and the norms in which it counted. */
@Service
public class ShowHistoryDossier {

    /** {@code amount} may be null. */
    public record Happening(String event, LocalDateTime at, BigDecimal amount) { }

    public record Judged(String code, String name, boolean met) { }

    /** {@code group}: the group file in which it stands, or null; {@code ours}: it has a page of its own here. */
    public record Shown(String number, String measure, String measureName, String kind, String channel, String group, boolean ours, List<Happening> events, List<Judged> norms) { }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowHistoryDossier(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, board.dossier-unknown */
    @Transactional(readOnly = true)
    public Shown of(String number) {
        currentActor.require(ShowBoard.READERS);
        List<Happening> events = jdbc.sql("""
                select e.name, e.at, e.amount from history_event e join history_dossier d on d.id = e.dossier where d.number = ? and e.ended_at is null order by e.at, e.place""").param(number)
                .query((row, i) -> new Happening(row.getString(1), row.getObject(2, LocalDateTime.class), row.getBigDecimal(3))).list();
        List<Judged> norms = jdbc.sql("""
                select n.code, n.name, bool_and(a.met) from board_account a join history_dossier d on d.id = a.dossier join board_norm n using (code, version)
                where d.number = ? and version = (select max(version) from board_norm newest where newest.code = n.code) group by n.code, n.name, n.place order by n.place""").param(number)
                .query((row, i) -> new Judged(row.getString(1), row.getString(2), row.getBoolean(3))).list();
        return jdbc.sql("""
                select d.number, d.measure, m.name, d.kind, d.channel, d.group_file, d.origin = 'EIGEN' from history_dossier d join board_measure m on m.code = d.measure where d.number = ?""")
                .param(number).query((row, i) -> new Shown(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getBoolean(7), events, norms))
                .optional().orElseThrow(() -> new Refused("board.dossier-unknown", number));
    }
}
