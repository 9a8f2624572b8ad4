package be.dossierwerk.board;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.RejectedRows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files with history that were read, and the rows that were refused in each. */
@Service
public class ShowHistoryImports {

    public record Import(long id, String name, String sha256, Instant at, String byName, int rows, int accepted, int known, int rejected) { }

    /** {@code line}: of the file, its header being line 1; {@code column}: "rij" for the row as a whole; {@code reason}: in Dutch. */
    public record Rejection(int line, String column, String value, String reason) { }

    private static final RowMapper<Import> IMPORT = (row, i) -> new Import(row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(), row.getString(5),
            row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9));
    private static final RowMapper<Rejection> REJECTION = (row, i) -> new Rejection(row.getInt(1), row.getString(2), row.getString(3), row.getString(4));

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowHistoryImports(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Import> latest(int limit) {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("select id, name, sha256, at, by_name, rows, accepted, known, rejected from history_import order by id desc limit ?").param(limit).query(IMPORT).list();
    }

    /** @throws Refused board.import.unknown */
    @Transactional(readOnly = true)
    public Import byId(long id) {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("select id, name, sha256, at, by_name, rows, accepted, known, rejected from history_import where id = ?").param(id).query(IMPORT).optional()
                .orElseThrow(() -> new Refused("board.import.unknown"));
    }

    /** In the order of the file. */
    @Transactional(readOnly = true)
    public List<Rejection> rejections(Import of, int offset, int limit) {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("select line, field, value, reason from history_rejection where import = ? order by line offset ? limit ?").params(of.id, offset, limit).query(REJECTION).list();
    }

    /** All of them as CSV for a spreadsheet. */
    @Transactional(readOnly = true)
    public void write(Import of, Appendable out) {
        RejectedRows rows = new RejectedRows(out);
        rejections(of, 0, of.rejected).forEach(each -> rows.add(each.line, each.column, each.value, each.reason));
        rows.flush();
    }
}
