package be.dossierwerk.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mails a letter as attachment. The Message-ID is that of the outbox row, so that a mail server or reader drops a second copy. */
@Component
class MailLetter {

    private final JavaMailSender sender;
    private final Letterhead letterhead;
    private final Clock clock;

    MailLetter(MailServer server, Letterhead letterhead, Clock clock) {
        this.sender = server.sender();
        this.letterhead = letterhead;
        this.clock = clock;
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
        mail.setSubject(MailSubject.of(title + " (" + dossier + ")"));
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
