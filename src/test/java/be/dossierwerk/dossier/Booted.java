package be.dossierwerk.dossier;

import static org.mockito.Mockito.mock;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The dossier module on a real PostgreSQL, that counts the statements it sends. */
final class Booted implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    static final Actor ELS = new Actor("els", "Els Janssens", Set.of(Roles.INTAKE));
    static final Actor ANN = new Actor("ann", "Ann Dubois", Set.of(Roles.AUDITOR));

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    final Terms terms = mock(Terms.class);
    final AtomicInteger statements = new AtomicInteger();
    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();

    Booted(Class<?>... components) throws Exception {
        DataSource data = OwnDatabase.migrated();
        DataSource counted = new Counted(data, statements);
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        spring.registerBean(DataSource.class, () -> counted);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(counted));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(counted));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Terms.class, () -> terms);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Dossiers.class);
        List.of(components).forEach(spring::register);
        spring.refresh();
    }

    <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    <T> T as(Actor person, Supplier<T> work) {
        return bean(CurrentActor.class).as(person, work);
    }

    void as(Actor person, Runnable work) {
        as(person, () -> {
            work.run();
            return null;
        });
    }

    String open(String prefix, String subject, String enterpriseNumber, LocalDate receivedOn) {
        return as(AN, () -> bean(Dossiers.class).open(new Dossiers.NewDossier("erkenning", prefix, subject, enterpriseNumber, "Gent",
                "PAPIER", receivedOn, null, "info@voorbeeld.be")));
    }

    static byte[] pdf(String text) {
        return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws Exception {
        spring.close();
    }

    private static final class Counted extends DelegatingDataSource {

        private final AtomicInteger statements;

        private Counted(DataSource data, AtomicInteger statements) {
            super(data);
            this.statements = statements;
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                if (method.getName().startsWith("prepare")) {
                    statements.incrementAndGet();
                }
                try {
                    return method.invoke(connection, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }
}
