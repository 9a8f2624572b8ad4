package be.dossierwerk.correspondence;

import be.dossierwerk.shared.Installation;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** A short mail to a colleague that says where to look; never the contents of a dossier. */
@Component
public class StaffMail {

    private final JavaMailSender sender;
    private final Letterhead letterhead;
    private final Clock clock;
    private final Installation installation;

    StaffMail(MailServer server, Letterhead letterhead, Clock clock, Installation installation) {
        this.sender = server.sender();
        this.letterhead = letterhead;
        this.clock = clock;
        this.installation = installation;
    }

    /** Not in a restored copy that nobody confirmed. */
    public boolean configured() {
        return sender != null && installation.maySend();
    }

    /** {@code id} becomes the Message-ID, so that a mail reader drops a second copy. @throws org.springframework.mail.MailException when not accepted */
    public void send(UUID id, String to, String subject, String sentence) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, "UTF-8");
            mail.setFrom(letterhead.mail());
            mail.setTo(to);
            mail.setSubject(MailSubject.of(subject));
            mail.setText(sentence + "\n\nU vindt het dossier in Dossierwerk, onder Meldingen.\n");
            mail.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", "<" + id + "." + Integer.toHexString(to.hashCode()) + "@" + letterhead.mail().substring(letterhead.mail().indexOf('@') + 1) + ">");
            sender.send(message);
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
    }
}
