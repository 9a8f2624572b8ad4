package be.dossierwerk.alert;

import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AlertConfiguration {

    @Bean
    QuietHours quietHours(@Value("${dossierwerk.alerts.from:08:00}") String from, @Value("${dossierwerk.alerts.until:18:00}") String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }
}
