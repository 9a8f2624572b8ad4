package be.dossierwerk.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives back the room of a table whose many rows became few. What was deleted leaves its pages behind, the planner takes them for rows, and each count then
 * reads all of them (src/docs/performance.md).
 */
@Component
public class RewriteTable {

    private static final Logger LOG = LoggerFactory.getLogger(RewriteTable.class);
    private static final long SMALL_BYTES = 4L * 1024 * 1024;
    /** More than this for each row is room that nothing stands in. */
    private static final int BYTES_A_ROW = 2_000;
    /** Postgres: lock_not_available. */
    private static final String TAKEN = "55P03";

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;

    public RewriteTable(DataSource data) {
        this.jdbc = JdbcClient.create(data);
        this.statements = new JdbcTemplate(data);
    }

    /**
     * Outside a transaction. Nobody reads the table meanwhile, which is short, for few rows are left; when somebody has it, this waits for a second at
     * most and leaves it for the next time. Gives whether it was written anew.
     */
    public boolean whenSparse(String table) {
        boolean sparse = jdbc.sql("select pg_total_relation_size(cast(? as regclass)) > greatest(?, ? * (select count(*) from %s))".formatted(table))
                .params(table, SMALL_BYTES, BYTES_A_ROW).query(Boolean.class).single();
        return sparse && Boolean.TRUE.equals(statements.execute((Connection connection) -> rewrite(connection, table)));
    }

    private static boolean rewrite(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '1s'");
            try {
                statement.execute("vacuum (full, analyze) " + table);
                // Only this says that all see all of it, so that counting reads the indexes alone.
                statement.execute("vacuum " + table);
                LOG.info("{} was written anew: most of it was room that nothing stood in", table);
                return true;
            } catch (SQLException e) {
                if (!TAKEN.equals(e.getSQLState())) {
                    throw e;
                }
                LOG.info("{} is in use; it is written anew another time", table);
                return false;
            } finally {
                statement.execute("reset lock_timeout");
            }
        }
    }
}
