package be.dossierwerk.board;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The use cases of the board over a database of their own, without the rest of the product. */
final class OwnBoard implements AutoCloseable {

    static final Actor HEAD = new Actor("lieve", "Lieve Goossens", Set.of(Roles.HEAD));
    static final Actor MANAGER = new Actor("pieter", "Pieter Maas", Set.of(Roles.MANAGER));
    static final Actor OTHER_MANAGER = new Actor("hilde", "Hilde Baert", Set.of(Roles.MANAGER));
    static final Actor AUDITOR = new Actor("ann", "Ann Dubois", Set.of(Roles.AUDITOR));
    static final ShowBoard.Period Y2019 = ShowBoard.Period.year(2019);
    static final ShowBoard.Period Y2020 = ShowBoard.Period.year(2020);

    private static final String HEADER = String.join(",", HistoryRow.COLUMNS) + "\n";

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final MovableClock clock = new MovableClock();

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    /** {@code more}: use cases beside these. */
    OwnBoard(Class<?>... more) {
        DataSource data = OwnDatabase.migrated();
        on(LocalDate.of(2021, 2, 1));
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, BoardNorms.class, Lives.class, JudgeDossiers.class, ImportHistory.class, ShowBoard.class, HistoryLock.class, KnownLives.class,
                Definitions.class, ProposeDefinition.class, DecideDefinition.class, WeighDefinition.class, CountPeriod.class, FreezePeriod.class, FrozenPeriods.class, SignPeriod.class,
                RecountPeriod.class, PrintRecount.class);
        Arrays.stream(more).forEach(spring::register);
        spring.refresh();
    }

    /** The clock stands at nine in the morning of this day. */
    void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(9, 0), MovableClock.BRUSSELS));
    }

    <U, T> T as(Actor actor, Class<U> useCase, Function<U, T> act) {
        return spring.getBean(CurrentActor.class).as(actor, () -> act.apply(spring.getBean(useCase)));
    }

    JdbcClient jdbc() {
        return spring.getBean(JdbcClient.class);
    }

    ShowBoard.Board board() {
        return as(AUDITOR, ShowBoard.class, show -> show.of(Y2020, Y2019));
    }

    /** Met and counted of a norm in 2020. */
    String in2020(String code) {
        return board().norms().stream().filter(line -> line.code().equals(code)).map(line -> line.now().met() + " of " + line.now().counted()).findFirst().orElseThrow();
    }

    /** Events such as "DECIDED 2020-03-02" of one dossier, at noon; of one that is known, its channel and undertaking stay. */
    void happened(String dossier, String measure, String kind, String... events) {
        String head = jdbc().sql("select channel || ',' || coalesce(undertaking, '') from history_dossier where number = ?").param(dossier).query(String.class).optional().orElse("ONLINE,");
        StringBuilder rows = new StringBuilder(HEADER);
        Arrays.stream(events).map(event -> event.split(" ")).forEach(event -> rows.append("%s,%s,%s,%s,%s,%sT12:00:00,%n".formatted(dossier, measure, kind, head, event[0], event[1])));
        take(file -> Files.writeString(file, rows));
    }

    /** The service-voucher measures of 2019 and 2020, of which the published figures come out (BoardTest). */
    void publishedYears() {
        take(file -> {
            try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void take(Writing writing) {
        try {
            Path file = Files.createTempFile("geschiedenis", ".csv");
            try {
                writing.to(file);
                ImportHistory.Outcome done = as(HEAD, ImportHistory.class, takes -> takes.supplement("geschiedenis.csv", file));
                if (done.rejected() > 0) {
                    throw new IllegalArgumentException(jdbc().sql("select reason from history_rejection").query(String.class).list().toString());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        spring.close();
    }
}
