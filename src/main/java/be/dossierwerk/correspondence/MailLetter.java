package be.dossierwerk.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mails a letter as attachment. The Message-ID is that of the outbox row, so that a mail server or reader drops a second copy. */
@Component
class MailLetter {

    private static final List<String> TIMEOUTS = List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final JavaMailSender sender;
    private final Letterhead letterhead;
    private final Clock clock;

    MailLetter(ObjectProvider<JavaMailSender> senders, @Value("${spring.mail.host:}") String host, Letterhead letterhead, Clock clock) {
        this.sender = host.isBlank() ? null : senders.getIfAvailable();
        this.letterhead = letterhead;
        this.clock = clock;
        if (sender instanceof JavaMailSenderImpl smtp) {
            // Without these a silent mail server would hold up the whole outbox.
            TIMEOUTS.forEach(timeout -> smtp.getJavaMailProperties().putIfAbsent(timeout, "20000"));
        }
    }

    boolean configured() {
        return sender != null;
    }

    String messageId(UUID outboxRow) {
        return "<" + outboxRow + "@" + letterhead.mail().substring(letterhead.mail().indexOf('@') + 1) + ">";
    }

    void send(UUID outboxRow, String to, String dossier, String title, String fileName, byte[] pdf) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom(letterhead.mail());
        mail.setTo(to);
        mail.setSubject(title + " (" + dossier + ")");
        mail.setText("""
                Geachte mevrouw, geachte heer

                U vindt onze brief “%s” in de bijlage. Uw dossiernummer is %s.

                Hebt u vragen? Bel ons op %s of antwoord op deze mail.

                Met vriendelijke groeten
                %s
                """.formatted(title, dossier, letterhead.phone(), letterhead.name()));
        mail.addAttachment(fileName, new ByteArrayResource(pdf), "application/pdf");
        mail.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", messageId(outboxRow));
        sender.send(message);
    }
}
