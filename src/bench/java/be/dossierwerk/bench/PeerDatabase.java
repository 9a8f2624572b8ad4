package be.dossierwerk.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for a peer, on the server that ours works on. */
final class PeerDatabase {

    private static final int CONNECTIONS = 12;

    private PeerDatabase() { }

    /** Made anew, empty. */
    static HikariDataSource made(DataSource ours, String name) throws SQLException {
        String url;
        try (Connection connection = ours.getConnection(); Statement statement = connection.createStatement()) {
            url = connection.getMetaData().getURL();
            connection.setAutoCommit(true);
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setDatabaseName(name);
        source.setUser("postgres");
        source.setPassword("postgres");
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
