package be.dossierwerk.audit;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where seals go and who stamps them; all of it may be left out. {@code outside}: a folder outside the database; {@code sealKey}: an Ed25519 key in
 * PEM (PKCS#8); {@code timeStampUrl}: a real service (RFC 3161 over HTTP) instead of the one inside; {@code timeStampCertificate}: the certificates, in PEM, of
 * the services whose stamps are believed besides that of the one inside.
 */
@ConfigurationProperties("dossierwerk.audit")
record SealSettings(Path outside, Path sealKey, URI timeStampUrl, Path timeStampCertificate) { }
