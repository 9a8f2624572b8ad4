package be.dossierwerk.payment;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account that pays, and the folder from which the bank connection takes files; without an outbox the folder {@code betalingen} in the data folder.
 * Without an IBAN nothing can be sent, except with the demo people, who pay from an account that no bank has.
 */
@ConfigurationProperties("dossierwerk.payment")
record PaymentSettings(Path outbox, @DefaultValue("Departement Werk en Sociale Economie") String debtorName, String debtorIban, String debtorBic) { }
