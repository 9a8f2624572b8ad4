package be.dossierwerk.board;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A database of its own, and a manager who reads history into it. */
final class HistoryDesk implements AutoCloseable {

    static final String HEADER = String.join(",", HistoryRow.COLUMNS) + "\n";

    private static final Actor MANAGER = new Actor("pieter", "Pieter Peeters", Set.of(Roles.MANAGER));

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final Path folder;

    HistoryDesk(Path folder, Class<?>... more) {
        this.folder = folder;
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(2026, 11, 21, 14, 2, 0, 0, MovableClock.BRUSSELS));
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, BoardNorms.class, Lives.class, HistoryLock.class, JudgeDossiers.class, ImportHistory.class, ShowBoard.class);
        if (more.length > 0) {
            spring.register(more);
        }
        spring.refresh();
    }

    <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    ImportHistory.Outcome read(String content) {
        return read(content, StandardCharsets.UTF_8);
    }

    ImportHistory.Outcome read(String content, Charset charset) {
        return read(content.getBytes(charset));
    }

    ImportHistory.Outcome read(byte[] content) {
        return asManager(() -> bean(ImportHistory.class).importFile("invoer.csv", file(content)));
    }

    ImportHistory.Outcome supplement(String content) {
        return asManager(() -> bean(ImportHistory.class).supplement("aanvulling.csv", file(content.getBytes(StandardCharsets.UTF_8))));
    }

    <T> T asManager(Supplier<T> act) {
        return bean(CurrentActor.class).as(MANAGER, act);
    }

    /** The name differs: two threads may read at once. */
    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "invoer", ".csv"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "line column reason" of each. */
    List<String> rejections(ImportHistory.Outcome of) {
        return bean(JdbcClient.class).sql("select line || ' ' || field || ' ' || reason from history_rejection where import = ? order by line").param(of.id()).query(String.class).list();
    }

    /** "dossier event moment amount" of each. */
    List<String> events() {
        return bean(JdbcClient.class).sql("""
                select concat_ws(' ', d.number, e.name, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS'), e.amount) from history_event e join history_dossier d on d.id = e.dossier
                where e.ended_at is null order by d.number, e.at, e.name, e.amount""").query(String.class).list();
    }

    @Override
    public void close() {
        spring.close();
    }
}
