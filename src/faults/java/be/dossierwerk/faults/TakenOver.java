package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.Dossierwerk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * This build goes on with what another left in a folder with demo data: {@code mvn -Pfaults test -Dtest=TakenOver -Dfaults.data=FOLDER}. {@link OperatonFaults}
 * and {@link UpgradeFaults} lay it there; alone this has nothing to take over, so it is no run of its own.
 */
class TakenOver {

    @Test
    void recognitions_that_lie_open_come_to_their_end() {
        goOn(Path.of(System.getProperty("faults.data")));
    }

    static void goOn(Path data) {
        String[] settings = {"--dossierwerk.data=" + data, "--dossierwerk.demo=true", "--server.port=0", "--management.server.port=0"};
        try (ConfigurableApplicationContext product = SpringApplication.run(Dossierwerk.class, settings)) {
            BegunDossiers.Outcome outcome = new BegunDossiers(product).goOn();
            System.out.println("## " + outcome);
            assertThat(outcome.open()).as("there is something to go on with").isPositive();
            assertThat(outcome.stuck()).isEmpty();
            assertThat(outcome.wrongChains()).isEmpty();
        }
    }
}
