package be.dossierwerk;

import be.dossierwerk.engine.DataFolderInUse;
import be.dossierwerk.shared.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;

/** What a command needs that reads dossiers or history: the database and the classes that read it. No web, no engine, no rounds and no demo; and no migration, save of a database without any table. */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class, MessageSourceAutoConfiguration.class})
@ComponentScan(basePackages = {"be.dossierwerk.shared", "be.dossierwerk.security", "be.dossierwerk.audit", "be.dossierwerk.deadline", "be.dossierwerk.dossier",
        "be.dossierwerk.evidence", "be.dossierwerk.export"}, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "be\\.dossierwerk\\.security\\.SignInCheck"))
@ComponentScan(basePackages = "be.dossierwerk.board", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "be\\.dossierwerk\\.board\\.ui\\..*"))
@ComponentScan(basePackages = "be.dossierwerk.forecast", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "be\\.dossierwerk\\.forecast\\.ui\\..*"))
@ComponentScan(basePackages = "be.dossierwerk.engine", useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "be\\.dossierwerk\\.engine\\.(DiagramsOfDossier|internal\\.(EmbeddedDatabase|EngineTables))"))
class LeanStart {

    private static final List<String> QUIET = List.of("--spring.main.banner-mode=off", "--spring.main.log-startup-info=false", "--logging.level.root=off",
            "--spring.datasource.hikari.connection-timeout=5000", "--spring.datasource.hikari.maximum-pool-size=3", "--dossierwerk.board.follow=false");

    static ConfigurableApplicationContext run(String... settings) {
        return start(starting -> requireDatabase(starting.getEnvironment()), LeanStart::requireSchema, settings);
    }

    /** Makes the database when there is none yet, as the product does when it starts for the first time. */
    static ConfigurableApplicationContext prepared(String... settings) {
        return start(starting -> { }, context -> {
            prepare(context);
            requireSchema(context);
        }, settings);
    }

    private static ConfigurableApplicationContext start(ApplicationContextInitializer<ConfigurableApplicationContext> before, Consumer<ConfigurableApplicationContext> check, String... settings) {
        ConfigurableApplicationContext context = null;
        try {
            context = new SpringApplicationBuilder(LeanStart.class).web(WebApplicationType.NONE).lazyInitialization(true).initializers(before)
                    .run(Stream.concat(QUIET.stream(), Stream.of(settings)).toArray(String[]::new));
            check.accept(context);
            return context;
        } catch (RuntimeException e) {
            if (context != null) {
                context.close();
            }
            throw inUse(e);
        }
    }

    private static RuntimeException inUse(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderInUse inUse) {
                return new CannotStart("Het product werkt al met de databank in " + inUse.folder() + ". Zet het eerst stil, of doe dit op het scherm of met REST.");
            }
        }
        return failure;
    }

    private static void prepare(ConfigurableApplicationContext context) {
        Flyway flyway = flyway(context).javaMigrations(context.getBeansOfType(JavaMigration.class).values().toArray(JavaMigration[]::new)).load();
        if (flyway.info().applied().length == 0) {
            flyway.migrate();
        }
    }

    private static FluentConfiguration flyway(ConfigurableApplicationContext context) {
        return Flyway.configure().dataSource(context.getBean(DataSource.class)).locations(context.getEnvironment().getRequiredProperty("spring.flyway.locations").split(",\\s*"));
    }

    /** In another folder than that of the product there would be a new and empty one. */
    private static void requireDatabase(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "embedded");
        Path data = Path.of(environment.getRequiredProperty("dossierwerk.data")).toAbsolutePath().normalize();
        if (url.equals("embedded") && !Files.isDirectory(data.resolve("postgresql"))) {
            throw new CannotStart("In " + data + " ligt geen databank. Start in de map van het product, of noem de databank (SPRING_DATASOURCE_URL) of de map (DOSSIERWERK_DATA).");
        }
    }

    private static void requireSchema(ConfigurableApplicationContext context) {
        var info = flyway(context).load().info();
        if (info.pending().length > 0) {
            throw new CannotStart("De databank is van een oudere versie van het product: start eerst het product, dat werkt ze bij.");
        }
        if (Arrays.stream(info.applied()).map(MigrationInfo::getState).anyMatch(state -> state == MigrationState.FUTURE_SUCCESS)) {
            throw new CannotStart("De databank is van een nieuwere versie van het product: gebruik die.");
        }
    }
}
