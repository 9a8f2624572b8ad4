package be.dossierwerk;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The back office of the service-voucher scheme: one process that serves screens, REST and the running procedures. */
@SpringBootApplication
@EnableScheduling
public class Dossierwerk implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Dossierwerk.class, args);
    }
}
