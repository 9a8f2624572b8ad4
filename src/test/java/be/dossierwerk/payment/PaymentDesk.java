package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Installation;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.FileSystemUtils;

/** The module on a real PostgreSQL, as two machines that share it, with a bank outside and a procedure that listens. */
public final class PaymentDesk implements AutoCloseable {

    public static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));
    public static final Actor BEA = new Actor("bea", "Bea Smets", Set.of(Roles.FINANCE));
    public static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    public static final Actor LIEVE = new Actor("lieve", "Lieve Goossens", Set.of(Roles.HEAD));
    public static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    public static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    static final String IBAN = "BE43068999999501";

    /** The dossier whose procedure fails when it hears something. */
    static final AtomicReference<String> DEAF = new AtomicReference<>();

    /** The dossiers whose procedure first has to settle something. */
    public static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    /** How often a procedure was asked about {@link #HELD}. */
    static final AtomicInteger HELD_ASKED = new AtomicInteger();

    /** No {@code @Configuration}: the whole product, scanned in other tests, must not find it. */
    @EnableTransactionManagement
    @ComponentScan(basePackages = "be.dossierwerk.payment",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*|.*Test.*|.*PaymentConfiguration|.*PaymentDesk.*"))
    @Import(Installation.class)
    static class Module { }

    /** What a procedure hears, in the transaction that tells it. */
    static class Listener {

        private final JdbcClient jdbc;

        Listener(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventListener
        void paid(PayablePaid paid) {
            hear(paid.dossier(), "PAID " + paid.on() + " " + paid.amount());
        }

        @EventListener
        void returned(PayableReturned returned) {
            hear(returned.dossier(), "RETURNED " + returned.reason());
        }

        private void hear(String dossier, String what) {
            if (dossier.equals(DEAF.get())) {
                throw new IllegalStateException("the procedure of " + dossier + " is out of order");
            }
            jdbc.sql("insert into heard (dossier, what) values (?, ?)").params(dossier, what).update();
        }
    }

    private final HikariDataSource pool;
    final MovableClock clock = new MovableClock();
    final StoppingDataSource data;
    final Path folder;
    public final InventedBank bank;
    final AnnotationConfigApplicationContext spring;
    final AnnotationConfigApplicationContext otherMachine;
    private final AtomicInteger serial = new AtomicInteger();

    public PaymentDesk() throws IOException {
        HikariDataSource real = new HikariDataSource();
        real.setDataSource(OwnDatabase.migratedWithoutPool());
        real.setMaximumPoolSize(8);
        pool = real;
        JdbcClient.create(real).sql("create table heard (id bigint generated always as identity, dossier text, what text)").update();
        data = new StoppingDataSource(real);
        folder = Files.createTempDirectory("payment");
        bank = new InventedBank(folder.resolve("uit"));
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        spring = machine(data);
        otherMachine = machine(real);
        // The database of a test is made as a copy.
        bean(Installation.class).confirm();
    }

    private AnnotationConfigApplicationContext machine(DataSource source) {
        var machine = new AnnotationConfigApplicationContext();
        machine.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("dossierwerk.data", folder.toString())));
        machine.registerBean(DataSource.class, () -> source);
        machine.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        machine.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        machine.registerBean(MovableClock.class, () -> clock);
        machine.registerBean(PaymentSettings.class, () -> new PaymentSettings(folder.resolve("uit"), "Departement Werk", InventedBank.OUR_IBAN, null));
        machine.registerBean(DemoPeople.class, () -> Mockito.mock(DemoPeople.class));
        machine.registerBean(PayableHold.class, () -> dossiers -> {
            HELD_ASKED.incrementAndGet();
            return dossiers.stream().filter(HELD::contains).collect(Collectors.toSet());
        });
        machine.register(CurrentActor.class, AuditLog.class, Module.class, Listener.class);
        machine.refresh();
        return machine;
    }

    @Override
    public void close() throws Exception {
        spring.close();
        otherMachine.close();
        pool.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    JdbcClient sql() {
        return otherMachine.getBean(JdbcClient.class);
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return bean(CurrentActor.class).as(actor, work);
    }

    public void does(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return null;
        });
    }

    void refused(String key, Actor actor, Runnable work) {
        assertThatThrownBy(() -> does(actor, work)).isInstanceOf(Refused.class).hasMessage(key);
    }

    String dossier() {
        return "DC-OFT-2027-%05d".formatted(serial.incrementAndGet());
    }

    static Payable payable(String dossier, String amount) {
        return new Payable(dossier, "Poetsbrigade bv", IBAN, new BigDecimal(amount), "Opleiding " + dossier, "de beslissing van 1 maart 2027");
    }

    /** A new dossier with this amount granted. */
    public String granted(String amount) {
        String dossier = dossier();
        does(AN, () -> bean(Payables.class).add(payable(dossier, amount)));
        return dossier;
    }

    public String prepared() {
        return as(NELE, () -> bean(PrepareRun.class).prepare(TODAY, List.of()));
    }

    public void checked(String run) {
        does(TOM, () -> bean(CheckRun.class).check(run, true, null));
    }

    public void released(String run) {
        does(LIEVE, () -> bean(ReleaseRun.class).release(run));
    }

    public void sent(String run) {
        does(NELE, () -> bean(SendRun.class).send(run));
    }

    /** From granted to the bank. */
    String wholeRun() {
        String run = prepared();
        checked(run);
        released(run);
        sent(run);
        return run;
    }

    public BankReport read(byte[] file) {
        return as(NELE, () -> bean(ReadBankFile.class).read("bank.xml", file));
    }

    PayableStanding standing(String dossier) {
        return bean(Payables.class).of(dossier).orElseThrow();
    }

    PaymentRun run(String number) {
        return as(NELE, () -> bean(ShowRuns.class).find(number).orElseThrow());
    }

    List<RunLine> lines(String number) {
        return as(NELE, () -> bean(ShowRuns.class).lines(run(number)));
    }

    List<String> history(String chain) {
        return bean(AuditLog.class).of(chain).stream().map(AuditLog.Line::sentence).toList();
    }

    List<String> heard(String dossier) {
        return sql().sql("select what from heard where dossier = ? order by id").param(dossier).query(String.class).list();
    }
}
