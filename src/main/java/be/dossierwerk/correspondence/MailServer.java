package be.dossierwerk.correspondence;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server, when one is configured. */
@Component
class MailServer {

    private static final List<String> TIMEOUTS = List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final JavaMailSender sender;

    MailServer(ObjectProvider<JavaMailSender> senders, @Value("${spring.mail.host:}") String host) {
        this.sender = host.isBlank() ? null : senders.getIfAvailable();
        if (sender instanceof JavaMailSenderImpl smtp) {
            // Without these a silent mail server would hold up everything behind it.
            TIMEOUTS.forEach(timeout -> smtp.getJavaMailProperties().putIfAbsent(timeout, "20000"));
        }
    }

    /** Null without a mail server. */
    JavaMailSender sender() {
        return sender;
    }
}
