package be.dossierwerk.correspondence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The house's own signing certificate (PKCS#12). Without a keystore a demo certificate is made; without an alias the first key signs. */
@ConfigurationProperties("dossierwerk.signing")
record SigningSettings(Path keystore, String password, String alias) { }
