package be.dossierwerk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole product on its embedded database with the demo people and no dossiers; one context for every test class. Nobody kills this database:
 * commits do not wait for the disk, and its program is unpacked once for all tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "dossierwerk.data=${java.io.tmpdir}/dossierwerk-test-${random.uuid}", "dossierwerk.demo=true", "dossierwerk.demo-dossiers=0",
        "dossierwerk.postgresql-binaries=${java.io.tmpdir}/embedded-pg", "spring.datasource.hikari.connection-init-sql=set synchronous_commit to off",
        "management.prometheus.metrics.export.enabled=true",
        // Nothing fires by a clock that a test moves: jobs run when a test runs them.
        "camunda.bpm.job-execution.enabled=false",
        // Nor does an entry come into a chain that a test looks at.
        "dossierwerk.audit.collect-round=PT10H"})
@AutoConfigureMockMvc
@Import({CountedStatements.class, KeptOutInTests.class})
public @interface DossierwerkTest { }
