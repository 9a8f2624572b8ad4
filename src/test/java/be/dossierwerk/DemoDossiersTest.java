package be.dossierwerk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole product with its demo dossiers, played once for the test classes that have this: lives of every procedure at every stage.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "dossierwerk.data=${java.io.tmpdir}/dossierwerk-test-${random.uuid}", "dossierwerk.demo=true", "dossierwerk.demo-dossiers=24",
        "dossierwerk.postgresql-binaries=${java.io.tmpdir}/embedded-pg",
        "spring.datasource.hikari.connection-init-sql=set synchronous_commit to off",
        "dossierwerk.limits.wrong-passwords-a-minute=1000", "dossierwerk.limits.api-a-minute=100000", "dossierwerk.limits.downloads-an-hour=100000",
        "dossierwerk.conformance.follow=false", "dossierwerk.board.follow=false"})
public @interface DemoDossiersTest { }
