package be.dossierwerk.reimbursement;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Texts;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims and budgets on a real PostgreSQL, on the day that {@link Claims} are submitted; the engine is another test's business. */
final class ClaimDesk implements AutoCloseable {

    static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));

    /** No {@code @Configuration}: the whole product, scanned in other tests, must not find it. */
    @EnableTransactionManagement
    @ComponentScan(basePackages = {"be.dossierwerk.reimbursement", "be.dossierwerk.trainingbudget", "be.dossierwerk.parameter"}, lazyInit = true,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*|.*ClaimDesk.*|.*\\.ui\\..*|.*\\.process\\..*"))
    static class Module { }

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();

    ClaimDesk() throws IOException {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(Claims.SUBMITTED.atTime(14, 2), MovableClock.BRUSSELS));
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean("messageSource", ResourceBundleMessageSource.class, () -> {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("messages/parameter", "messages/reimbursement", "messages/shared");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        });
        spring.register(Texts.class, CurrentActor.class, AuditLog.class, Module.class);
        spring.refresh();
    }

    <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    /** As the bookkeeper. */
    <T> T does(Supplier<T> work) {
        return bean(CurrentActor.class).as(NELE, work);
    }

    /** A dossier as a row. */
    void dossier(String number, String procedure) {
        bean(JdbcClient.class).sql("insert into dossier (number, procedure, subject, source, received_on, registered_at, state) values (?, ?, 'Poets', 'PAPIER', ?, now(), "
                + "'IN_BEHANDELING')").params(number, procedure, Claims.SUBMITTED).update();
    }

    @Override
    public void close() throws IOException {
        spring.close();
    }
}
