package be.dossierwerk.correspondence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({Letterhead.class, SigningSettings.class})
class CorrespondenceConfiguration { }
