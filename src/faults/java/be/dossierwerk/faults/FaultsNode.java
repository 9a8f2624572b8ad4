package be.dossierwerk.faults;

import be.dossierwerk.Dossierwerk;
import be.dossierwerk.shared.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The product as it is, with one door more: through it a driver outside the process opens and sends forms as people do on the screens. */
public final class FaultsNode {

    /** How far this machine's clock is from the truth, as the product sees it. */
    static final String WRONG_BY = "faults.clock-wrong-by";

    /** Only here: the other runs start the product from the same class path, and as it is. */
    static final String DOOR = "faults.door";

    private FaultsNode() { }

    public static void main(String[] args) {
        SpringApplication product = new SpringApplication(Dossierwerk.class, WithDoor.class);
        product.setAllowBeanDefinitionOverriding(true);
        product.setDefaultProperties(Map.of(DOOR, true));
        product.run(args);
    }

    @Configuration
    @ConditionalOnProperty(DOOR)
    @Import({StepDoor.class, PaymentDoor.class})
    static class WithDoor {

        @Bean
        MovableClock clock() {
            return new MovableClock(Clock.offset(Clock.system(MovableClock.BRUSSELS), Duration.parse(System.getProperty(WRONG_BY, "PT0S"))));
        }
    }
}
