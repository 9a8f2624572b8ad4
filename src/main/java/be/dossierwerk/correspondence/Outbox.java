package be.dossierwerk.correspondence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what acts put in the outbox, each row in a transaction of its own. A row is done in the transaction that notes it; when the
 * machine stops between delivery and commit, the next run delivers again under the same file name or Message-ID, so that nobody gets two.
 */
@Component
class Outbox {

    static final int FAILED_AFTER = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Map<String, String> SYSTEMS = Map.of("uitgifte", "de uitgiftemaatschappij", "inspectie", "de inspectie");
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private record Row(UUID id, String dossier, UUID letter, String route, String target, String payload, String message, String system, int attempts) { }

    private record Sendable(String kind, String title, UUID document) { }

    private final Dossiers dossiers;
    private final OutgoingFiles files;
    private final MailLetter mail;
    private final AppealTerm appealTerm;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;
    private final TransactionTemplate savepoint;
    private final ReentrantLock oneRoundAtATime = new ReentrantLock();

    Outbox(Dossiers dossiers, OutgoingFiles files, MailLetter mail, AppealTerm appealTerm, CurrentActor currentActor, AuditLog audit,
           JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.dossiers = dossiers;
        this.files = files;
        this.mail = mail;
        this.appealTerm = appealTerm;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The file name is fixed now: a second letter of the same kind gets a number, a retry keeps the name. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(String dossier, UUID letter, String kind, String route) {
        String folder = "PORTAAL".equals(route) ? "portaal/" : "afdruk/" + LocalDate.now(clock) + "/";
        UUID id = UUID.randomUUID();
        for (int n = 1; insert(id, dossier, letter, route, folder + dossier + "-" + kind + (n == 1 ? "" : "-" + n) + ".pdf", null) == 0; n++) { }
        events.publishEvent(new OutboxFilled());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(String dossier, String system, String message, Map<String, Object> facts) {
        if (!system.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("no system: " + system);
        }
        UUID id = UUID.randomUUID();
        insert(id, dossier, null, "SYSTEEM", "uitgaand/" + system + "/" + id + ".json", LetterFacts.json(Map.of("id", id, "dossier", dossier,
                "systeem", system, "bericht", message, "tijdstip", OffsetDateTime.now(clock).toString(), "gegevens", facts)));
        events.publishEvent(new OutboxFilled());
    }

    /** Delivers all that is due by the clock. Not inside a transaction: what that holds back would be waited for. */
    @Transactional(propagation = Propagation.NEVER)
    public int dispatchDue() {
        oneRoundAtATime.lock();
        try {
            int delivered = 0;
            while (true) {
                Boolean done = currentActor.as(Actor.SYSTEM, () -> own.execute(status -> deliverNext()));
                if (done == null) {
                    return delivered;
                }
                delivered += done ? 1 : 0;
            }
        } finally {
            oneRoundAtATime.unlock();
        }
    }

    boolean canMail(String dossier) {
        return mail.configured() && dossiers.get(dossier).email() != null;
    }

    /** @return null when nothing is due */
    private Boolean deliverNext() {
        Row row = jdbc.sql("""
                select id, dossier, letter, route, target, payload::text, payload ->> 'bericht', payload ->> 'systeem', attempts from outbox
                where done_at is null and next_try <= ? order by next_try, queued_at limit 1 for update skip locked""").param(now())
                .query((r, i) -> new Row(r.getObject(1, UUID.class), r.getString(2), r.getObject(3, UUID.class), r.getString(4), r.getString(5),
                        r.getString(6), r.getString(7), r.getString(8), r.getInt(9))).optional().orElse(null);
        if (row == null) {
            return null;
        }
        try {
            savepoint.executeWithoutResult(status -> deliver(row));
            jdbc.sql("update outbox set done_at = ?, attempts = attempts + 1, error = null where id = ?").params(now(), row.id).update();
            return true;
        } catch (RuntimeException e) {
            noteFailure(row, e);
            return false;
        }
    }

    private void deliver(Row row) {
        audit.lock(row.dossier);
        if (row.letter == null) {
            files.write(row.target, row.payload.getBytes(StandardCharsets.UTF_8));
            note(row, "SYSTEEM_VERWITTIGD", "Dossierwerk stuurde het bericht “%s” naar %s.".formatted(
                    row.message.toLowerCase(Locale.ROOT).replace('_', ' '), SYSTEMS.getOrDefault(row.system, row.system)));
            return;
        }
        Sendable letter = jdbc.sql("select kind, title, document from letter where id = ? for update").param(row.letter)
                .query((r, i) -> new Sendable(r.getString(1), r.getString(2), r.getObject(3, UUID.class))).single();
        byte[] pdf = dossiers.content(letter.document);
        LocalDate today = LocalDate.now(clock);
        switch (row.route) {
            case "POST_AANGETEKEND" -> {
                files.write(row.target, pdf);
                // Whoever brought it to the post may have been quicker than this file.
                jdbc.sql("update letter set status = 'KLAAR_VOOR_VERZENDING' where id = ? and status = 'MISLUKT'").param(row.letter).update();
                note(row, "BRIEF_AFGEDRUKT", "De brief “%s” ligt klaar om aangetekend te verzenden.".formatted(letter.title));
            }
            case "PORTAAL" -> {
                files.write(row.target, pdf);
                sent(row, "PORTAAL", today, "op het portaal gezet");
                note(row, "BRIEF_VERZONDEN", "De brief “%s” staat sinds %s op het portaal.".formatted(letter.title, Dates.prose(today)));
                startAppeal(row, letter, today);
            }
            case "MAIL" -> {
                // Mail may have been switched off since the letter was released.
                if (canMail(row.dossier)) {
                    String address = dossiers.get(row.dossier).email();
                    mail(row, letter, address, pdf);
                    sent(row, "MAIL", today, "e-mail aan " + address + ", kenmerk " + mail.messageId(row.id));
                    note(row, "BRIEF_VERZONDEN", "De brief “%s” werd op %s gemaild.".formatted(letter.title, Dates.prose(today)));
                    startAppeal(row, letter, today);
                } else {
                    byPost(row, letter, pdf, today);
                }
            }
            default -> byPost(row, letter, pdf, today);
        }
    }

    private void byPost(Row row, Sendable letter, byte[] pdf, LocalDate today) {
        files.write(row.target, pdf);
        sent(row, "POST", today, "afgedrukt voor de gewone post");
        note(row, "BRIEF_VERZONDEN", "De brief “%s” ging op %s mee met de gewone post.".formatted(letter.title, Dates.prose(today)));
    }

    private void mail(Row row, Sendable letter, String address, byte[] pdf) {
        try {
            mail.send(row.id, address, row.dossier, letter.title, row.dossier + "-" + letter.kind + ".pdf", pdf);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sent(Row row, String channel, LocalDate on, String proof) {
        jdbc.sql("update letter set status = 'VERZONDEN', channel = ?, sent_on = ?, proof = ? where id = ?")
                .params(channel, on, proof, row.letter).update();
    }

    private void startAppeal(Row row, Sendable letter, LocalDate available) {
        if (LetterFacts.isForCouncilOfState(letter.kind)) {
            appealTerm.afterDelivery(row.letter, row.dossier, available);
        }
    }

    private void noteFailure(Row row, RuntimeException failure) {
        int attempts = row.attempts + 1;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        String error = failure.toString();
        LOG.error("Outbox row {} of dossier {} failed, attempt {}", row.id, row.dossier, attempts, failure);
        jdbc.sql("update outbox set attempts = ?, next_try = ?, error = ? where id = ?")
                .params(attempts, now().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), error.substring(0, Math.min(error.length(), 1000)), row.id)
                .update();
        if (attempts == FAILED_AFTER && row.letter != null) {
            int marked = jdbc.sql("update letter set status = 'MISLUKT' where id = ? and status = 'KLAAR_VOOR_VERZENDING'").param(row.letter).update();
            if (marked > 0) {
                note(row, "VERZENDING_MISLUKT", "Een brief raakte na %d pogingen niet verzonden. Dossierwerk blijft proberen.".formatted(attempts));
            }
        }
    }

    private void note(Row row, String action, String sentence) {
        audit.record(AuditLog.Entry.of(row.dossier, action, sentence));
    }

    private int insert(UUID id, String dossier, UUID letter, String route, String target, String payload) {
        return jdbc.sql("""
                insert into outbox (id, dossier, letter, route, target, payload, queued_at, next_try) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (target) do nothing""").params(id, dossier, letter, route, target, payload, now(), now()).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
