package be.dossierwerk.correspondence;

import static be.dossierwerk.correspondence.InventedDossiers.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.AppealWindow;
import be.dossierwerk.deadline.BelgianCalendar;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Installation;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on PostgreSQL: made, sealed, sent once whatever breaks, and the proof of it. Nothing is sent in the background here. */
class LettersTest {

    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor KAREL = new Actor("karel", "Karel Mertens", Set.of(Roles.SIGNATORY));
    private static final LocalDate FRIDAY = LocalDate.of(2027, 3, 12);
    private static final Map<String, Object> FACTS = Map.of("straat", "Kade 1", "postcode", "9000", "gemeente", "Gent", "uiterlijk", LocalDate.of(2027, 4, 12),
            "motieven", "Digitale handtekening\nstaat ook in de motieven.", "ontbreekt", List.of("het bewijs van de borgsom"));
    private static final InventedDossiers DOSSIERS = new InventedDossiers();
    private static final Terms TERMS = mock(Terms.class);
    private static final MovableClock CLOCK = new MovableClock();
    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @TempDir
    private static Path data;
    private static DataSource database;
    private static AnnotationConfigApplicationContext spring;
    private static AnnotationConfigApplicationContext withMail;

    private static long toldBefore;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeAll
    static void start() throws Exception {
        database = OwnDatabase.migratedWithoutPool();
        MAIL.start();
        CLOCK.moveTo(ZonedDateTime.of(FRIDAY.atTime(14, 2), MovableClock.BRUSSELS));
        spring = context("");
        withMail = context("localhost");
    }

    @AfterAll
    static void stop() throws IOException {
        spring.close();
        withMail.close();
        MAIL.stop();
    }

    @BeforeEach
    void an_empty_house() throws Exception {
        jdbc().sql("truncate outbox, letter cascade").update();
        for (String folder : List.of("afdruk", "portaal", "uitgaand")) {
            org.springframework.util.FileSystemUtils.deleteRecursively(data.resolve(folder));
        }
        MAIL.purgeEmailFromAllMailboxes();
        DOSSIERS.contents.clear();
        DOSSIERS.attached.clear();
        DOSSIERS.broken = false;
        DOSSIERS.email = "info@poets.example";
        reset(TERMS);
        when(TERMS.appealWindow(any())).thenAnswer(call -> AppealWindow.of(call.getArgument(0), new AppealWindow.Lengths(60, 4, 3, 15), BelgianCalendar.LEGAL));
        CLOCK.moveTo(ZonedDateTime.of(FRIDAY.atTime(14, 2), MovableClock.BRUSSELS));
        toldBefore = spring.getBean(AuditLog.class).of(NUMBER).size();
    }

    @Test
    void a_made_letter_is_a_document_of_the_dossier_with_the_facts_it_states() throws Exception {
        UUID id = make("vraag-om-aanvulling", "Vraag om aanvulling");

        var letter = letters().get(id);
        assertThat(letter.status()).isEqualTo("ONTWERP");
        assertThat(letters().of(NUMBER)).containsExactly(letter);
        assertThat(DOSSIERS.attached.get(letter.document())).satisfies(document -> {
            assertThat(document.fileName()).isEqualTo("DC-ERK-2027-00007-vraag-om-aanvulling.pdf");
            assertThat(document.kind()).isEqualTo("BRIEF");
            assertThat(document.dated()).isEqualTo(FRIDAY);
        });
        String facts = jdbc().sql("select facts::text from letter").query(String.class).single();
        assertThat(facts).contains("2027-04-12", "het bewijs van de borgsom", "Kade 1");
        assertThat(jdbc().sql("select facts_sha256 from letter").query(String.class).single())
                .isEqualTo(LetterFacts.sha256(LetterFacts.json(new ObjectMapper().readValue(facts, Map.class))));
        assertThat(sentences()).contains("An Peeters maakte de brief “Vraag om aanvulling” op.");
    }

    @Test
    void an_unknown_letter_is_refused() {
        assertThatThrownBy(() -> letters().get(UUID.randomUUID())).isInstanceOf(Refused.class).hasMessage("correspondence.unknown");
    }

    @Test
    void a_signed_decision_holds_a_seal_over_the_bytes_that_the_signatory_read_and_is_still_archivable() throws Exception {
        UUID id = make("beslissing-weigering", "Beslissing: weigering van de erkenning");
        byte[] read = DOSSIERS.content(letters().get(id).document());
        UUID draft = letters().get(id).document();
        sign(id);

        var letter = letters().get(id);
        byte[] sealed = DOSSIERS.content(letter.document());
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/ondertekend.pdf"), sealed);
        assertThat(letter.status()).isEqualTo("ONDERTEKEND");
        assertThat(letter.document()).isNotEqualTo(draft);
        assertThat(DOSSIERS.content(draft)).isEqualTo(read);
        assertThat(sealed).startsWith(read);
        assertThat(sealed.length - read.length).as("a seal weighs what it writes, not a whole font").isLessThan(100_000);
        PdfA.assertConforms(sealed);
        try (var pdf = Loader.loadPDF(sealed)) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(1);
            PDSignature signature = pdf.getSignatureDictionaries().get(0);
            assertThat(signature.getName()).isEqualTo("Karel Mertens");
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getByteRange()[2] + signature.getByteRange()[3]).isEqualTo(sealed.length);
            assertThat(verifies(signature, sealed)).isTrue();
            byte[] forged = sealed.clone();
            forged[read.length / 2] ^= 1;
            assertThat(verifies(signature, forged)).isFalse();
            var box = pdf.getPage(pdf.getNumberOfPages() - 1).getAnnotations();
            assertThat(box).hasSize(1);
            assertThat(box.get(0).getRectangle().getLowerLeftX()).isBetween(60f, 80f);
        }
        assertThat(words(sealed)).contains("Digitaal ondertekend door Karel Mertens op vrijdag 12 maart 2027 om 14.02 uur");
        assertThat(sentences()).contains("Karel Mertens ondertekende de brief “Beslissing: weigering van de erkenning” digitaal op vrijdag 12 maart 2027.");
    }

    @Test
    void only_a_signatory_signs_and_only_what_waits_for_a_signature() {
        UUID decision = make("beslissing-erkenning", "Beslissing: erkenning");
        UUID question = make("vraag-om-aanvulling", "Vraag om aanvulling");

        assertThatThrownBy(() -> as(AN, () -> letters().sign(decision))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> sign(question)).isInstanceOf(Refused.class).hasMessage("correspondence.not-to-sign");
        sign(decision);
        assertThatThrownBy(() -> sign(decision)).isInstanceOf(Refused.class).hasMessage("correspondence.not-to-sign");
    }

    @Test
    void a_certificate_that_is_not_valid_today_does_not_sign() {
        UUID decision = make("beslissing-erkenning", "Beslissing: erkenning");
        CLOCK.moveOn(Duration.ofDays(20 * 365));

        assertThatThrownBy(() -> sign(decision)).isInstanceOf(Refused.class).hasMessage("correspondence.certificate");
        assertThat(letters().get(decision).status()).isEqualTo("TE_ONDERTEKENEN");
    }

    @Test
    void the_key_and_its_password_are_for_this_account_only_and_are_used_again_at_the_next_start() throws Exception {
        for (String file : List.of("signing.p12", "signing.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)))).as(file).isEqualTo("rw-------");
        }
        var settings = new SigningSettings(null, null, null);
        var letterhead = spring.getBean(Letterhead.class);
        var again = new SigningKey(settings, letterhead, data, CLOCK);
        var own = new SigningKey(new SigningSettings(data.resolve("signing.p12"), Files.readString(data.resolve("signing.password")), "dossierwerk"),
                letterhead, data.resolve("elders"), CLOCK);
        for (SigningKey key : List.of(again, own)) {
            assertThat(key.certificate).isEqualTo(spring.getBean(SigningKey.class).certificate);
        }
        assertThat(data.resolve("elders")).doesNotExist();
        assertThatThrownBy(() -> new SigningKey(new SigningSettings(data.resolve("signing.p12"), null, null), letterhead, data, CLOCK))
                .hasMessageContaining("dossierwerk.signing.password");
    }

    @Test
    void a_letter_by_post_is_printed_once_however_often_the_outbox_is_emptied() {
        UUID id = make("vraag-om-aanvulling", "Vraag om aanvulling");
        send(id, "POST");

        assertThat(letters().get(id).status()).isEqualTo("KLAAR_VOOR_VERZENDING");
        assertThat(files()).isEmpty();
        assertThat(letters().dispatchDue()).isEqualTo(1);
        assertThat(letters().dispatchDue()).isZero();
        assertThat(files()).containsExactly("afdruk/2027-03-12/DC-ERK-2027-00007-vraag-om-aanvulling.pdf");
        assertThat(letters().get(id)).satisfies(letter -> {
            assertThat(letter.status()).isEqualTo("VERZONDEN");
            assertThat(letter.sentOn()).isEqualTo(FRIDAY);
        });
        assertThat(sentences()).containsOnlyOnce("De brief “Vraag om aanvulling” ging op vrijdag 12 maart 2027 mee met de gewone post.");
    }

    @Test
    void after_a_crash_between_delivery_and_commit_the_next_run_delivers_under_the_same_name() throws IOException {
        UUID id = make("vraag-om-aanvulling", "Vraag om aanvulling");
        send(id, "POST");
        letters().dispatchDue();
        // What a crash leaves: the file is there, the database knows nothing of it; the next run is on another day.
        jdbc().sql("update outbox set done_at = null, attempts = 0").update();
        jdbc().sql("update letter set status = 'KLAAR_VOOR_VERZENDING', sent_on = null, proof = null").update();
        CLOCK.moveOn(Duration.ofDays(3));

        assertThat(letters().dispatchDue()).isEqualTo(1);
        assertThat(files()).containsExactly("afdruk/2027-03-12/DC-ERK-2027-00007-vraag-om-aanvulling.pdf");
        assertThat(Files.readAllBytes(data.resolve(files().get(0)))).isEqualTo(DOSSIERS.content(letters().get(id).document()));
        assertThat(letters().get(id).status()).isEqualTo("VERZONDEN");
    }

    @Test
    void what_is_rolled_back_never_leaves_and_a_letter_leaves_once() {
        UUID id = make("vraag-om-aanvulling", "Vraag om aanvulling");
        new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            send(id, "POST");
            status.setRollbackOnly();
        });
        assertThat(letters().dispatchDue()).isZero();

        send(id, "POST");
        assertThatThrownBy(() -> send(id, "POST")).isInstanceOf(Refused.class).hasMessage("correspondence.already-sent");
        letters().dispatchDue();
        assertThatThrownBy(() -> send(id, "MAIL")).isInstanceOf(Refused.class).hasMessage("correspondence.already-sent");
    }

    @Test
    void two_letters_of_one_kind_on_one_day_are_two_files() {
        send(make("vraag-om-aanvulling", "Vraag om aanvulling"), "POST");
        send(make("vraag-om-aanvulling", "Vraag om aanvulling"), "POST");
        letters().dispatchDue();

        assertThat(files()).containsExactly("afdruk/2027-03-12/DC-ERK-2027-00007-vraag-om-aanvulling-2.pdf",
                "afdruk/2027-03-12/DC-ERK-2027-00007-vraag-om-aanvulling.pdf");
    }

    @Test
    void a_failed_delivery_waits_longer_each_time_does_not_hold_up_others_and_succeeds_when_the_cause_is_gone() {
        UUID id = make("vraag-om-aanvulling", "Vraag om aanvulling");
        send(id, "POST");
        as(AN, () -> letters().notifySystem(NUMBER, "uitgifte", "ERKENNING_TOEGEKEND", Map.of("erkenningsnummer", "V41001")));
        DOSSIERS.broken = true;

        assertThat(letters().dispatchDue()).as("only the message").isEqualTo(1);
        assertThat(letters().dispatchDue()).as("not due yet").isZero();
        assertThat(attempts()).isEqualTo(1);
        for (int minutes : List.of(1, 2, 4, 8)) {
            CLOCK.moveOn(Duration.ofMinutes(minutes).minusSeconds(20));
            letters().dispatchDue();
            int before = attempts();
            CLOCK.moveOn(Duration.ofSeconds(20));
            letters().dispatchDue();
            assertThat(attempts()).as(minutes + " minutes").isEqualTo(before + 1);
        }
        assertThat(letters().get(id).status()).isEqualTo("MISLUKT");
        assertThat(jdbc().sql("select error from outbox where letter is not null").query(String.class).single()).contains("dossier.unknown");
        assertThat(sentences()).contains("Een brief raakte na 5 pogingen niet verzonden. Dossierwerk blijft proberen.");

        DOSSIERS.broken = false;
        CLOCK.moveOn(Duration.ofMinutes(16));
        assertThat(letters().dispatchDue()).isEqualTo(1);
        assertThat(letters().get(id).status()).isEqualTo("VERZONDEN");
    }

    @Test
    void two_servers_at_once_deliver_each_message_once() throws Exception {
        for (int n = 0; n < 20; n++) {
            as(AN, () -> letters().notifySystem(NUMBER, "inspectie", "ERKENNING_TOEGEKEND", Map.of()));
        }
        CountDownLatch gate = new CountDownLatch(1);
        List<CompletableFuture<Integer>> servers = Stream.of(spring, withMail).map(context -> CompletableFuture.supplyAsync(() -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return context.getBean(Letters.class).dispatchDue();
        })).toList();
        gate.countDown();

        assertThat(servers.get(0).get() + servers.get(1).get()).isEqualTo(20);
        assertThat(files()).hasSize(20);
        assertThat(jdbc().sql("select max(attempts) from outbox").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void a_registered_decision_is_printed_waits_for_the_post_and_then_starts_the_appeal_term() {
        UUID id = make("beslissing-weigering", "Beslissing: weigering van de erkenning");
        assertThatThrownBy(() -> send(id, "POST_AANGETEKEND")).isInstanceOf(Refused.class).hasMessage("correspondence.not-signed");
        sign(id);
        send(id, "POST_AANGETEKEND");
        letters().dispatchDue();
        assertThat(letters().get(id).status()).isEqualTo("KLAAR_VOOR_VERZENDING");
        assertThat(letters().get(id).sentOn()).isNull();
        verify(TERMS, never()).start(any(), any(), any());

        assertThatThrownBy(() -> as(AN, () -> letters().posted(id, FRIDAY.plusDays(1), "RA1"))).hasMessage("correspondence.posted-day");
        assertThatThrownBy(() -> as(AN, () -> letters().posted(id, FRIDAY.minusDays(1), "RA1"))).hasMessage("correspondence.posted-day");
        as(AN, () -> letters().posted(id, FRIDAY, " RA410000001BE "));

        // Friday 12 March: working days 15, 16 and 17; the third is the first day of the term.
        assertThat(letters().get(id)).satisfies(letter -> {
            assertThat(letter.status()).isEqualTo("VERZONDEN");
            assertThat(letter.sentOn()).isEqualTo(FRIDAY);
            assertThat(letter.proof()).isEqualTo("aangetekend afgegeven, zendingsnummer RA410000001BE");
            assertThat(letter.receivedOn()).isEqualTo("2027-03-17");
            assertThat(letter.appealFrom()).isEqualTo("2027-03-17");
            assertThat(letter.appealUntil()).isEqualTo("2027-05-18");
        });
        verify(TERMS).start(NUMBER, "T-RVS", LocalDate.of(2027, 3, 16));
        assertThat(sentences()).contains("De brief “Beslissing: weigering van de erkenning” werd op vrijdag 12 maart 2027 aangetekend afgegeven, "
                + "zendingsnummer RA410000001BE. De beroepstermijn loopt van woensdag 17 maart 2027 tot en met dinsdag 18 mei 2027.");
        assertThatThrownBy(() -> as(AN, () -> letters().posted(id, FRIDAY, "RA1"))).hasMessage("correspondence.not-to-post");
    }

    @Test
    void a_letter_posted_before_the_print_folder_was_written_stays_sent() {
        UUID id = make("attest", "Attest van erkenning");
        send(id, "POST_AANGETEKEND");
        as(AN, () -> letters().posted(id, FRIDAY, null));
        letters().dispatchDue();

        assertThat(letters().get(id).status()).isEqualTo("VERZONDEN");
        assertThat(letters().get(id).proof()).isEqualTo("aangetekend afgegeven");
        assertThat(letters().get(id).appealFrom()).isNull();
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_decision_on_the_portal_starts_the_appeal_term_the_day_after() {
        UUID id = make("beslissing-erkenning", "Beslissing: erkenning");
        sign(id);
        send(id, "PORTAAL");
        letters().dispatchDue();

        assertThat(files()).containsExactly("portaal/DC-ERK-2027-00007-beslissing-erkenning.pdf");
        assertThat(letters().get(id)).satisfies(letter -> {
            assertThat(letter.status()).isEqualTo("VERZONDEN");
            assertThat(letter.receivedOn()).isEqualTo(FRIDAY);
            assertThat(letter.appealFrom()).isEqualTo(FRIDAY.plusDays(1));
        });
        verify(TERMS).start(NUMBER, "T-RVS", FRIDAY);
    }

    @Test
    void a_mail_carries_the_letter_and_a_message_id_that_stays_the_same_when_it_is_sent_again() throws Exception {
        UUID id = make("ontvangstbevestiging", "Ontvangstbevestiging");
        release(id);
        withMail.getBean(Letters.class).dispatchDue();
        jdbc().sql("update outbox set done_at = null").update();
        withMail.getBean(Letters.class).dispatchDue();

        var received = MAIL.getReceivedMessages();
        assertThat(received).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Ontvangstbevestiging (DC-ERK-2027-00007)");
            assertThat(mail.getAllRecipients()[0]).hasToString("info@poets.example");
            assertThat(mail.getFrom()[0]).hasToString("werk@departement.example");
            assertThat(mail.getMessageID()).isEqualTo(received[0].getMessageID()).endsWith("@departement.example>");
        });
        var attachment = ((MimeMultipart) received[0].getContent()).getBodyPart(1);
        assertThat(attachment.getFileName()).isEqualTo("DC-ERK-2027-00007-ontvangstbevestiging.pdf");
        try (InputStream in = attachment.getInputStream()) {
            assertThat(in.readAllBytes()).isEqualTo(DOSSIERS.content(letters().get(id).document()));
        }
        assertThat(letters().get(id)).satisfies(letter -> {
            assertThat(letter.channel()).isEqualTo("MAIL");
            assertThat(letter.proof()).contains("info@poets.example", received[0].getMessageID());
        });
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest(name = "mail server {0}")
    @ValueSource(booleans = {true, false})
    void a_mail_without_a_server_any_more_or_without_an_address_becomes_a_letter_by_post(boolean server) {
        DOSSIERS.email = server ? null : "info@poets.example";
        UUID id = make("ontvangstbevestiging", "Ontvangstbevestiging");
        release(id);
        (server ? withMail : spring).getBean(Letters.class).dispatchDue();

        assertThat(files()).containsExactly("afdruk/2027-03-12/DC-ERK-2027-00007-ontvangstbevestiging.pdf");
        assertThat(letters().get(id).channel()).isEqualTo("POST");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_message_to_another_system_is_one_file_with_all_it_needs() throws IOException {
        as(AN, () -> letters().notifySystem(NUMBER, "uitgifte", "ERKENNING_TOEGEKEND", Map.of("erkenningsnummer", "V41001", "activiteiten", List.of("NAAIWERK"))));
        letters().dispatchDue();
        letters().dispatchDue();

        assertThat(files()).hasSize(1).allMatch(file -> file.matches("uitgaand/uitgifte/[0-9a-f-]{36}\\.json"));
        var message = new ObjectMapper().readTree(data.resolve(files().get(0)).toFile());
        assertThat(message.get("bericht").asText()).isEqualTo("ERKENNING_TOEGEKEND");
        assertThat(message.get("dossier").asText()).isEqualTo(NUMBER);
        assertThat(message.get("gegevens").get("erkenningsnummer").asText()).isEqualTo("V41001");
        assertThat(files().get(0)).contains(message.get("id").asText());
        assertThat(sentences()).contains("Dossierwerk stuurde het bericht “erkenning toegekend” naar de uitgiftemaatschappij.");
        assertThatThrownBy(() -> as(AN, () -> letters().notifySystem(NUMBER, "../buiten", "X", Map.of()))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_commit_that_fills_the_outbox_empties_it_in_the_background() throws Exception {
        try (var rounds = context("", OutboxRounds.class, Installation.class)) {
            // The database of a test is made as a copy.
            rounds.getBean(Installation.class).confirm();
            UUID id = make("vraag-om-aanvulling", "Vraag om aanvulling");
            var transaction = new TransactionTemplate(rounds.getBean(PlatformTransactionManager.class));
            transaction.executeWithoutResult(status -> {
                rounds.getBean(Letters.class).send(id, "POST");
                assertThat(files()).isEmpty();
            });
            for (int n = 0; n < 600 && !letters().get(id).status().equals("VERZONDEN"); n++) {
                Thread.sleep(100);
            }
            assertThat(letters().get(id).status()).isEqualTo("VERZONDEN");
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void emptying_the_outbox_inside_a_transaction_is_refused() {
        assertThatThrownBy(() -> new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> letters().dispatchDue()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private static AnnotationConfigApplicationContext context(String mailHost, Class<?>... more) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("dossierwerk.data", data.toString(), "spring.mail.host", mailHost)));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(MovableClock.class, () -> CLOCK);
        context.registerBean(Terms.class, () -> TERMS);
        context.registerBean(InventedDossiers.class, () -> DOSSIERS);
        context.registerBean(Letterhead.class, () -> new Letterhead("Departement Werk", "Kiekenmarkt 1, 1000 Brussel", "02 000 00 00", "werk@departement.example"));
        context.registerBean(SigningSettings.class, () -> new SigningSettings(null, null, null));
        context.registerBean(JavaMailSenderImpl.class, () -> {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(MAIL.getSmtp().getPort());
            return sender;
        });
        context.register(Transactions.class, CurrentActor.class, AuditLog.class, LetterFacts.class, LetterPaper.class, SigningKey.class, SealLetter.class,
                OutgoingFiles.class, MailServer.class, MailLetter.class, AppealTerm.class, Outbox.class, Letters.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
        return context;
    }

    private static boolean verifies(PDSignature signature, byte[] pdf) throws Exception {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
        SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
        @SuppressWarnings("unchecked")
        X509CertificateHolder certificate = (X509CertificateHolder) signed.getCertificates().getMatches(signer.getSID()).iterator().next();
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException e) {
            return false;
        }
    }

    /** Words of the page and of the seal drawn over it. */
    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getAcroForm(null).flatten();
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<String> files() {
        try (Stream<Path> found = Files.walk(data)) {
            return found.filter(Files::isRegularFile).map(file -> data.relativize(file).toString()).filter(file -> !file.startsWith("signing")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int attempts() {
        return jdbc().sql("select attempts from outbox where letter is not null").query(Integer.class).single();
    }

    private static List<String> sentences() {
        return spring.getBean(AuditLog.class).of(NUMBER).stream().skip(toldBefore).map(AuditLog.Line::sentence).toList();
    }

    private static UUID make(String kind, String title) {
        return spring.getBean(CurrentActor.class).as(AN, () -> letters().make(NUMBER, kind, title, FACTS));
    }

    private static void sign(UUID letter) {
        as(KAREL, () -> letters().sign(letter));
    }

    /** By mail, where a mail server is known. */
    private static void release(UUID letter) {
        as(AN, () -> withMail.getBean(Letters.class).send(letter, "MAIL"));
    }

    private static void send(UUID letter, String channel) {
        as(AN, () -> letters().send(letter, channel));
    }

    private static void as(Actor actor, Runnable work) {
        spring.getBean(CurrentActor.class).as(actor, () -> {
            work.run();
            return null;
        });
    }

    private static Letters letters() {
        return spring.getBean(Letters.class);
    }

    private static JdbcClient jdbc() {
        return spring.getBean(JdbcClient.class);
    }
}
