package be.dossierwerk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
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
        // The doors of the management stand beside the others, so that one visitor tries them all.
        "spring.profiles.active=one-port", "management.prometheus.metrics.export.enabled=true",
        // Nothing fires by a clock that a test moves: jobs run when a test runs them.
        "camunda.bpm.job-execution.enabled=false",
        // All tests come from one address and are one portal.
        "dossierwerk.limits.wrong-passwords-a-minute=1000", "dossierwerk.limits.api-a-minute=100000", "dossierwerk.limits.downloads-an-hour=100000",
        // Nor does an entry come into a chain that a test looks at.
        "dossierwerk.audit.collect-round=PT10H", "dossierwerk.audit.seal-round=PT10H",
        // Nor is a dossier checked or counted while a test works in it.
        "dossierwerk.conformance.follow=false", "dossierwerk.board.follow=false"})
@AutoConfigureMockMvc
@Import({CountedStatements.class, KeptOutInTests.class, NoRounds.class, LettersAtOnce.class})
@ExtendWith(LettersAtOnce.InTests.class)
public @interface DossierwerkTest { }
