package be.dossierwerk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A subject with a new line in it brings no header and no second addressee. */
class MailSubjectTest {

    @ParameterizedTest
    @ValueSource(strings = {"Brief\r\nBcc: kwaad@kwaad.example", "Brief\nBcc: kwaad@kwaad.example", "Brief\rBcc: kwaad@kwaad.example", "Brief\u2028Bcc: kwaad@kwaad.example",
            "Brief\r\n\r\nBcc: kwaad@kwaad.example"})
    void it_stays_one_line(String subject) {
        assertThat(MailSubject.of(subject)).isEqualTo("Brief Bcc: kwaad@kwaad.example");
    }

    @Test
    void a_mail_server_gets_it_as_a_subject() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(server.getSmtp().getPort());
            MimeMessage message = sender.createMimeMessage();
            message.setFrom("dienst@dienst.example");
            message.setRecipients(MimeMessage.RecipientType.TO, "an@dienst.example");
            message.setSubject(MailSubject.of("Brief\r\nBcc: kwaad@kwaad.example"));
            message.setText("x");
            sender.send(message);

            assertThat(server.getReceivedMessages()).singleElement().satisfies(received -> {
                assertThat(received.getAllRecipients()).hasSize(1);
                assertThat(received.getHeader("Bcc")).isNull();
            });
        } finally {
            server.stop();
        }
    }
}
